"""A quote sheet that came back as CSV, whatever table program saved it."""

import csv
import io
from collections.abc import Iterator

from qualkit.domain.answer_sheets import FilledSheet
from qualkit.errors import UnreadableFileError
from qualkit.formats.answers_table import read_grid
from qualkit.formats.csv_tables import unguarded
from qualkit.formats.decode import decode
from qualkit.formats.sheet_words import ITEM_ID
from qualkit.translation import _


def read_csv_answers(data: bytes, file_name: str) -> FilledSheet:
    """Read a sheet, with any separator and in any usual encoding.

    Raises:
        UnreadableFileError: it is no table, or not one that was made from a quote sheet.
    """
    text = decode(data, file_name)
    first, _break, rest = text.partition("\n")
    if first.lower().startswith("sep="):
        # Excel's own way to tell the separator, which it hides.
        return read_grid([_lines(rest, first[4:5], file_name)], file_name)
    # A title above the headings may have commas of its own.
    keys = next((line for line in text.split("\n", 20)[:20] if ITEM_ID in line), first)
    return read_grid([_lines(text, max(";,\t|", key=keys.count), file_name)], file_name)


def _lines(text: str, separator: str, file_name: str) -> Iterator[list[str]]:
    try:
        for line in csv.reader(io.StringIO(text, newline=""), delimiter=separator or ";"):
            yield [unguarded(cell) for cell in line]
    except csv.Error as error:
        raise UnreadableFileError(
            _("'{file}' cannot be read as a table: {reason}.").format(file=file_name, reason=error)
        ) from error
