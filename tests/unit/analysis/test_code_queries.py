"""Codes that stand together, held against definitions that look at every code point and pair."""

import itertools
from collections.abc import Iterable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualkit.analysis.code_queries import find_places, may_fit
from qualkit.domain.code_queries import CodeQuery, parse_code_query
from qualkit.domain.spans import Span
from qualkit.errors import InvalidInputError

SPANS = st.lists(
    st.builds(
        lambda start, length: Span(start, start + length), st.integers(0, 60), st.integers(1, 15)
    ),
    max_size=12,
)
SEGMENTS = st.sets(st.integers(1, 75), max_size=12).map(lambda starts: [0, *sorted(starts)])


def covered(spans: Iterable[Span]) -> set[int]:
    return {offset for span in spans for offset in range(span.start, span.end)}


def groups(spans: Sequence[Span]) -> list[Span]:
    """Join overlapping spans, two at a time, until none overlap."""
    left = list(spans)
    while True:
        pair = next(
            ((a, b) for i, a in enumerate(left) for b in left[i + 1 :] if a.overlaps(b)), None
        )
        if pair is None:
            return sorted(left)
        for span in pair:
            left.remove(span)
        left.append(Span(min(s.start for s in pair), max(s.end for s in pair)))


def apart(a: Span, b: Span, segments: Sequence[int]) -> int:
    def of(span: Span) -> set[int]:
        return {sum(start <= at for start in segments) for at in range(span.start, span.end)}

    return min(abs(one - other) for one in of(a) for other in of(b))


def found(query: str, a: list[Span], b: list[Span], segments: Sequence[int] = (0,)) -> list[Span]:
    places = find_places(parse_code_query(query), {"a": a, "b": b}, segments)
    return [place.span for place in places]


@given(SPANS, SPANS)
def test_and_gives_what_both_cover(a: list[Span], b: list[Span]) -> None:
    assert covered(found("a AND b", a, b)) == covered(a) & covered(b)
    assert found("a AND b", a, b) == found("b AND a", a, b)


@given(SPANS, SPANS)
def test_or_gives_what_either_covers_as_few_passages(a: list[Span], b: list[Span]) -> None:
    assert found("a OR b", a, b) == groups([*a, *b])


@given(SPANS, SPANS)
def test_not_gives_whole_passages_that_touch_none(a: list[Span], b: list[Span]) -> None:
    lonely = [span for span in groups(a) if not any(span.overlaps(other) for other in b)]
    assert found("a NOT b", a, b) == found("a AND NOT b", a, b) == lonely


@given(SPANS, SPANS, SEGMENTS, st.integers(0, 4))
def test_near_counts_segments(
    a: list[Span], b: list[Span], segments: list[int], within: int
) -> None:
    near = [
        span
        for span in groups(a)
        if any(apart(span, other, segments) <= within for other in groups(b))
    ]
    assert found(f"a NEAR/{within} b", a, b, segments) == near


@given(SPANS, SPANS)
def test_passages_stand_in_order_and_apart(a: list[Span], b: list[Span]) -> None:
    for query in ("a", "a AND b", "a OR b", "(a OR b) AND (b NOT a)"):
        spans = found(query, a, b)
        assert spans == sorted(spans)
        assert not spans or may_fit(parse_code_query(query), {"a": a, "b": b})
        assert not any(one.overlaps(two) for one, two in itertools.pairwise(spans))


def test_near_names_the_nearest() -> None:
    coded = {"a": [Span(50, 60)], "b": [Span(0, 10), Span(30, 40), Span(90, 99)]}
    (place,) = find_places(parse_code_query("a NEAR b"), coded, [0, 20, 45, 70])
    assert place.near == Span(30, 40)


def shape(query: CodeQuery) -> object:
    match query:
        case _ if hasattr(query, "name"):
            return query.name
    return [shape(query.left), f"{query.operator}{query.within or ''}", shape(query.right)]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("te weinig mensen", "te weinig mensen"),
        ("capaciteit > te weinig AND kennis", ["capaciteit > te weinig", "AND", "kennis"]),
        ('"zorg AND welzijn" OR x', ["zorg AND welzijn", "OR", "x"]),
        ("a OR b AND c", ["a", "OR", ["b", "AND", "c"]]),
        ("(a OR b) AND c", [["a", "OR", "b"], "AND", "c"]),
        ("a NOT b NOT c", [["a", "NOT", "b"], "NOT", "c"]),
        ("a NEAR b", ["a", "NEAR2", "b"]),
        ("a NEAR/0 b", ["a", "NEAR", "b"]),
        ("a NEAR/12 b", ["a", "NEAR12", "b"]),
        ("and", "and"),
    ],
)
def test_how_a_query_is_read(typed: str, read: object) -> None:
    assert shape(parse_code_query(typed)) == read


@pytest.mark.parametrize(
    "typed",
    ["", '""', "AND", "a AND", "NOT a", "(a", "a)", "a AND (b OR", "((" * 200, "a NEAR/9999 b"],
)
def test_what_is_no_query_is_said(typed: str) -> None:
    with pytest.raises(InvalidInputError) as error:
        parse_code_query(typed)
    assert error.value.message
