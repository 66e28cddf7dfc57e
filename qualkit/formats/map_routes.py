"""Where the lines of a map run: through the gutters between its cards, each in a lane of its own.

Cards stand in a grid and fill their cells. A line between neighbours crosses the gutter between
them; any other goes along the gutters, so that none runs over a card or along another line.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qualkit.formats.drawing import Point

LANE = 20.0
"""Between two lanes; a number fits in it."""
EDGE = 17.0
"""From a lane to the cards beside its gutter: an arrow's head fits in it."""
BARE = 18.0
"""A gutter in which no line runs."""

Cell = tuple[int, int]
"""Row and column."""


@dataclass(frozen=True, slots=True)
class Link:
    """A line to be led from the card in one cell to that in another."""

    number: int
    start: Cell
    end: Cell

    @property
    def is_beside(self) -> bool:
        """Tell whether the cards stand next to each other in a row."""
        return self.start[0] == self.end[0] and abs(self.start[1] - self.end[1]) == 1

    @property
    def is_below(self) -> bool:
        """Tell whether the cards stand next to each other in a column."""
        return self.start[1] == self.end[1] and abs(self.start[0] - self.end[0]) == 1

    @property
    def gutters(self) -> tuple[int, ...]:
        """The level gutters it runs in, from its start: number 1 is below the first row."""
        (row, _column), (other, _other_column) = self.start, self.end
        if self.is_beside:
            return ()
        if row == other:
            return (row + 1,)
        near, far = (row + 1, other) if row < other else (row, other + 1)
        return (near,) if near == far else (near, far)

    @property
    def upright(self) -> int | None:
        """The upright gutter it runs in, if it does: number 1 is right of the first column."""
        if len(self.gutters) < 2:
            return None
        return self.end[1] if self.start[1] < self.end[1] else self.end[1] + 1


@dataclass(frozen=True, slots=True)
class Led:
    """A line as it runs, and where its number stands."""

    points: tuple[Point, ...]
    badge: Point


class Plan:
    """Which lines run in which gutter, and how wide those have to be."""

    def __init__(self, links: Sequence[Link]) -> None:
        """Give every line its lanes."""
        self.links = links
        self.lanes = defaultdict[int, list[int]](list)
        """Of each level gutter: the numbers of the lines in it."""
        self.uprights = defaultdict[int, list[int]](list)
        self._beside = defaultdict[tuple[int, int], list[Link]](list)
        self._ports = defaultdict[tuple[int, int], list[tuple[int, int]]](list)
        for link in links:
            self._add(link)
        for ports in self._ports.values():
            ports.sort()

    def level_width(self, gutter: int) -> float:
        """Give how high a level gutter is."""
        lanes = len(self.lanes[gutter])
        return 2 * EDGE + LANE * (lanes - 1) if lanes else BARE

    def upright_width(self, gutter: int) -> float:
        """Give how wide an upright gutter is."""
        lanes = len(self.uprights[gutter])
        beside = any(column == gutter for _row, column in self._beside)
        return max(BARE, lanes * LANE + (3.2 * EDGE if beside else 0))

    def lead(self, link: Link, grid: "Grid") -> Led:
        """Give how a line runs over a grid that left the gutters as wide as was asked."""
        if link.is_beside:
            return self._lead_beside(link, grid)
        first, last = link.gutters[0], link.gutters[-1]
        start = self._port(link, link.start, first, grid)
        end = self._port(link, link.end, last, grid)
        level = grid.gutter_tops[first] + EDGE + LANE * self.lanes[first].index(link.number)
        if link.upright is None:
            badge = ((start + end) / 2, level)
            inner: tuple[Point, ...] = ((start, level), (end, level))
        else:
            lane = self.uprights[link.upright].index(link.number)
            x = grid.gutter_lefts[link.upright] + LANE * (lane + 0.5)
            other = grid.gutter_tops[last] + EDGE + LANE * self.lanes[last].index(link.number)
            badge = ((start + x) / 2, level)
            inner = ((start, level), (x, level), (x, other), (end, other))
        if link.is_below:
            # Both ends share one port, so that the line is straight.
            inner = ()
        outer = (start, grid.side(link.start, first)), (end, grid.side(link.end, last))
        return Led((outer[0], *inner, outer[1]), badge)

    def _lead_beside(self, link: Link, grid: "Grid") -> Led:
        row, gutter = link.start[0], max(link.start[1], link.end[1])
        slots = self._beside[row, gutter]
        step = grid.heights[row] / (len(slots) + 1)
        y = grid.tops[row] + step * (1 + slots.index(link))
        right = grid.lefts[gutter]
        left = grid.gutter_lefts[gutter]
        badge = (right - (3.2 * EDGE) / 2, y)
        points = ((left, y), (right, y))
        return Led(points if link.start[1] < link.end[1] else points[::-1], badge)

    def _add(self, link: Link) -> None:
        if link.is_beside:
            self._beside[link.start[0], max(link.start[1], link.end[1])].append(link)
            return
        for gutter in link.gutters:
            self.lanes[gutter].append(link.number)
        if link.upright is not None:
            self.uprights[link.upright].append(link.number)
        first, last = link.gutters[0], link.gutters[-1]
        self._ports[first, link.start[1]].append((link.end[1], link.number))
        if not link.is_below:
            self._ports[last, link.end[1]].append((link.start[1], link.number))

    def _port(self, link: Link, cell: Cell, gutter: int, grid: "Grid") -> float:
        """Give where along a card's side a line meets it; no other in that gutter does there."""
        ports = [number for _other, number in self._ports[gutter, cell[1]]]
        step = grid.width / (len(ports) + 1)
        return grid.lefts[cell[1]] + step * (1 + ports.index(link.number))


@dataclass(frozen=True, slots=True)
class Grid:
    """Where the cells of a map are."""

    width: float
    """Of every card."""
    lefts: Mapping[int, float]
    """Of each column."""
    tops: Mapping[int, float]
    """Of each row."""
    heights: Mapping[int, float]
    gutter_lefts: Mapping[int, float]
    gutter_tops: Mapping[int, float]

    def side(self, cell: Cell, gutter: int) -> float:
        """Give the level of that side of a card which lies at a gutter."""
        row = cell[0]
        return self.tops[row] + (self.heights[row] if gutter > row else 0)
