"""The text of a source as one works in it: with the mouse, and with labels to jump to."""

from collections.abc import Sequence

from textual import events
from textual.message import Message
from textual.strip import Strip

from qualkit.domain.sources import SourceText
from qualkit.domain.spans import Span
from qualkit.tui.reading.jumping import Jumps, labelled
from qualkit.tui.widgets.text_canvas import TextCanvas

NO_JUMPS = Jumps()


class TextView(TextCanvas, inherit_bindings=False):
    """The text of a source with its margin: draws only the rows in sight."""

    class Clicked(Message):
        """The mouse was clicked twice (a word) or three times (a sentence) at the cursor."""

        def __init__(self, times: int) -> None:
            """Tell how often."""
            super().__init__()
            self.times = times

    class Labelled(Message):
        """A label was typed, or labels were left without one."""

        def __init__(self, place: Span | None) -> None:
            """Tell its place; None for none."""
            super().__init__()
            self.place = place

    def __init__(self, text: SourceText) -> None:
        """Show a text, from its beginning."""
        super().__init__(text)
        self._jumps = NO_JUMPS
        self._pressed: int | None = None
        """The offset where a drag began."""

    # Labels

    def show_labels(self, places: Sequence[Span]) -> None:
        """Lay a label over the begin of each place; keys then are letters of labels."""
        self._jumps = labelled(places)
        self.refresh()

    @property
    def is_labelled(self) -> bool:
        """Whether labels are shown now."""
        return self._jumps != NO_JUMPS

    def on_key(self, event: events.Key) -> None:
        """Take the letters of labels while there are any, so that no other action hears them."""
        if not self.is_labelled:
            return
        event.stop()
        event.prevent_default()
        self._jumps = self._jumps.typed(event.character or "")
        place = self._jumps.reached
        if place or self._jumps == NO_JUMPS:
            self._leave_labels(place)
        self.refresh()

    def on_blur(self) -> None:
        """Leave the labels when keys go elsewhere."""
        if self.is_labelled:
            self._leave_labels(None)

    def _leave_labels(self, place: Span | None) -> None:
        self._jumps = NO_JUMPS
        self.refresh()
        self.post_message(self.Labelled(place))

    def render_line(self, y: int) -> Strip:
        """Draw one row of the screen, with its labels if there are any now."""
        index = y + self.scroll_offset.y
        places = self._jumps.places.items()
        labels = {
            place.start: label for label, place in places if self.rows.row_of(place.start) == index
        }
        if not labels or index >= len(self.rows):
            return super().render_line(y)
        return self.drawing.strip(index, self.size.width, self.looks, labels)

    # Mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Put the cursor where the mouse is and begin to drag; with Shift, select up to there."""
        if not len(self.rows):
            return
        self.on_blur()
        offset = self._offset_under(event)
        if not (event.shift or self.cursor.held):
            self.cursor.drop()
        self.cursor.jump(offset, extend=event.shift)
        self._pressed = offset
        self.capture_mouse()
        self.follow()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select while dragging: whole words, but in one word the signs that were dragged over."""
        if self.app.mouse_captured is not self or self._pressed is None:
            return
        offset = self._offset_under(event)
        if offset != self._pressed or self.cursor.selection:
            self.cursor.drag(self._pressed, offset)
            self.follow()

    def on_mouse_up(self) -> None:
        """Stop dragging."""
        self._pressed = None
        self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """Tell of a double or triple click."""
        if event.chain > 1:
            self.post_message(self.Clicked(min(event.chain, 3)))

    def _offset_under(self, event: events.MouseEvent) -> int:
        row = max(min(event.y + self.scroll_offset.y, len(self.rows) - 1), 0)
        column = event.x - self.drawing.columns.width
        return self.rows.offset_at(row, max(column - self.rows.row(row).indent, 0))
