"""Where everything stands on a picture of the thematic map: cards, lines, legend."""

from collections.abc import Sequence
from math import ceil

from qualkit.domain.text import one_line
from qualkit.domain.thematic_maps import MapLine, MapTheme, ThematicMap
from qualkit.domain.theme_relations import RelationKind
from qualkit.formats.drawing import (
    Disc,
    Drawing,
    Measure,
    Route,
    Stroke,
    Style,
    Words,
    wrapped,
)
from qualkit.formats.headings import headings
from qualkit.formats.map_cards import FRAMES, Card, lay_card
from qualkit.formats.map_routes import Cell, Grid, Link, Plan
from qualkit.formats.map_text import line_told
from qualkit.formats.map_words import map_words

MARGIN = 16.0
BADGE = 7.5
"""The radius of the disc with a line's number."""
SAMPLE = 44.0
"""The length of a line in the legend."""

_COLUMNS = ((1, 1, 400.0), (4, 2, 320.0), (9, 3, 245.0), (10_000, 4, 225.0))
"""For up to so many themes: columns, and the width of a card."""

LINES = {
    RelationKind.LEADS_TO: Stroke.SOLID,
    RelationKind.DIFFERS: Stroke.DOTTED,
    RelationKind.TENSION: Stroke.MIXED,
}


def lay_out_map(map: ThematicMap, language: str, measure: Measure) -> Drawing:
    """Give the picture of a map, its words in the language of the study."""
    return _MapLayout(map, language, measure).drawing()


class _MapLayout:
    """Lays out one map."""

    def __init__(self, map: ThematicMap, language: str, measure: Measure) -> None:
        self._map = map
        self._language = language
        self._measure = measure
        self._words = map_words(language)
        count = len(map.themes)
        self._columns, self._card_width = next(
            (columns, width) for most, columns, width in _COLUMNS if count <= most
        )
        self._cells = {
            item.id: divmod(place, self._columns)
            for place, theme in enumerate(map.themes)
            for item in theme.whole()
        }
        outer = [line for line in map.lines if not self._is_inner(line)]
        self._plan = Plan([self._link(line) for line in outer])

    def drawing(self) -> Drawing:
        cards = [
            lay_card(theme, self._inner_of(theme), self._card_width, self._language, self._measure)
            for theme in self._map.themes
        ]
        title = wrapped(one_line(self._map.title), self._width, Style.TITLE, self._measure)
        top = MARGIN + len(title) * Style.TITLE.leading + 6
        words = [
            Words(MARGIN, MARGIN + Style.TITLE.value.size + place * Style.TITLE.leading, line,
                  Style.TITLE)
            for place, line in enumerate(title)
        ]  # fmt: skip
        grid = self._grid(cards, top)
        placed = [
            card.at(grid.lefts[column], grid.tops[row], grid.heights[row])
            for card, (row, column) in zip(cards, self._top_cells, strict=True)
        ]
        routes, discs = self._lines(grid)
        legend = self._legend(max(grid.gutter_tops.values()) + self._foot)
        return Drawing(
            width=self._width + 2 * MARGIN,
            height=legend.height + MARGIN,
            frames=tuple(frame for card in placed for frame in card.frames),
            routes=(*routes, *legend.routes),
            discs=(*discs, *(disc for card in placed for disc in card.discs), *legend.discs),
            words=(*words, *(line for card in placed for line in card.words), *legend.words),
        )

    @property
    def _rows(self) -> int:
        return max(ceil(len(self._map.themes) / self._columns), 1)

    @property
    def _foot(self) -> float:
        """The height of the gutter below the last row."""
        return self._plan.level_width(self._rows)

    @property
    def _top_cells(self) -> list[Cell]:
        return [self._cells[theme.id] for theme in self._map.themes]

    @property
    def _width(self) -> float:
        """Of all columns with their gutters."""
        gutters = sum(self._gutter(column) for column in range(self._columns + 1))
        return self._columns * self._card_width + gutters

    def _gutter(self, column: int) -> float:
        is_outer = column in (0, self._columns)
        if is_outer and not self._plan.uprights[column]:
            return 0
        return self._plan.upright_width(column)

    def _grid(self, cards: Sequence[Card], top: float) -> Grid:
        lefts, gutter_lefts, x = {}, {}, MARGIN
        for column in range(self._columns + 1):
            gutter_lefts[column] = x
            lefts[column] = x = x + self._gutter(column)
            x += self._card_width
        tops, gutter_tops, heights, y = {}, {}, {}, top
        for row in range(self._rows + 1):
            gutter_tops[row] = y
            tops[row] = y = y + (self._plan.level_width(row) if row else 0)
            in_row = [
                card.height
                for card, cell in zip(cards, self._top_cells, strict=True)
                if cell[0] == row
            ]
            heights[row] = max(in_row, default=0)
            y += heights[row]
        return Grid(self._card_width, lefts, tops, heights, gutter_lefts, gutter_tops)

    def _is_inner(self, line: MapLine) -> bool:
        """Tell whether a line stays within one card."""
        return self._cells[line.theme.id] == self._cells[line.other.id]

    def _inner_of(self, theme: MapTheme) -> dict[str, list[int]]:
        """Give the numbers of lines within a card, by the theme at which they stand."""
        found: dict[str, list[int]] = {item.id: [] for item in theme.whole()}
        for line in self._map.lines:
            if self._is_inner(line) and line.theme.id in found:
                found[line.theme.id].append(line.number)
                found[line.other.id].append(line.number)
        return found

    def _link(self, line: MapLine) -> Link:
        return Link(line.number, self._cells[line.theme.id], self._cells[line.other.id])

    def _lines(self, grid: Grid) -> tuple[list[Route], list[Disc]]:
        kinds = {line.number: line.kind for line in self._map.lines}
        routes, discs = [], []
        for link in self._plan.links:
            led, kind = self._plan.lead(link, grid), kinds[link.number]
            routes.append(_route(led.points, kind))
            discs.append(Disc(*led.badge, BADGE, str(link.number)))
        return routes, discs

    def _legend(self, top: float) -> Drawing:
        """Explain below the cards what the lines and frames mean."""
        y, hang = top + 4, 22.0
        routes: list[Route] = []
        discs: list[Disc] = []
        words: list[Words] = []
        for line in self._map.lines:
            told = line_told(line, self._words)
            lines = wrapped(told, self._width - hang, Style.PLAIN, self._measure)
            discs.append(Disc(MARGIN + BADGE, y + 6, BADGE, str(line.number)))
            for text in lines:
                y += Style.PLAIN.leading
                words.append(Words(MARGIN + hang, y - 2, text))
            y += 6
        key = self._key(y + 6) if self._map.themes else Drawing(0, y)
        return Drawing(
            self._width, key.height, (), (*routes, *key.routes), tuple(discs), (*words, *key.words)
        )

    def _key(self, top: float) -> Drawing:
        """Show the kinds of line and frame that are on the map, as many in a row as fit."""
        statuses = {theme.status for theme in self._map.everything() if "." not in theme.number}
        kinds = {line.kind for line in self._map.lines}
        shown = headings(self._language)
        items: list[tuple[str, Stroke, RelationKind | None]] = [
            *((self._words.relations[kind], LINES[kind], kind) for kind in LINES if kind in kinds),
            *(
                (f"{shown.theme}: {shown.statuses[status]}", FRAMES[status], None)
                for status in FRAMES
                if status in statuses
            ),
        ]
        routes, words, x, y = [], [], MARGIN, top + 8
        for told, stroke, kind in items:
            room = SAMPLE + 8 + self._measure(told, Style.SMALL)
            if x > MARGIN and x + room > MARGIN + self._width:
                x, y = MARGIN, y + 16
            points = (x, y), (x + SAMPLE, y)
            routes.append(_route(points, kind) if kind else Route(points, stroke))
            words.append(Words(x + SAMPLE + 6, y + 3, told, Style.SMALL))
            x += room + 18
        return Drawing(self._width, y + 8, (), tuple(routes), (), tuple(words))


def _route(points: tuple[tuple[float, float], ...], kind: RelationKind) -> Route:
    return Route(
        points,
        LINES[kind],
        begins_with_head=kind is RelationKind.TENSION,
        ends_with_head=kind is not RelationKind.DIFFERS,
    )
