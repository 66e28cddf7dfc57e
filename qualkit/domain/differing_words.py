"""Which words of two alike passages differ; capitals and signs do not count."""

import re

from rapidfuzz.distance import Indel

from qualkit.domain.spans import Span

_WORD = re.compile(r"[\w\u0300-\u036f]+")


def differing_words(first: str, second: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Give the stretches of each of two texts whose words the other does not have there.

    Words that follow each other are one stretch.
    """
    words = _words(first), _words(second)
    mine, hers = ([word for word, _span in side] for side in words)
    found: tuple[list[Span], list[Span]] = ([], [])
    for step in Indel.opcodes(mine, hers):
        if step.tag == "delete":
            _keep(found[0], words[0], step.src_start, step.src_end)
        elif step.tag == "insert":
            _keep(found[1], words[1], step.dest_start, step.dest_end)
    return tuple(found[0]), tuple(found[1])


def _words(text: str) -> list[tuple[str, Span]]:
    return [
        (match.group().casefold(), Span(match.start(), match.end()))
        for match in _WORD.finditer(text)
    ]


def _keep(spans: list[Span], words: list[tuple[str, Span]], start: int, end: int) -> None:
    """Keep a stretch, which goes on from the last one where no word stands between them."""
    stretch = Span(words[start][1].start, words[end - 1][1].end)
    if spans and start and spans[-1].end == words[start - 1][1].end:
        stretch = Span(spans.pop().start, stretch.end)
    spans.append(stretch)
