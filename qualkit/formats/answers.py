"""Files of co-authors, by what they are: a page's answers, a table, a workbook or a Word file."""

from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from qualkit.domain.answer_sheets import FilledSheet
from qualkit.domain.text import printable
from qualkit.errors import UnreadableFileError
from qualkit.formats.answers_csv import read_csv_answers
from qualkit.formats.answers_docx import read_docx_answers
from qualkit.formats.answers_page import read_page_answers
from qualkit.formats.answers_xlsx import read_xlsx_answers
from qualkit.formats.decode import signature_of
from qualkit.translation import N_, _

MOST_BYTES = 50_000_000

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD = N_("an old Excel or Word file, or one with a password")


def read_answers(path: Path) -> FilledSheet:
    """Read a file that a co-author sent back; what it is shows from what is in it.

    Raises:
        UnreadableFileError: it is not such a file, or it cannot be read.
    """
    name = printable(path.name)
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise UnreadableFileError(
            _("'{file}' cannot be read: {reason}.").format(file=name, reason=error.strerror)
        ) from error
    if len(data) > MOST_BYTES:
        raise UnreadableFileError(_("'{file}' is too large for a sheet.").format(file=name))
    return _reader_of(data, name)


def _reader_of(data: bytes, name: str) -> FilledSheet:
    if data.startswith(b"PK"):
        is_word = any(part.startswith("word/") for part in _parts(data))
        return read_docx_answers(data, name) if is_word else read_xlsx_answers(data, name)
    if what := _OLD if data.startswith(_OLE) else signature_of(data):
        raise UnreadableFileError(
            _("'{file}' is {what}, and no quote sheet.").format(file=name, what=_(what)),
            _("A sheet comes back as .xlsx, .csv or .docx, answers of the page as .json."),
        )
    begins = data[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if begins.startswith((b"<!doctype html", b"<html")):
        raise UnreadableFileError(
            _("'{file}' is the page itself, not the answers.").format(file=name),
            _("The button on the page saves the answers as a file; ask for that one."),
        )
    if begins.startswith((b"{", b"[")):
        return read_page_answers(data, name)
    return read_csv_answers(data, name)


def _parts(data: bytes) -> list[str]:
    try:
        with ZipFile(BytesIO(data)) as archive:
            return archive.namelist()
    except (BadZipFile, NotImplementedError, UnicodeDecodeError):
        # What is wrong with it is told by the reader.
        return []
