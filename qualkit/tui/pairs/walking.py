"""Where one is in a pair, and where each key leads."""

from collections.abc import Sequence

from qualkit.domain.spans import Span
from qualkit.tui.pairs.layout import PairLayout
from qualkit.tui.pairs.passages import PairPassages, Spot


class PairCursor:
    """A passage of one of the two, and the rare word in it that one went to."""

    def __init__(self, passages: PairPassages) -> None:
        """Begin at the first passage that is alike, or else at the first there is."""
        self._passages = passages
        starts = [Spot(side, 0) for side, each in enumerate(passages.sides) if each.passages]
        self.spot = next(iter([*passages.beside, *passages.alike, *starts]), None)
        self.word: Span | None = None

    def go_to(self, spot: Spot | None, word: Span | None = None) -> bool:
        """Go to a passage, or to a word in it; tells whether there is one."""
        if spot is None:
            return False
        self.spot, self.word = spot, word
        return True

    def step(self, layout: PairLayout, by: int) -> bool:
        """Go on or back by some passages, as far as there are any."""
        if self.spot is None:
            return False
        spots = layout.order[self.spot.side]
        at = min(max(spots.index(self.spot) + by, 0), len(spots) - 1)
        is_other = spots[at] != self.spot
        return self.go_to(spots[at]) and is_other

    def cross(self, layout: PairLayout) -> bool:
        """Go to the other source: to the same rare word, the alike passage, or what is beside."""
        if self.spot is None:
            return False
        if self.word and (found := self._same_word()):
            return self.go_to(*found)
        beside = layout.counterpart(self.spot)
        alike = self._passages.alike.get(self.spot, [])
        return self.go_to(beside if beside in alike or not alike else alike[0])

    def next_alike(self, by: int) -> bool:
        """Go to the next passage of this source that is like one of the other, or the last."""
        if self.spot is None:
            return False
        here = self.spot
        places = sorted(spot.place for spot in self._passages.alike if spot.side == here.side)
        place = _next(places, here.place, here.place, by)
        return place is not None and self.go_to(Spot(here.side, place))

    def next_shared(self, by: int) -> bool:
        """Go to the next rare word of this source that stands in the other too, or the last."""
        if self.spot is None:
            return False
        start = self._passages.segment(self.spot).span.start
        before, after = (self.word.start, self.word.start) if self.word else (start, start - 1)
        spans = {span.start: span for span in self._passages.sides[self.spot.side].shared}
        found = _next(sorted(spans), before, after, by)
        return found is not None and self._go_to_word(self.spot.side, spans[found])

    def _go_to_word(self, side: int, word: Span) -> bool:
        spot = self._passages.spot_of(side, word.start)
        return self.go_to(spot, word)

    def _same_word(self) -> tuple[Spot | None, Span] | None:
        assert self.spot and self.word, "asked while one is on a word"
        mine, other = self._passages.sides[self.spot.side], 1 - self.spot.side
        hers = self._passages.sides[other]
        wanted = self.word.of(mine.text).casefold()
        for span in hers.shared:
            if span.of(hers.text).casefold() == wanted:
                return self._passages.spot_of(other, span.start), span
        return None


def _next(places: Sequence[int], before: int, after: int, by: int) -> int | None:
    """Give the first place behind one, or the last place before one."""
    if by > 0:
        return next((place for place in places if place > after), None)
    return next((place for place in reversed(places) if place < before), None)
