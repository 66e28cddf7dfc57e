"""Keyword in context: every match on a line of its own, with what stands before and behind it."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from qualkit.domain.lines import format_reference
from qualkit.domain.search import Hit
from qualkit.domain.spans import Span

CONTEXT = 160
"""Code points kept on either side; more than any screen shows."""

_WORD = re.compile(r"\w+")


class KwicSort(StrEnum):
    """What lines are ordered by."""

    SOURCE = "source"
    LEFT = "left"
    RIGHT = "right"
    KEYWORD = "keyword"


@dataclass(frozen=True, slots=True)
class KwicLine:
    """One match with its context, on one line."""

    hit: Hit
    """The segment it stands in."""
    span: Span
    """The match, in code points of the version."""
    line: int
    """The line of the text it stands on, from 1."""
    left: str
    """What stands before it in the segment; its end is nearest."""
    keyword: str
    right: str

    @property
    def reference(self) -> str:
        """`P3:27`."""
        return format_reference(self.hit.source.number, self.line)


def kwic_lines(hits: Iterable[Hit]) -> list[KwicLine]:
    """Give a line for every match of some hits, in their order."""
    return [_line(hit, match) for hit in hits for match in hit.matches]


def sorted_lines(lines: Sequence[KwicLine], sort: KwicSort) -> list[KwicLine]:
    """Order lines by the words nearest to the keyword; capitals and accents make no difference.

    Lines that are alike stay in the order of the sources.
    """
    if sort is KwicSort.SOURCE:
        return sorted(lines, key=_place)
    # Sorting keeps the order of what is equal.
    return sorted(sorted(lines, key=_place), key=_KEYS[sort])


def _line(hit: Hit, match: Span) -> KwicLine:
    # Tabs and newlines become spaces one for one, which loses no place.
    words = hit.words.replace("\n", " ").replace("\t", " ")
    start, end = match.start - hit.segment.span.start, match.end - hit.segment.span.start
    return KwicLine(
        hit=hit,
        span=match,
        line=hit.segment.line + hit.words.count("\n", 0, start),
        left=words[max(0, start - CONTEXT) : start],
        keyword=words[start:end],
        right=words[end : end + CONTEXT],
    )


def _place(line: KwicLine) -> tuple[int, int]:
    return line.hit.source.number, line.span.start


def _folded_words(text: str) -> list[str]:
    """Give the words of a text as they are compared: "Één" is "een"."""
    if not text.isascii():
        decomposed = unicodedata.normalize("NFD", text)
        text = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return _WORD.findall(text.casefold())


_KEYS: dict[KwicSort, Callable[[KwicLine], list[str]]] = {
    KwicSort.LEFT: lambda line: _folded_words(line.left)[::-1],
    KwicSort.RIGHT: lambda line: _folded_words(line.right),
    KwicSort.KEYWORD: lambda line: _folded_words(line.keyword),
}
