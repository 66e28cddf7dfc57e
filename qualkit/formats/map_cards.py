"""A card of the thematic map: a theme with its idea, its codes and its subthemes inside."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from qualkit.domain.text import one_line
from qualkit.domain.thematic_maps import MapTheme
from qualkit.domain.themes import ThemeStatus
from qualkit.formats.drawing import (
    Disc,
    Frame,
    Measure,
    Stroke,
    Style,
    Words,
    wrapped,
)
from qualkit.formats.headings import headings
from qualkit.formats.map_words import map_words

PAD = 10.0
CHIP_PAD = 6.0
GAP = 4.0
INDENT = 12.0
"""How far a subtheme stands in from the theme above it."""
BADGE = 7.0

FRAMES = {
    ThemeStatus.CANDIDATE: Stroke.DASHED,
    ThemeStatus.DEVELOPING: Stroke.SOLID,
    ThemeStatus.SETTLED: Stroke.HEAVY,
    ThemeStatus.DROPPED: Stroke.DOTTED,
}
"""How far a theme has come, by its frame."""


@dataclass(frozen=True, slots=True)
class Card:
    """A card laid out with its upper left corner at 0, 0; its own frame comes first."""

    height: float
    frames: tuple[Frame, ...]
    discs: tuple[Disc, ...]
    words: tuple[Words, ...]

    def at(self, x: float, y: float, height: float) -> "Card":
        """Give the card at a place, stretched to a height."""
        first, *others = self.frames
        frames = (replace(first, height=height), *others)
        return Card(
            height,
            tuple(replace(item, x=item.x + x, y=item.y + y) for item in frames),
            tuple(replace(item, x=item.x + x, y=item.y + y) for item in self.discs),
            tuple(replace(item, x=item.x + x, y=item.y + y) for item in self.words),
        )


def lay_card(
    theme: MapTheme,
    numbers: Mapping[str, Sequence[int]],
    width: float,
    language: str,
    measure: Measure,
) -> Card:
    """Lay out a theme; `numbers` are those of lines that stay within the card, by theme."""
    writer = _CardWriter(numbers, language, measure)
    height = writer.write(theme, 0, 0, width)
    return Card(height, tuple(writer.frames), tuple(writer.discs), tuple(writer.words))


class _CardWriter:
    """Writes themes from the top down."""

    def __init__(
        self, numbers: Mapping[str, Sequence[int]], language: str, measure: Measure
    ) -> None:
        self._numbers = numbers
        self._language = language
        self._measure = measure
        self.frames: list[Frame] = []
        self.discs: list[Disc] = []
        self.words: list[Words] = []

    def write(self, theme: MapTheme, x: float, y: float, width: float) -> float:
        """Write a theme in a frame of its own; gives the level of its foot."""
        place = len(self.frames)
        left, room = x + PAD, width - 2 * PAD
        foot = self._head(theme, left, y + PAD, room)
        foot = self._codes(theme, left, foot + GAP, room)
        for subtheme in theme.subthemes:
            foot = self.write(subtheme, x + INDENT, foot + 2 * GAP, width - 2 * INDENT)
        foot += PAD
        stroke = FRAMES[theme.status]
        self.frames.insert(place, Frame(x, y, width, foot - y, stroke, 5))
        return foot

    def _head(self, theme: MapTheme, x: float, y: float, room: float) -> float:
        """Write number, name, status and idea."""
        numbers = self._numbers[theme.id]
        for place, number in enumerate(numbers):
            centre = x + room - BADGE - place * (2 * BADGE + 3)
            self.discs.append(Disc(centre, y + BADGE - 1, BADGE, str(number)))
        named = room - len(numbers) * (2 * BADGE + 3)
        style = Style.PART if "." in theme.number else Style.NAME
        y = self._write(f"{theme.number}  {one_line(theme.name)}", style, x, y, named)
        y = self._write(headings(self._language).statuses[theme.status], Style.SMALL, x, y, room)
        return self._write(theme.short_idea, Style.IDEA, x, y + 2, room) if theme.idea else y

    def _codes(self, theme: MapTheme, x: float, y: float, room: float) -> float:
        """Write the codes, each in a frame, as many beside each other as fit."""
        if not theme.codes:
            return self._write(map_words(self._language).no_codes, Style.SMALL, x, y, room)
        at, line_foot = x, y
        for code in theme.codes:
            lines = wrapped(one_line(code), room - 2 * CHIP_PAD, Style.PLAIN, self._measure)
            width = max(self._measure(line, Style.PLAIN) for line in lines) + 2 * CHIP_PAD
            if at > x and at + width > x + room:
                at, y = x, line_foot + GAP
            height = len(lines) * Style.PLAIN.leading + CHIP_PAD
            self.frames.append(Frame(at, y, width, height, Stroke.SOLID, min(height / 2, 8)))
            for place, line in enumerate(lines, start=1):
                base = y + place * Style.PLAIN.leading
                self.words.append(Words(at + CHIP_PAD, base, line))
            line_foot = max(line_foot, y + height)
            at += width + GAP
        return line_foot

    def _write(self, text: str, style: Style, x: float, y: float, room: float) -> float:
        for line in wrapped(text, room, style, self._measure):
            self.words.append(Words(x, y + style.value.size, line, style))
            y += style.leading
        return y
