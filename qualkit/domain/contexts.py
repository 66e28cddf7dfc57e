"""A passage among the words around it, so that it is not read as a loose snippet."""

from collections.abc import Sequence
from dataclasses import dataclass

from qualkit.domain.spans import Span

TURNS = 2
"""How many turns before and after are shown, unless one asks for more."""


@dataclass(frozen=True, slots=True)
class InContext:
    """A passage with what stands before and after it, word for word, speaker prefixes included."""

    before: str
    words: str
    after: str


def in_context(text: str, turns: Sequence[Span], span: Span, many: int = TURNS) -> InContext:
    """Give a passage with the rest of its own turns, and as many turns before and after.

    `turns` stand in order and apart. Where there are none, it is the lines of the passage.
    """
    touched = [place for place, turn in enumerate(turns) if turn.overlaps(span)]
    start, end = _whole_lines(text, span)
    if touched:
        start = min(start, turns[max(touched[0] - many, 0)].start)
        end = max(end, turns[min(touched[-1] + many, len(turns) - 1)].end)
    return InContext(text[start : span.start], span.of(text), text[span.end : end])


def _whole_lines(text: str, span: Span) -> tuple[int, int]:
    end = text.find("\n", span.end)
    return text.rfind("\n", 0, span.start) + 1, len(text) if end < 0 else end
