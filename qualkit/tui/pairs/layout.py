"""Two sources in rows: beside each other, or one below the other where there is little room.

What is alike stands at one height, or one right below the other.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import NamedTuple

from qualkit.domain.pair_views import PairBand
from qualkit.tui.pairs.passages import PairPassages, Spot

WIDE = 100
"""Cells from which on the two stand beside each other."""

BETWEEN = 3
"""Cells between the two."""

POINTER = 2
"""Cells for the pointer at the cursor."""

INDENT = 2
"""Cells by which the second stands in where it is below the first, with its sign."""


class Part(NamedTuple):
    """One row of a passage, in code points of the words that are drawn."""

    spot: Spot
    start: int
    end: int
    is_first: bool


@dataclass(frozen=True, slots=True)
class PairRow:
    """One row of the screen."""

    parts: tuple[Part | None, Part | None]
    """Of the first and the second; below each other one of them is None."""
    sign: str = ""
    """`≈` before or between passages that are alike, `=` where no word differs."""
    begins: int | None = None
    """The side of which the name stands on this row, where passages of it begin."""


@dataclass(slots=True)
class PairLayout:
    """The rows of a pair for a width."""

    passages: PairPassages
    width: int
    rows: list[PairRow] = field(default_factory=list)
    tops: dict[Spot, tuple[int, int]] = field(default_factory=dict)
    """The first row of each passage, and the row behind its last."""
    order: tuple[list[Spot], ...] = ()
    """The passages that j walks through: of each side, or below each other all for both."""

    @property
    def is_wide(self) -> bool:
        """Tell whether the two stand beside each other."""
        return self.width >= WIDE

    @property
    def reference_width(self) -> int:
        """Give how many cells the longest reference takes."""
        return self.passages.reference_width

    @property
    def column(self) -> int:
        """Give how many cells one of the two takes."""
        return (self.width - BETWEEN) // 2 if self.is_wide else self.width - INDENT * 2

    @property
    def words_width(self) -> int:
        """Give how many cells the words take."""
        return max(self.column - POINTER - self.reference_width - 1, 10)

    def counterpart(self, spot: Spot) -> Spot | None:
        """Give the passage of the other that stands beside a passage, or as near as there is."""
        band = next(each for each in self.passages.bands if spot.place in _of(each, spot.side))
        at, other = self.passages.bands.index(band), 1 - spot.side
        for each in (band, *reversed(self.passages.bands[:at]), *self.passages.bands[at + 1 :]):
            places = _of(each, other)
            if places:
                offset = spot.place - _of(band, spot.side).start if each is band else 0
                return Spot(other, places[min(offset, len(places) - 1)])
        return None

    def spot_at(self, row: int, side: int) -> Spot | None:
        """Give the passage that a row belongs to, on a side where that can be; else one above."""
        spots = self.order[side]
        at = bisect_right([self.tops[spot][0] for spot in spots], row) - 1
        return spots[max(at, 0)] if spots else None


def lay_out(passages: PairPassages, width: int) -> PairLayout:
    """Put a pair in rows."""
    layout = PairLayout(passages, width)
    for band in passages.bands:
        layout.rows.extend(_beside(layout, band) if layout.is_wide else _below(layout, band))
    for row, line in enumerate(layout.rows):
        for part in filter(None, line.parts):
            layout.tops[part.spot] = layout.tops.get(part.spot, (row, row))[0], row + 1
    if layout.is_wide:
        layout.order = tuple([spot for spot in layout.tops if spot.side == side] for side in (0, 1))
    else:
        layout.order = ([*layout.tops], [*layout.tops])
    return layout


def _of(band: PairBand, side: int) -> range:
    return band.second if side else band.first


def _beside(layout: PairLayout, band: PairBand) -> Iterator[PairRow]:
    columns = (_parts(layout, band, 0), _parts(layout, band, 1))
    sign = _sign(layout, band)
    for left, right in zip_longest(*columns):
        yield PairRow((left, right), sign)
        sign = ""


def _below(layout: PairLayout, band: PairBand) -> Iterator[PairRow]:
    sign = _sign(layout, band)
    for side in (0, 1):
        if not band.is_alike and _of(band, side):
            yield PairRow((None, None), begins=side)
        for part in _parts(layout, band, side):
            yield PairRow((None, part) if side else (part, None), sign if part.is_first else "")


def _parts(layout: PairLayout, band: PairBand, side: int) -> Iterator[Part]:
    for place in _of(band, side):
        spot = Spot(side, place)
        is_first = True
        for start, end in layout.passages.drawn(spot).rows(layout.words_width):
            yield Part(spot, start, end, is_first)
            is_first = False


def _sign(layout: PairLayout, band: PairBand) -> str:
    if not band.is_alike:
        return ""
    spots: Sequence[Spot] = (Spot(0, band.first.start), Spot(1, band.second.start))
    return "≈" if any(map(layout.passages.differing, spots)) else "="
