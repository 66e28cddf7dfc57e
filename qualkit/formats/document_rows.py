"""The rows of tables of documents, a few at a time: CSV, JSONL and Parquet.

One that cannot be read says why, and the next is read.
"""

import csv
import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from qualkit.errors import InvalidInputError, UnreadableFileError
from qualkit.formats.document_columns import Columns
from qualkit.formats.registry import MOST_BYTES
from qualkit.translation import _, ngettext

if TYPE_CHECKING:
    import pyarrow as pa

_SEPARATORS = ";,\t"
_ROWS_AT_A_TIME = 32
_TOO_LARGE = "\ud800"
"""Stands for a line that is too large; nothing in a file is read as this sign."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it was read."""

    number: int
    """From 1, without the headings."""
    id: Any = None
    text: Any = None
    problem: str = ""
    """Why it cannot be read; empty when it can."""


def too_large() -> str:
    """Tell of a row that is larger than any file may be."""
    return _("It is larger than {size} MB.").format(size=MOST_BYTES // 1_000_000)


def _lines(file: BinaryIO) -> Iterator[bytes | None]:
    """Give the lines of a file; None for one that is larger than any file may be."""
    while line := file.readline(MOST_BYTES + 1):
        if len(line) <= MOST_BYTES:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = file.readline(MOST_BYTES)
        yield None


def json_rows(path: Path, columns: Columns, table: str) -> Iterator[Row]:
    """Give the rows of a file with a JSON object a line; empty lines are no rows.

    Raises:
        InvalidInputError: no row has such columns.
    """
    names: tuple[str, str] | None = None
    refusal: InvalidInputError | None = None
    with path.open("rb") as file:
        filled = (line for line in _lines(file) if line is None or line.strip())
        for number, line in enumerate(filled, start=1):
            found = _json_object(line)
            if found is None:
                no_object = _("It is no JSON object on a line of its own.")
                yield Row(number, problem=too_large() if line is None else no_object)
                continue
            try:
                names = names or columns.found_in([*found], table)
            except InvalidInputError as error:
                refusal = refusal or error
                yield Row(number, problem=_("It has no id, or no text."))
            else:
                yield Row(number, found.get(names[0]), found.get(names[1]))
    # Where no row has them, it is the columns that are other ones, and not the rows.
    if refusal and not names:
        raise refusal


def _json_object(line: bytes | None) -> dict[str, Any] | None:
    # Numbers without end and thousands of brackets are refused by Python itself.
    with suppress(ValueError, RecursionError):
        found = json.loads(line.decode("utf-8-sig")) if line is not None else None
        return found if isinstance(found, dict) else None
    return None


def csv_rows(path: Path, columns: Columns, table: str) -> Iterator[Row]:
    """Give the rows of a CSV file in UTF-8; empty lines are no rows.

    Raises:
        InvalidInputError: it has no such columns.
        UnreadableFileError: it is no such file.
    """
    csv.field_size_limit(MOST_BYTES)
    with path.open("rb") as file:
        lines = _CsvLines(file)
        separator, names = _headings(next(lines, "").removeprefix("\ufeff"), columns, table)
        wanted = [names.index(name) for name in columns.found_in(names, table)]
        # Strict, so that a quotation mark that is never closed is told.
        rows = csv.reader(lines, delimiter=separator, strict=True)
        number = 0
        while True:
            number += 1
            try:
                cells = next(rows, None)
            except csv.Error:
                yield Row(number, problem=lines.problem())
                continue
            if cells is None:
                return
            if not cells:
                number -= 1
            elif cells == [_TOO_LARGE]:
                yield Row(number, problem=too_large())
            elif len(cells) != len(names):
                yield Row(number, problem=_not_as_many(len(cells), len(names)))
            else:
                yield Row(number, *(cells[place] for place in wanted))


class _CsvLines:
    """Gives the lines of a file one by one, and knows whether it has come to its end."""

    def __init__(self, file: BinaryIO) -> None:
        self._lines = _lines(file)
        self._is_done = False

    def __iter__(self) -> "_CsvLines":
        return self

    def __next__(self) -> str:
        try:
            return _csv_line(next(self._lines))
        except StopIteration:
            self._is_done = True
            raise

    def problem(self) -> str:
        """Tell why the row that came last is none."""
        if self._is_done:
            return _("A quotation mark in it is never closed, so the rest was not read.")
        return _("It cannot be read as a row of a CSV file.")


def _csv_line(line: bytes | None) -> str:
    # What is no text becomes half surrogates, which no text in UTF-8 can hold.
    return _TOO_LARGE if line is None else line.decode("utf-8", "surrogateescape")


def _headings(line: str, columns: Columns, table: str) -> tuple[str, list[str]]:
    """Give the separator with which a table has the columns that are wanted, and its headings.

    Raises:
        UnreadableFileError: they are no line of a CSV file in UTF-8, or there is none.
    """
    try:
        line.encode()
        read = {sign: next(csv.reader([line], delimiter=sign), []) for sign in _SEPARATORS}
    except (UnicodeEncodeError, csv.Error) as error:
        raise UnreadableFileError(
            _("'{name}' does not begin as a CSV file in UTF-8 does.").format(name=table),
            _("Save it once more as CSV, in UTF-8."),
        ) from error
    for sign, names in read.items():
        with suppress(InvalidInputError):
            columns.found_in(names, table)
            return sign, names
    if not line.strip():
        raise UnreadableFileError(_("'{name}' is empty.").format(name=table))
    most = max(read, key=lambda sign: len(read[sign]))
    return most, read[most]


def _not_as_many(cells: int, headings: int) -> str:
    told = ngettext(
        "It has {cells} cell where there are {headings} headings.",
        "It has {cells} cells where there are {headings} headings.",
        cells,
    )
    return told.format(cells=cells, headings=headings)


def parquet_rows(path: Path, columns: Columns, table: str) -> Iterator[Row]:
    """Give the rows of a Parquet file; texts come as bytes, for they may be no UTF-8.

    Raises:
        InvalidInputError: it has no such columns.
        UnreadableFileError: it is no Parquet file, or damaged.
    """
    import pyarrow as pa  # noqa: PLC0415 (loaded by who reads such a table)
    import pyarrow.parquet as pq  # noqa: PLC0415

    try:
        with pq.ParquetFile(path) as file:
            wanted = columns.found_in(file.schema_arrow.names, table)
            number = 0
            for batch in file.iter_batches(_ROWS_AT_A_TIME, columns=list(dict.fromkeys(wanted))):
                for row_id, text in zip(*(_plain(batch[name]) for name in wanted), strict=True):
                    number += 1
                    yield Row(number, row_id, text)
    except pa.ArrowException as error:
        raise UnreadableFileError(
            _("'{name}' is no Parquet file, or it is damaged.").format(name=table)
        ) from error


def _plain(column: "pa.Array") -> list[Any]:
    """Give the values of a column; texts as bytes, for they may be no UTF-8."""
    import pyarrow as pa  # noqa: PLC0415

    if pa.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    if pa.types.is_string(column.type) or pa.types.is_large_string(column.type):
        column = column.cast(pa.large_binary())
    values: list[Any] = column.to_pylist()
    return values
