"""Reading a file of suggestions back: CSV, JSON lines or Parquet, as a batch writes it.

What the file says about words is not trusted: a place and the hash of its text are what counts.
"""

import csv
import hashlib
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from qualkit.errors import UnreadableFileError
from qualkit.formats.csv_tables import unguarded
from qualkit.formats.decode import decode
from qualkit.formats.drafts import shown_name
from qualkit.formats.suggestion_columns import COLUMNS
from qualkit.formats.suggestion_parquet import SIGNATURE, parquet_rows
from qualkit.formats.suggestion_refusals import (
    damaged,
    refuse_other_columns,
    too_large,
)
from qualkit.formats.suggestion_rows import Cells, RowReader, SuggestionRow
from qualkit.translation import _

MOST_BYTES = 200_000_000
MOST_ROWS = 1_000_000


@dataclass(frozen=True, slots=True)
class SuggestionFile:
    """A file that was read."""

    name: str
    sha256: str
    rows: tuple[SuggestionRow, ...]


def read_suggestions(path: Path) -> SuggestionFile:
    """Read a file that a batch wrote, or a folder of parts; the format shows from what is in it.

    Raises:
        UnreadableFileError: it is not such a file, it is damaged or too large, or there is more in
            it than words and numbers.
    """
    name = shown_name(path)
    whole, reader, rows = hashlib.sha256(), RowReader(name), list[SuggestionRow]()
    for part in _parts_of(path, name):
        data = _bytes_of(part, name)
        whole.update(data)
        for cells in _rows_in(data, name):
            if len(rows) == MOST_ROWS:
                raise too_large(name)
            rows.append(reader.read(cells, len(rows) + 1))
    return SuggestionFile(name, whole.hexdigest(), tuple(rows))


def _parts_of(path: Path, name: str) -> list[Path]:
    try:
        parts = sorted(path.glob("*.parquet")) if path.is_dir() else [path]
    except (OSError, ValueError) as error:
        raise _unopened(name) from error
    if not parts:
        raise UnreadableFileError(_("There are no suggestions in '{file}'.").format(file=name))
    return parts


def _bytes_of(path: Path, name: str) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise _unopened(name) from error
    if len(data) > MOST_BYTES:
        raise too_large(name)
    return data


def _unopened(name: str) -> UnreadableFileError:
    return UnreadableFileError(
        _("'{file}' cannot be read.").format(file=name), _("Check the path.")
    )


def _rows_in(data: bytes, name: str) -> Iterator[Cells]:
    if data.startswith(SIGNATURE):
        return parquet_rows(data, name, MOST_ROWS)
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return _json_rows(data, name)
    return _csv_rows(data, name)


def _csv_rows(data: bytes, name: str) -> Iterator[Cells]:
    text = decode(data, name)
    header = text.partition("\n")[0]
    separator = max(";,\t", key=header.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        refuse_other_columns(reader.fieldnames or (), name)
        for cells in reader:
            yield {
                column: unguarded(cell) if isinstance(cell, str) else None
                for column, cell in cells.items()
                if column in COLUMNS
            }
    except csv.Error as error:
        raise damaged(name) from error


def _json_rows(data: bytes, name: str) -> Iterator[Cells]:
    for line in io.StringIO(decode(data, name)):
        if not line.strip():
            continue
        try:
            cells = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise damaged(name) from error
        refuse_other_columns(cells if isinstance(cells, dict) else (), name)
        yield cells
