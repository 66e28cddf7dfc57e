"""Word files: what a reader sees in the body, one paragraph a line.

Paragraphs, headings, list items, table cells and text boxes are read in document order. Tracked
insertions count as text and deletions do not; headers, footers, notes and comments are left out.
"""

import zlib
from collections.abc import Iterator
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

from qualkit.errors import UnreadableFileError
from qualkit.formats.office_archive import WORD, check_archive
from qualkit.translation import _

if TYPE_CHECKING:
    from docx.document import Document

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_PARAGRAPH, _TEXT, _TEXT_BOX, _ROW = f"{_W}p", f"{_W}t", f"{_W}txbxContent", f"{_W}tr"
_SIGNS = {
    f"{_W}tab": "\t",
    f"{_W}ptab": "\t",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "-",
}
_LEFT_OUT = frozenset(
    _W + name
    for name in (
        *("del", "delText", "moveFrom", "instrText", "delInstrText", "rt"),
        *("pPr", "rPr", "tblPr", "tblGrid", "tblPrEx", "trPr", "tcPr", "sdtPr", "sdtEndPr"),
        *("sectPr", "footnoteReference", "endnoteReference", "commentReference"),
    )
)


def read_docx(data: bytes, file_name: str) -> str:
    """Give the text of a .docx file, paragraphs set apart by newlines.

    Raises:
        UnreadableFileError: it is not a Word file, is damaged, or would unpack to something huge.
    """
    return block_text(read_body(data, file_name))


def read_body(data: bytes, file_name: str) -> Any:
    """Give the body of a .docx file, as XML that is safe to walk through.

    Raises:
        UnreadableFileError: it is not a Word file, is damaged, or would unpack to something huge.
    """
    check_archive(data, file_name, WORD)
    body = _open(data, file_name).part.element.find(f"{_W}body")
    if body is None:
        raise UnreadableFileError(
            _("'{file_name}' is a Word file without a text.").format(file_name=file_name),
            WORD.save_again,
        )
    # Word never writes a document type; entities declared in one would go missing from the text.
    if body.getroottree().docinfo.internalDTD is not None:
        raise UnreadableFileError(
            _("'{file_name}' declares XML entities and is not read.").format(file_name=file_name),
            WORD.save_again,
        )
    return body


def block_text(block: Any) -> str:
    """Give the text of a body, a cell or another block, paragraphs set apart by newlines."""
    return "\n".join(_lines(block))


def _open(data: bytes, file_name: str) -> "Document":
    # Slow to load, and most commands never need it.
    import docx.opc.exceptions  # noqa: PLC0415

    try:
        return docx.Document(BytesIO(data))
    except (SyntaxError, BadZipFile, zlib.error, EOFError) as error:
        # XML that does not parse is a SyntaxError of lxml's.
        raise UnreadableFileError(
            _("'{file_name}' is a damaged Word file.").format(file_name=file_name), WORD.save_again
        ) from error
    except (
        docx.opc.exceptions.OpcError,
        docx.exceptions.PythonDocxError,
        # What python-docx lets through for parts that are missing or are not what they say.
        *(KeyError, ValueError, AttributeError, RecursionError),
    ) as error:
        raise UnreadableFileError(
            _("'{file_name}' is not a usual Word file.").format(file_name=file_name),
            WORD.save_again,
        ) from error


def _lines(block: Any) -> list[str]:
    lines: list[str] = []
    carried = _read_block(block, lines, "")
    return [*lines, carried] if carried else lines


def _read_block(block: Any, lines: list[str], carried: str) -> str:
    """Add the paragraphs of `block` to `lines`; give what still waits for a paragraph's end."""
    for child in _children(block):
        if child.tag != _PARAGRAPH:
            carried = _read_block(child, lines, carried)
            continue
        boxes: list[str] = []
        carried += "".join(_words(child, boxes))
        if not _is_joined_to_next(child):
            lines.append(carried)
            carried = ""
        lines.extend(boxes)
    return carried


def _words(element: Any, boxes: list[str]) -> Iterator[str]:
    """Give the words within a paragraph; those of its text boxes are lines of their own."""
    for child in _children(element):
        if child.tag == _TEXT:
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag == _TEXT_BOX:
            boxes.extend(_lines(child))
        else:
            yield from _words(child, boxes)


def _children(element: Any) -> Iterator[Any]:
    """Give the child elements that belong to the text."""
    for child in element.iterchildren("*"):
        if child.tag == _ALTERNATIVES:
            # The same drawing written twice, for newer and for older programs.
            yield from islice(child.iterchildren("*"), 1)
        elif child.tag not in _LEFT_OUT and not _is_deleted_row(child):
            yield child


def _is_deleted_row(element: Any) -> bool:
    return element.tag == _ROW and element.find(f"{_W}trPr/{_W}del") is not None


def _is_joined_to_next(paragraph: Any) -> bool:
    """Tell whether the end of the paragraph was deleted, or moved away, as a tracked change."""
    marks = f"{_W}pPr/{_W}rPr/{_W}"
    return any(paragraph.find(marks + name) is not None for name in ("del", "moveFrom"))
