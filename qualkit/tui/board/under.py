"""The board as one list, for a narrow screen: themes as headings, and what they hold below them."""

from bisect import bisect_right

from rich.cells import cell_len

from qualkit.domain.board_columns import BoardCode
from qualkit.translation import _
from qualkit.tui.board.cards import (
    Line,
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
from qualkit.tui.widgets.cells import cut, fit

HEAD = 2
"""Lines of a heading: name and counts, and the central idea."""

GAP = 1
"""Empty lines below a column."""


class Under:
    """Draws the list, scrolls it, and knows what stands where."""

    def __init__(self, state: BoardState) -> None:
        """Draw the board of `state`."""
        self._state = state
        self._top = 0
        self._width = self._height = 1

    @property
    def page(self) -> int:
        """How many cards are in view."""
        return max(self._height - HEAD, 1)

    def resize(self, width: int, height: int) -> None:
        """Draw for another size."""
        self._width, self._height = max(width, 20), max(height, HEAD + 1)
        self.reveal()

    def reveal(self) -> None:
        """Scroll no more than is needed to have the cursor in view."""
        if not self._state.columns:
            return
        spot = self._state.spot
        start = self._starts()[spot.column]
        # With the first card, its heading comes into view as well.
        first = start if spot.row <= 1 else start + HEAD + spot.row - 1
        last = start + (HEAD - 1 if spot.row == 0 else HEAD + spot.row - 1)
        self._top = max(min(self._top, first), last - self._height + 1)

    def shift(self, by: int) -> None:
        """Scroll up (-1) or down (+1) while something is dragged."""
        self.scroll(0, 0, by)

    def scroll(self, _x: int, _y: int, by: int) -> None:
        """Scroll the list."""
        self._top = max(min(self._top + by, self._starts()[-1] - self._height), 0)

    def at(self, _x: int, y: int) -> Spot | None:
        """Give what stands at a line of the screen."""
        found = self._find(y)
        if found is None:
            return None
        number, part = found
        rows = len(self._state.columns[number].items)
        return Spot(number, 0 if part < HEAD else min(part - HEAD + 1, rows))

    def line(self, y: int) -> Line:
        """Give one line of the screen."""
        found = self._find(y)
        if found is None:
            return ()
        number, part = found
        if part < HEAD:
            return self._head(number, part)
        return self._card(Spot(number, part - HEAD + 1))

    def _find(self, y: int) -> tuple[int, int] | None:
        """Give the column of a line of the screen, and the line within it."""
        starts = self._starts()
        line = y + self._top
        if not 0 <= line < starts[-1]:
            return None
        number = bisect_right(starts, line) - 1
        return number, line - starts[number]

    def _starts(self) -> list[int]:
        """Give the line at which each column begins, and the one behind the last."""
        starts = [0]
        for column in self._state.columns:
            starts.append(starts[-1] + HEAD + max(len(column.items), 1) + GAP)
        return starts

    def _head(self, number: int, part: int) -> Line:
        column = self._state.columns[number]
        here = self._state.spot == Spot(number, 0)
        width = self._width - 3
        indent = "  " * column.depth
        key = column_key(self._state.columns, number) or " "
        if part == 1:
            aimed = self._state.aim == number
            said = _("▼ let go to put it here") if aimed else central_idea(column)
            kind = "accent" if aimed else "idea"
            return [("    ", ""), (cut(f"{indent}{said}", width - 2), kind)]
        counts = counts_of(column.passages, column.cases)
        room = width - len(counts) - 2
        cursor = " cursor" if here else ""
        name = cut(f"{key} {column_name(column)}", room - len(indent))
        return [
            ("> " if here else "  ", f"accent{cursor}"),
            (indent, cursor.strip()),
            (name, f"heading{cursor}"),
            (" " * max(room - len(indent) - cell_len(name), 0), cursor.strip()),
            (f"  {counts} ", f"muted{cursor}"),
        ]

    def _card(self, spot: Spot) -> Line:
        item = self._state.item_at(spot)
        if item is None:
            is_empty = spot.row == 1
            nothing = _("nothing here")
            return [(f"      {nothing}" if is_empty else "", "muted")]
        here = spot == self._state.spot
        cursor = " cursor" if here else ""
        width = self._width - 7
        detail = cut(card_detail(self._state, spot), width * 3 // 5)
        lead = "  " * self._state.columns[spot.column].depth + lead_of(self._state, spot)
        name = fit(
            fitted(lead, card_name(self._state, spot), width - len(detail) - 2),
            width - len(detail) - 2,
        )
        kind = "strong" if isinstance(item, BoardCode) else ""
        return [
            ("> " if here else "  ", f"accent{cursor}"),
            ("    ", cursor.strip()),
            (name, f"{kind}{cursor}".strip()),
            (f"  {detail} ", f"muted{cursor}"),
        ]
