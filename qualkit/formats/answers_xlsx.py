"""A quote sheet that came back as a workbook, saved by Excel, LibreOffice or another program."""

import re
import warnings
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from qualkit.domain.answer_sheets import FilledSheet
from qualkit.errors import UnreadableFileError
from qualkit.formats.answers_table import read_grid
from qualkit.formats.office_archive import EXCEL, check_archive
from qualkit.translation import _

MOST_COLUMNS = 64
LAST_ROW = 1_048_576
"""Of a page in Excel."""

_DECLARES = re.compile(rb"<\0?!\0?D\0?O\0?C\0?T\0?Y\0?P\0?E")
_LINE_END = "_x000D_"
"""How Excel writes half of a Windows line end within a cell."""


def read_xlsx_answers(data: bytes, file_name: str) -> FilledSheet:
    """Read a workbook, all its pages after each other.

    Raises:
        UnreadableFileError: it is no workbook, is damaged, would unpack to something huge, or was
            not made from a quote sheet.
    """
    check_archive(data, file_name, EXCEL)
    # Slow to load, and most commands never need it.
    from openpyxl import load_workbook  # noqa: PLC0415
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415

    try:
        _refuse_entities(data, file_name)
        with warnings.catch_warnings():
            # openpyxl warns of what it leaves aside: lists and colours of Excel's own.
            warnings.simplefilter("ignore")
            book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
            return read_grid(map(_lines, book.worksheets), file_name)
    except (
        InvalidFileException,
        # What openpyxl lets through for parts that are missing, damaged or not what they say.
        *(BadZipFile, zlib.error, EOFError, SyntaxError, KeyError, ValueError, TypeError),
        *(AttributeError, IndexError, OSError, RecursionError),
    ) as error:
        raise UnreadableFileError(
            _("'{file_name}' is a damaged or unusual workbook.").format(file_name=file_name),
            EXCEL.save_again,
        ) from error


def _refuse_entities(data: bytes, file_name: str) -> None:
    """Refuse XML that declares a document type, as no table program writes one.

    Raises:
        UnreadableFileError: it does.
    """
    with ZipFile(BytesIO(data)) as archive:
        for member in archive.namelist():
            if member.endswith((".xml", ".rels")) and _DECLARES.search(archive.read(member)):
                raise UnreadableFileError(
                    _("'{file_name}' declares XML entities and is not read.").format(
                        file_name=file_name
                    ),
                    EXCEL.save_again,
                )


def _lines(page: Any) -> Iterator[list[str]]:
    # What a file says of its own size may be wrong, or far too much.
    page.reset_dimensions()
    for row in page.iter_rows(max_row=LAST_ROW, max_col=MOST_COLUMNS, values_only=True):
        if any(row):
            yield ["" if cell is None else str(cell).replace(_LINE_END, "") for cell in row]
        else:
            yield []
