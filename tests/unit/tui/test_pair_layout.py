"""Two sources in rows: nothing is lost, whatever the width; and where keys lead."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualkit.domain.pair_views import AlikeStretch, PairEntry, PairSide, PairView
from qualkit.domain.segments import Segment
from qualkit.domain.sources import Source, SourceKind, TextKind
from qualkit.domain.spans import Span
from qualkit.tui.pairs.layout import lay_out
from qualkit.tui.pairs.passages import PairPassages, Spot
from qualkit.tui.pairs.walking import PairCursor

MOMENT = datetime(2026, 3, 2, 9, tzinfo=UTC)


def side(number: int, turns: list[str], shared: str = "") -> PairSide:
    """A source of some turns, each on its own line."""
    kinds = SourceKind.CHAT, TextKind.CHAT
    source = Source(f"s{number}", number, f"Gesprek {number}", *kinds, "nl", MOMENT)
    text, passages = "", list[Segment]()
    for place, words in enumerate(turns, 1):
        span = Span(len(text), len(text) + len(words))
        passages.append(Segment(f"v{number}", place, span, place, "bezoeker"))
        text += f"{words}\n"
    at = text.find(shared) if shared else -1
    found = (Span(at, at + len(shared)),) if at >= 0 else ()
    return PairSide(source, "", text, tuple(passages), found)


def view(
    first: list[str], second: list[str], alike: list[tuple[int, int]], shared: str = ""
) -> PairView:
    one, other = side(1, first, shared), side(2, second, shared)
    stretches = tuple(
        AlikeStretch(one.passages[left].span, other.passages[right].span) for left, right in alike
    )
    return PairView(PairEntry(one.source, other.source, ("", ""), (), 1), one, other, stretches)


CHATS = view(
    ["hoi", "ik wacht drie weken", "op het loket", "kluisje 4471"],
    ["dag", "kluisje 4471 dus", "ik wacht vier weken"],
    [(1, 2), (3, 1)],
    "4471",
)

TURNS = st.lists(st.text("ab é\U0001f469\u0301\n", min_size=1, max_size=40), min_size=1, max_size=5)


@given(TURNS, TURNS, st.integers(12, 160))
def test_every_word_is_drawn_once_and_in_order(
    first: list[str], second: list[str], width: int
) -> None:
    pair = view(first, second, [(0, 0)])
    passages = PairPassages(pair)
    layout = lay_out(passages, width)
    for number, source in enumerate(passages.sides):
        for place in range(len(source.passages)):
            spot = Spot(number, place)
            parts = [
                part for row in layout.rows for part in row.parts if part and part.spot == spot
            ]
            words = passages.drawn(spot).words
            shown = "".join(words[part.start : part.end] for part in parts)
            assert shown == words.replace("\n", "")
            assert [part.is_first for part in parts] == [True] + [False] * (len(parts) - 1)


@pytest.mark.parametrize("width", [80, 160])
def test_what_is_alike_stands_together_and_what_does_not_fit_in_is_referred_to(width: int) -> None:
    passages = PairPassages(CHATS)
    layout = lay_out(passages, width)
    (row,) = [row for row in layout.rows if row.sign and row.parts[0]]
    assert row.parts[0]
    beside = passages.beside[row.parts[0].spot]
    assert abs(layout.tops[beside][0] - layout.tops[row.parts[0].spot][0]) <= 1
    apart = next(spot for spot in passages.alike if spot not in passages.beside)
    (other,) = passages.alike[apart]
    assert f"≈ {passages.reference(other)}" in passages.drawn(apart).words


def test_the_same_words_have_another_sign_than_alike_ones() -> None:
    same = PairPassages(view(["Ik wacht."], ["ik wacht"], [(0, 0)]))
    assert [row.sign for row in lay_out(same, 160).rows] == ["="]
    alike = PairPassages(view(["ik wacht"], ["ik wacht nog"], [(0, 0)]))
    assert [row.sign for row in lay_out(alike, 160).rows] == ["≈"]


@pytest.mark.parametrize("width", [80, 160])
def test_tab_leads_to_the_same_word_to_the_alike_passage_and_back(width: int) -> None:
    passages = PairPassages(CHATS)
    layout, cursor = lay_out(passages, width), PairCursor(passages)
    cursor.go_to(Spot(0, 1))
    assert cursor.cross(layout) and cursor.spot == Spot(1, 2)
    assert cursor.cross(layout) and cursor.spot == Spot(0, 1)
    assert cursor.next_shared(1) and cursor.spot == Spot(0, 3)
    assert not cursor.next_shared(1)
    assert cursor.cross(layout) and cursor.spot == Spot(1, 1)
    assert cursor.word and cursor.word.of(CHATS.second.text) == "4471"
    assert cursor.next_alike(1) and cursor.spot == Spot(1, 2)
    assert not cursor.next_alike(1)


def test_a_side_without_passages_is_no_hindrance() -> None:
    passages = PairPassages(view([], ["dag"], []))
    for width in (80, 160):
        layout, cursor = lay_out(passages, width), PairCursor(passages)
        assert cursor.spot == Spot(1, 0)
        assert not cursor.cross(layout) and not cursor.step(layout, 1)
        assert layout.counterpart(Spot(1, 0)) is None
