"""Two sources side by side, or one below the other, drawn row by row."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from qualkit.domain.pair_views import PairView
from qualkit.domain.spans import Span
from qualkit.tui.pairs.layout import INDENT, PairLayout, PairRow, Part, lay_out
from qualkit.tui.pairs.passages import Mark, PairPassages, name_of
from qualkit.tui.pairs.walking import PairCursor
from qualkit.tui.reading.wrapping import drawn
from qualkit.tui.widgets.cells import cut, fit
from qualkit.tui.widgets.text_styles import rules_of


class PairRows(ScrollView, inherit_bindings=False):
    """Draws a pair with the cursor in it; only rows in sight are drawn."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "pair--cursor",
        "pair--reference",
        "pair--between",
        "pair--sign",
        "pair--name",
        *(f"pair--{mark}" for mark in Mark),
    }

    def __init__(self, view: PairView) -> None:
        """Show a pair, with the cursor on the first passage that is alike."""
        super().__init__()
        self._styles: dict[tuple[str, ...], Style] = {}
        self.take(view)

    def take(self, view: PairView) -> None:
        """Take a pair, to be laid out."""
        self.passages = PairPassages(view)
        self.cursor = PairCursor(self.passages)
        self.layout_of_pair = PairLayout(self.passages, 0)

    def lay_out(self) -> None:
        """Put the pair in rows for the width there is."""
        width = self.scrollable_content_region.width
        self.layout_of_pair = lay_out(self.passages, width)
        self.virtual_size = Size(width, len(self.layout_of_pair.rows))
        self.refresh()

    def notify_style_update(self) -> None:
        """Forget styles of other colours."""
        super().notify_style_update()
        self._styles = {}

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
