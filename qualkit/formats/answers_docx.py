"""A quote sheet that came back as a Word file: its tables, with what was chosen and written."""

from collections.abc import Iterator
from typing import Any

from qualkit.domain.answer_sheets import FilledSheet
from qualkit.formats.answers_table import read_grid
from qualkit.formats.docx import block_text, read_body

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TABLE, _ROW, _CELL, _CONTROL = f"{_W}tbl", f"{_W}tr", f"{_W}tc", f"{_W}sdt"


def read_docx_answers(data: bytes, file_name: str) -> FilledSheet:
    """Read the tables of a Word file, all after each other.

    Raises:
        UnreadableFileError: it is no Word file, is damaged, would unpack to something huge, or was
            not made from a quote sheet.
    """
    body = read_body(data, file_name)
    _empty_placeholders(body)
    return read_grid([_lines(body)], file_name, numbered=False)


def _empty_placeholders(body: Any) -> None:
    """Take out what content controls say while nothing was filled in."""
    for control in [*body.iter(_CONTROL)]:
        content = control.find(f"{_W}sdtContent")
        is_untouched = control.find(f"{_W}sdtPr/{_W}showingPlcHdr") is not None
        if is_untouched and content is not None and not any(content.iter(_TABLE)):
            for text in [*content.iter(f"{_W}t")]:
                text.text = ""


def _lines(body: Any) -> Iterator[list[str]]:
    for table in body.iter(_TABLE):
        for row in _inside(table, _ROW):
            line: list[str] = []
            for cell in _inside(row, _CELL):
                line.append(block_text(cell))
                line.extend([""] * (_columns_of(cell) - 1))
            yield line


def _inside(element: Any, tag: str) -> Iterator[Any]:
    """Give the rows of a table or the cells of a row, also those in a content control."""
    for child in element.iterchildren("*"):
        if child.tag == tag:
            yield child
        elif child.tag in (_CONTROL, f"{_W}sdtContent", f"{_W}ins"):
            yield from _inside(child, tag)


def _columns_of(cell: Any) -> int:
    """Give how many columns a cell runs over."""
    span = cell.find(f"{_W}tcPr/{_W}gridSpan")
    told = span.get(f"{_W}val", "1") if span is not None else "1"
    return min(int(told), 64) if told.isdecimal() and len(told) < 4 else 1
