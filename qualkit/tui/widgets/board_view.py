"""The board on the screen: cards under a cursor, moved by keys or dragged with the mouse."""

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from qualkit.domain.board_columns import Board
from qualkit.tui.board.beside import Beside
from qualkit.tui.board.state import BoardState, Load, Spot
from qualkit.tui.board.under import Under
from qualkit.tui.board_actions import BOARD_WALK
from qualkit.tui.keys import bindings_of

WIDE = 100
"""Cells from which columns stand beside each other."""

EDGE = 2
"""Cells at either side where dragging brings further columns into view."""


class BoardView(Widget):
    """Shows the board; what is done with it is up to the screen."""

    class Moved(Message):
        """The cursor stands elsewhere, or what it stands on changed."""

    class Opened(Message):
        """The card at the cursor was clicked twice."""

    class Dropped(Message):
        """What was dragged was let go over another column."""

        def __init__(self, place: str) -> None:
            """Say over which: the id of a theme, or a tray."""
            super().__init__()
            self.place = place

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "board-view--cursor",
        "board-view--heading",
        "board-view--idea",
        "board-view--muted",
        "board-view--strong",
        "board-view--accent",
    }

    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(BOARD_WALK)]

    can_focus = True

    def __init__(self, load: Load) -> None:
        """Begin empty; `load` reads passages that come into view."""
        super().__init__()
        self.state = BoardState(load)
        self._beside, self._under = Beside(self.state), Under(self.state)
        self._held: Spot | None = None
        """What the mouse took hold of."""

    @property
    def is_wide(self) -> bool:
        """Whether columns stand beside each other."""
        return self.size.width >= WIDE

    @property
    def columns_in_view(self) -> range:
        """The numbers of the columns that are shown beside each other."""
        return self._beside.columns_in_view

    def set_board(self, board: Board) -> None:
        """Show another board, the cursor where it was."""
        self.state.set_board(board)
        self._changed()

    def go_to_key(self, key: str) -> None:
        """Go to a card, or the top of a column, if it is there."""
        if self.state.find(key):
            self._changed()

    def on_resize(self) -> None:
        """Draw for another size; the cursor stays in view."""
        for layout in (self._beside, self._under):
            layout.resize(self.size.width, self.size.height)
        # A frame may have been drawn between the new size and this.
        self.refresh()
        self.post_message(self.Moved())

    def action_next_card(self) -> None:
        """Go down; in the list on to the next column."""
        spot = self.state.spot
        at_end = self.state.columns and spot.row >= len(self.state.column.items)
        if at_end and not self.is_wide and spot.column < len(self.state.columns) - 1:
            self._go(spot.column + 1, 0)
        else:
            self._go(spot.column, spot.row + 1)

    def action_previous_card(self) -> None:
        """Go up; in the list on to the column before."""
        spot = self.state.spot
        if spot.row == 0 and not self.is_wide and spot.column:
            self._go(spot.column - 1, len(self.state.columns[spot.column - 1].items))
        else:
            self._go(spot.column, spot.row - 1)

    def action_next_column(self) -> None:
        """Go to the next column."""
        self._go_beside(1)

    def action_previous_column(self) -> None:
        """Go to the column before."""
        self._go_beside(-1)

    def action_next_page(self) -> None:
        """Go a screenful down in the column."""
        self._go(self.state.spot.column, self.state.spot.row + self._layout.page)

    def action_previous_page(self) -> None:
        """Go a screenful up in the column."""
        self._go(self.state.spot.column, self.state.spot.row - self._layout.page)

    def action_first_card(self) -> None:
        """Go to the top of the column."""
        self._go(self.state.spot.column, 0)

    def action_last_card(self) -> None:
        """Go to the last card of the column."""
        if self.state.columns:
            self._go(self.state.spot.column, len(self.state.column.items))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Put the cursor where the mouse is, and take hold of the card there."""
        spot = self._layout.at(event.x, event.y)
        if spot is None or event.button != 1:
            return
        self._go(spot.column, spot.row)
        if self.state.item:
            self._held = spot
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Show over which column a card is dragged; at the edges, bring others into view."""
        if self._held is None:
            return
        if self.is_wide and not EDGE <= event.x < self.size.width - EDGE:
            self._beside.shift(-1 if event.x < EDGE else 1)
        elif not self.is_wide and not 0 < event.y < self.size.height - 1:
            self._under.shift(-1 if event.y <= 0 else 1)
        spot = self._layout.at(event.x, event.y)
        over = spot.column if spot and spot.column != self._held.column else None
        self.state.aim = over
        self.refresh()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Let go; over another column that moves what was dragged."""
        if self._held is None:
            return
        self._held, aim = None, self.state.aim
        self.state.aim = None
        self.release_mouse()
        self.refresh()
        if aim is not None:
            self.post_message(self.Dropped(self.state.columns[aim].place))

    def on_click(self, event: events.Click) -> None:
        """Open on a double click."""
        if event.chain > 1 and self._layout.at(event.x, event.y):
            self.post_message(self.Opened())

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll what is under the mouse."""
        self._layout.scroll(event.x, event.y, 2)
        self.refresh()

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll what is under the mouse."""
        self._layout.scroll(event.x, event.y, -2)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        base = self.rich_style
        pieces = self._layout.line(y) if self.state.columns else ()
        segments = [Segment(words, self._style(kind, base)) for words, kind in pieces]
        return Strip(segments).adjust_cell_length(self.size.width, base)

    @property
    def _layout(self) -> Beside | Under:
        return self._beside if self.is_wide else self._under

    def _style(self, kinds: str, base: Style) -> Style:
        style = base
        for kind in reversed(kinds.split()):
            # The cursor brings the whole of its background, blended; the others only type and ink.
            partial = kind != "cursor"
            style += self.get_component_rich_style(f"board-view--{kind}", partial=partial)
        return style

    def _go(self, column: int, row: int) -> None:
        self.state.go(Spot(column, row))
        self._changed()

    def _go_beside(self, by: int) -> None:
        """Go to the column beside, as high up as one is; in the list to its top."""
        row = self.state.spot.row if self.is_wide else 0
        column = self.state.spot.column + by
        if 0 <= column < len(self.state.columns):
            self._go(column, row)

    def _changed(self) -> None:
        self._layout.reveal()
        self.refresh()
        self.post_message(self.Moved())
