"""Stretches in reading order (sentences, segments, codings) and the way from one to the next."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from qualkit.domain.spans import Span


class Stretches:
    """Spans by place; they may overlap."""

    def __init__(self, spans: Iterable[Span]) -> None:
        """Order them: by start, the longest first."""
        self.spans = sorted(spans, key=lambda span: (span.start, -span.end))
        self._starts = [span.start for span in self.spans]
        self._ends = sorted(span.end for span in self.spans)
        self._longest = max((span.end - span.start for span in self.spans), default=0)

    def at(self, offset: int) -> Span | None:
        """Give the stretch an offset is in; between two it is the next, and else the last."""
        index = bisect_right(self._starts, offset)
        if index and self.spans[index - 1].contains(offset):
            return self.spans[index - 1]
        return self.spans[min(index, len(self.spans) - 1)] if self.spans else None

    def over(self, start: int, end: int) -> list[Span]:
        """Give the stretches that share something with `[start, end)`, in order."""
        first = bisect_right(self._starts, start - self._longest)
        last = bisect_left(self._starts, end)
        return [span for span in self.spans[first:last] if span.end > start]

    def beginning_after(self, offset: int) -> Span | None:
        """Give the first stretch that begins behind an offset."""
        index = bisect_right(self._starts, offset)
        return self.spans[index] if index < len(self.spans) else None

    def beginning_before(self, offset: int) -> Span | None:
        """Give the last stretch that begins before an offset."""
        index = bisect_left(self._starts, offset)
        return self.spans[index - 1] if index else None

    def following(self, span: Span) -> Span | None:
        """Give the stretch after one in reading order: overlapping ones are met one by one."""
        index = bisect_right(self.spans, _key(span), key=_key)
        return self.spans[index] if index < len(self.spans) else None

    def preceding(self, span: Span) -> Span | None:
        """Give the stretch before one in reading order."""
        index = bisect_left(self.spans, _key(span), key=_key)
        return self.spans[index - 1] if index else None

    def end_before(self, offset: int) -> int | None:
        """Give the last place before an offset where a stretch ends."""
        index = bisect_left(self._ends, offset)
        return self._ends[index - 1] if index else None


def _key(span: Span) -> tuple[int, int]:
    return span.start, -span.end
