"""Where everything stands on a picture of the spread: participants down, themes across."""

from qualkit.domain.text import one_line
from qualkit.errors import InvalidInputError
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
from qualkit.formats.map_words import map_words
from qualkit.formats.spread_table import SpreadTable, meaning
from qualkit.translation import _

MARGIN = 16.0
COLUMN = 46.0
ROW = 17.0
LABELS = 190.0
"""The most room that labels take; longer ones are broken."""
DOT = 4.2


def lay_out_spread(table: SpreadTable, language: str, measure: Measure) -> Drawing:
    """Give the picture of a spread, its words in the language of the study.

    Raises:
        InvalidInputError: it is too large for a picture.
    """
    if not table.fits_picture:
        raise InvalidInputError(
            _("A picture of {rows} rows and {columns} columns cannot be read.").format(
                rows=len(table.lines), columns=len(table.themes)
            ),
            _("Write it as a table: --format csv."),
        )
    return _SpreadLayout(table, language, measure).drawing()


class _SpreadLayout:
    """Lays out one table from the top down."""

    def __init__(self, table: SpreadTable, language: str, measure: Measure) -> None:
        self._table = table
        self._language = language
        self._measure = measure
        labels = [measure(line.label, Style.PLAIN) for line in table.lines]
        self._left = MARGIN + min(max(labels, default=0), LABELS) + 14
        grid = len(table.themes) * COLUMN
        self._width = max(self._left + grid, MARGIN + 420)
        self._routes: list[Route] = []
        self._discs: list[Disc] = []
        self._words: list[Words] = []

    def drawing(self) -> Drawing:
        y = self._write(self._table.title, Style.TITLE, MARGIN)
        y = self._heads(y + 20)
        for name, lines in self._table.groups(self._language):
            y = self._write(name, Style.PART, y + 8) + 2
            for line in lines:
                y = self._row(line.label, line.passages, y)
        y += 10
        for number, name in self._table.themes:
            y = self._write(f"{number}  {name}", Style.PLAIN, y) + 1
        y = self._write(meaning(self._table, self._language), Style.SMALL, y + 8)
        if not self._table.themes:
            y = self._write(map_words(self._language).no_themes, Style.PLAIN, y)
        return Drawing(
            self._width + MARGIN,
            y + MARGIN,
            (),
            tuple(self._routes),
            tuple(self._discs),
            tuple(self._words),
        )

    def _centre(self, column: int) -> float:
        return self._left + (column + 0.5) * COLUMN

    def _heads(self, y: float) -> float:
        for column, (number, _name) in enumerate(self._table.themes):
            self._words.append(Words(self._centre(column), y, number, Style.PART, "center"))
        return y + 5

    def _row(self, label: str, passages: tuple[int, ...], y: float) -> float:
        self._routes.append(Route(((MARGIN, y), (self._width, y)), Stroke.HAIR))
        room = self._left - MARGIN - 10
        lines = wrapped(one_line(label), room, Style.PLAIN, self._measure)
        height = max(ROW, len(lines) * Style.PLAIN.leading + 6)
        for place, line in enumerate(lines, start=1):
            self._words.append(Words(MARGIN, y + place * Style.PLAIN.leading, line))
        middle = y + height / 2
        for column, count in enumerate(passages):
            if count:
                self._mark(self._centre(column), middle, count)
        return y + height

    def _mark(self, x: float, y: float, count: int) -> None:
        """Put a mark in a cell, with the number beside it if that is wanted."""
        if self._table.numbers:
            x -= 8
            self._words.append(Words(x + DOT + 4, y + 3, str(count), Style.PLAIN))
        self._discs.append(Disc(x, y, DOT, is_filled=True))

    def _write(self, text: str, style: Style, y: float) -> float:
        for line in wrapped(one_line(text), self._width - MARGIN, style, self._measure):
            self._words.append(Words(MARGIN, y + style.value.size, line, style))
            y += style.leading
        return y
