"""A grid for the keyboard: headings stay in sight, and only the cells in view are drawn.

Textual's own table takes seconds to be filled with a million cells.
"""

import textwrap
from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from qualkit.tui.widgets.cells import cut, fit
from qualkit.tui.widgets.grid_base import (
    FOOT_LINES,
    HEAD_LINES,
    HEADING,
    MOST_WIDTH,
    GridBase,
)
from qualkit.tui.widgets.row_list import Line

DrawCell = Callable[[int, int, int], Sequence[Line]]
"""Gives the lines of a cell: of which row and column, and how many cells wide."""


class Grid(GridBase):
    """Draws the rows and columns that are in view, each cell as its screen says."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "grid--cursor",
        "grid--heading",
        "grid--muted",
        "grid--strong",
        "grid--accent",
    }

    def __init__(
        self,
        draw: DrawCell,
        about: Callable[[int, int], str] | None = None,
        column_width: int = 11,
        height: int = 1,
        empty: str = "",
        id: str | None = None,
        most_width: int = MOST_WIDTH,
    ) -> None:
        """Begin empty.

        Args:
            draw: Gives the lines of a cell; their words may be "muted", "strong" or "accent".
            about: Gives what is told at the bottom of a cell or heading, by row and column.
            column_width: Cells that a column takes at least.
            height: Lines a row takes.
            empty: What to say while there are no rows or no columns.
            id: Textual's name for the widget.
            most_width: Cells that a column takes at most where there is room.
        """
        super().__init__(column_width, most_width, height, id)
        self._draw = draw
        self._about = about
        self.empty = empty

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        if not self.rows or not self.columns:
            lines = self.empty.split("\n")
            words = lines[y - 1] if 1 <= y <= len(lines) else ""
            return self._strip([(f"  {cut(words, self._room.width - 3)}", self._style("muted"))])
        if y < HEAD_LINES:
            return self._head_line(y)
        if y >= self._room.height - FOOT_LINES:
            return self._foot_line(y - self._room.height + FOOT_LINES)
        row, part = divmod(y - HEAD_LINES + self.scroll_offset.y, self._height)
        return self._body_line(row, part) if row < len(self.rows) else self._strip([])

    def _head_line(self, y: int) -> Strip:
        style = self._style("heading")
        is_last = y == HEAD_LINES - 1
        here = self.at == (HEADING, HEADING) and is_last
        parts = [self._piece("", self._head, style, here)]
        for column in self._columns_shown():
            lines = textwrap.wrap(
                self.columns[column], self._width - 2, max_lines=HEAD_LINES, placeholder="…"
            )
            lines = ["", *lines] if len(lines) < HEAD_LINES - 1 else lines
            words = lines[y] if y < len(lines) else ""
            in_column = self._style("strong") if column == self.at[1] else style
            here = self.at == (HEADING, column)
            parts.append(self._piece(words, self._width, in_column, here, pointed=is_last))
        return self._strip(parts)

    def _body_line(self, row: int, part: int) -> Strip:
        style = self._style("strong") if row == self.at[0] else self.rich_style
        name = self.rows[row] if part == 0 else ""
        pointed = part == 0
        parts = [self._piece(name, self._head, style, self.at == (row, HEADING), pointed=pointed)]
        for column in self._columns_shown():
            lines = self._draw(row, column, self._width - 2)
            here = self.at == (row, column)
            ground = self._style("cursor") if here else self.rich_style
            room = self._width - 1
            parts.append((">" if here and pointed else " ", ground))
            for words, kind in lines[part] if part < len(lines) else ():
                shown = cut(words, room)
                room -= cell_len(shown)
                parts.append((shown, ground + self._style(kind) if kind else ground))
            parts.append((" " * room, ground))
        return self._strip(parts)

    def _foot_line(self, line: int) -> Strip:
        row, column = self.at
        names = [self.rows[row] if row >= 0 else "", self.columns[column] if column >= 0 else ""]
        told = " · ".join(filter(None, names))
        if self._about:
            told = ": ".join(filter(None, [told, self._about(row, column)]))
        lines = textwrap.wrap(told, self._room.width - 3, max_lines=FOOT_LINES, placeholder=" …")
        words = lines[line] if line < len(lines) else ""
        return self._strip([(f"  {words}", self._style("accent"))])

    def _piece(
        self, words: str, width: int, style: Style, here: bool, pointed: bool = True
    ) -> tuple[str, Style]:
        """Give words of a heading in their room, with the pointer when the cursor is there."""
        ground = self._style("cursor") if here else style
        return (">" if here and pointed else " ") + fit(words, width - 2) + " ", ground

    def _style(self, kind: str) -> Style:
        partial = kind not in ("cursor", "heading")
        style = self.get_component_rich_style(f"grid--{kind}", partial=partial)
        return style if not partial else self.rich_style + style

    def _strip(self, parts: Sequence[tuple[str, Style]]) -> Strip:
        strip = Strip([Segment(words, style) for words, style in parts])
        return strip.adjust_cell_length(self._room.width, self.rich_style)
