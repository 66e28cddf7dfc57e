"""Rows of a file of suggestions: checked, cell by cell, before anything is done with them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from qualkit.domain.suggestions import TIERS, PipelineInfo
from qualkit.domain.text import one_line, printable
from qualkit.formats.suggestion_refusals import strange_signs, unclear

MOST_SIGNS = 2_000
"""Code points in a cell; a batch writes phrases, not texts."""

MOST = 1_000_000_000
"""No rank and no place in a text is as high."""

Cells = Mapping[str, Any]
"""A row by the names of the columns, as the format gives it."""

_SHA256 = re.compile(r"[0-9a-f]{64}")


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


class RowReader:
    """Checks rows. A text is looked at once, for most of them come back in many rows."""

    def __init__(self, name: str) -> None:
        """Read rows of a file with this name."""
        self._name = name
        self._plain: dict[str, str] = {}
        self._tidy: dict[str, str] = {}
        self._hashes: dict[str, str] = {}
        self._pipelines: dict[tuple[str, str, str], str] = {}

    def read(self, cells: Cells, number: int) -> SuggestionRow:
        """Check one row, which is the one with a number in the file.

        Raises:
            UnreadableFileError: it says nothing that one could use, or holds signs that could steer
                a terminal or a page.
        """
        rank, start, end = _number(cells["rank"]), _number(cells["start"]), _number(cells["end"])
        if not 1 <= rank < MOST or not 0 <= start < end < MOST:
            raise unclear(number, self._name)
        return SuggestionRow(
            rank=rank,
            phrase=self._shown(cells["phrase"], number),
            words=self._text(cells["words"], number),
            lemma=self._shown(cells["lemma"], number),
            reason=self._shown(cells["reason"], number),
            source=self._shown(cells["source"], number),
            start=start,
            end=end,
            text_sha256=self._hash(cells["text_sha256"], number),
            pipeline=self._pipeline(cells, number),
        )

    def _shown(self, cell: object, number: int) -> str:
        """Give a cell that may come to stand on a screen, and so may hold nothing but words."""
        known = self._plain.get(cell) if isinstance(cell, str) else None
        if known is None:
            known = self._text(cell, number)
            if not _is_plain(str(cell)):
                raise strange_signs(number, self._name)
            self._plain[str(cell)] = known
        return known

    def _text(self, cell: object, number: int) -> str:
        if not isinstance(cell, str) or len(cell) > MOST_SIGNS:
            raise unclear(number, self._name)
        known = self._tidy.get(cell)
        if known is None:
            known = self._tidy[cell] = one_line(cell)
        return known

    def _hash(self, cell: object, number: int) -> str:
        if not isinstance(cell, str) or not _SHA256.fullmatch(cell):
            raise unclear(number, self._name)
        return self._hashes.setdefault(cell, cell)

    def _pipeline(self, cells: Cells, number: int) -> str:
        key = (
            self._shown(cells["tier"], number),
            self._shown(cells["pipeline"], number),
            self._shown(cells["version"], number),
        )
        if key[0] not in TIERS:
            raise unclear(number, self._name)
        return self._pipelines.setdefault(key, str(PipelineInfo(*key)))


def _is_plain(cell: str) -> bool:
    """Tell whether a cell has no signs that could steer a terminal or a page."""
    return printable(cell) == cell and not set("<>") & set(cell)


def _number(cell: object) -> int:
    """Give a whole number that is not negative, or -1."""
    if isinstance(cell, str) and cell.isascii() and cell.isdecimal() and len(cell) < 12:
        return int(cell)
    return cell if isinstance(cell, int) and not isinstance(cell, bool) else -1
