"""The text of a source with its margin: one virtual widget that draws only the rows in sight."""

from collections.abc import Iterable
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from qualkit.domain.sources import SourceText
from qualkit.domain.spans import Span
from qualkit.tui.reading.coded import Codings
from qualkit.tui.reading.cursor import Cursor
from qualkit.tui.reading.layout import TextLayout
from qualkit.tui.reading.lines import ShownLine, shown_lines
from qualkit.tui.reading.margin import LANES, MOST_LANES, Columns, Lanes, Notes, margin_of
from qualkit.tui.reading.pieces import Scene, pieces
from qualkit.tui.reading.words import Words
from qualkit.tui.reading.wrapping import drawn
from qualkit.tui.widgets.text_styles import STYLE_NAMES, TextStyles

MOST_STRIPS = 2_000
"""Drawn rows that are kept."""

WIDEST_TEXT = 96
"""Cells; longer rows are hard to read."""


class TextView(ScrollView, inherit_bindings=False):
    """Shows a text and a cursor on one of its words."""

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
        self._text = text
        self._codings = Codings()
        self._notes = Notes()
        self._found = frozenset[Span]()
        self.only_evidence = False
        self._lines = shown_lines(text)
        self._columns = Columns.of(self._lines, LANES)
        self._rows = TextLayout(text.text, (), WIDEST_TEXT)
        self._lanes = Lanes(self._codings, self._rows)
        self._scene = Scene()
        self._styles = TextStyles(self)
        self._strips: dict[int, Strip] = {}
        self._opening: tuple[int, int | None] | None = 0, 0
        self.cursor = Cursor(self._rows, Words(text.text, ()))

    # What is shown

    def show_text(self, text: SourceText, only_evidence: bool) -> None:
        """Show a text anew, with or without what is context; the place is kept."""
        top = self.top
        self._text, self.only_evidence = text, only_evidence
        self._lines = shown_lines(text, only_evidence)
        self._lay_out(top)

    def show_codings(self, codings: Codings) -> None:
        """Show other codings; the text moves over only where they need more room beside it."""
        self._codings = codings
        self._lanes = Lanes(codings, self._rows)
        if self._lanes.count > self._columns.lanes and self._opening is None:
            self._lay_out(self.top)
        else:
            self.follow()

    def show_notes(self, notes: Notes) -> None:
        """Show other signs for memos."""
        self._notes = notes
        self._draw_anew()

    def show_found(self, found: Iterable[Span]) -> None:
        """Show other places where words were found."""
        self._found = frozenset(found)
        self.follow()

    @property
    def top(self) -> int:
        """The offset of the first row in sight."""
        if not len(self._rows):
            return 0
        return self._rows.row(min(self.scroll_offset.y, len(self._rows) - 1)).start

    @property
    def is_at_end(self) -> bool:
        """Tell whether the last words were reached, by the cursor or by scrolling down to them."""
        if self.cursor.word is None:
            return bool(len(self._rows))
        last = self.cursor.words.before(len(self._text.text), len(self._lines) - 1)
        return self.cursor.word == last or 0 < self.max_scroll_y <= self.scroll_offset.y

    def is_drawn(self, offset: int) -> bool:
        """Tell whether the code point at an offset is drawn: no prefix, no turn left out."""
        if not self._lines:
            return False
        line = self._lines[self._rows.line_at(offset)]
        return line.start <= offset <= line.end

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
        scene = Scene(self._codings, self.cursor.word, self.cursor.span, self._found)
        before, self._scene = self._scene, scene
        if scene.codings is not before.codings or scene.found != before.found:
            self._draw_anew()
        else:
            self._draw_changed(before, scene)
        if self.cursor.word and self.size.height:
            row = self._rows.row_of(self.cursor.offset)
            margin = min(2, (self.size.height - 1) // 2)
            first, last = self.scroll_offset.y, self.scroll_offset.y + self.size.height - 1
            if row < first + margin:
                self._scroll_to_row(row - margin)
            elif row > last - margin:
                self._scroll_to_row(row + margin + 1 - self.size.height)
        self.post_message(self.Moved())

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

    def on_resize(self) -> None:
        """Lay the text out for the new width, keeping the place."""
        if self._opening is None:
            self._lay_out(self.top)
            return
        (offset, top), self._opening = self._opening, None
        self.cursor.word = Span(offset, offset + 1)
        self._lay_out(top or 0)
        if top is None:
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
        room = self._columns.lanes
        while True:
            self._columns = Columns.of(self._lines, room)
            text_width = min(width - self._columns.width, WIDEST_TEXT)
            self._rows = TextLayout(self._text.text, self._lines, text_width)
            self._lanes = Lanes(self._codings, self._rows)
            if self._lanes.count <= room:
                break
            room = min(self._lanes.count, MOST_LANES)
        self._strips = {}
        self.cursor.put(self._rows)
        self.virtual_size = Size(width, len(self._rows))
        self._scroll_to_row(self._rows.row_of(top))
        self._draw_anew()
        self.follow()

    def _scroll_to_row(self, row: int) -> None:
        self.scroll_to(y=max(row, 0), animate=False, force=True)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell that other rows are in sight."""
        super().watch_scroll_y(old_value, new_value)
        self.post_message(self.Scrolled())

    # Mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Put the cursor where the mouse is, and begin to drag."""
        self.cursor.drop()
        self.cursor.jump(self._offset_under(event))
        self.capture_mouse()
        self.follow()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select while dragging."""
        if self.app.mouse_captured is self:
            self.cursor.jump(self._offset_under(event), extend=True)
            self.follow()

    def on_mouse_up(self) -> None:
        """Stop dragging."""
        self.release_mouse()

    def _offset_under(self, event: events.MouseEvent) -> int:
        row = max(min(event.y + self.scroll_offset.y, len(self._rows) - 1), 0)
        column = event.x - self._columns.width
        indent = self._rows.row(row).indent if len(self._rows) else 0
        return self._rows.offset_at(row, max(column - indent, 0)) if len(self._rows) else 0

    # Drawing

    def render_line(self, y: int) -> Strip:
        """Draw one row of the screen, or give it as it was drawn before."""
        index = y + self.scroll_offset.y
        if index >= len(self._rows):
            return Strip.blank(self.size.width, self._styles.ground)
        if index not in self._strips:
            self._strips[index] = self._strip(index)
        return self._strips[index]

    def _draw_anew(self) -> None:
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

    def _strip(self, index: int) -> Strip:
        row = self._rows.row(index)
        beside = margin_of(index, row, self._columns, self._lanes, self._notes)
        parts = [Segment(sign, self._styles.of(name)) for sign, name in beside]
        parts.extend(
            Segment(drawn(self._text.text[start:end]), self._styles.of_look(look))
            for start, end, look in pieces(self._text.text, row, self._scene)
        )
        return Strip(parts).adjust_cell_length(self.size.width, self._styles.ground)
