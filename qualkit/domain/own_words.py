"""Whether a text is told in one's own words: which stretches of it stand in what it rests on."""

import re
from collections.abc import Iterable, Sequence

from qualkit.domain.spans import Span
from qualkit.domain.text import folded

LEAST = 5
"""So many words in a row are no coincidence any more."""

_WORD = re.compile(r"\w+(?:['’.-]\w+)*")


def taken_over(text: str, passages: Iterable[str], least: int = LEAST) -> tuple[Span, ...]:
    """Give the stretches of a text that stand word for word in one of some passages.

    Capitals, punctuation and line breaks make no difference. Stretches that overlap or touch are
    one.
    """
    runs = {run for passage in passages for run in _runs(_folded(passage), least)}
    places = [match.span() for match in _WORD.finditer(text)]
    found: list[Span] = []
    last = -1
    for first, run in enumerate(_runs(_folded(text), least)):
        if run not in runs:
            continue
        start, end = places[first][0], places[first + least - 1][1]
        if found and first <= last + 1:
            found[-1] = Span(found[-1].start, end)
        else:
            found.append(Span(start, end))
        last = first + least - 1
    return tuple(found)


def _folded(text: str) -> list[str]:
    return [folded(word) for word in _WORD.findall(text)]


def _runs(words: Sequence[str], length: int) -> Iterable[tuple[str, ...]]:
    """Give every run of so many words, in order."""
    return zip(*(words[start:] for start in range(length)), strict=False)
