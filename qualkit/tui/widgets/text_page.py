"""A text on the screen as rows of strips: laid out for a width, drawn when they come in sight."""

from typing import ClassVar

from textual.scroll_view import ScrollView
from textual.strip import Strip

from qualkit.domain.sources import SourceText
from qualkit.domain.spans import Span
from qualkit.tui.reading.coded import Codings
from qualkit.tui.reading.layout import TextLayout
from qualkit.tui.reading.lines import ShownLine, shown_lines, turn_at
from qualkit.tui.reading.margin import LANES, MOST_LANES, Columns, Lanes, Notes
from qualkit.tui.reading.pieces import Scene
from qualkit.tui.widgets.text_rows import TextRows
from qualkit.tui.widgets.text_styles import STYLE_NAMES, TextStyles

MOST_STRIPS = 2_000
"""Drawn rows that are kept."""

WIDEST_TEXT = 96
"""Cells; longer rows are hard to read."""


class TextPage(ScrollView, inherit_bindings=False):
    """The rows of a text, with its margin."""

    ALLOW_SELECT = False  # Textual's own selection; ours knows words and offsets
    COMPONENT_CLASSES: ClassVar[set[str]] = set(STYLE_NAMES)

    def __init__(self, text: SourceText) -> None:
        """Show a text, from its beginning."""
        super().__init__()
        self.codings = Codings()
        lines = shown_lines(text)
        layout = TextLayout(text.text, (), WIDEST_TEXT)
        lanes = Lanes(self.codings, layout)
        self.lines = lines
        """What is drawn of the text at any width."""
        self.drawing = TextRows(text, layout, Columns.of(lines, LANES), lanes, Notes(), Scene())
        self.looks = TextStyles(self)
        self._strips: dict[int, Strip] = {}

    @property
    def rows(self) -> TextLayout:
        """Where each code point is drawn."""
        return self.drawing.layout

    @property
    def top(self) -> int:
        """The offset of the first row in sight."""
        if not len(self.rows):
            return 0
        return self.rows.row(min(self.scroll_offset.y, len(self.rows) - 1)).start

    @property
    def in_sight(self) -> Span | None:
        """The stretch of text that the rows in sight draw."""
        if not len(self.rows) or not self.size.height:
            return None
        last = min(self.scroll_offset.y + self.size.height, len(self.rows)) - 1
        start, end = self.top, self.rows.row(last).end
        return Span(start, end) if start < end else None

    def is_drawn(self, offset: int) -> bool:
        """Tell whether the code point at an offset is drawn: no prefix, no turn left out."""
        return self.rows.draws(offset)

    def fold_at(self, offset: int) -> ShownLine | None:
        """Give the folded turn that an offset is in."""
        return self.rows.fold_at(offset)

    def turn_at(self, offset: int) -> int | None:
        """Give where the turn or paragraph begins that an offset is in."""
        return turn_at(self.drawing.text, offset)

    @property
    def folded_by_hand(self) -> frozenset[int]:
        """Where the folded turns begin that are not an interviewer's or helper's."""
        return frozenset(line.start for line in self.lines if line.fold and not line.context)

    # Size and colours

    def wrap_rows(self, width: int) -> None:
        """Find the rows for a width, with as many lanes beside them as the codings take."""
        drawing = self.drawing
        room = drawing.columns.lanes
        while True:
            drawing.columns = Columns.of(self.lines, room)
            text_width = min(width - drawing.columns.width, WIDEST_TEXT)
            drawing.layout = TextLayout(drawing.text.text, self.lines, text_width)
            drawing.lanes = Lanes(self.codings, drawing.layout)
            if drawing.lanes.count <= room:
                return
            room = min(drawing.lanes.count, MOST_LANES)

    def scroll_to_row(self, row: int) -> None:
        """Make a row the first in sight, at once."""
        self.scroll_to(y=max(row, 0), animate=False, force=True)

    def notify_style_update(self) -> None:
        """Forget styles of other colours."""
        super().notify_style_update()
        self.looks.forget()
        self._strips = {}

    # Drawing

    def render_line(self, y: int) -> Strip:
        """Draw one row of the screen, or give it as it was drawn before."""
        index = y + self.scroll_offset.y
        if index >= len(self.rows):
            return Strip.blank(self.size.width, self.looks.ground)
        if index not in self._strips:
            self._strips[index] = self.drawing.strip(index, self.size.width, self.looks)
        return self._strips[index]

    def draw_anew(self) -> None:
        """Draw every row again."""
        self._strips = {}
        self.refresh()

    def draw_changed(self, before: Scene, now: Scene) -> None:
        """Draw again the rows on which the two moments differ."""
        if len(self._strips) > MOST_STRIPS:
            self._strips = {}
        spans = {span for scene in (before, now) for span in scene.touched}
        for span in spans:
            first, last = self.rows.rows_over(span.start, span.end)
            for index in [index for index in self._strips if first <= index <= last]:
                del self._strips[index]
            top = max(first, self.scroll_offset.y)
            bottom = min(last, self.scroll_offset.y + self.size.height)
            if top <= bottom:
                self.refresh_lines(top, bottom - top + 1)
