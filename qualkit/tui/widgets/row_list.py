"""A list of rows of which only those in view are drawn: 20,000 cost no more than 20."""

from collections.abc import Callable, Sequence
from textwrap import wrap
from typing import ClassVar, Generic, TypeVar

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

from qualkit.domain.codes import CodeColour
from qualkit.tui.actions import LIST_ACTIONS
from qualkit.tui.colours import colour_name
from qualkit.tui.keys import bindings_of

T = TypeVar("T")

Piece = tuple[str, str]
"""Some words, and what they are: "", "muted", "strong", "accent", "match" or a
code's colour as `colour_name` gives it."""

Line = Sequence[Piece]

POINTER = "> "
"""Stands before the row of the cursor, so that it is seen without colour."""


class RowList(ScrollView, Generic[T]):
    """Rows of one or more lines, a cursor, and the keys to move it."""

    class Moved(Message):
        """The cursor stands on another row."""

        def __init__(self, rows: "RowList[T]") -> None:
            """Say in which list."""
            super().__init__()
            self.rows = rows

        @property
        def control(self) -> "Widget":
            """The list, for `on` with a selector."""
            return self.rows

    class Chosen(Moved):
        """The row at the cursor was opened."""

    class FilterAsked(Message):
        """The person wants to type a filter."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "row-list--cursor",
        "row-list--heading",
        "row-list--muted",
        "row-list--strong",
        "row-list--accent",
        "row-list--match",
        *(f"row-list--{colour_name(colour)}" for colour in CodeColour),
    }

    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(LIST_ACTIONS)]

    can_focus = True

    cursor = reactive(0)

    def __init__(
        self,
        draw: Callable[[T, int], Sequence[Line]],
        key: Callable[[T], str],
        height: int = 1,
        empty: str = "",
        id: str | None = None,
        above: int = 0,
    ) -> None:
        """Begin empty.

        Args:
            draw: Gives the lines of a row for a width in cells.
            key: Names a row, so that the cursor stays with it when the rows change.
            height: Lines a row takes.
            empty: What to say while there are no rows.
            id: Textual's name for the widget.
            above: Lines at the top of a row that stand apart, such as the heading of a group.
        """
        super().__init__(id=id)
        self._above = above
        self._draw = draw
        self._key = key
        self._height = height
        self.empty = empty
        self.heading: Callable[[int], Line] | None = None
        """Gives a line that stands above the rows and does not scroll, for a width."""
        self.items: Sequence[T] = ()

    @property
    def current(self) -> T | None:
        """The item at the cursor."""
        return self.items[self.cursor] if self.cursor < len(self.items) else None

    def set_items(self, items: Sequence[T], at: str = "") -> None:
        """Show other rows; the cursor stays with its row, or goes to the row with the key `at`."""
        wanted = at or (self._key(self.items[self.cursor]) if self.current is not None else "")
        self.items = items
        places = (place for place, item in enumerate(items) if self._key(item) == wanted)
        nearest = max(min(self.cursor, len(items) - 1), 0)
        self.cursor = next(places, nearest) if wanted else nearest
        self._measure()
        self.refresh()
        self.post_message(self.Moved(self))

    def draw_rows_of(self, height: int) -> None:
        """Draw rows of another height from now on."""
        self._height = height
        self._measure()
        self.refresh()

    @property
    def current_key(self) -> str:
        """The key of the item at the cursor; empty while there is none."""
        return self._key(self.current) if self.current is not None else ""

    def move_to_key(self, key: str) -> None:
        """Put the cursor on the row with a key, if it is there."""
        for place, item in enumerate(self.items):
            if self._key(item) == key:
                self.move_to(place)
                return

    def move_to(self, row: int) -> None:
        """Put the cursor on a row, as near as there is one."""
        self.cursor = max(min(row, len(self.items) - 1), 0)

    def watch_cursor(self) -> None:
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
        row = (event.y + self.scroll_offset.y - self._heading_lines) // self._height
        if 0 <= row < len(self.items):
            self.move_to(row)
            if event.chain > 1:
                self.action_choose()

    def action_next_row(self) -> None:
        """Go down."""
        self.move_to(self.cursor + 1)

    def action_previous_row(self) -> None:
        """Go up."""
        self.move_to(self.cursor - 1)

    def action_next_page(self) -> None:
        """Go a screenful down."""
        self.move_to(self.cursor + self._rows_in_view)

    def action_previous_page(self) -> None:
        """Go a screenful up."""
        self.move_to(self.cursor - self._rows_in_view)

    def action_first_row(self) -> None:
        """Go to the first row."""
        self.move_to(0)

    def action_last_row(self) -> None:
        """Go to the last row."""
        self.move_to(len(self.items) - 1)

    def action_choose(self) -> None:
        """Open the row at the cursor."""
        if self.current is not None:
            self.post_message(self.Chosen(self))

    def action_filter(self) -> None:
        """Ask for a filter."""
        self.post_message(self.FilterAsked())

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        width = self.size.width
        if self.heading and y == 0:
            style = self.get_component_rich_style("row-list--heading")
            return self._strip([("  ", ""), *self.heading(width - 2)], style)
        line = y + self.scroll_offset.y - self._heading_lines
        row, part = divmod(line, self._height)
        if not self.items:
            return self._empty_line(y - self._heading_lines)
        if row >= len(self.items):
            return Strip.blank(width, self.rich_style)
        here = row == self.cursor and part >= self._above
        style = self.get_component_rich_style("row-list--cursor") if here else self.rich_style
        lines = self._draw(self.items[row], width - 3)
        pointer = POINTER if here and part == self._above else "  "
        pieces = lines[part] if part < len(lines) else ()
        return self._strip([(pointer, "accent"), *pieces], style)

    def _empty_line(self, y: int) -> Strip:
        width = max(self.size.width - 3, 1)
        lines = [part for line in self.empty.split("\n") for part in wrap(line, width) or [""]]
        words = lines[y - 1] if 1 <= y <= len(lines) else ""
        return self._strip([(f"  {words}", "muted")], self.rich_style)

    def _strip(self, pieces: Line, style: Style) -> Strip:
        segments = [
            Segment(
                words,
                style + self.get_component_rich_style(f"row-list--{kind}", partial=True)
                if kind
                else style,
            )
            for words, kind in pieces
        ]
        return Strip(segments).adjust_cell_length(self.size.width, style)

    @property
    def _heading_lines(self) -> int:
        return 1 if self.heading else 0

    @property
    def _rows_in_view(self) -> int:
        return max((self.size.height - self._heading_lines) // self._height, 1)

    def _measure(self) -> None:
        lines = len(self.items) * self._height + self._heading_lines
        self.virtual_size = Size(self.size.width, lines)
        self.call_after_refresh(self._show_cursor)

    def _show_cursor(self) -> None:
        """Scroll no more than is needed to have the whole row of the cursor in view."""
        top = self.cursor * self._height
        room = max(self.size.height - self._heading_lines, 1)
        if top < self.scroll_offset.y:
            self.scroll_to(y=top, animate=False, immediate=True)
        elif top + self._height > self.scroll_offset.y + room:
            self.scroll_to(y=top + self._height - room, animate=False, immediate=True)
