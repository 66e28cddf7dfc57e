"""The story of the project: what was done, when, by whom and why."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from qualkit.domain.operations import OperationEntry
from qualkit.tui.actions import bindings_for
from qualkit.tui.base import QualkitScreen
from qualkit.tui.screens.prompts import Notice
from qualkit.tui.widgets.row_list import RowList
from qualkit.tui.widgets.table_list import Column, TableList, table
from qualkit.tui.words import count_of, local_time

EMPTY = """Nothing was done yet.

Every step will stand here, with u to take it back and r to do it again."""


class HistoryScreen(QualkitScreen):
    """Lists every step, the newest first."""

    SCREEN_NAME = "history"
    HEADING = "History"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("history")]

    def compose_body(self) -> ComposeResult:
        """Put the whole step under the list."""
        self._table: TableList[OperationEntry] = table(
            (
                Column("When", lambda entry: local_time(entry.operation.at), 16, kind="muted"),
                Column("Who", lambda entry: entry.operation.actor, 10, least=60),
                Column("What", _what),
            ),
            key=lambda entry: entry.operation.id,
            words=lambda entry: f"{entry.operation.actor} {_what(entry)} {entry.operation.why}",
            empty=EMPTY,
        )
        yield self._table
        yield Static("", classes="detail", markup=False)

    def on_mount(self) -> None:
        """Show the steps."""
        self._show()
        self._table.rows.focus()

    def refresh_touched(self, touched: frozenset[str]) -> None:
        """Show the steps anew; whatever was touched, something was done."""
        self._show()
        self._table.rows.move_to(0)

    @on(RowList.Chosen)
    def _open(self) -> None:
        entry = self._table.current
        if entry:
            self.app.push_screen(Notice(f"Step {entry.operation.number}", _whole(entry)))

    @on(RowList.Moved)
    def _describe(self) -> None:
        entry = self._table.current
        self.query_one(".detail", Static).update(_whole(entry) if entry else "")

    def _show(self) -> None:
        entries = self.project.history.entries()[::-1]
        self._table.set_items(entries)
        self.set_heading("History", count_of(len(entries), "step"))


def _what(entry: OperationEntry) -> str:
    """Say what was done; an undone step says so in words."""
    operation = entry.operation
    said = {"undo": "Undid: ", "redo": "Did again: "}.get(operation.kind, "")
    why = f" - {operation.why}" if operation.why else ""
    return f"{'(undone) ' if entry.undone else ''}{said}{operation.summary}{why}"


def _whole(entry: OperationEntry) -> str:
    operation = entry.operation
    rows = count_of(entry.changes, "row")
    why = operation.why or "no reason given"
    return f"{_what(entry)}\nStep {operation.number}, {operation.origin}, {rows} changed; {why}"
