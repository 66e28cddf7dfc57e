"""The words of a passage with a cursor on one of them, and what is edited in it to be seen."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Region
from textual.widgets import Static

from qualkit.domain.quote_editing import Cut, Editing, cut_at, units_of
from qualkit.domain.spans import Span
from qualkit.tui.keys import bindings_of
from qualkit.tui.quote_actions import PASSAGE_WALK

CUT = "strike $muted"
MARKED = "bold underline"
CURSOR = "reverse"


class QuotedPassage(VerticalScroll, can_focus=True, inherit_bindings=False):
    """Shows a passage; its words can be walked over and marked."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(PASSAGE_WALK)]

    def __init__(self, words: str) -> None:
        """Show the words of a passage, the cursor on the first."""
        super().__init__()
        self._words = words
        self._units = units_of(words)
        self._cuts: Sequence[Cut] = ()
        self._at = 0
        self._anchor: int | None = None

    def compose(self) -> ComposeResult:
        """Give the text."""
        yield Static("", markup=False)

    def on_mount(self) -> None:
        """Draw the passage."""
        self._draw()

    def on_resize(self) -> None:
        """Draw it for another width."""
        self._draw()

    def on_focus(self) -> None:
        """Draw the cursor."""
        self._draw()

    def on_blur(self) -> None:
        """Leave the cursor out."""
        self._draw()

    def show_edits(self, editing: Editing | None) -> None:
        """Show what is edited; nothing when the printed words deviate."""
        self._cuts = editing.cuts if editing else ()
        self._draw()

    @property
    def is_marking(self) -> bool:
        """Tell whether words are being marked."""
        return self._anchor is not None

    @property
    def span(self) -> Span:
        """The marked words, or the one at the cursor."""
        other = self._at if self._anchor is None else self._anchor
        first, last = sorted((self._at, other))
        return Span(self._units[first].start, self._units[last].end)

    def mark(self, is_on: bool) -> None:
        """Begin to mark words at the cursor, or stop marking."""
        self._anchor = self._at if is_on else None
        self._draw()

    def step(self, by: int) -> None:
        """Go some words on, or back."""
        self._at = min(max(self._at + by, 0), len(self._units) - 1)
        self._draw()

    def step_line(self, by: int) -> None:
        """Go a line down or up, to the word nearest to where the cursor is."""
        lines = self._lines()
        here = next(place for place, line in enumerate(lines) if self._at in line)
        there = min(max(here + by, 0), len(lines) - 1)
        column = self._units[self._at].start - self._units[lines[here][0]].start
        start = self._units[lines[there][0]].start
        self._at = min(lines[there], key=lambda unit: abs(self._units[unit].start - start - column))
        self._draw()

    def action_next_word(self) -> None:
        """Go to the next word."""
        self.step(1)

    def action_previous_word(self) -> None:
        """Go to the word before."""
        self.step(-1)

    def action_next_line(self) -> None:
        """Go a line down."""
        self.step_line(1)

    def action_previous_line(self) -> None:
        """Go a line up."""
        self.step_line(-1)

    def action_first_word(self) -> None:
        """Go to the first word."""
        self.step(-len(self._units))

    def action_last_word(self) -> None:
        """Go to the last word."""
        self.step(len(self._units))

    def _lines(self) -> list[range]:
        """Give the words of each line of the screen."""
        width = max(self.scrollable_content_region.width, 8)
        lines: list[range] = []
        first = 0
        for line in _wrapped([unit.of(self._words) for unit in self._units], width):
            lines.append(range(first, first + line))
            first += line
        return lines

    def _draw(self) -> None:
        if not self.is_mounted or not self.children:
            return
        parts: list[str | tuple[str, str]] = []
        at_line = 0
        for number, line in enumerate(self._lines()):
            at_line = number if self._at in line else at_line
            for unit in line:
                parts.append((self._units[unit].of(self._words), self._style(unit)))
                parts.append("\n" if unit == line[-1] else self._space(unit))
        self.query_one(Static).update(Content.assemble(*parts))
        self.call_after_refresh(
            self.scroll_to_region, Region(0, at_line, 1, 1), animate=False, force=True
        )

    def _style(self, unit: int) -> str:
        styles = []
        if cut_at(self._cuts, self._units[unit]):
            styles.append(CUT)
        if self._anchor is not None and self._units[unit].overlaps(self.span):
            styles.append(MARKED)
        if unit == self._at and self.has_focus:
            styles.append(CURSOR)
        return " ".join(styles)

    def _space(self, unit: int) -> str | tuple[str, str]:
        """Give the space behind a word, drawn as what it lies in."""
        gap = Span(self._units[unit].start, self._units[unit + 1].end)
        cut = cut_at(self._cuts, self._units[unit])
        return (" ", CUT) if cut and cut.end >= gap.end else " "


def _wrapped(words: Sequence[str], width: int) -> list[int]:
    """Give how many words stand on each line."""
    counts, used = [0], 0
    for word in words:
        room = cell_len(word)
        if counts[-1] and used + 1 + room > width:
            counts.append(0)
            used = 0
        used += room + (1 if counts[-1] else 0)
        counts[-1] += 1
    return counts
