"""The theme report: what it says, the same in every format, and nothing that runs or leaks."""

import dataclasses
import os
import re
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from html import unescape
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document

from qualkit.domain.mosaic import MosaicVerdict
from qualkit.domain.quotability import Attribution
from qualkit.domain.source_making import MakingChange, MemberCheck
from qualkit.domain.sources import SourceText
from qualkit.domain.spans import Span
from qualkit.domain.themes import Stance
from qualkit.errors import InvalidInputError, MosaicNotSeenError, TemplateBrokenError
from qualkit.formats import report_content
from qualkit.formats.report_content import Report
from qualkit.formats.report_pdf import is_accessible
from qualkit.formats.report_templates import fields_of
from qualkit.formats.report_words import ReportWords
from qualkit.services.project import Project
from qualkit.services.report_building import ReportOptions, build_report
from qualkit.services.report_changes import changes_told
from qualkit.services.reports import FORMATS
from tests.office import converted, needs_office
from tests.pdfs import needs_pdftotext, text_of

BringIn = Callable[..., SourceText]
ROOT = Path(__file__).parents[2]
WHOLE = ReportOptions(("codebook", "overview", "development", "decisions"))
PARTS = [each for each in vars(report_content).values() if dataclasses.is_dataclass(each)]
"""Of what a report is made; its fixed words are in the language of the study and not listed."""
STORY = "Het begint met een rekensom."


@pytest.fixture
def study(project: Project, bring_in: BringIn) -> Project:
    """Two interviews with a theme: a claim with a quote, a contrary quote, and a story."""
    first = bring_in(
        "---\nkind: interview\nlabel: Politie I\ndate: 2026-03-03\n---\n"
        "R: We zijn met vier mensen en dat is te weinig.\n",
        "1.txt",
    )
    second = bring_in(
        "---\nkind: interview\nlabel: Politie II\ndate: 2026-03-27\n---\n"
        "R: Wij hebben genoeg mensen.\n",
        "2.txt",
    )
    theme = project.themes.add("Stil werk wacht", "Wat stil is, wacht.").value
    project.themes.narrate(theme.id, STORY)
    claim = project.quotes.claim(theme.id, "Op papier zijn er genoeg mensen.").value
    few = code(project, first, "We zijn met vier mensen en dat is te weinig.")
    enough = code(project, second, "Wij hebben genoeg mensen.")
    project.theme_contents.put_codes(theme.id, [project.codes.find("bezetting").id])
    printed = "We zijn met [aantal] mensen en dat is te weinig."
    project.quotes.choose(theme.id, few, claim.id, printed=printed)
    project.quotes.choose(theme.id, enough, stance=Stance.CONTRARY)
    project.mosaic.look_all(MosaicVerdict.SEEN)
    return project


def code(project: Project, text: SourceText, words: str) -> str:
    start = text.text.index(words)
    span = Span(start, start + len(words))
    return project.codings.add_new(text.version.id, span, "bezetting").value[0].id


def write(project: Project, target: Path, options: ReportOptions = WHOLE) -> str:
    """Write a report in the format that its name says; gives its text."""
    project.reports.write(target, target.suffix[1:], options)
    return told(target)


def told(path: Path) -> str:
    """Give the words of a report, whatever its format, on one line."""
    if path.suffix == ".pdf":
        return text_of(path)
    if path.suffix == ".docx":
        with ZipFile(path) as parts:
            xml = parts.read("word/document.xml").decode()
        text = unescape(re.sub(r"<[^>]+>", "", re.sub(r"</w:p>", "\n", xml)))
    else:
        text = path.read_text("utf-8")
    if path.suffix == ".html":
        text = unescape(re.sub(r"<(style|svg).*?</\1>|<[^>]+>", " ", text, flags=re.DOTALL))
    return " ".join(text.split())


@needs_pdftotext
@pytest.mark.parametrize("format", FORMATS)
def test_it_reads_from_idea_over_claim_and_quote_to_what_speaks_against_it(
    study: Project, tmp_path: Path, format: str
) -> None:
    text = write(study, tmp_path / f"rapport.{format}")
    parts = [
        "[nog geen onderzoeksvraag]",
        "Thema 1. Stil werk wacht",
        "Wat stil is, wacht.",
        STORY,
        "Op papier zijn er genoeg mensen.",
        "“We zijn met [aantal] mensen en dat is te weinig.”",
        "(Politie I, P1:1)",
        "Tegen dit thema in klinkt:",
        "“Wij hebben genoeg mensen.”",
        "(Politie II, P2:1)",
        "Werkwijze",
        "[selectie: nog niet beschreven]",
        "De interviews zijn gehouden van 3 tot en met 27 maart 2026.",
        "Beperkingen",
    ]
    # The table of contents names chapters too: each part is looked for behind the one before it.
    place = 0
    for part in parts:
        assert part in text[place:], part
        place = text.index(part, place)
    for heading in ("Bijlage 1. Thema’s en codes", "Bijlage 2. Overzicht van het materiaal"):
        assert heading in text


def test_figures_and_tables_are_where_the_text_says(study: Project, tmp_path: Path) -> None:
    text = write(study, tmp_path / "rapport.md")
    assert "Figuur 1 laat zien hoe de thema’s zich tot elkaar verhouden." in text
    assert "**Figuur 1.** Kaart van de thema’s: één thema." in text
    assert "**Figuur 2.** Wie bij welk thema te horen is, per deelnemer (n = 2:" in text
    assert "Een overzicht staat in tabel 1 (bijlage 2)." in text
    assert "## Bijlage 2. Overzicht van het materiaal **Tabel 1.**" in text
    for name in ("rapport-kaart.svg", "rapport-spreiding.svg"):
        assert f"]({name})" in text
        assert (tmp_path / name).read_text("utf-8").startswith("<svg")


def test_the_phrases_that_come_back_are_in_it_when_asked_for(
    study: Project, bring_in: BringIn, tmp_path: Path
) -> None:
    for number, label in ((3, "Politie III"), (4, "Politie IV")):
        words = f"R: Het formulier van mevrouw Jansen ligt stil. Het formulier is deel {number}.\n"
        header = f"---\nkind: interview\nlabel: {label}\ndate: 2026-04-0{number}\n---\n"
        bring_in(header + words, f"{number}.txt")
    kinds = ("overview", "phrases")
    page = write(study, tmp_path / "rapport.md", ReportOptions(kinds))
    assert "Bijlage 2. Eerste blik op het materiaal" in page
    assert "**Tabel 2.**" in page and "zie tabel 2" not in page.casefold()
    assert "| formulier | 4 | 2 van 4 | 2 van 4 | P3:1 | 3 april 2026 |" in page
    assert "[naam]" in page and "Jansen" not in page.partition("Bijlage 2. Eerste")[2]
    assert "uit deze tellingen volgen geen codes" in page
    assert "Eerste blik" not in write(study, tmp_path / "gewoon.md", ReportOptions())
    for form in ("docx", "pdf", "html"):
        study.reports.write(tmp_path / f"rapport.{form}", form, ReportOptions(kinds), unchecked="x")


def test_only_the_appendices_that_are_wanted_are_in_it(study: Project, tmp_path: Path) -> None:
    text = write(study, tmp_path / "rapport.md", ReportOptions(("overview",)))
    assert "Een overzicht staat in tabel 1 (bijlage 1)." in text
    assert "Codes" not in text
    text = write(study, tmp_path / "rapport.md", ReportOptions(()))
    assert "ijlage" not in text
    with pytest.raises(InvalidInputError, match="appendix"):
        write(study, tmp_path / "rapport.md", ReportOptions(("appendix",)))


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_project_gives_the_same_bytes(study: Project, tmp_path: Path, format: str) -> None:
    for name in ("een", "twee"):
        (tmp_path / name).mkdir()
        write_only(study, tmp_path / name / f"rapport.{format}")
    first, second = (tmp_path / name / f"rapport.{format}" for name in ("een", "twee"))
    assert first.read_bytes() == second.read_bytes()
    assert first.stat().st_mode & 0o777 == 0o600


def write_only(project: Project, target: Path) -> None:
    project.reports.write(target, target.suffix[1:], WHOLE)


@needs_pdftotext
@pytest.mark.parametrize("format", FORMATS)
def test_nothing_that_was_typed_is_read_as_markup(
    study: Project, tmp_path: Path, format: str
) -> None:
    nasty = "<b>x</b> {{ title }} {_{ *y* _z_ #panic() $a$ @b `c` & \x07 <script>1</script>"
    shown = nasty.replace("\x07", "\ufffd")
    [theme] = study.themes.all()
    study.themes.edit(replace(theme, central_idea=nasty))
    study.themes.narrate(theme.id, nasty)
    study.describe(title=nasty, question=nasty, selection=nasty)
    study.method_paragraph.edit(nasty)
    target = tmp_path / f"rapport.{format}"
    text = write(study, target)
    if format == "md":
        assert "<b>" not in text
        assert "<script" not in text
    elif format == "pdf":
        for word in ("<b>x</b>", "{{ title }}", "#panic()", "$a$", "@b", "`c`", "{_{"):
            assert word in text
    else:
        assert " ".join(shown.split()) in text
    if format == "html":
        page = target.read_text("utf-8")
        assert "<script" not in page
        assert "http" not in page.replace("http-equiv", "")


def test_a_quote_that_is_printed_without_its_label_is_not_given_away(
    study: Project, tmp_path: Path
) -> None:
    [theme] = study.themes.all()
    contrary = study.themes.view(theme.id).contrary[0].quote
    study.quotes.edit(replace(contrary, attribution=Attribution.NONE))
    study.mosaic.look_all(MosaicVerdict.SEEN)
    text = write(study, tmp_path / "rapport.md")
    assert "“Wij hebben genoeg mensen.”" in text
    assert "(Politie II, P2:1)" not in text
    assert "komen van één van de twee geïnterviewden." in text
    assert "geïnterviewden (Politie" not in text


def test_a_group_without_numbers_is_in_no_row_of_its_own(study: Project, tmp_path: Path) -> None:
    sources = [entry.source.id for entry in study.sources.entries()]
    study.terms.agree(sources, attribution=Attribution.GROUP)
    study.mosaic.look_all(MosaicVerdict.SEEN)
    text = write(study, tmp_path / "rapport.md")
    assert "Figuur 2" not in text
    assert "“Wij hebben genoeg mensen.” (Politie)" in text


def test_checked_reports_are_told_once_under_the_quotes(study: Project, tmp_path: Path) -> None:
    sources = [entry.source.id for entry in study.sources.entries()]
    study.making.describe(sources, MakingChange(member_check=MemberCheck.CHANGED))
    text = write(study, tmp_path / "rapport.md")
    told_once = "Citaten zijn fragmenten uit door deelnemers gecontroleerde gespreksverslagen."
    assert text.count(told_once) == 1


def test_it_waits_until_somebody_looked_at_what_is_printed_together(
    study: Project, tmp_path: Path
) -> None:
    study.history.undo()
    target = tmp_path / "rapport.html"
    with pytest.raises(MosaicNotSeenError):
        study.reports.write(target, "html")
    assert not target.exists()
    study.reports.write(target, "html", unchecked="Voor een eerste lezing.")
    assert target.exists()


def test_what_changed_since_the_last_report_is_told_and_not_printed(
    study: Project, tmp_path: Path
) -> None:
    target = tmp_path / "rapport.html"
    report = study.reports.write(target, "html")
    assert not [each for each in report.remarks if "Since" in each]
    [theme] = study.themes.all()
    quote = study.themes.view(theme.id).contrary[0].quote
    study.quotes.edit(replace(quote, printed="Wij hebben [...] mensen."))
    study.quotes.claim(theme.id, "Het zit niet in het aantal.")
    study.mosaic.look_all(MosaicVerdict.SEEN)
    since = study.reports.since()
    assert since
    first, *others = changes_told(since)
    assert first.endswith("changed: 1 quote; new: 1 claim.")
    assert [line.strip() for line in others] == [
        "new: Het zit niet in het aantal.",
        "changed: Wij hebben [...] mensen. (Politie II, P2:1)",
    ]
    report = study.reports.write(target, "html")
    assert first in report.remarks
    assert first not in told(target)
    again = study.reports.since()
    assert again and not again.changed


def test_own_words_are_printed_and_what_changed_since_is_said(
    study: Project, tmp_path: Path
) -> None:
    study.method_paragraph.edit("Zo ging het.")
    study.describe(selection="Wie zich meldde deed mee.")
    report = study.reports.write(tmp_path / "rapport.html", "html")
    text = told(tmp_path / "rapport.html")
    assert "Zo ging het." in text
    assert "Wie zich meldde" not in text
    assert any("the facts have changed" in each for each in report.remarks)


def test_templates_of_one_s_own_take_the_place_of_ours(study: Project, tmp_path: Path) -> None:
    study.reports.write_templates(study.folder / "templates")
    own = study.folder / "templates" / "report.md.j2"
    own.write_text("Ons rapport: {{ title }}, {{ themes|length }} thema.\n", "utf-8")
    text = write(study, tmp_path / "rapport.md")
    assert text == "Ons rapport: Proef, 1 thema."
    given = tmp_path / "sjabloon.md.j2"
    given.write_text("Alleen {{ words.theme }}.", "utf-8")
    study.reports.write(tmp_path / "anders.md", "md", template=given)
    assert told(tmp_path / "anders.md") == "Alleen Thema."
    with pytest.raises(InvalidInputError, match="is there already"):
        study.reports.write_templates(study.folder / "templates")


@pytest.mark.parametrize("format", FORMATS)
def test_templates_that_were_written_out_make_the_same_report(
    study: Project, tmp_path: Path, format: str
) -> None:
    write_only(study, tmp_path / f"rapport.{format}")
    study.reports.write_templates(study.folder / "templates")
    write_only(study, tmp_path / f"eigen.{format}")
    if format != "pdf":  # one's own may use the fonts of the machine
        ours, own = (tmp_path / f"{name}.{format}" for name in ("rapport", "eigen"))
        assert own.read_bytes().replace(b"eigen-", b"rapport-") == ours.read_bytes()


BROKEN = {
    "a.md.j2": ("md", "# {{ title }}\n\n{% for theme in %}\n", "a.md.j2 .* line 3: "),
    "b.html.j2": ("html", "<p>\n{{ nowhere }}\n", "b.html.j2 .* line 2: 'nowhere' is undefined"),
    "c.md.j2": ("md", "{{ ''.__class__.__mro__ }}", "c.md.j2 cannot be used"),
    "d.md.j2": ("md", "{% include 'elders.j2' %}", "elders.j2 is not there"),
    "e.typ": ("pdf", "= Kop\n\n#nowhere\n", "e.typ .* line 3: unknown variable: nowhere"),
    "f.typ": ("pdf", '#import "@preview/cetz:0.3.0"\n', "a package from the network"),
    "g.typ": ("pdf", '#read("/etc/passwd")', "g.typ cannot be used"),
    "h.docx": ("docx", "geen Word", "h.docx cannot be used: it is not a Word file"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_template_is_told_in_one_sentence(
    study: Project, tmp_path: Path, name: str
) -> None:
    format, text, message = BROKEN[name]
    template = tmp_path / name
    template.write_text(text, "utf-8")
    target = tmp_path / f"rapport.{format}"
    with pytest.raises(TemplateBrokenError, match=message) as error:
        study.reports.write(target, format, template=template)
    assert "\n" not in error.value.message
    assert not target.exists()


@pytest.mark.parametrize(
    "text",
    ['#include "deel.typ"', '#let what = "@pre" + "view/cetz:0.3.0"\n#import what: canvas'],
)
def test_a_template_reaches_no_network_however_it_asks(
    study: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    (tmp_path / "deel.typ").write_text('#import "@preview/cetz:0.3.0": canvas', "utf-8")
    template = tmp_path / "eigen.typ"
    template.write_text(text, "utf-8")
    visits: list[object] = []
    with socket.create_server(("127.0.0.1", 0)) as proxy:
        threading.Thread(target=answer, args=(proxy, visits), daemon=True).start()
        address = f"http://127.0.0.1:{proxy.getsockname()[1]}"
        monkeypatch.setenv("https_proxy", address)
        with pytest.raises(TemplateBrokenError, match="a package from the network"):
            study.reports.write(tmp_path / "rapport.pdf", "pdf", template=template)
        proxy.shutdown(socket.SHUT_RDWR)
    assert not visits
    assert os.environ["https_proxy"] == address


def answer(server: socket.socket, visits: list[object]) -> None:
    """Note who comes by, and send them away."""
    with suppress(OSError):
        while True:
            connection, who = server.accept()
            visits.append(who)
            connection.close()


def test_a_broken_tag_in_word_is_found_by_its_words(study: Project, tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("Onderzoek naar wachten")
    document.add_paragraph("Hier staat {{ nergens }} iets")
    template = tmp_path / "eigen.docx"
    document.save(str(template))
    with pytest.raises(TemplateBrokenError, match="'nergens' is undefined"):
        study.reports.write(tmp_path / "rapport.docx", "docx", template=template)


def test_a_pdf_is_for_screen_readers_and_a_sign_that_no_font_has_keeps_nobody_from_it(
    study: Project, tmp_path: Path
) -> None:
    target = tmp_path / "rapport.pdf"
    study.reports.write(target, "pdf")
    assert is_accessible(target.read_bytes())
    study.describe(question="Wat staat in de weg? \U0010fffd")
    report = study.reports.write(target, "pdf")
    assert not is_accessible(target.read_bytes())
    assert any("a box stands in its place" in each for each in report.remarks)


def test_word_gets_real_styles_and_pictures_that_say_what_they_show(
    study: Project, tmp_path: Path
) -> None:
    target = tmp_path / "rapport.docx"
    write_only(study, target)
    document = Document(str(target))
    styles = {
        paragraph.text.replace("\u00a0", " "): paragraph.style.name
        for paragraph in document.paragraphs
        if paragraph.style is not None and not paragraph.style.name.startswith("toc")
    }
    assert styles["Thema 1. Stil werk wacht"] == "Heading 1"
    assert styles["“Wij hebben genoeg mensen.” (Politie II, P2:1)"] == "Quote"
    assert document.core_properties.title == "Proef"
    described = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]
    assert described[0].startswith("Thema’s: 1 Stil werk wacht.")
    assert "Politie I" in described[1]
    with ZipFile(target) as parts:
        assert b'w:val="nl-NL"' in parts.read("word/styles.xml")


@needs_office
def test_libreoffice_opens_it_with_every_quote(study: Project, tmp_path: Path) -> None:
    target = tmp_path / "rapport.docx"
    write_only(study, target)
    text = converted(target, "txt:Text", tmp_path / "office").read_text("utf-8-sig")
    text = text.replace("\u00a0", " ")
    assert "“We zijn met [aantal] mensen en dat is te weinig.” (Politie I, P1:1)" in text
    assert "Figuur 2." in text


@pytest.mark.parametrize("format", FORMATS)
def test_an_empty_project_has_a_report_full_of_gaps(
    project: Project, tmp_path: Path, format: str
) -> None:
    target = tmp_path / f"rapport.{format}"
    write_only(project, target)
    if format != "pdf":
        assert "[nog geen thema’s]" in told(target)
        assert "analyse van ." not in told(target)


def test_the_fields_of_the_docs_are_those_that_templates_are_filled_with(
    study: Project,
) -> None:
    docs = (ROOT / "docs" / "report-templates.md").read_text("utf-8").partition("## Fields")[2]
    named = set(re.findall(r"`(\w+)`", docs))
    fields = fields_of(build_report(study._workspace, WHOLE).report)
    for part in PARTS:
        if part is ReportWords:
            continue
        assert {field.name for field in dataclasses.fields(part)} <= named, part
    assert set(fields) == {field.name for field in dataclasses.fields(Report)}
