"""Where the cursor of a grid stands, what is in view, and the keys that move it."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.widget import Widget

from qualkit.tui.grid_actions import GRID_ACTIONS
from qualkit.tui.keys import bindings_of

HEADING = -1
"""The row or column of headings, as a place of the cursor."""

HEAD_LINES = 3
"""Lines for the headings of columns."""

FOOT_LINES = 2
"""Lines at the bottom, on which the headings at the cursor stand whole."""

MOST_WIDTH = 26
"""Cells that a column takes at most where there is room."""


class GridBase(ScrollView):
    """Rows and columns by their headings, with a cursor over cells and headings."""

    class Moved(Message):
        """The cursor stands elsewhere."""

        def __init__(self, grid: "GridBase") -> None:
            """Say in which grid."""
            super().__init__()
            self.grid = grid

        @property
        def control(self) -> Widget:
            """The grid, for `on` with a selector."""
            return self.grid

    class Chosen(Moved):
        """The cell, row or column at the cursor was opened."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(GRID_ACTIONS)]

    can_focus = True

    at: reactive[tuple[int, int]] = reactive((HEADING, HEADING))
    """Row and column of the cursor, from 0; `HEADING` for the headings."""

    def __init__(self, column_width: int, most_width: int, height: int, id: str | None) -> None:
        """Begin empty; see `Grid`."""
        super().__init__(id=id)
        self._least = column_width
        self._most = most_width
        self._height = height
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
