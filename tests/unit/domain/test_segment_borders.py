"""Borders of segments: joined, cut and moved, always in order and apart."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from qualkit.domain.segments import check_borders, merge, move, split
from qualkit.domain.spans import Span
from qualkit.errors import InvalidInputError

TEXT = "Eerst dit. Dan dat. Tot slot iets anders over school."


@st.composite
def borders(draw: st.DrawFn) -> tuple[Span, ...]:
    """Spans in order, apart, each with words at both its ends."""
    cuts = sorted(draw(st.sets(st.integers(0, len(TEXT)), min_size=4, max_size=12)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return tuple(Span(start, end).trimmed(TEXT) for start, end in pairs if TEXT[start:end].strip())


def inside(spans: tuple[Span, ...]) -> set[int]:
    return {
        offset
        for span in spans
        for offset in range(span.start, span.end)
        if not TEXT[offset].isspace()
    }


@given(borders(), st.integers(1, 6), st.integers(1, 6))
def test_joining_covers_all_that_was_covered(
    spans: tuple[Span, ...], first: int, last: int
) -> None:
    if not first < last <= len(spans):
        with pytest.raises(InvalidInputError, match="no segments"):
            merge(spans, first, last)
        return
    joined = check_borders(merge(spans, first, last), TEXT)
    assert len(joined) == len(spans) - (last - first)
    assert inside(joined) >= inside(spans)


@given(borders(), st.integers(0, 60))
def test_cutting_keeps_every_word(spans: tuple[Span, ...], offset: int) -> None:
    try:
        halves = check_borders(split(spans, TEXT, offset), TEXT)
    except InvalidInputError:
        assert not any(
            TEXT[span.start : offset].strip() and TEXT[offset : span.end].strip()
            for span in spans
            if span.start < offset < span.end
        )
        return
    assert len(halves) == len(spans) + 1
    assert inside(halves) == inside(spans)
    assert all(half.trimmed(TEXT) == half for half in halves)
    left = max(half.end for half in halves if half.start < offset)
    assert left <= offset


@given(borders(), st.integers(0, 60))
def test_joining_what_was_cut_gives_it_back(spans: tuple[Span, ...], offset: int) -> None:
    try:
        halves = split(spans, TEXT, offset)
    except InvalidInputError:
        assume(False)
    position = next(
        i for i, (old, new) in enumerate(zip(spans, halves, strict=False)) if old != new
    )
    assert merge(halves, position + 1, position + 2) == spans


@given(borders(), st.integers(-1, 7), st.integers(0, 60), st.integers(1, 20))
def test_moving_changes_one_segment_or_is_refused(
    spans: tuple[Span, ...], position: int, start: int, size: int
) -> None:
    try:
        moved = move(spans, TEXT, position, Span(start, start + size))
    except InvalidInputError:
        return
    assert check_borders(moved, TEXT) == moved
    assert len(moved) == len(spans)
    changed = [at for at, (old, new) in enumerate(zip(spans, moved, strict=True), 1) if old != new]
    assert changed in ([], [position])


def test_overlapping_borders_are_refused() -> None:
    with pytest.raises(InvalidInputError, match="overlap"):
        check_borders([Span(0, 5), Span(4, 8)], TEXT)
    with pytest.raises(InvalidInputError, match="There is no segment 3"):
        move((Span(0, 5),), TEXT, 3, Span(6, 9))
