"""A grid for the keyboard: headings stay in sight, and only the cells in view are drawn.

Textual's own table takes seconds to be filled with a million cells.
"""

import textwrap
from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from qualkit.tui.grid_actions import GRID_ACTIONS
from qualkit.tui.keys import bindings_of
from qualkit.tui.widgets.cells import cut, fit
from qualkit.tui.widgets.row_list import Line

HEADING = -1
"""The row or column of headings, as a place of the cursor."""

HEAD_LINES = 3
"""Lines for the headings of columns."""

FOOT_LINES = 2
"""Lines at the bottom, on which the headings at the cursor stand whole."""

MOST_WIDTH = 26
"""Cells that a column takes at most where there is room."""

DrawCell = Callable[[int, int, int], Sequence[Line]]
"""Gives the lines of a cell: of which row and column, and how many cells wide."""


class Grid(ScrollView):
    """Rows and columns with headings, a cursor over cells and headings, and the keys to move it."""

    class Moved(Message):
        """The cursor stands elsewhere."""

        def __init__(self, grid: "Grid") -> None:
            """Say in which grid."""
            super().__init__()
            self.grid = grid

        @property
        def control(self) -> Widget:
            """The grid, for `on` with a selector."""
            return self.grid

    class Chosen(Moved):
        """The cell, row or column at the cursor was opened."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "grid--cursor",
        "grid--heading",
        "grid--muted",
        "grid--strong",
        "grid--accent",
    }

    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(GRID_ACTIONS)]

    can_focus = True

    at: reactive[tuple[int, int]] = reactive((HEADING, HEADING))
    """Row and column of the cursor, from 0; `HEADING` for the headings."""

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
        super().__init__(id=id)
        self._draw = draw
        self._about = about
        self._least = column_width
        self._most = most_width
        self._height = height
        self.empty = empty
        self.rows: Sequence[str] = ()
        self.columns: Sequence[str] = ()
        self._longest = 0

    def set_table(self, rows: Sequence[str], columns: Sequence[str]) -> None:
        """Show other rows and columns, by their headings; the cursor stays with its own."""
        was_empty = not self.rows or not self.columns
        row, column = self.at
        place = (_follow(row, self.rows, rows), _follow(column, self.columns, columns))
        self.rows, self.columns = rows, columns
        self._longest = max(map(cell_len, rows), default=0)
        self._measure()
        self.at = (0, 0) if was_empty and rows and columns else place
        self.refresh()
        self.post_message(self.Moved(self))

    def move_to(self, row: int, column: int) -> None:
        """Put the cursor on a cell or heading, as near as there is one."""
        self.at = (
            max(min(row, len(self.rows) - 1), HEADING),
            max(min(column, len(self.columns) - 1), HEADING),
        )

    def watch_at(self) -> None:
        """Keep the cursor in view and tell about it."""
        self._show_cursor()
        self.refresh()
        self.post_message(self.Moved(self))

    def on_resize(self) -> None:
        """Measure anew; the cursor stays in view."""
        self._measure()

    def on_focus(self) -> None:
        """Draw the cursor as the place where keys go."""
        self.refresh()

    def on_blur(self) -> None:
        """Draw the cursor as not being where keys go."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse is; a double click opens."""
        if event.y >= self._room.height - FOOT_LINES:
            return
        row, column = HEADING, HEADING
        if event.y >= HEAD_LINES:
            row = (event.y - HEAD_LINES + self.scroll_offset.y) // self._height
        if event.x >= self._head:
            column = self._first + (event.x - self._head) // self._width
        if row < len(self.rows) and column < len(self.columns):
            self.move_to(row, column)
            if event.chain > 1:
                self.action_choose()

    def action_next_row(self) -> None:
        """Go down."""
        self._move(1, 0)

    def action_previous_row(self) -> None:
        """Go up."""
        self._move(-1, 0)

    def action_next_column(self) -> None:
        """Go right."""
        self._move(0, 1)

    def action_previous_column(self) -> None:
        """Go left."""
        self._move(0, -1)

    def action_next_page(self) -> None:
        """Go a screenful down."""
        self._move(self._rows_in_view, 0)

    def action_previous_page(self) -> None:
        """Go a screenful up."""
        self._move(-self._rows_in_view, 0)

    def action_page_right(self) -> None:
        """Go a screenful right."""
        self._move(0, self._columns_in_view)

    def action_page_left(self) -> None:
        """Go a screenful left."""
        self._move(0, -self._columns_in_view)

    def action_first_row(self) -> None:
        """Go to the first row."""
        self.move_to(0, self.at[1])

    def action_last_row(self) -> None:
        """Go to the last row."""
        self.move_to(len(self.rows) - 1, self.at[1])

    def action_choose(self) -> None:
        """Open what the cursor is on."""
        if self.rows and self.columns:
            self.post_message(self.Chosen(self))

    def _move(self, rows: int, columns: int) -> None:
        self.move_to(self.at[0] + rows, self.at[1] + columns)

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

    @property
    def _room(self) -> Size:
        """What is there to draw on, the bars for scrolling left aside."""
        return self.scrollable_content_region.size

    @property
    def _head(self) -> int:
        """Cells that the headings of rows take."""
        return min(self._longest + 2, max(self._room.width * 3 // 10, 14))

    @property
    def _width(self) -> int:
        """Cells that a column takes."""
        each = (self._room.width - self._head) // max(len(self.columns), 1)
        return max(self._least, min(each, self._most))

    @property
    def _first(self) -> int:
        return int(self.scroll_offset.x) // self._width

    @property
    def _columns_in_view(self) -> int:
        return max((self._room.width - self._head) // self._width, 1)

    @property
    def _rows_in_view(self) -> int:
        return max((self._room.height - HEAD_LINES - FOOT_LINES) // self._height, 1)

    def _columns_shown(self) -> range:
        behind = self._first + self._columns_in_view + 1
        return range(self._first, min(behind, len(self.columns)))

    def _measure(self) -> None:
        hidden = max(len(self.columns) - self._columns_in_view, 0)
        lines = len(self.rows) * self._height + HEAD_LINES + FOOT_LINES
        # Where all columns fit, no bar below may take a line away.
        wide = self._room.width + hidden * self._width if hidden else 0
        self.virtual_size = Size(wide, lines)
        self.call_after_refresh(self._show_cursor)

    def _show_cursor(self) -> None:
        """Scroll no more than is needed to have the whole cell of the cursor in view."""
        row, column = max(self.at[0], 0), max(self.at[1], 0)
        top, room = row * self._height, self._rows_in_view * self._height
        if top < self.scroll_offset.y:
            self.scroll_to(y=top, animate=False, immediate=True)
        elif top + self._height > self.scroll_offset.y + room:
            self.scroll_to(y=top + self._height - room, animate=False, immediate=True)
        if column < self._first:
            self.scroll_to(x=column * self._width, animate=False, immediate=True)
        elif column >= self._first + self._columns_in_view:
            first = column - self._columns_in_view + 1
            self.scroll_to(x=first * self._width, animate=False, immediate=True)


def _follow(place: int, before: Sequence[str], now: Sequence[str]) -> int:
    """Give where a heading is now; the nearest place when it is gone."""
    if place == HEADING or not now:
        return HEADING
    name = before[place] if place < len(before) else ""
    if place < len(now) and now[place] == name:
        return place
    return now.index(name) if name in now else min(place, len(now) - 1)
