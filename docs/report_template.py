"""Makes the Word template of the report: `python docs/report_template.py`.

The template is an ordinary Word file with Jinja tags in it, and can be changed in Word as well;
this keeps on record how the one that ships was made.
"""

from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

TARGET = Path(__file__).parents[1] / "qualkit" / "formats" / "templates" / "report.docx"
TEXT, HEADINGS = "Times New Roman", "Arial"
ACCENT, SOFT, LINE = RGBColor(0x7A, 0x3B, 0x1D), RGBColor(0x59, 0x55, 0x4E), "C9C3B6"


class Template:
    """A Word file that is written paragraph by paragraph."""

    def __init__(self) -> None:
        """Begin with the empty document of python-docx, and its styles made ours."""
        self.document = Document()
        self._page()
        self._styles()

    def _page(self) -> None:
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Mm(27)
        section.top_margin, section.bottom_margin = Mm(25), Mm(25)
        section.different_first_page_header_footer = True
        header = section.header.paragraphs[0]
        header.style = self.document.styles["Header"]
        header.add_run("{{ title }}")
        for footer in (section.footer, section.first_page_footer):
            paragraph = footer.paragraphs[0]
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            field(paragraph, "PAGE", "1")

    def _styles(self) -> None:
        styles = self.document.styles
        font(styles["Normal"], TEXT, 11)
        spaced(styles["Normal"], after=8, line=1.25)
        font(styles["Title"], HEADINGS, 26, bold=True)
        borderless(styles["Title"])
        spaced(styles["Title"], before=0, after=6, line=1.05)
        for level, (size, before) in enumerate(((18, 26), (14, 20), (11.5, 14)), start=1):
            style = styles[f"Heading {level}"]
            font(style, HEADINGS, size, bold=True, colour=ACCENT if level == 3 else None)
            spaced(style, before=before, after=6, line=1.1)
            style.paragraph_format.keep_with_next = True
        font(styles["Quote"], TEXT, 11)
        spaced(styles["Quote"], before=2, after=8, line=1.2)
        styles["Quote"].paragraph_format.left_indent = Mm(8)
        styles["Quote"].paragraph_format.keep_together = True
        bordered(styles["Quote"], ("left",), 8)
        font(styles["Caption"], HEADINGS, 9, colour=SOFT)
        spaced(styles["Caption"], before=4, after=14, line=1.15)
        font(styles["Header"], HEADINGS, 8.5, colour=SOFT)
        font(styles["Footer"], HEADINGS, 8.5, colour=SOFT)
        spaced(styles["List Bullet"], after=4)
        self._own("Stamp", 9.5, font_name=HEADINGS, colour=SOFT, after=4)
        self._own("Central Idea", 12, italic=True, colour=ACCENT, after=10)
        self._own("Question", 11, after=14)
        styles["Question"].paragraph_format.space_before = Pt(10)
        bordered(styles["Question"], ("left",), 18, "7A3B1D")
        styles["Question"].paragraph_format.left_indent = Mm(4)
        self._own("Before Quote", 11, after=6).paragraph_format.keep_with_next = True
        vignette = self._own("Vignette", 10.5, after=4)
        bordered(vignette, ("top", "left", "bottom", "right"), 4)
        vignette.paragraph_format.left_indent = vignette.paragraph_format.right_indent = Mm(4)
        vignette.paragraph_format.keep_together = True
        self._own("Cell", 9.5, font_name=HEADINGS, after=2)
        for level in range(4):
            style = self._own(f"Code {level + 1}", 10.5, after=5)
            style.paragraph_format.left_indent = Mm(7 * level)
        for level in (1, 2):
            style = self._own(f"toc {level}", 10.5, font_name=HEADINGS, after=3)
            style.paragraph_format.left_indent = Mm(6 * (level - 1))
            style.element.set(qn("w:styleId"), f"TOC{level}")
        languages = self.document.styles.element.xpath(".//w:docDefaults//w:lang")
        for language in languages:
            language.set(qn("w:val"), "nl-NL")

    def _own(
        self,
        name: str,
        size: float,
        font_name: str = TEXT,
        italic: bool = False,
        colour: RGBColor | None = None,
        after: float = 8,
    ) -> Any:
        style = self.document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = self.document.styles["Normal"]
        font(style, font_name, size, colour=colour)
        style.font.italic = italic
        spaced(style, after=after, line=1.2)
        return style

    def say(self, *runs: str, style: str = "Normal") -> Any:
        """Write a paragraph; a run that begins with a star is bold, with a tilde soft."""
        paragraph = self.document.add_paragraph(style=style)
        for words in runs:
            run = paragraph.add_run(words.removeprefix("*").removeprefix("~").removeprefix("/"))
            run.bold = True if words.startswith("*") else None
            run.italic = True if words.startswith("/") else None
            if words.startswith("~"):
                run.font.color.rgb = SOFT
        return paragraph

    def tag(self, *tags: str) -> None:
        """Write tags that each stand for a paragraph of their own."""
        for words in tags:
            self.document.add_paragraph("{%p " + words + " %}")

    def either(self, value: str, gap: str, *before: str, style: str = "Normal") -> None:
        """Write a value, or what shows that it is missing."""
        self.tag(f"if {value}")
        self.say(*before, f"{{{{ {value} }}}}", style=style)
        self.tag("else")
        self.say(*before, f"/{{{{ {gap} }}}}", style=style)
        self.tag("endif")

    def quotes(self, items: str) -> None:
        """Write quotes, a block each."""
        self.tag(f"for quote in {items}")
        self.say(
            "{{ quote.words }}",
            "~{% if quote.place %} {{ quote.place|replace(' ', '\u00a0') }}{% endif %}",
            style="Quote",
        )
        self.tag("endfor")

    def limits(self, items: str) -> None:
        """Write limitations as a list."""
        self.tag(f"for item in {items}")
        self.say(
            "*{% if item.about %}{{ item.about }}. {% endif %}",
            "{{ item.text }}",
            style="List Bullet",
        )
        self.tag("endfor")

    def figure(self, name: str) -> None:
        """Write a picture with its caption."""
        self.say(f"{{{{ {name}.picture }}}}").paragraph_format.keep_with_next = True
        self.say(
            f"*{{{{ {name}.name }}}}. ",
            f"{{{{ {name}.caption }}}}{{% if {name}.note %}} {{{{ {name}.note }}}}{{% endif %}} "
            f"{{{{ {name}.source }}}}",
            style="Caption",
        )


def font(
    style: Any, name: str, size: float, bold: bool = False, colour: RGBColor | None = None
) -> None:
    """Give a style a font, whatever theme it came with."""
    style.font.name, style.font.size = name, Pt(size)
    style.font.bold, style.font.italic = bold, False
    style.font.color.rgb = colour or RGBColor(0x1D, 0x1C, 0x1A)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for key in list(fonts.attrib):
        if "Theme" in key:
            del fonts.attrib[key]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), name)


def spaced(style: Any, before: float = 0, after: float = 0, line: float = 1.2) -> None:
    """Give a style its white space, in points."""
    form = style.paragraph_format
    form.space_before, form.space_after, form.line_spacing = Pt(before), Pt(after), line
    form.widow_control = True


def borderless(style: Any) -> None:
    """Take the line away that a style came with."""
    for border in style.element.xpath("./w:pPr/w:pBdr"):
        border.getparent().remove(border)


def bordered(style: Any, sides: tuple[str, ...], size: int, colour: str = LINE) -> None:
    """Draw lines beside or around the paragraphs of a style."""
    borderless(style)
    borders = OxmlElement("w:pBdr")
    for side in sides:
        line = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", size), ("space", 8), ("color", colour)):
            line.set(qn(f"w:{key}"), str(value))
        borders.append(line)
    properties = style.element.get_or_add_pPr()
    # The schema wants what keeps paragraphs together before their borders, and spacing after.
    places = [each for each in properties if each.tag in (qn("w:spacing"), qn("w:ind"), qn("w:jc"))]
    if places:
        places[0].addprevious(borders)
    else:
        properties.append(borders)


def field(paragraph: Any, instruction: str, shown: str) -> None:
    """Write a field of Word, with what is shown until Word fills it in."""
    for kind in ("begin", None, "separate"):
        run = paragraph.add_run()
        if kind is None:
            words = OxmlElement("w:instrText")
            words.set(qn("xml:space"), "preserve")
            words.text = instruction
            run._r.append(words)
        else:
            mark(run, kind)
    if shown:
        paragraph.add_run(shown)
        mark(paragraph.add_run(), "end")


def mark(run: Any, kind: str) -> None:
    """Begin, part or end a field."""
    sign = OxmlElement("w:fldChar")
    sign.set(qn("w:fldCharType"), kind)
    run._r.append(sign)


def front(made: Template) -> None:
    """Write the title, the question and the contents."""
    made.say("{{ words.report }}", style="Stamp")
    made.say("{{ title }}", style="Title")
    made.say("{{ stamp }}", style="Stamp")
    made.either("question", "words.no_question", "*{{ words.question }}. ", style="Question")
    contents = made.say("{{ words.contents }}", style="Normal")
    contents.runs[0].bold, contents.runs[0].font.size = True, Pt(13)
    first = made.say(style="toc 1")
    field(first, 'TOC \\o "1-2" \\h \\z \\u', "")
    first.add_run("{{ words.summary }}")
    made.tag("for theme in themes", "if theme.depth")
    made.say("{{ theme.heading }}", style="toc 2")
    made.tag("else")
    made.say("{{ theme.heading }}", style="toc 1")
    made.tag("endif", "endfor")
    made.say("{{ words.material }}", style="toc 1")
    made.tag("if spread")
    made.say("{{ words.who_is_heard }}", style="toc 1")
    made.tag("endif")
    made.say("{{ words.method }}", style="toc 1")
    made.say("{{ words.limitations }}", style="toc 1")
    made.tag("for appendix in appendices")
    made.say("{{ appendix.heading }}", style="toc 1")
    made.tag("endfor")
    mark(made.say(style="toc 1").add_run(), "end")


def in_short(made: Template) -> None:
    """Write the themes in short, with their map."""
    summary = made.say("{{ words.summary }}", style="Heading 1")
    summary.paragraph_format.page_break_before = True
    made.tag("for theme in themes")
    made.either("theme.idea", "words.no_idea", "*{{ theme.number }} {{ theme.name }}. ")
    made.tag("endfor", "if not themes")
    made.say("/{{ words.no_themes }}")
    made.tag("endif", "if map")
    made.say("{{ see_map }}")
    made.figure("map")
    made.tag("endif")


def themes(made: Template) -> None:
    """Write each theme as prose: what is said of it, and what else there is to tell."""
    made.tag("for theme in themes", "if theme.depth")
    made.say("{{ theme.heading }}", style="Heading 2")
    made.tag("else")
    made.say("{{ theme.heading }}", style="Heading 1")
    made.tag("endif")
    made.say("{{ theme.idea or words.no_idea }}", style="Central Idea")
    made.tag("for paragraph in theme.story")
    made.say("{{ paragraph }}")
    made.tag("endfor", "if not theme.story")
    made.say("/{{ words.no_story }}")
    made.tag("endif", "for claim in theme.claims", "if claim.quotes")
    made.say("{{ claim.text }}", style="Before Quote")
    made.quotes("claim.quotes")
    made.tag("else")
    made.say("{{ claim.text }}")
    made.say("/{{ words.no_quotes }}")
    made.tag("endif", "endfor", "if not theme.claims")
    made.say("/{{ words.no_claims }}")
    made.tag("endif", "if theme.unclaimed")
    made.say("{{ words.unclaimed }}", style="Before Quote")
    made.quotes("theme.unclaimed")
    made.tag("endif")
    beside(made)
    made.tag("endfor")


def beside(made: Template) -> None:
    """Write vignettes, what speaks against the theme, and how it stands to the rest."""
    made.tag("for vignette in theme.vignettes")
    made.say("*{{ vignette.title }}", style="Vignette")
    made.tag("for paragraph in vignette.paragraphs")
    made.say("{{ paragraph }}", style="Vignette")
    made.tag("endfor")
    made.say("~{{ vignette.note }}", style="Vignette")
    made.say("")
    made.tag("endfor")
    for items, lead in (("contrary", "contrary_lead"), ("nuances", "nuance_lead")):
        made.tag(f"if theme.{items}")
        made.say(f"{{{{ words.{lead} }}}}", style="Before Quote")
        made.quotes(f"theme.{items}")
        made.tag("endif")
    made.tag("if not theme.contrary and not theme.nuances and not theme.absences")
    made.say("/{{ words.no_contrary }}")
    made.tag("endif", "if theme.absences")
    made.say("*{{ words.absent }}. ", '{{ theme.absences|join(" ") }}')
    made.tag("endif")
    made.either("theme.relation", "words.no_relation", "*{{ words.relation }}. ")
    made.tag("if theme.relations")
    made.say("*{{ words.relations }}. ", '{{ theme.relations|join(" ") }}')
    made.tag("endif")
    made.say("*{{ words.heard }}. ", "{{ theme.spread }}")
    made.tag("if theme.limitations")
    made.say(
        "*{{ words.limitations }}. ",
        "{% for item in theme.limitations %}{% if item.about %}{{ item.about }}: {% endif %}"
        "{{ item.text }} {% endfor %}",
    )
    made.tag("endif")


def account(made: Template) -> None:
    """Write what the themes rest on."""
    made.say("{{ words.material }}", style="Heading 1")
    made.tag("for item in material")
    made.say("{{ item.told }}{% if loop.last and see_overview %} {{ see_overview }}{% endif %}")
    made.limits("item.limitations")
    made.tag("endfor", "if not material")
    made.say("/{{ words.no_material }}")
    made.tag("endif", "if spread")
    made.say("{{ words.who_is_heard }}", style="Heading 1")
    made.say("{{ see_spread }}").paragraph_format.keep_with_next = True
    made.figure("spread")
    made.tag("endif")
    made.say("{{ words.method }}", style="Heading 1")
    made.tag("for paragraph in method")
    made.say("{{ paragraph }}")
    made.tag("endfor", "if quotes_note")
    made.say("{{ words.about_quotes }}", style="Heading 2")
    made.say("{{ quotes_note }}")
    made.tag("endif")
    made.say("{{ words.limitations }}", style="Heading 1")
    made.limits("limitations")
    made.tag("if not limitations")
    made.say("/{{ words.no_limitations }}")
    made.tag("endif")


_MATERIAL = (Mm(28), Mm(38), Mm(16), Mm(34), Mm(22), Mm(18))
_PHRASES = (Mm(41), Mm(13), Mm(25), Mm(22), Mm(20), Mm(35))
"""Widths of columns."""


def appendices(made: Template) -> None:
    """Write the appendices."""
    made.tag("for appendix in appendices")
    made.say("{{ appendix.heading }}", style="Heading 1")
    made.tag("if appendix.lead")
    made.say("{{ appendix.lead }}")
    made.tag("endif", 'if appendix.kind == "codebook"')
    made.say("{{ words.scope }}", style="Heading 2")
    made.tag("for theme in themes")
    made.say("*{{ theme.number }} {{ theme.name }}").paragraph_format.keep_with_next = True
    for name, value in (("belongs", "theme.belongs"), ("excludes", "theme.excludes")):
        made.say(
            f"/{{{{ words.{name} }}}}: ", f"{{{{ {value} or words.no_relation }}}}", style="Code 2"
        )
    made.say(
        "/{{ words.codes }}: ", '{{ theme.codes|join("; ") or words.no_codes }}', style="Code 2"
    )
    made.tag("endfor")
    made.say("{{ words.codes }}", style="Heading 2")
    made.tag("for code in appendix.codes")
    for depth in range(4):
        made.tag(f"if code.depth {'>=' if depth == 3 else '=='} {depth}")
        made.say(
            "*{{ code.name }}",
            "{% if code.remarks %} ({{ code.remarks }}){% endif %}: "
            "{{ code.description or words.no_description }}",
            "{% for heading, text in code.parts %} {{ heading }}: {{ text }}{% endfor %}",
            style=f"Code {depth + 1}",
        )
        made.tag("endif")
    made.tag("endfor", "endif", "if appendix.table")
    made.say(
        "*{{ appendix.table.name }}. ", "{{ appendix.table.caption }}", style="Caption"
    ).paragraph_format.keep_with_next = True
    made.tag('if appendix.kind == "phrases"')
    table_of_six(made, _PHRASES)
    made.tag("endif", 'if appendix.kind != "phrases"')
    table_of_six(made, _MATERIAL)
    made.tag("endif")
    made.say("{{ appendix.table.source }}", style="Caption")
    made.tag("endif", "for entry in appendix.entries")
    made.say("{{ entry.day }}", style="Heading 3")
    made.tag("for paragraph in entry.paragraphs")
    made.say("{{ paragraph }}")
    made.tag("endfor", "endfor", "endfor")


def table_of_six(made: Template, widths: tuple[Mm, ...]) -> None:
    """Write a table: a head that repeats, and a row."""
    table = made.document.add_table(rows=4, cols=len(widths))
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    rules(table)
    head, begin, row, end = table.rows
    begin.cells[0].text = "{%tr for row in appendix.table.rows %}"
    end.cells[0].text = "{%tr endfor %}"
    repeat = OxmlElement("w:tblHeader")
    head._tr.get_or_add_trPr().append(repeat)
    for place, width in enumerate(widths):
        table.columns[place].width = width
        for cells in table.rows:
            cells.cells[place].width = width
        first, second = head.cells[place].paragraphs[0], row.cells[place].paragraphs[0]
        first.style = second.style = made.document.styles["Cell"]
        first.add_run(f"{{{{ appendix.table.columns[{place}] }}}}").bold = True
        second.add_run(f"{{{{ row[{place}] }}}}")


def rules(table: Any) -> None:
    """Draw a line above, below and between the rows of a table."""
    borders = OxmlElement("w:tblBorders")
    for side, size in (("top", 8), ("bottom", 8), ("insideH", 4)):
        line = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", size), ("space", 0), ("color", "808080")):
            line.set(qn(f"w:{key}"), str(value))
        borders.append(line)
    table._tbl.tblPr.append(borders)


def main() -> None:
    """Write the template, without a time in it."""
    made = Template()
    for part in (front, in_short, themes, account, appendices):
        part(made)
    properties = made.document.core_properties
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.title = "{{ title }}"
    fresh = TARGET.with_suffix(".new")
    made.document.save(str(fresh))
    with ZipFile(fresh) as old, ZipFile(TARGET, "w", ZIP_DEFLATED) as new:
        for part in old.infolist():
            info = ZipInfo(part.filename, (1980, 1, 1, 0, 0, 0))
            info.compress_type = ZIP_DEFLATED
            new.writestr(info, old.read(part))
    fresh.unlink()


if __name__ == "__main__":
    main()
