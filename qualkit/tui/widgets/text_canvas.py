"""The text of a source on the screen, laid out for its width; only rows in sight are drawn."""

from collections.abc import Iterable

from textual.geometry import Size
from textual.message import Message

from qualkit.domain.sources import SourceText
from qualkit.domain.spans import Span
from qualkit.tui.reading.coded import Codings
from qualkit.tui.reading.cursor import Cursor
from qualkit.tui.reading.lines import UNFOLDED, Folds, ShownLine, shown_lines
from qualkit.tui.reading.margin import Lanes, Notes
from qualkit.tui.reading.pieces import NOWHERE, Scene
from qualkit.tui.reading.stretches import Stretches
from qualkit.tui.reading.words import Words
from qualkit.tui.widgets.text_page import TextPage


class TextCanvas(TextPage, inherit_bindings=False):
    """Shows a text, what hangs on it, and a cursor on one of its words."""

    class Moved(Message):
        """The cursor or the selection changed."""

    class Scrolled(Message):
        """Other rows are in sight."""

    can_focus = True

    def __init__(self, text: SourceText) -> None:
        """Show a text, from its beginning."""
        super().__init__(text)
        self._found = NOWHERE
        self._offered = NOWHERE
        self._watched = NOWHERE
        self._replaced = NOWHERE
        self.only_evidence = False
        self.folds = UNFOLDED
        self.kept: Span | None = None
        """Where the borders were of the coding that is being moved."""
        self._opening: tuple[int, int | None] | None = 0, 0
        self._lasting_top: int | None = None
        """The top to keep while only the size changes, so that it does not creep."""
        self._is_laying_out = False
        self.cursor = Cursor(self.rows, Words(text.text, ()))

    # What is shown

    def show_text(self, text: SourceText, only_evidence: bool, folds: Folds = UNFOLDED) -> None:
        """Show a text anew: without what is context, or with some of it folded."""
        top = self.top
        self.drawing.text, self.only_evidence, self.folds = text, only_evidence, folds
        self.lines = shown_lines(text, only_evidence, folds)
        self._lay_out(top)

    def show_codings(self, codings: Codings) -> None:
        """Show other codings; the text moves over only where they need more room beside it."""
        self.codings = codings
        self.drawing.lanes = lanes = Lanes(codings, self.rows)
        if lanes.count > self.drawing.columns.lanes and self._opening is None:
            self._lay_out(self.top)
        else:
            self.follow()

    def show_notes(self, notes: Notes) -> None:
        """Show other signs for memos."""
        self.drawing.notes = notes
        self.draw_anew()

    def show_found(self, found: Iterable[Span]) -> None:
        """Show other places where words were found."""
        self._found = Stretches(found)
        self.follow()

    def show_offered(self, places: Iterable[Span]) -> None:
        """Show other places where suggested phrases stand."""
        spans = sorted(places, key=lambda span: (span.start, -span.end))
        if spans != self._offered.spans:
            self._offered = Stretches(spans)
            self.follow()

    def show_watched(self, places: Iterable[Span]) -> None:
        """Show other places where the phrases stand that are looked out for."""
        watched = Stretches(places)
        if watched.spans != self._watched.spans:
            self._watched = watched
            self.follow()

    def show_replaced(self, places: Iterable[Span]) -> None:
        """Show other places where something else is printed in the place of words."""
        self._replaced = Stretches(places)
        self.follow()

    @property
    def is_at_end(self) -> bool:
        """Tell whether the last words were reached, by the cursor or by scrolling down to them."""
        if self.cursor.word is None:
            return bool(len(self.rows))
        last = self.cursor.words.before(len(self.rows.text), len(self.lines) - 1)
        return self.cursor.word == last or 0 < self.max_scroll_y <= self.scroll_offset.y

    def line_of_cursor(self) -> ShownLine | None:
        """Give the line the cursor is on; None when nothing is drawn."""
        return self.lines[self.rows.line_at(self.cursor.offset)] if len(self.rows) else None

    # Where one is

    def open_at(self, offset: int, top: int | None) -> None:
        """Stand at an offset once there is a size, with the row of `top` as the first in sight.

        Without `top`, some rows above the offset are in sight.
        """
        self._opening = offset, top

    def follow(self) -> None:
        """Draw the cursor where it is now, scrolling as little as shows it."""
        if self._unfold_selected():
            return
        cursor = self.cursor
        scene = Scene(
            self.codings,
            cursor.word,
            cursor.span,
            self.kept,
            self._found,
            self._offered,
            self._watched,
            self._replaced,
        )
        before, self.drawing.scene = self.drawing.scene, scene
        is_other = (
            scene.codings is not before.codings
            or scene.found is not before.found
            or scene.offered is not before.offered
            or scene.watched is not before.watched
            or scene.replaced is not before.replaced
        )
        if is_other:
            self.draw_anew()
        else:
            self.draw_changed(before, scene)
        self._scroll_to_cursor()
        self.post_message(self.Moved())

    def _unfold_selected(self) -> bool:
        """Unfold the turns of which a part is selected; tells whether there were any."""
        span, folds = self.cursor.span, self.folds
        if span is None or folds == UNFOLDED:
            return False
        for offset in (span.start, span.end - 1):
            turn = self.rows.fold_at(offset)
            if turn and not (span.start <= turn.start and turn.end <= span.end):
                is_folded = folds.holds(turn.start, turn.context)
                folds = folds.turned(turn.start) if is_folded else folds
        if folds == self.folds:
            return False
        self.show_text(self.drawing.text, self.only_evidence, folds)
        return True

    def _scroll_to_cursor(self) -> None:
        if self.cursor.word and self.size.height:
            row = self.rows.row_of(self.cursor.offset)
            margin = min(2, (self.size.height - 1) // 2)
            first, last = self.scroll_offset.y, self.scroll_offset.y + self.size.height - 1
            if row < first + margin:
                self.scroll_to_row(row - margin)
            elif row > last - margin:
                self.scroll_to_row(row + margin + 1 - self.size.height)

    def show_selection(self) -> None:
        """Scroll so that what is selected is not at an edge, after a jump out of sight."""
        row = self.rows.row_of(self.cursor.start)
        first, last = self.scroll_offset.y, self.scroll_offset.y + self.size.height - 1
        if not first <= row <= last:
            self.scroll_to_row(row - self.size.height // 3)
        self.follow()

    @property
    def page(self) -> int:
        """How many rows a page moves."""
        return max(self.size.height - 2, 1)

    # Size and colours

    def on_resize(self) -> None:
        """Lay the text out for the new width, keeping the place."""
        if self._opening is None:
            top = self.top if self._lasting_top is None else self._lasting_top
            self._lay_out(top)
            self._lasting_top = top
            return
        (offset, top_wanted), self._opening = self._opening, None
        self.cursor.word = Span(offset, offset + 1)
        self._lay_out(top_wanted or 0)
        if top_wanted is None:
            self.scroll_to_row(self.rows.row_of(offset) - self.size.height // 3)

    def _lay_out(self, top: int) -> None:
        width = self.scrollable_content_region.width
        if self._opening is not None:
            return
        self._is_laying_out = True
        self.wrap_rows(width)
        self.cursor.put(self.rows)
        self.virtual_size = Size(width, len(self.rows))
        self.scroll_to_row(self.rows.row_of(top))
        self.draw_anew()
        self.follow()
        self._is_laying_out = False

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell that other rows are in sight."""
        super().watch_scroll_y(old_value, new_value)
        if not self._is_laying_out:
            self._lasting_top = None
        self.post_message(self.Scrolled())
