"""Where codes stand together: queries over the coded stretches of one text.

Every part of a query is a list of stretches in order and apart, so that each operator walks
through both of its sides once.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from qualkit.domain.code_queries import CodeQuery, NamedCode, Operator
from qualkit.domain.spans import Span


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch that fits a query."""

    span: Span
    near: Span | None = None
    """What it stands near to, when that is what was asked."""


def find_places(
    query: CodeQuery, coded: Mapping[str, Sequence[Span]], segments: Sequence[int]
) -> list[Place]:
    """Give the stretches of a text that fit a query, in order and apart.

    Args:
        query: AND gives what both sides share, OR what either covers, NOT those of the left that
            touch none of the right, NEAR those of the left with one of the right near by.
        coded: The codings by the name of the code in the query, in any order.
        segments: Where the segments of the text begin, in order; NEAR counts them.
    """
    if isinstance(query, NamedCode):
        return [Place(span) for span in joined(coded.get(query.name, ()))]
    left = _stretches(query.left, coded, segments)
    right = _stretches(query.right, coded, segments)
    match query.operator:
        case Operator.AND:
            spans = shared(left, right)
        case Operator.OR:
            spans = joined([*left, *right])
        case Operator.NOT:
            spans = without(left, right)
        case Operator.NEAR:
            near = (Place(span, nearest(span, right, query.within, segments)) for span in left)
            return [place for place in near if place.near is not None]
    return [Place(span) for span in spans]


def may_fit(query: CodeQuery, coded: Mapping[str, Sequence[Span]]) -> bool:
    """Tell, by which codes are there at all, whether a text can hold anything that fits."""
    if isinstance(query, NamedCode):
        return bool(coded.get(query.name))
    left = may_fit(query.left, coded)
    match query.operator:
        case Operator.OR:
            return left or may_fit(query.right, coded)
        case Operator.NOT:
            return left
        case Operator.AND | Operator.NEAR:
            return left and may_fit(query.right, coded)


def _stretches(
    query: CodeQuery, coded: Mapping[str, Sequence[Span]], segments: Sequence[int]
) -> list[Span]:
    return [place.span for place in find_places(query, coded, segments)]


def joined(spans: Iterable[Span]) -> list[Span]:
    """Give the stretches that some spans cover: those that overlap as one, in order."""
    stretches: list[Span] = []
    for span in sorted(spans):
        if stretches and span.start < stretches[-1].end:
            last = stretches[-1]
            if span.end > last.end:
                stretches[-1] = Span(last.start, span.end)
        else:
            stretches.append(span)
    return stretches


def shared(left: Sequence[Span], right: Sequence[Span]) -> list[Span]:
    """Give what two lists of stretches both cover."""
    found: list[Span] = []
    i = j = 0
    while i < len(left) and j < len(right):
        start = max(left[i].start, right[j].start)
        end = min(left[i].end, right[j].end)
        if start < end:
            found.append(Span(start, end))
        if left[i].end <= right[j].end:
            i += 1
        else:
            j += 1
    return found


def without(left: Sequence[Span], right: Sequence[Span]) -> list[Span]:
    """Give the stretches on the left that overlap none on the right, whole."""
    found: list[Span] = []
    j = 0
    for span in left:
        while j < len(right) and right[j].end <= span.start:
            j += 1
        if j == len(right) or right[j].start >= span.end:
            found.append(span)
    return found


def nearest(
    span: Span, others: Sequence[Span], within: int, segments: Sequence[int]
) -> Span | None:
    """Give the nearest stretch at most `within` segments away; overlapping ones are nearest."""
    # The last one that begins before the span ends, and the one after it: no other is nearer.
    behind = bisect_left(others, span.end, key=lambda other: other.start)
    near = others[max(behind - 1, 0) : behind + 1]
    fitting = [other for other in near if _segments_between(span, other, segments) <= within]
    return min(fitting, key=lambda other: _distance(span, other), default=None)


def _distance(span: Span, other: Span) -> int:
    """Count the code points between two stretches."""
    return max(other.start - span.end, span.start - other.end, 0)


def _segments_between(span: Span, other: Span, segments: Sequence[int]) -> int:
    """Count how many segments on the second begins; 0 in the same one."""
    first, last = sorted((span, other))
    return max(_position(last.start, segments) - _position(first.end - 1, segments), 0)


def _position(offset: int, segments: Sequence[int]) -> int:
    return bisect_right(segments, offset)
