from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from qualkit.domain.differing_words import differing_words
from qualkit.domain.pair_views import AlikeStretch, PairEntry, PairSide, PairView, bands
from qualkit.domain.segments import Segment
from qualkit.domain.sources import Source, SourceKind, TextKind
from qualkit.domain.spans import Span

MOMENT = datetime(2026, 3, 2, 9, tzinfo=UTC)


def source(number: int) -> Source:
    return Source(
        f"s{number}", number, f"Gesprek {number}", SourceKind.CHAT, TextKind.CHAT, "nl", MOMENT
    )


def side(number: int, passages: int) -> PairSide:
    """A text of passages of ten signs."""
    segments = tuple(
        Segment(f"v{number}", place + 1, Span(place * 10, place * 10 + 9), place + 1)
        for place in range(passages)
    )
    return PairSide(source(number), "", "woorden . " * passages, segments)


def view(left: int, right: int, *alike: tuple[int, int]) -> PairView:
    entry = PairEntry(source(1), source(2), ("", ""), ("Bijna gelijk.",), 900)
    stretches = tuple(
        AlikeStretch(Span(one * 10, one * 10 + 9), Span(other * 10 + 2, other * 10 + 9))
        for one, other in alike
    )
    return PairView(entry, side(1, left), side(2, right), stretches)


def shown(pair: PairView) -> list[tuple[list[int], list[int], bool]]:
    return [([*band.first], [*band.second], band.is_alike) for band in bands(pair)]


def test_alike_passages_stand_beside_each_other_and_the_rest_runs_between_them() -> None:
    assert shown(view(4, 3, (1, 0), (2, 1))) == [
        ([0], [], False),
        ([1], [0], True),
        ([2], [1], True),
        ([3], [2], False),
    ]


def test_where_the_order_differs_as_many_as_can_stand_beside_each_other() -> None:
    crossing = view(3, 3, (0, 2), (1, 0), (2, 1))
    assert [band for band in shown(crossing) if band[2]] == [([1], [0], True), ([2], [1], True)]


def test_texts_without_anything_alike_run_on_beside_each_other() -> None:
    assert shown(view(2, 1)) == [([0, 1], [0], False)]


@given(
    st.integers(0, 8),
    st.integers(0, 8),
    st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=12),
)
def test_every_passage_stands_once_and_in_order(
    left: int, right: int, alike: list[tuple[int, int]]
) -> None:
    inside = [(one, other) for one, other in alike if one < left and other < right]
    found = shown(view(left, right, *inside))
    assert [place for band in found for place in band[0]] == [*range(left)]
    assert [place for band in found for place in band[1]] == [*range(right)]
    assert any(band[2] for band in found) == bool(inside)


def test_differing_words_are_found_in_both_and_capitals_do_not_count() -> None:
    first, second = "Ik wacht al drie weken.", "ik wacht nu al vier lange weken"
    one, other = differing_words(first, second)
    assert [span.of(first) for span in one] == ["drie"]
    assert [span.of(second) for span in other] == ["nu", "vier lange"]


@given(st.text("ab c.", max_size=30), st.text("ab c.", max_size=30))
def test_what_does_not_differ_is_the_same_in_both(first: str, second: str) -> None:
    def kept(text: str, spans: tuple[Span, ...]) -> list[str]:
        for span in reversed(spans):
            text = text[: span.start] + " " + text[span.end :]
        return text.replace(".", " ").split()

    one, other = differing_words(first, second)
    assert kept(first, one) == kept(second, other)
