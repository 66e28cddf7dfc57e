"""Keyword in context: what stands before and behind, and the order of the lines."""

from datetime import UTC, datetime

import pytest

from qualkit.domain.kwic import KwicSort, kwic_lines, sorted_lines
from qualkit.domain.search import Hit
from qualkit.domain.segments import Segment
from qualkit.domain.sources import Source, SourceKind, TextKind
from qualkit.domain.spans import Span


def hit(number: int, words: str, *keywords: str) -> Hit:
    now = datetime(2026, 1, 1, tzinfo=UTC)
    source = Source(f"s{number}", number, "t", SourceKind.CHAT, TextKind.CHAT, "nl", now)
    spans = [Span(100 + (at := words.index(word)), 100 + at + len(word)) for word in keywords]
    segment = Segment("v", 1, Span(100, 100 + len(words)), line=7)
    return Hit(source, "Bezoeker 1", segment, words, tuple(spans), 7)


HITS = [
    hit(2, "Er is Één wachttijd Zoals altijd", "wachttijd"),
    hit(1, "de lange wachttijden\nbij het loket, en een wachttijd: zonder reden", "wachttijden"),
    hit(1, "dan zegt een wachttijd élk jaar iets", "wachttijd"),
]


@pytest.mark.parametrize(
    ("sort", "rights"),
    [
        (KwicSort.SOURCE, ["bij", "élk", "Zoals"]),
        # "een" behind "zegt" and "is": the nearest word is alike, the next decides.
        (KwicSort.LEFT, ["Zoals", "élk", "bij"]),
        (KwicSort.RIGHT, ["bij", "élk", "Zoals"]),
        (KwicSort.KEYWORD, ["élk", "Zoals", "bij"]),
    ],
)
def test_lines_are_ordered_by_the_nearest_words(sort: KwicSort, rights: list[str]) -> None:
    lines = sorted_lines(kwic_lines(HITS), sort)
    assert [line.right.split()[0] for line in lines] == rights


def test_a_line_says_where_it_stands_and_loses_no_sign() -> None:
    words = "eerste regel\ntweede 🙂\tregel knelpunt."
    (line,) = kwic_lines([hit(3, words, "knelpunt")])
    assert (line.reference, line.keyword) == ("P3:8", "knelpunt")
    assert line.left == "eerste regel tweede 🙂 regel "
    assert len(line.left + line.keyword + line.right) == len(words)
