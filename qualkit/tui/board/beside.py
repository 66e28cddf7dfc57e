"""The board as columns beside each other, for a wide screen."""

from collections.abc import Sequence

from rich.cells import cell_len

from qualkit.domain.board_columns import BoardCode
from qualkit.translation import _
from qualkit.tui.board.cards import (
    Line,
    Piece,
    card_detail,
    card_name,
    central_idea,
    column_key,
    column_name,
    counts_of,
    fitted,
    lead_of,
)
from qualkit.tui.board.state import BoardState, Spot
from qualkit.tui.widgets.cells import cut
from qualkit.tui.widgets.passages import two_lines

LEAST_WIDTH = 30
"""Cells that a column takes at least."""

TOP = 6
"""Lines at the top of a column: name, central idea, counts and a rule."""

CARD = 2
"""Lines of a card."""


class Beside:
    """Draws columns, scrolls them, and knows what stands where."""

    def __init__(self, state: BoardState) -> None:
        """Draw the board of `state`."""
        self._state = state
        self._first = 0
        self._tops: dict[str, int] = {}
        """The first row that a column shows, by its place."""
        self._width = self._height = 1

    @property
    def columns_in_view(self) -> range:
        """The numbers of the columns that are shown."""
        return range(self._first, min(self._first + self._fitting, len(self._state.columns)))

    @property
    def page(self) -> int:
        """How many cards a column shows."""
        return max((self._height - TOP) // CARD, 1)

    def resize(self, width: int, height: int) -> None:
        """Draw for another size."""
        self._width, self._height = max(width, 1), max(height, TOP + CARD)
        self.reveal()

    def reveal(self) -> None:
        """Scroll no more than is needed to have the cursor in view."""
        spot = self._state.spot
        last = max(len(self._state.columns) - self._fitting, 0)
        first = max(min(self._first, spot.column), spot.column - self._fitting + 1)
        self._first = min(first, last)
        if self._state.columns and spot.row:
            place = self._state.column.place
            top = self._tops.get(place, 0)
            self._tops[place] = max(min(top, spot.row - 1), spot.row - self.page)

    def shift(self, by: int) -> None:
        """Show the columns further to the left (-1) or to the right (+1)."""
        last = max(len(self._state.columns) - self._fitting, 0)
        self._first = max(min(self._first + by, last), 0)

    def scroll(self, x: int, _y: int, by: int) -> None:
        """Scroll the column under the mouse."""
        number = self._first + x // self._room
        if number < len(self._state.columns):
            column = self._state.columns[number]
            top = self._tops.get(column.place, 0) + by
            self._tops[column.place] = max(min(top, len(column.items) - self.page), 0)

    def at(self, x: int, y: int) -> Spot | None:
        """Give what stands at a point of the screen."""
        number = self._first + x // self._room
        if number not in self.columns_in_view:
            return None
        if y < TOP:
            return Spot(number, 0)
        column = self._state.columns[number]
        row = self._tops.get(column.place, 0) + (y - TOP) // CARD + 1
        return Spot(number, min(row, len(column.items)))

    def line(self, y: int) -> Line:
        """Give one line of the screen."""
        pieces: list[Piece] = []
        for number in self.columns_in_view:
            pieces.extend(self._cells(number, y))
        return pieces

    @property
    def _fitting(self) -> int:
        return max(self._width // LEAST_WIDTH, 1)

    @property
    def _room(self) -> int:
        return self._width // min(self._fitting, max(len(self._state.columns), 1))

    def _cells(self, number: int, y: int) -> Sequence[Piece]:
        """Give one line of a column, its border included."""
        width = self._room - 2
        spot, text, kind = self._text(number, y, width - 2)
        here = spot is not None and spot == self._state.spot
        begins = here and (y == 0 if spot and spot.row == 0 else (y - TOP) % CARD == 0)
        pointer = "> " if begins else "  "
        style = f"{kind} cursor" if here else kind
        return [
            (pointer, "accent cursor" if here else "accent"),
            (text, style),
            (" " * max(width - 2 - cell_len(text), 0), "cursor" if here else ""),
            (" │", "muted"),
        ]

    def _text(self, number: int, y: int, width: int) -> tuple[Spot | None, str, str]:
        column = self._state.columns[number]
        if y < TOP:
            return self._top_text(number, y, width)
        row = self._tops.get(column.place, 0) + (y - TOP) // CARD + 1
        spot = Spot(number, row)
        item = self._state.item_at(spot)
        if item is None:
            is_first = row == 1 and (y - TOP) % CARD == 0
            return None, cut(_("nothing here"), width) if is_first else "", "muted"
        lead = lead_of(self._state, spot)
        if (y - TOP) % CARD == 0:
            kind = "strong" if isinstance(item, BoardCode) else ""
            return spot, fitted(lead, card_name(self._state, spot), width), kind
        return spot, fitted(" " * len(lead), card_detail(self._state, spot), width), "muted"

    def _top_text(self, number: int, y: int, width: int) -> tuple[Spot | None, str, str]:
        column, spot = self._state.columns[number], Spot(number, 0)
        depth = "  " * column.depth
        if y == TOP - 1:
            aimed = self._state.aim == number
            rule = ("━" if number == self._state.spot.column else "─") * width
            return (
                None,
                cut(_("▼ let go to put it here"), width) if aimed else rule,
                ("accent" if aimed else "muted"),
            )
        if y == TOP - 2:
            return None, cut(counts_of(column.passages, column.cases), width), "muted"
        key = column_key(self._state.columns, number)
        name = f"{depth}{key} {column_name(column)}" if key else f"{depth}{column_name(column)}"
        if y < 2:
            indent = " " * (len(name) - len(name.lstrip()))
            words = two_lines(name.strip(), width - len(indent))[y]
            return spot, f"{indent}{words}" if words else "", "heading"
        return None, two_lines(central_idea(column), width)[y - 2], "idea"
