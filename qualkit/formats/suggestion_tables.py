"""Writing the file of a batch: CSV, JSONL or Parquet, millions of rows without holding them all.

The same rows give the same bytes, however many of them come at a time.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Protocol

from qualkit.domain.text import json_safe, printable
from qualkit.errors import InvalidInputError
from qualkit.formats.atomic import check_place, file_in_parts, folder_in_parts
from qualkit.formats.csv_tables import guarded, separator
from qualkit.formats.suggestion_columns import COLUMNS, schema
from qualkit.translation import _

if TYPE_CHECKING:
    import pyarrow as pa

SUFFIXES = (".csv", ".jsonl", ".parquet")
"""Of what a batch can be written to; a folder takes parts in Parquet."""

BLOCK = 50_000
"""Rows that are written together."""

ROWS_IN_PART = 20 * BLOCK
"""In each file of a folder; a whole number of blocks."""

SCORE_PLACES = 4
"""Behind the decimal sign; further ones differ by the order in which numbers are added up."""

_PART = re.compile(r"part-\d{5}\.parquet")


def is_folder_of_parts(target: Path) -> bool:
    """Tell whether a batch goes into a folder at this place: it is one, or has no suffix."""
    return target.is_dir() or not target.suffix


def check_target(target: Path, partitioned: bool = False) -> None:
    """See that a batch can be written to a place, before hours are spent on it.

    Raises:
        InvalidInputError: its name tells no format, or nothing can be written there.
    """
    if partitioned or is_folder_of_parts(target):
        check_place(target, _is_part)
        return
    if target.suffix.lower() not in SUFFIXES:
        raise InvalidInputError(
            _("'{name}' tells no format that suggestions are written in.").format(
                name=printable(target.name)
            ),
            _("Let it end in {suffixes}, or name a folder.").format(suffixes=", ".join(SUFFIXES)),
        )
    check_place(target)


def _is_part(name: str) -> bool:
    return bool(_PART.fullmatch(name))


def write_places(
    target: Path,
    rows: "Iterable[pa.RecordBatch]",
    language: str,
    partitioned: bool = False,
) -> int:
    """Write the places of a batch, whole or not at all (mode 0600), and give how many there are.

    Args:
        target: A file that ends in one of `SUFFIXES`; or a folder, for parts in Parquet.
        rows: In the order of the file and in any number of batches, with the columns `COLUMNS`;
            a text may be a dictionary of texts.
        language: Of the study; it decides on the separator and the decimal sign of a CSV file.
        partitioned: Write a folder whatever its name.

    Raises:
        InvalidInputError: it cannot be written there, or its name tells no format.
    """
    check_target(target, partitioned)
    blocks = _blocks(rows)
    if partitioned or is_folder_of_parts(target):
        with folder_in_parts(target, _is_part) as folder:
            return _write_all(_Parts(folder), blocks)
    with file_in_parts(target) as file:
        return _write_all(_writer(target.suffix.lower(), file, language), blocks)


def _blocks(batches: "Iterable[pa.RecordBatch]") -> "Iterator[pa.Table]":
    """Give rows in blocks of one size, so that the file does not tell how they came."""
    held: list[pa.RecordBatch] = []
    count = 0
    for batch in batches:
        rest = batch.select(COLUMNS)
        while rest.num_rows:
            some = rest.slice(0, BLOCK - count)
            held.append(some)
            count += some.num_rows
            rest = rest.slice(some.num_rows)
            if count == BLOCK:
                yield _as_block(held)
                held, count = [], 0
    if held:
        yield _as_block(held)


def _as_block(batches: "list[pa.RecordBatch]") -> "pa.Table":
    import pyarrow as pa  # noqa: PLC0415 (loaded by who writes or reads a batch)
    import pyarrow.compute as pc  # noqa: PLC0415

    parts = [pa.Table.from_batches([batch]).cast(schema()) for batch in batches]
    block = pa.concat_tables(parts).combine_chunks()
    place = COLUMNS.index("score")
    return block.set_column(place, schema().field(place), pc.round(block["score"], SCORE_PLACES))


def _write_all(writer: "_Writer", blocks: "Iterable[pa.Table]") -> int:
    count = 0
    # What is closed after a failure never comes in its place.
    with closing(writer):
        for block in blocks:
            writer.write(block)
            count += block.num_rows
    return count


def _writer(suffix: str, file: BinaryIO, language: str) -> "_Writer":
    if suffix == ".parquet":
        return _Parquet(file)
    return _Lines(file, _JSONL if suffix == ".jsonl" else _csv(language))


class _Writer(Protocol):
    def write(self, block: "pa.Table") -> None: ...

    def close(self) -> None: ...


class _Parquet:
    """Writes Parquet with one group of rows a block."""

    def __init__(self, place: BinaryIO | Path) -> None:
        import pyarrow.parquet as pq  # noqa: PLC0415

        self._writer = pq.ParquetWriter(place, schema(), compression="zstd")

    def write(self, block: "pa.Table") -> None:
        self._writer.write_table(block, row_group_size=BLOCK)

    def close(self) -> None:
        self._writer.close()


class _Parts:
    """Writes files with a fixed number of rows into a folder; one where there are no rows."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._rows = self._number = 0
        self._part = self._next()

    def write(self, block: "pa.Table") -> None:
        if self._rows == ROWS_IN_PART:
            self._part.close()
            self._part = self._next()
        self._part.write(block)
        self._rows += block.num_rows

    def close(self) -> None:
        self._part.close()

    def _next(self) -> _Parquet:
        part = self._folder / f"part-{self._number:05d}.parquet"
        part.touch(mode=0o600)
        self._number += 1
        self._rows = 0
        return _Parquet(part)


@dataclass(frozen=True, slots=True)
class _Form:
    """How a row is written as a line of text."""

    first_line: str
    before: str
    between: str
    after: str
    decimal_sign: str
    text: Callable[[str], str]
    """Writes a text as a cell."""
    is_named: bool = False
    """Whether each cell has the name of its column before it."""


def _csv(language: str) -> _Form:
    """Give CSV that office programs open right and that cannot act as formulas."""
    sign = separator(language)
    decimal_sign = "." if sign == "," else ","
    first = f"\ufeff{sign.join(COLUMNS)}\r\n"
    return _Form(first, "", sign, "\r\n", decimal_sign, _quoted)


def _quoted(text: str) -> str:
    doubled = guarded(text).replace('"', '""')
    return f'"{doubled}"'


def _as_json(text: str) -> str:
    return json_safe(json.dumps(text, ensure_ascii=False))


_JSONL = _Form("", "{", ", ", "}\n", ".", _as_json, is_named=True)


class _Lines:
    """Writes a row a line; each text is made into a cell once a block, however often it comes."""

    def __init__(self, file: BinaryIO, form: _Form) -> None:
        self._file = file
        self._form = form
        file.write(form.first_line.encode())

    def write(self, block: "pa.Table") -> None:
        import pyarrow.compute as pc  # noqa: PLC0415

        form, pieces, lead = self._form, [], self._form.before
        for name in COLUMNS:
            pieces += [f'{lead}"{name}": ' if form.is_named else lead, self._cells(block, name)]
            lead = form.between
        lines = pc.binary_join_element_wise(*pieces, form.after, "")
        self._file.write("".join(lines.to_pylist()).encode())

    def close(self) -> None:
        self._file.flush()

    def _cells(self, block: "pa.Table", name: str) -> "pa.Array":
        import pyarrow as pa  # noqa: PLC0415
        import pyarrow.compute as pc  # noqa: PLC0415

        column = block[name].combine_chunks()
        if pa.types.is_string(column.type):
            coded = column.dictionary_encode()
            written = [self._form.text(each) for each in coded.dictionary.to_pylist()]
            return pa.array(written, pa.string()).take(coded.indices)
        cells = column.cast(pa.string())
        if name == "score":
            cells = pc.replace_substring(cells, ".", self._form.decimal_sign)
        return cells
