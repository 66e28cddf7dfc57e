"""Writing a cell of a framework matrix, with the passages of the case beside it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from qualkit.domain.codings import CodedSegment
from qualkit.domain.framework import CellContent, CellState
from qualkit.errors import QualkitError
from qualkit.translation import N_, _
from qualkit.tui.matrix_text import SIGNS
from qualkit.tui.terms import term
from qualkit.tui.widgets.cells import cut
from qualkit.tui.widgets.passages import two_lines
from qualkit.tui.widgets.row_list import Line, RowList

EMPTY = N_("""No passage of this case is in this column.

Code one in the text, and it is offered here.""")


class CellEditor(ModalScreen[CodedSegment | None]):
    """Keeps what is written when the person leaves; gives a passage that she wants to read."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "keep", N_("Keep"), show=False),
        Binding("space", "link", N_("Link"), show=False),
        Binding("n", "nothing_said", N_("Nothing said"), show=False),
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]  # noqa: RUF012

    def __init__(
        self,
        title: str,
        content: CellContent,
        offered: Sequence[CodedSegment],
        keep: Callable[[CellContent], None],
        idea: str = "",
    ) -> None:
        """Open a cell.

        Args:
            title: The case and the column.
            content: What stands in it.
            offered: The passages that it may rest on.
            keep: Keeps what it holds then, or raises a `QualkitError`, which is shown.
            idea: What the column is about, above the words.
        """
        super().__init__()
        self._title = title
        self._before = content
        self._offered = offered
        self._keep = keep
        self._idea = idea
        self._linked = dict.fromkeys(content.coding_ids)
        self._is_silent = content.nothing_said
        self._refused: CellContent | None = None

    def compose(self) -> ComposeResult:
        """Put the words above the passages, or beside them where there is room."""
        with Vertical(classes="box -tall cell-editor") as box:
            box.border_title = self._title
            box.border_subtitle = _("Tab passages · Space links · Enter reads on · Esc keeps")
            if self._idea:
                yield Static(self._idea, classes="hint", markup=False)
            with Container(classes="cell-parts"):
                words = TextArea(self._before.summary, soft_wrap=True, tab_behavior="focus")
                words.border_title = _("In your own words")
                yield words
                rows = RowList(self._draw, lambda item: item.coding.id, height=3, empty=_(EMPTY))
                rows.border_title = _("Passages it may rest on")
                yield rows
            yield Static("", id="state", classes="hint", markup=False)
            yield Static("", classes="complaint", markup=False)

    def on_mount(self) -> None:
        """Write on where the words end."""
        self.query_one(RowList).set_items(self._offered)
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)
        area.focus()
        self._show_state()

    def action_link(self) -> None:
        """Let the cell rest on the passage at the cursor, or no longer."""
        segment = self.query_one(RowList).current
        if segment is not None:
            if self._linked.pop(segment.coding.id, 0) == 0:
                self._linked[segment.coding.id] = None
            self.query_one(RowList).refresh()
            self._show_state()

    def action_nothing_said(self) -> None:
        """Say that nothing was said about it, or take that back."""
        if self._now.state is CellState.WRITTEN:
            self._complain(_("There are words or passages here; take those out first."))
            return
        self._is_silent = not self._is_silent
        self._show_state()

    def action_keep(self) -> None:
        """Keep what is there and close; what was refused a moment ago is let go."""
        if self._now == self._refused or self._is_kept():
            self.dismiss(None)

    @on(RowList.Chosen)
    def _read(self) -> None:
        """Keep what is there, and read the passage in its source."""
        if self._is_kept():
            self.dismiss(self.query_one(RowList).current)

    @on(TextArea.Changed)
    def _show_state(self) -> None:
        """Tell what the cell would be, and how to say that nothing was said."""
        state = self._now.state
        sign = f"{SIGNS[state]} " if state in SIGNS else ""
        told = f"{sign}{term(state)}"
        if state is CellState.NOT_YET_READ:
            told = _("{state}; Tab and then n: nothing was said about it").format(state=told)
        self.query_one("#state", Static).update(told)

    @property
    def _now(self) -> CellContent:
        words = self.query_one(TextArea).text.strip()
        linked = tuple(self._linked)
        return CellContent(words, self._is_silent and not words and not linked, linked)

    def _is_kept(self) -> bool:
        """Keep what changed; tell what cannot be kept."""
        now = self._now
        # In which order passages were linked makes no difference.
        if set(now.coding_ids) == set(self._before.coding_ids):
            now = replace(now, coding_ids=self._before.coding_ids)
        if now == self._before:
            return True
        try:
            self._keep(now)
        except QualkitError as error:
            self._refused = self._now
            leave = _("Esc again leaves without keeping.")
            self._complain(f"{error.told}\n{leave}")
            return False
        return True

    def _complain(self, told: str) -> None:
        complaint = self.query_one(".complaint", Static)
        complaint.update(told)
        complaint.add_class("-shown")

    def _draw(self, segment: CodedSegment, width: int) -> Sequence[Line]:
        mark = "[x] " if segment.coding.id in self._linked else "[ ] "
        where = cut(f"{mark}{segment.reference}  ", width)
        code = cut(segment.code.name, width - len(where))
        lines = two_lines(segment.words, width - len(mark))
        return [
            [(where, "accent"), (code, "muted")],
            *([(f"{' ' * len(mark)}{line}", "")] for line in lines),
        ]
