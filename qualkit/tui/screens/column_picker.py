"""Choosing a column of the board with one key, or with the cursor."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from qualkit.domain.board_columns import BoardColumn
from qualkit.translation import _
from qualkit.tui.board.cards import central_idea, column_key, column_name
from qualkit.tui.widgets.cells import cut, fit
from qualkit.tui.widgets.row_list import Line, RowList

NEW = "new"
"""Stands for a theme that is yet to be made."""

Choice = tuple[str, str, str, str]
"""Key, place, name and what is told of it."""


class ColumnPicker(ModalScreen[str | None]):
    """Gives the place of a column, `NEW`, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "leave", "Leave", show=False)]

    def __init__(
        self, title: str, hint: str, columns: Sequence[BoardColumn], trays: bool = True
    ) -> None:
        """Offer the themes, and the trays unless told otherwise.

        Args:
            title: The question.
            hint: What it is about.
            columns: All columns of the board, in order.
            trays: Whether a tray can be chosen.
        """
        super().__init__()
        self._title = title
        self._hint = hint
        rows = [
            (column_key(columns, number), column.place, column_name(column), central_idea(column))
            for number, column in enumerate(columns)
        ]
        themes = [row for row, column in zip(rows, columns, strict=True) if column.theme]
        new = ("n", NEW, _("(a new theme)"), "")
        self._choices: list[Choice] = [*themes, new]
        if trays:
            self._choices += [row for row in rows if row not in themes]

    def compose(self) -> ComposeResult:
        """List the columns with their keys."""
        with Vertical(classes="box") as box:
            box.border_title = self._title
            box.border_subtitle = _("its key, or j k and Enter · Esc leaves")
            if self._hint:
                yield Static(self._hint, classes="hint", markup=False)
            yield RowList[Choice](self._draw, lambda choice: choice[1])

    def on_mount(self) -> None:
        """Show the choices."""
        rows = self.query_one(RowList)
        rows.styles.height = min(len(self._choices), 16)
        rows.set_items(self._choices)
        rows.focus()

    def on_key(self, event: events.Key) -> None:
        """Take the column with this key."""
        for key, place, _name, _about in self._choices:
            if event.character and event.character == key:
                event.stop()
                self.dismiss(place)
                return

    def action_leave(self) -> None:
        """Choose nothing."""
        self.dismiss(None)

    @on(RowList.Chosen)
    def _chosen(self) -> None:
        choice = self.query_one(RowList).current
        self.dismiss(choice[1] if choice else None)

    def _draw(self, choice: Choice, width: int) -> Sequence[Line]:
        key, _place, name, about = choice
        room = min(max(width * 2 // 3, 20), width - 3)
        rest = cut(f"  {about}", width - 3 - room)
        return [[(fit(key, 3), "accent"), (fit(name, room), ""), (rest, "muted")]]
