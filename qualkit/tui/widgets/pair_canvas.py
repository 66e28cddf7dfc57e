"""Two sources to walk through, with a cursor on one of their passages."""

from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message

from qualkit.domain.pair_views import PairView
from qualkit.domain.spans import Span
from qualkit.tui.duplicate_actions import PAIR_WALK
from qualkit.tui.keys import bindings_of
from qualkit.tui.pairs.passages import Spot
from qualkit.tui.widgets.pair_rows import PairRows


class PairCanvas(PairRows, inherit_bindings=False):
    """Shows a pair, and a cursor on one of its passages."""

    class Moved(Message):
        """The cursor stands on another passage."""

    class Chosen(Message):
        """The passage at the cursor was opened."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(PAIR_WALK)]

    can_focus = True

    def show(self, view: PairView) -> None:
        """Show another pair, from there as well."""
        self.take(view)
        self.lay_out()
        self.scroll_to_row(0)
        self._follow(jumped=True)

    # Where one is

    def action_passage_on(self) -> None:
        """Go to the next passage; in one that is longer than the screen, some rows on."""
        self._step(1)

    def action_passage_back(self) -> None:
        """Go to the passage before; in one that is longer than the screen, some rows back."""
        self._step(-1)

    def action_page_on(self) -> None:
        """Go a screenful on."""
        self._page(1)

    def action_page_back(self) -> None:
        """Go a screenful back."""
        self._page(-1)

    def action_to_begin(self) -> None:
        """Go to the first passage."""
        self._to_end(-1)

    def action_to_end(self) -> None:
        """Go to the last passage."""
        self._to_end(1)

    def action_to_first(self) -> None:
        """Go to the first of the two."""
        if self.cursor.spot and self.cursor.spot.side == 1:
            self.cross()

    def action_to_second(self) -> None:
        """Go to the second of the two."""
        if self.cursor.spot and self.cursor.spot.side == 0:
            self.cross()

    def cross(self) -> None:
        """Go to the other source, in the place that stands beside."""
        if self.cursor.cross(self.layout_of_pair):
            self._follow(jumped=True)

    def _step(self, by: int) -> None:
        if not self._scroll_within(by) and self.cursor.step(self.layout_of_pair, by):
            self._follow()

    def _page(self, by: int) -> None:
        rows = by * max(self.size.height - 2, 1)
        spot = self.cursor.spot
        if spot is None:
            return
        top = min(max(self._top(spot) + rows, 0), len(self.layout_of_pair.rows) - 1)
        self.scroll_to_row(self.scroll_offset.y + rows)
        self.cursor.go_to(self.layout_of_pair.spot_at(top, spot.side))
        self._follow()

    def _to_end(self, by: int) -> None:
        if self.cursor.step(self.layout_of_pair, by * len(self.layout_of_pair.tops)):
            self._follow()

    def next_alike(self, by: int) -> bool:
        """Go to the next alike passage, or the one before; tells whether there is one."""
        return self.cursor.next_alike(by) and self._follow(jumped=True)

    def next_shared(self, by: int) -> bool:
        """Go to the next rare word in common, or the one before; tells whether there is one."""
        return self.cursor.next_shared(by) and self._follow(jumped=True)

    def _follow(self, jumped: bool = False) -> bool:
        """Draw the cursor where it is now.

        It scrolls as little as shows it; after a jump out of sight, so that it is not at an edge.
        """
        spot = self.cursor.spot
        if spot is not None and self.size.height and spot in self.layout_of_pair.tops:
            top, end = self.layout_of_pair.tops[spot]
            if self.cursor.word:
                top = self._row_of_word(spot, self.cursor.word)
                end = top + 1
            first, height = self.scroll_offset.y, self.size.height
            if jumped and not first <= top < end <= first + height:
                self.scroll_to_row(top - height // 3)
            elif top < first:
                self.scroll_to_row(top - 1)
            elif end > first + height:
                self.scroll_to_row(min(end + 1 - height, top))
        self.refresh()
        self.post_message(self.Moved())
        return True

    def _scroll_within(self, by: int) -> bool:
        """Scroll where the passage at the cursor goes on beyond the screen."""
        spot = self.cursor.spot
        if spot is None:
            return False
        top, end = self.layout_of_pair.tops[spot]
        first, height = self.scroll_offset.y, self.size.height
        rows = max(height // 2, 1)
        if by > 0 and top < first + height < end:
            self.scroll_to_row(min(first + rows, end - height))
            return True
        if by < 0 and top < first < end:
            self.scroll_to_row(max(first - rows, top))
            return True
        return False

    def _top(self, spot: Spot) -> int:
        return self.layout_of_pair.tops[spot][0]

    def _row_of_word(self, spot: Spot, word: Span) -> int:
        top, end = self.layout_of_pair.tops[spot]
        start = self.passages.drawn(spot).place_of(word).start
        for row in range(top, end):
            part = self.layout_of_pair.rows[row].parts[spot.side]
            if part and part.spot == spot and start < part.end:
                return row
        return top

    def scroll_to_row(self, row: int) -> None:
        """Make a row the first in sight, at once."""
        self.scroll_to(y=max(row, 0), animate=False, force=True)

    # Size and mouse

    def on_resize(self) -> None:
        """Lay the pair out for the new width; the cursor stays in sight."""
        self.lay_out()
        self._follow(jumped=True)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse is; a double click opens."""
        row = event.y + self.scroll_offset.y
        if not 0 <= row < len(self.layout_of_pair.rows):
            return
        parts = self.layout_of_pair.rows[row].parts
        is_second = event.x > self.layout_of_pair.column if self.layout_of_pair.is_wide else False
        part = parts[1] if is_second else parts[0] or parts[1]
        if part and self.cursor.go_to(part.spot):
            self._follow()
            if event.chain > 1:
                self.post_message(self.Chosen())
