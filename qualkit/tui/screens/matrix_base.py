"""The framework matrix as one looks at it: a grid of all of it, or one case or column whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from qualkit.domain.framework import (
    NOT_YET_READ,
    CellContent,
    CellPlace,
    Matrix,
    MatrixCase,
    MatrixView,
    NamedColumn,
)
from qualkit.domain.memos import ObjectType, Target
from qualkit.translation import N_, _, ngettext
from qualkit.tui.actions import bindings_for
from qualkit.tui.base import QualkitScreen
from qualkit.tui.matrix_text import cell_lines, state_of
from qualkit.tui.widgets.cells import cut
from qualkit.tui.widgets.grid import Grid
from qualkit.tui.widgets.grid_base import HEADING
from qualkit.tui.widgets.row_list import Line, RowList
from qualkit.tui.widgets.table_list import TableList
from qualkit.tui.words import count_of

EMPTY = N_("""There is no matrix yet, or it has no cases or columns.

In a framework matrix you sum up in your own words
what each case says on each theme or code.

N makes one; a adds columns. A participant is a case:
a source with a label, such as Politie III.""")

ROOM_FOR_GRID = 100
"""Cells; a narrower screen begins with one case, in a list."""

GRID_LINES, LIST_LINES = 4, 3
"""Lines of a cell."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A cell as a row of the list, by its place in the matrix."""

    row: int
    column: int


class MatrixBase(QualkitScreen):
    """Shows one matrix."""

    SCREEN_NAME = "matrix"
    HEADING = N_("Framework matrix")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("matrix")]

    def __init__(self) -> None:
        """Begin without a matrix."""
        super().__init__()
        self.view: MatrixView | None = None
        self.row = self.column = 0
        self.as_list = False
        self.by_column = False
        self._labels: list[str] = []

    def compose_body(self) -> ComposeResult:
        """Give the grid and the list, of which one shows: what there is room for."""
        self.as_list = self.app.size.width < ROOM_FOR_GRID
        self._grid = Grid(
            self._draw_cell, self._about, 24, GRID_LINES, empty=_(EMPTY), most_width=48
        )
        rows = RowList(
            self._draw_entry,
            lambda entry: f"{entry.row}:{entry.column}",
            height=LIST_LINES + 2,
            empty=_(EMPTY),
        )
        self._list = TableList(rows, self._words_of)
        yield self._grid
        yield self._list

    def row_key(self) -> str:
        """Give the place of the cursor."""
        return f"{self.row}:{self.column}"

    def refresh_touched(self, touched: frozenset[str]) -> None:
        """Read the matrix anew."""
        if touched & {"matrices", "themes", "codes", "codings", "cases", "sources"}:
            self.show_matrix(self.view.matrix if self.view else None)

    def memo_about(self) -> tuple[Target, str] | None:
        """A memo here is on the case at the cursor, or on the project."""
        case = self.case
        if case is None:
            return super().memo_about()
        return Target(ObjectType.CASE, case.case_id), case.label

    @property
    def case(self) -> MatrixCase | None:
        """The case at the cursor."""
        cases = self.view.cases if self.view else ()
        return cases[self.row] if 0 <= self.row < len(cases) else None

    @property
    def named_column(self) -> NamedColumn | None:
        """The column at the cursor."""
        columns = self.view.columns if self.view else ()
        return columns[self.column] if 0 <= self.column < len(columns) else None

    @property
    def place(self) -> CellPlace | None:
        """The cell at the cursor."""
        case, column = self.case, self.named_column
        return CellPlace(case.case_id, column.head) if case and column else None

    def show_matrix(self, matrix: Matrix | None) -> None:
        """Show a matrix, or that there is none; one that is gone gives way to the first."""
        every = self.project.matrices.all()
        there = [each for each in every if matrix and each.id == matrix.id] or every
        self.view = self.project.matrices.view(there[0].id) if there else None
        cases = self.view.cases if self.view else ()
        columns = self.view.columns if self.view else ()
        self._labels = [case.label for case in cases]
        self.row = max(min(self.row, len(cases) - 1), 0)
        self.column = max(min(self.column, len(columns) - 1), 0)
        self._grid.set_table(self._labels, [column.name for column in columns])
        self.show_view()

    def show_view(self) -> None:
        """Show the grid or the list, with the cursor where it was in the other."""
        has_focus = self.focused in (None, self._grid, self._list.rows)
        self._grid.display, self._list.display = not self.as_list, self.as_list
        if self.as_list:
            entries = self._entries()
            at = f"{self.row}:{self.column}" if entries else ""
            self._list.set_items(entries, at)
            self._list.rows.refresh()
        else:
            self._grid.move_to(self.row, self.column)
            self._grid.refresh()
        if has_focus:
            (self._list.rows if self.as_list else self._grid).focus()
        self._say_where()

    @on(Grid.Moved)
    def _follow_grid(self) -> None:
        if not self.as_list and self.view:
            self.row, self.column = self._grid.at

    @on(RowList.Moved)
    def _follow_list(self) -> None:
        entry = self._list.current
        if self.as_list and entry:
            self.row, self.column = entry.row, entry.column
            self._say_where()

    def _entries(self) -> list[Entry]:
        """Give the cells of the case, or of the column, at the cursor."""
        if self.view is None or not self.view.cases or not self.view.columns:
            return []
        self.row, self.column = max(self.row, 0), max(self.column, 0)
        if self.by_column:
            return [Entry(row, self.column) for row in range(len(self.view.cases))]
        return [Entry(self.row, column) for column in range(len(self.view.columns))]

    def _say_where(self) -> None:
        if self.view is None:
            self.set_heading(_("Framework matrix"))
            return
        cases, columns = len(self.view.cases), len(self.view.columns)
        told = ngettext("{count} column", "{count} columns", columns).format(count=columns)
        detail = f"{count_of(cases, 'case')}, {told}"
        case, column = self.case, self.named_column
        if self.as_list and case and column:
            if self.by_column:
                detail = f"{column.name} ({self.column + 1}/{columns})"
            else:
                detail = f"{case.label} ({self.row + 1}/{cases})"
        self.set_heading(self.view.matrix.title, detail)

    def content(self, row: int, column: int) -> CellContent:
        """Give what stands in a cell, by its place in the matrix."""
        if self.view is None or HEADING in (row, column):
            return NOT_YET_READ
        return self.view.at(self.view.cases[row], self.view.columns[column])

    def _draw_cell(self, row: int, column: int, width: int) -> Sequence[Line]:
        return cell_lines(self.content(row, column), width - 1, GRID_LINES - 1)

    def _about(self, row: int, column: int) -> str:
        if HEADING in (row, column):
            return _("Enter shows it whole")
        return state_of(self.content(row, column))

    def _draw_entry(self, entry: Entry, width: int) -> Sequence[Line]:
        content = self.content(entry.row, entry.column)
        told = state_of(content) if content.summary else ""
        name = cut(self._name_of(entry), width - len(told) - 2)
        lines = cell_lines(content, width - 2, LIST_LINES)
        return [
            [(name, "strong"), (f"  {told}", "muted")],
            *([("  ", ""), *line] for line in lines),
        ]

    def _name_of(self, entry: Entry) -> str:
        """Give what tells a cell of the list from the others: its case, or its column."""
        assert self.view is not None, "drawn once it is there"
        if self.by_column:
            return self._labels[entry.row]
        return self.view.columns[entry.column].name

    def _words_of(self, entry: Entry) -> str:
        return f"{self._name_of(entry)} {self.content(entry.row, entry.column).summary}"
