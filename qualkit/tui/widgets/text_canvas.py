"""The text of a source on the screen, laid out for its width; only rows in sight are drawn."""

from collections.abc import Iterable
from typing import ClassVar

from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from qualkit.domain.sources import SourceText
from qualkit.domain.spans import Span
from qualkit.tui.reading.coded import Codings
from qualkit.tui.reading.cursor import Cursor
from qualkit.tui.reading.layout import TextLayout
from qualkit.tui.reading.lines import UNFOLDED, Folds, ShownLine, context_turn_of, shown_lines
from qualkit.tui.reading.margin import LANES, MOST_LANES, Columns, Lanes, Notes
from qualkit.tui.reading.pieces import NOWHERE, Scene
from qualkit.tui.reading.stretches import Stretches
from qualkit.tui.reading.words import Words
from qualkit.tui.widgets.text_rows import TextRows
from qualkit.tui.widgets.text_styles import STYLE_NAMES, TextStyles

MOST_STRIPS = 2_000
"""Drawn rows that are kept."""

WIDEST_TEXT = 96
"""Cells; longer rows are hard to read."""


class TextCanvas(ScrollView, inherit_bindings=False):
    """Shows a text, what hangs on it, and a cursor on one of its words."""

    class Moved(Message):
        """The cursor or the selection changed."""

    class Scrolled(Message):
        """Other rows are in sight."""

    ALLOW_SELECT = False  # Textual's own selection; ours knows words and offsets
    COMPONENT_CLASSES: ClassVar[set[str]] = set(STYLE_NAMES)

    can_focus = True

    def __init__(self, text: SourceText) -> None:
        """Show a text, from its beginning."""
        super().__init__()
        self._codings = Codings()
        self._found = NOWHERE
        self._offered = NOWHERE
        self.only_evidence = False
        self.folds = UNFOLDED
        self.kept: Span | None = None
        """Where the borders were of the coding that is being moved."""
        lines = shown_lines(text)
        layout = TextLayout(text.text, (), WIDEST_TEXT)
        lanes = Lanes(self._codings, layout)
        columns = Columns.of(lines, LANES)
        self._lines = lines
        self._drawing = TextRows(text, layout, columns, lanes, Notes(), Scene())
        self._styles = TextStyles(self)
        self._strips: dict[int, Strip] = {}
        self._opening: tuple[int, int | None] | None = 0, 0
        self._lasting_top: int | None = None
        """The top to keep while only the size changes, so that it does not creep."""
        self._is_laying_out = False
        self.cursor = Cursor(layout, Words(text.text, ()))

    # What is shown

    def show_text(self, text: SourceText, only_evidence: bool, folds: Folds = UNFOLDED) -> None:
        """Show a text anew: without what is context, or with some of it folded."""
        top = self.top
        self._drawing.text, self.only_evidence, self.folds = text, only_evidence, folds
        self._lines = shown_lines(text, only_evidence, folds)
        self._lay_out(top)

    def show_codings(self, codings: Codings) -> None:
        """Show other codings; the text moves over only where they need more room beside it."""
        self._codings = codings
        self._drawing.lanes = lanes = Lanes(codings, self._rows)
        if lanes.count > self._drawing.columns.lanes and self._opening is None:
            self._lay_out(self.top)
        else:
            self.follow()

    def show_notes(self, notes: Notes) -> None:
        """Show other signs for memos."""
        self._drawing.notes = notes
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

    @property
    def _rows(self) -> TextLayout:
        return self._drawing.layout

    @property
    def top(self) -> int:
        """The offset of the first row in sight."""
        if not len(self._rows):
            return 0
        return self._rows.row(min(self.scroll_offset.y, len(self._rows) - 1)).start

    @property
    def in_sight(self) -> Span | None:
        """The stretch of text that the rows in sight draw."""
        if not len(self._rows) or not self.size.height:
            return None
        last = min(self.scroll_offset.y + self.size.height, len(self._rows)) - 1
        start, end = self.top, self._rows.row(last).end
        return Span(start, end) if start < end else None

    @property
    def is_at_end(self) -> bool:
        """Tell whether the last words were reached, by the cursor or by scrolling down to them."""
        if self.cursor.word is None:
            return bool(len(self._rows))
        last = self.cursor.words.before(len(self._rows.text), len(self._lines) - 1)
        return self.cursor.word == last or 0 < self.max_scroll_y <= self.scroll_offset.y

    def is_drawn(self, offset: int) -> bool:
        """Tell whether the code point at an offset is drawn: no prefix, no turn left out."""
        return self._rows.draws(offset)

    def fold_at(self, offset: int) -> ShownLine | None:
        """Give the folded turn that an offset is in."""
        return self._rows.fold_at(offset)

    def context_turn_at(self, offset: int) -> int | None:
        """Give where the turn of an interviewer or helper begins that an offset is in."""
        if not self._lines:
            return None
        return context_turn_of(self._lines, self._rows.line_at(offset))

    def line_of_cursor(self) -> ShownLine | None:
        """Give the line the cursor is on; None when nothing is drawn."""
        return self._lines[self._rows.line_at(self.cursor.offset)] if len(self._rows) else None

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
            self._codings, cursor.word, cursor.span, self.kept, self._found, self._offered
        )
        before, self._drawing.scene = self._drawing.scene, scene
        is_other = (
            scene.codings is not before.codings
            or scene.found is not before.found
            or scene.offered is not before.offered
        )
        if is_other:
            self.draw_anew()
        else:
            self._draw_changed(before, scene)
        self._scroll_to_cursor()
        self.post_message(self.Moved())

    def _unfold_selected(self) -> bool:
        """Unfold the turns of which a part is selected; tells whether there were any."""
        span, folds = self.cursor.span, self.folds
        if span is None or folds == UNFOLDED:
            return False
        for offset in (span.start, span.end - 1):
            turn = self._rows.fold_at(offset)
            if turn and not (span.start <= turn.start and turn.end <= span.end):
                folds = folds.turned(turn.start) if folds.holds(turn.start) else folds
        if folds == self.folds:
            return False
        self.show_text(self._drawing.text, self.only_evidence, folds)
        return True

    def _scroll_to_cursor(self) -> None:
        if self.cursor.word and self.size.height:
            row = self._rows.row_of(self.cursor.offset)
            margin = min(2, (self.size.height - 1) // 2)
            first, last = self.scroll_offset.y, self.scroll_offset.y + self.size.height - 1
            if row < first + margin:
                self._scroll_to_row(row - margin)
            elif row > last - margin:
                self._scroll_to_row(row + margin + 1 - self.size.height)

    def show_selection(self) -> None:
        """Scroll so that what is selected is not at an edge, after a jump out of sight."""
        row = self._rows.row_of(self.cursor.start)
        first, last = self.scroll_offset.y, self.scroll_offset.y + self.size.height - 1
        if not first <= row <= last:
            self._scroll_to_row(row - self.size.height // 3)
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
            self._scroll_to_row(self._rows.row_of(offset) - self.size.height // 3)

    def notify_style_update(self) -> None:
        """Forget styles of other colours."""
        super().notify_style_update()
        self._styles.forget()
        self._strips = {}

    def _lay_out(self, top: int) -> None:
        width = self.scrollable_content_region.width
        if self._opening is not None:
            return
        self._is_laying_out = True
        self._wrap(width)
        self._strips = {}
        self.cursor.put(self._rows)
        self.virtual_size = Size(width, len(self._rows))
        self._scroll_to_row(self._rows.row_of(top))
        self.draw_anew()
        self.follow()
        self._is_laying_out = False

    def _wrap(self, width: int) -> None:
        """Find the rows for a width, with as many lanes beside them as the codings take."""
        drawing = self._drawing
        room = drawing.columns.lanes
        while True:
            drawing.columns = Columns.of(self._lines, room)
            text_width = min(width - drawing.columns.width, WIDEST_TEXT)
            drawing.layout = TextLayout(drawing.text.text, self._lines, text_width)
            drawing.lanes = Lanes(self._codings, drawing.layout)
            if drawing.lanes.count <= room:
                return
            room = min(drawing.lanes.count, MOST_LANES)

    def _scroll_to_row(self, row: int) -> None:
        self.scroll_to(y=max(row, 0), animate=False, force=True)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell that other rows are in sight."""
        super().watch_scroll_y(old_value, new_value)
        if not self._is_laying_out:
            self._lasting_top = None
        self.post_message(self.Scrolled())

    # Drawing

    def render_line(self, y: int) -> Strip:
        """Draw one row of the screen, or give it as it was drawn before."""
        index = y + self.scroll_offset.y
        if index >= len(self._rows):
            return Strip.blank(self.size.width, self._styles.ground)
        if index not in self._strips:
            self._strips[index] = self._drawing.strip(index, self.size.width, self._styles)
        return self._strips[index]

    def draw_anew(self) -> None:
        """Draw every row again."""
        self._strips = {}
        self.refresh()

    def _draw_changed(self, before: Scene, now: Scene) -> None:
        """Draw again the rows on which the two moments differ."""
        if len(self._strips) > MOST_STRIPS:
            self._strips = {}
        spans = {span for scene in (before, now) for span in scene.touched}
        for span in spans:
            first, last = self._rows.rows_over(span.start, span.end)
            for index in [index for index in self._strips if first <= index <= last]:
                del self._strips[index]
            top = max(first, self.scroll_offset.y)
            bottom = min(last, self.scroll_offset.y + self.size.height)
            if top <= bottom:
                self.refresh_lines(top, bottom - top + 1)
