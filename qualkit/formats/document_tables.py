"""Tables of documents, a row each: CSV, JSONL and Parquet, read without holding all of it.

A row that is no document is set aside by the name of the table and the row, and the next is read.
"""

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from qualkit.domain.batch_documents import LONGEST_NAME, Document, SetAside
from qualkit.domain.text import one_line, printable
from qualkit.errors import InvalidInputError, UnreadableFileError
from qualkit.formats.drafts import shown_name
from qualkit.formats.registry import MOST_BYTES
from qualkit.translation import _

if TYPE_CHECKING:
    import pyarrow as pa

SUFFIXES = (".csv", ".jsonl", ".parquet")

ID_COLUMNS = ("id", "name", "source", "naam", "bron")
"""Of which the first that a table has names its documents, when no other is asked for."""

TEXT_COLUMNS = ("text", "tekst")

_SEPARATORS = ";,\t"
_ROWS_AT_A_TIME = 32
_TOO_LARGE = "\ud800"
"""Stands for a line that is too large; nothing in a file is read as this sign."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns of a table hold the names and the words of documents."""

    id: str = ""
    """Empty for the first of `ID_COLUMNS` that is there."""
    text: str = ""
    """Empty for the first of `TEXT_COLUMNS`."""

    def found_in(self, names: Sequence[str], table: str) -> tuple[str, str]:
        """Give both as they are written in a table; capitals and spaces around make no difference.

        Raises:
            InvalidInputError: the table has no such column.
        """
        return (
            _first(names, [self.id] if self.id else ID_COLUMNS, table, "--id-column"),
            _first(names, [self.text] if self.text else TEXT_COLUMNS, table, "--text-column"),
        )


ANY_COLUMNS = Columns()


def read_table(path: Path, columns: Columns = ANY_COLUMNS) -> Iterator[Document | SetAside]:
    """Give the rows of a table as documents, in its order.

    A row without id or text, with an id that a row before it has, or with what is no text, is set
    aside; so is one that is larger than any file may be.

    Raises:
        InvalidInputError: the table has no such columns.
        UnreadableFileError: it is missing, may not be opened, or is no such table.
    """
    table = shown_name(path)
    readers = {".csv": _csv_rows, ".jsonl": _json_rows, ".parquet": _parquet_rows}
    try:
        yield from _documents(readers[path.suffix.lower()](path, columns, table), table)
    except OSError as error:
        raise UnreadableFileError(
            _("'{name}' could not be read from disk.").format(name=table),
            _("Check the path, and the right to read it."),
        ) from error


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    """From 1, without the headings."""
    id: Any = None
    text: Any = None
    problem: str = ""
    """Why it cannot be read; empty when it can."""


def _documents(rows: Iterable[_Row], table: str) -> Iterator[Document | SetAside]:
    seen = set[int]()
    for row in rows:
        name = _name_of(row.id)
        raw = _as_utf8(row.text)
        problem = row.problem or _problem(name, raw, hash(name) in seen)
        if problem or raw is None:
            place = _("{table}, row {number}").format(table=table, number=row.number)
            yield SetAside(f"{place} ({name})" if name else place, problem)
        else:
            seen.add(hash(name))
            yield Document(name, raw, "", sha256(raw).digest())


def _problem(name: str, raw: bytes | None, is_known: bool) -> str:
    """Tell why a row is no document; empty when it is one."""
    if not name:
        return _("It has no id.")
    if is_known:
        return _("A row before it has the same id.")
    if raw is None:
        return _("What it has for a text is no text in UTF-8.")
    if len(raw) > MOST_BYTES:
        return _too_large()
    return "" if raw.strip() else _("It has no text.")


def _too_large() -> str:
    return _("It is larger than {size} MB.").format(size=MOST_BYTES // 1_000_000)


def _name_of(value: Any) -> str:
    """Give an id as a name; empty where it is none."""
    if isinstance(value, bytes):
        value = _decoded(value)
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    return one_line(printable(str(value)[: 2 * LONGEST_NAME]), LONGEST_NAME)


def _as_utf8(value: Any) -> bytes | None:
    if value is None:
        return b""
    if isinstance(value, bytes):
        return value if _decoded(value) is not None else None
    with suppress(UnicodeEncodeError):
        return value.encode() if isinstance(value, str) else None
    return None


def _decoded(value: bytes) -> str | None:
    with suppress(UnicodeDecodeError):
        return value.decode()
    return None


def _first(names: Sequence[str], wanted: Sequence[str], table: str, option: str) -> str:
    known = {name.strip().casefold(): name for name in reversed(names)}
    for each in wanted:
        if each.casefold() in known:
            return known[each.casefold()]
    shown = ", ".join(one_line(printable(name), 40) for name in names[:20])
    raise InvalidInputError(
        _("'{table}' has no column {wanted}; it has: {names}.").format(
            table=table, wanted=_(" or ").join(wanted[:3]), names=shown
        ),
        _("Name the one that is meant with {option}.").format(option=option),
    )


def _lines(file: BinaryIO) -> Iterator[bytes | None]:
    """Give the lines of a file; None for one that is larger than any file may be."""
    while line := file.readline(MOST_BYTES + 1):
        if len(line) <= MOST_BYTES:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = file.readline(MOST_BYTES)
        yield None


def _json_rows(path: Path, columns: Columns, table: str) -> Iterator[_Row]:
    names: tuple[str, str] | None = None
    refusal: InvalidInputError | None = None
    with path.open("rb") as file:
        filled = (line for line in _lines(file) if line is None or line.strip())
        for number, line in enumerate(filled, start=1):
            found = _json_object(line)
            if found is None:
                no_object = _("It is no JSON object on a line of its own.")
                yield _Row(number, problem=_too_large() if line is None else no_object)
                continue
            try:
                names = names or columns.found_in([*found], table)
            except InvalidInputError as error:
                refusal = refusal or error
                yield _Row(number, problem=_("It has no id, or no text."))
            else:
                yield _Row(number, found.get(names[0]), found.get(names[1]))
    # Where no row has them, it is the columns that are other ones, and not the rows.
    if refusal and not names:
        raise refusal


def _json_object(line: bytes | None) -> dict[str, Any] | None:
    # Numbers without end and thousands of brackets are refused by Python itself.
    with suppress(ValueError, RecursionError):
        found = json.loads(line.decode("utf-8-sig")) if line is not None else None
        return found if isinstance(found, dict) else None
    return None


def _csv_rows(path: Path, columns: Columns, table: str) -> Iterator[_Row]:
    csv.field_size_limit(MOST_BYTES)
    with path.open("rb") as file:
        lines = (_csv_line(line) for line in _lines(file))
        headings = next(lines, "").removeprefix("\ufeff")
        separator, names = _headings(headings, columns, table)
        wanted = [names.index(name) for name in columns.found_in(names, table)]
        rows = csv.reader(lines, delimiter=separator)
        number = 0
        while True:
            number += 1
            try:
                cells = next(rows, None)
            except csv.Error:
                yield _Row(number, problem=_("It cannot be read as a row of a CSV file."))
                continue
            if cells is None:
                return
            if not cells:
                number -= 1
            elif cells == [_TOO_LARGE]:
                yield _Row(number, problem=_too_large())
            elif len(cells) != len(names):
                yield _Row(number, problem=_not_as_many(len(cells), len(names)))
            else:
                yield _Row(number, *(cells[place] for place in wanted))


def _csv_line(line: bytes | None) -> str:
    # What is no text becomes half surrogates, which no text in UTF-8 can hold.
    return _TOO_LARGE if line is None else line.decode("utf-8", "surrogateescape")


def _headings(line: str, columns: Columns, table: str) -> tuple[str, list[str]]:
    """Give the separator with which a table has the columns that are wanted, and its headings."""
    read = {sign: next(csv.reader([line], delimiter=sign), []) for sign in _SEPARATORS}
    for sign, names in read.items():
        with suppress(InvalidInputError):
            columns.found_in(names, table)
            return sign, names
    most = max(read, key=lambda sign: len(read[sign]))
    return most, read[most]


def _not_as_many(cells: int, headings: int) -> str:
    return _("It has {cells} cells where there are {headings} headings.").format(
        cells=cells, headings=headings
    )


def _parquet_rows(path: Path, columns: Columns, table: str) -> Iterator[_Row]:
    import pyarrow as pa  # noqa: PLC0415 (loaded by who reads such a table)
    import pyarrow.parquet as pq  # noqa: PLC0415

    try:
        with pq.ParquetFile(path) as file:
            wanted = columns.found_in(file.schema_arrow.names, table)
            number = 0
            for batch in file.iter_batches(_ROWS_AT_A_TIME, columns=list(dict.fromkeys(wanted))):
                for row_id, text in zip(*(_plain(batch[name]) for name in wanted), strict=True):
                    number += 1
                    yield _Row(number, row_id, text)
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
