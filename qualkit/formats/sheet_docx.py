"""The quote sheet as a Word file: a table for each theme, with cells to write in.

Rows are made as XML and read in one go, since building thousands of them cell by cell takes
minutes. The same sheet gives the same bytes.
"""

from collections.abc import Iterable, Iterator
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx import Document
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.shared import Pt, RGBColor

from qualkit.domain.text import normalise
from qualkit.formats.sheet_table import QuoteSheet, SheetRow, cells_of
from qualkit.formats.sheet_words import (
    DECISION,
    ITEM_ID,
    LABEL,
    QUOTE,
    REMARK,
    REVIEWER,
    SHEET_ID,
)
from qualkit.formats.word_files import bytes_of, describe, turn

_WIDTHS = {ITEM_ID: 1050, QUOTE: 6250, LABEL: 2100, DECISION: 2000, REMARK: 3700}
"""Of the columns, in twentieths of a point."""
_BESIDE_ID = sum(_WIDTHS.values()) - _WIDTHS[ITEM_ID]
_GREY = "666666"
_HEAD, _TO_FILL_IN = "E9E6DF", "FFFBEB"
"""Grounds of cells; what is to be filled in also has its heading."""


def sheet_docx(sheet: QuoteSheet) -> bytes:
    """Give the sheet as the bytes of a .docx file."""
    document = Document()
    words = sheet.words
    title = f"{words.sheet}: {normalise(sheet.title)}"
    describe(document, title, sheet.language, sheet.created_at)
    _lay_out(document, sheet.language)
    document.add_heading(title, level=1)
    for paragraph in (words.lead, *words.how):
        document.add_paragraph(paragraph)
    document.add_paragraph("; ".join(_meanings(sheet)) + ".")
    _add_table(document, _about(sheet))
    if not sheet.rows:
        document.add_paragraph(words.no_quotes)
    for theme, groups in sheet.by_theme():
        document.add_heading(normalise(theme), level=2)
        _add_table(document, _theme_table(sheet, groups))
    return bytes_of(document)


def _lay_out(document: Any, language: str) -> None:
    turn(document.sections[0])
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(10)
    normal.paragraph_format.space_after = Pt(4)
    for name in ("Heading 1", "Heading 2"):
        font = document.styles[name].font
        font.color.rgb = RGBColor(0x22, 0x22, 0x22)
        # What a theme says of letters comes before a name.
        font.element.rPr.remove(font.element.rPr.rFonts)
        font.name = "Arial"
    # Otherwise Word underlines every word of a Dutch sheet.
    spoken = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    if spoken is not None:
        spoken.set(qn("w:val"), language)


def _meanings(sheet: QuoteSheet) -> Iterator[str]:
    words = sheet.words
    return (f"{word}: {words.meanings[decision]}" for decision, word in words.decisions.items())


def _add_table(document: Any, table: str) -> None:
    """Put a table, given as XML, at the end of a document, with room behind it."""
    document.element.body.insert(len(document.element.body) - 1, parse_xml(table))
    document.add_paragraph()


def _about(sheet: QuoteSheet) -> str:
    """Give the table in which the reviewer writes her name, and which says which sheet it is."""
    names = sheet.words.columns
    rows = ((names[REVIEWER], "", _TO_FILL_IN), (names[SHEET_ID], sheet.sheet_id, ""))
    widths = (2000, 5000)
    return _table(
        widths,
        (
            _row((_cell(widths[0], _runs(name, "<w:b/>")), _cell(widths[1], _runs(said), ground)))
            for name, said, ground in rows
        ),
    )


def _theme_table(
    sheet: QuoteSheet, groups: Iterable[tuple[str, list[tuple[int, SheetRow]]]]
) -> str:
    """Give the table of one theme: claims above their quotes, and below each what surrounds it."""
    names = sheet.words.columns
    head = (
        _cell(width, _runs(names[key], '<w:b/><w:sz w:val="17"/>'), _HEAD)
        for key, width in _WIDTHS.items()
    )
    made = [_row(head, "<w:tblHeader/>")]
    for group, rows in groups:
        made.append(_wide(_runs(group, "<w:b/>"), keep=True))
        for number, row in rows:
            made.append(_quote(sheet, row, _choices(sheet, number)))
            if around := cells_of(sheet, row)["context"]:
                made.append(_wide(_lines(around, _small(_GREY))))
    return _table(tuple(_WIDTHS.values()), made)


def _quote(sheet: QuoteSheet, row: SheetRow, decision: str) -> str:
    """Give the row in which a quote is answered."""
    cells = cells_of(sheet, row)
    why = "; ".join(filter(None, (cells["stance"], cells["reason"])))
    place = ", ".join(filter(None, (cells[LABEL], cells["reference"])))
    content = {
        ITEM_ID: _runs(cells[ITEM_ID], '<w:noProof/><w:color w:val="808080"/><w:sz w:val="10"/>'),
        QUOTE: _lines(cells[QUOTE], '<w:sz w:val="22"/>'),
        LABEL: _runs(place) + _paragraph(_run(why, _small(_GREY))),
        DECISION: _paragraph(decision),
        REMARK: _paragraph(""),
    }
    grounds = dict.fromkeys((DECISION, REMARK), _TO_FILL_IN)
    return _row(
        _cell(_WIDTHS[key], inside, grounds.get(key, "")) for key, inside in content.items()
    )


def _choices(sheet: QuoteSheet, number: int) -> str:
    """Give a list to choose a decision from, which is empty until one is."""
    words = sheet.words
    items = "".join(
        f"<w:listItem w:displayText={quoteattr(word)} w:value={quoteattr(word)}/>"
        for word in words.decisions.values()
    )
    name = quoteattr(words.columns[DECISION])
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val={name}/><w:tag w:val="{DECISION}"/>'
        f'<w:id w:val="{number}"/><w:showingPlcHdr/>'
        f"<w:dropDownList>{items}</w:dropDownList></w:sdtPr>"
        f"<w:sdtContent>{_run(words.choose, _small(_GREY))}</w:sdtContent></w:sdt>"
    )


def _wide(paragraphs: str, keep: bool = False) -> str:
    """Give a row without an id, which runs on over all columns that are filled in."""
    if keep:
        paragraphs = paragraphs.replace("<w:p>", "<w:p><w:pPr><w:keepNext/></w:pPr>")
    return _row((_cell(_WIDTHS[ITEM_ID], _paragraph("")), _cell(_BESIDE_ID, paragraphs, span=4)))


def _table(widths: Iterable[int], rows: Iterable[str]) -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{side} w:val="single" w:sz="4" w:color="BBBBBB"/>' for side in sides)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="0" w:type="auto"/>'
        f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:top w:w="50" w:type="dxa"/><w:left w:w="90" w:type="dxa"/>'
        '<w:bottom w:w="50" w:type="dxa"/><w:right w:w="90" w:type="dxa"/></w:tblCellMar>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _row(cells: Iterable[str], mark: str = "") -> str:
    return f"<w:tr><w:trPr><w:cantSplit/>{mark}</w:trPr>{''.join(cells)}</w:tr>"


def _cell(width: int, paragraphs: str, ground: str = "", span: int = 1) -> str:
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{ground}"/>' if ground else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}{shade}</w:tcPr>'
        f"{paragraphs}</w:tc>"
    )


def _runs(text: str, looks: str = "") -> str:
    return _paragraph(_run(text, looks))


def _lines(text: str, looks: str) -> str:
    return "".join(_runs(line, looks) for line in text.split("\n"))


def _paragraph(runs: str) -> str:
    return f"<w:p>{runs}</w:p>"


def _run(text: str, looks: str = "") -> str:
    said = escape(normalise(text))
    return f'<w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{said}</w:t></w:r>'


def _small(colour: str) -> str:
    return f'<w:color w:val="{colour}"/><w:sz w:val="17"/>'
