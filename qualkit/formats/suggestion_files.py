"""Reading a file of suggestions back: CSV, JSON lines or Parquet, as a batch writes it.

What the file says about words is not trusted: a place and the hash of its text are what counts.
"""

import csv
import hashlib
import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qualkit.domain.suggestions import TIERS, PipelineInfo
from qualkit.domain.text import one_line, printable
from qualkit.errors import UnreadableFileError
from qualkit.formats.csv_tables import unguarded
from qualkit.formats.decode import decode
from qualkit.formats.drafts import shown_name
from qualkit.formats.suggestion_columns import COLUMNS
from qualkit.formats.suggestion_parquet import SIGNATURE, parquet_rows
from qualkit.formats.suggestion_refusals import (
    damaged,
    refuse_other_columns,
    strange_signs,
    too_large,
    unclear,
)
from qualkit.translation import _

MOST_BYTES = 200_000_000
MOST_ROWS = 1_000_000
MOST_SIGNS = 2_000
"""Code points in a cell; a batch writes phrases, not texts."""
MOST = 1_000_000_000
"""No rank and no place in a text is as high."""

Cells = Mapping[str, Any]
"""A row by the names of the columns, as the format gives it."""

_SHA256 = re.compile(r"[0-9a-f]{64}")
_WORDS = ("phrase", "words", "lemma", "reason", "source", "tier", "pipeline", "version")
_SHOWN = ("phrase", "lemma", "reason", "source", "tier", "pipeline", "version")
"""Cells that may come to stand on a screen, and so may hold nothing but words."""


@dataclass(frozen=True, slots=True)
class SuggestionRow:
    """One place of a phrase."""

    rank: int
    phrase: str
    words: str
    """As they stood there; masked where they could give somebody away."""
    lemma: str
    reason: str
    source: str
    """`P3`, or the name of a document."""
    start: int
    end: int
    """Code points, half-open."""
    text_sha256: str
    pipeline: str
    """As it is kept with a coding."""


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
    whole, kept, rows = hashlib.sha256(), dict[str, str](), list[SuggestionRow]()
    for part in _parts_of(path, name):
        data = _bytes_of(part, name)
        whole.update(data)
        for cells in _rows_in(data, name):
            if len(rows) == MOST_ROWS:
                raise too_large(name)
            rows.append(_row(cells, len(rows) + 1, name, kept))
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


def _row(cells: Cells, number: int, name: str, kept: dict[str, str]) -> SuggestionRow:
    """Check a row; `kept` holds every text once, for most of them come back in many rows."""
    words = {column: cells[column] for column in _WORDS}
    if any(not isinstance(cell, str) or len(cell) > MOST_SIGNS for cell in words.values()):
        raise unclear(number, name)
    if any(not _is_plain(words[column]) for column in _SHOWN):
        raise strange_signs(number, name)
    rank, start, end = (_number(cells[column]) for column in ("rank", "start", "end"))
    sha256 = cells["text_sha256"]
    is_right = isinstance(sha256, str) and _SHA256.fullmatch(sha256) and words["tier"] in TIERS
    if not is_right or not 1 <= rank < MOST or not 0 <= start < end < MOST:
        raise unclear(number, name)

    def once(text: str) -> str:
        return kept.setdefault(text, text)

    return SuggestionRow(
        rank=rank,
        phrase=once(one_line(words["phrase"])),
        words=once(one_line(words["words"])),
        lemma=once(one_line(words["lemma"])),
        reason=once(one_line(words["reason"])),
        source=once(one_line(words["source"])),
        start=start,
        end=end,
        text_sha256=once(sha256),
        pipeline=once(str(PipelineInfo(words["tier"], words["pipeline"], words["version"]))),
    )


def _is_plain(cell: str) -> bool:
    """Tell whether a cell has no signs that could steer a terminal or a page."""
    return printable(cell) == cell and not set("<>") & set(cell)


def _number(cell: object) -> int:
    """Give a whole number that is not negative, or -1."""
    if isinstance(cell, str) and cell.isascii() and cell.isdecimal() and len(cell) < 12:
        return int(cell)
    return cell if isinstance(cell, int) and not isinstance(cell, bool) else -1
