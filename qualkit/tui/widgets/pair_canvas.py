"""Two sources side by side, or one below the other; only rows in sight are drawn."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from qualkit.domain.pair_views import PairView
from qualkit.domain.spans import Span
from qualkit.tui.duplicate_actions import PAIR_WALK
from qualkit.tui.keys import bindings_of
from qualkit.tui.pairs.layout import INDENT, PairLayout, PairRow, Part, lay_out
from qualkit.tui.pairs.passages import Mark, PairPassages, Spot, name_of
from qualkit.tui.pairs.walking import PairCursor
from qualkit.tui.reading.wrapping import drawn
from qualkit.tui.widgets.cells import cut, fit
from qualkit.tui.widgets.text_styles import rules_of


class PairCanvas(ScrollView, inherit_bindings=False):
    """Shows a pair, and a cursor on one of its passages."""

    class Moved(Message):
        """The cursor stands on another passage."""

    class Chosen(Message):
        """The passage at the cursor was opened."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "pair--cursor",
        "pair--reference",
        "pair--between",
        "pair--sign",
        "pair--name",
        *(f"pair--{mark}" for mark in Mark),
    }

    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(PAIR_WALK)]

    can_focus = True

    def __init__(self, view: PairView) -> None:
        """Show a pair, from the first passage that is alike."""
        super().__init__()
        self._styles: dict[tuple[str, ...], Style] = {}
        self._take(view)

    def show(self, view: PairView) -> None:
        """Show another pair, from there as well."""
        self._take(view)
        self._lay_out()
        self.scroll_to_row(0)
        self._follow(jumped=True)

    def _take(self, view: PairView) -> None:
        self.passages = PairPassages(view)
        self.cursor = PairCursor(self.passages)
        self.layout_of_pair = PairLayout(self.passages, 0)

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
        self._lay_out()
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

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width
        self.layout_of_pair = lay_out(self.passages, width)
        self.virtual_size = Size(width, len(self.layout_of_pair.rows))
        self.refresh()

    def notify_style_update(self) -> None:
        """Forget styles of other colours."""
        super().notify_style_update()
        self._styles = {}

    # Drawing

    def render_line(self, y: int) -> Strip:
        """Draw one row of the screen."""
        index = y + self.scroll_offset.y
        rows = self.layout_of_pair.rows
        if index >= len(rows):
            return Strip.blank(self.size.width, self._style())
        segments = [*(self._wide if self.layout_of_pair.is_wide else self._narrow)(rows[index])]
        return Strip(segments).adjust_cell_length(self.size.width, self._style())

    def _wide(self, row: PairRow) -> Iterator[Segment]:
        yield from self._part(row.parts[0])
        yield (
            self._segment(f" {row.sign} ", "sign") if row.sign else self._segment(" │ ", "between")
        )
        yield from self._part(row.parts[1])

    def _narrow(self, row: PairRow) -> Iterator[Segment]:
        if row.begins is not None:
            width = self.size.width - 1
            name = cut(f"── {name_of(self.passages.sides[row.begins])} ", width)
            yield self._segment(name + "─" * (width - cell_len(name)), "name")
            return
        left, right = row.parts
        yield self._segment(" " * INDENT if right else "")
        yield self._segment(fit(row.sign, INDENT), "sign")
        yield from self._part(left or right)

    def _part(self, part: Part | None) -> Iterator[Segment]:
        layout = self.layout_of_pair
        if part is None:
            yield self._segment(" " * layout.column)
            return
        is_here = part.spot == self.cursor.spot
        ground = ("cursor",) if is_here else ()
        passage = self.passages.drawn(part.spot)
        yield self._segment("> " if is_here and part.is_first else "  ", *ground, "sign")
        reference = passage.reference if part.is_first else ""
        shown = fit(reference, layout.reference_width, right=True)
        yield self._segment(f"{shown} ", *ground, "reference")
        marks = passage.marks
        if is_here and self.cursor.word:
            marks = (*marks, (passage.place_of(self.cursor.word), Mark.HERE))
        drawn_cells = 0
        for words, names in _pieces(passage.words, part, marks):
            segment = self._segment(drawn(words), *ground, *names)
            drawn_cells += segment.cell_length
            yield segment
        yield self._segment(" " * max(layout.words_width - drawn_cells, 0), *ground)

    def _segment(self, words: str, *names: str) -> Segment:
        return Segment(words, self._style(*names))

    def _style(self, *names: str) -> Style:
        """Give the style of some parts, a later one over an earlier one."""
        if names not in self._styles:
            layers = [rules_of(self, f"pair--{name}") for name in names]
            self._styles[names] = Style.combine([self.rich_style, *layers])
        return self._styles[names]


def _pieces(
    words: str, part: Part, marks: Sequence[tuple[Span, Mark]]
) -> Iterator[tuple[str, list[Mark]]]:
    """Give the pieces of a row that are drawn alike, each with its marks.

    Blanks at which the row breaks are left out.
    """
    end = part.start + len(words[part.start : part.end].rstrip())
    here = [(span, mark) for span, mark in marks if span.start < end and part.start < span.end]
    edges = {part.start, end}
    for span, _mark in here:
        edges.update((max(span.start, part.start), min(span.end, end)))
    for start, stop in pairwise(sorted(edges)):
        yield words[start:stop], [mark for span, mark in here if span.contains(start)]
