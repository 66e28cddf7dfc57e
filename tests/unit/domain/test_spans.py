"""Spans: half-open stretches of code points."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualkit.domain.spans import Span
from qualkit.errors import InvalidInputError

spans = st.builds(
    lambda start, size: Span(start, start + size), st.integers(0, 50), st.integers(1, 50)
)


@pytest.mark.parametrize(("start", "end"), [(0, 0), (3, 2), (-1, 2), (-3, -1)])
def test_an_empty_or_reversed_stretch_is_none(start: int, end: int) -> None:
    with pytest.raises(InvalidInputError, match="is not a stretch of text"):
        Span(start, end)


@given(spans, spans)
def test_overlap_is_sharing_a_code_point(one: Span, two: Span) -> None:
    shared = set(range(one.start, one.end)) & set(range(two.start, two.end))
    assert one.overlaps(two) == two.overlaps(one) == bool(shared)


@given(spans, st.integers(0, 120))
def test_containing_is_half_open(span: Span, offset: int) -> None:
    assert span.contains(offset) == (offset in range(span.start, span.end))


@given(st.text(max_size=30), spans)
def test_trimming_takes_white_space_and_nothing_else(text: str, span: Span) -> None:
    if not span.of(text).strip():
        with pytest.raises(InvalidInputError, match="No words stand at"):
            span.trimmed(text)
        return
    trimmed = span.trimmed(text)
    assert trimmed.of(text) == span.of(text).strip()
    assert span.start <= trimmed.start < trimmed.end <= span.end
    assert trimmed.trimmed(text) == trimmed


def test_a_span_counts_code_points_and_stays_in_its_text() -> None:
    text = "🙂 e\u0301\u0301n"
    assert Span(0, 1).of(text) == "🙂"
    assert Span(0, len(text)).within(text) == Span(0, 6)
    with pytest.raises(InvalidInputError, match="ends at 7, but the text has 6 characters"):
        Span(5, 7).within(text)
