"""The framework matrix: cells written in one's own words, by case or by column."""

from collections.abc import Callable
from typing import TypeVar

from textual import on, work

from qualkit.domain.codings import CodedSegment
from qualkit.domain.framework import CellContent, CellPlace, Matrix, NamedColumn
from qualkit.domain.operations import Outcome
from qualkit.services.matrices import LATEST
from qualkit.translation import _
from qualkit.tui.matrix_making import ask_matrix, pick_columns, pick_matrix
from qualkit.tui.screens.cell_editor import CellEditor
from qualkit.tui.screens.matrix_base import MatrixBase
from qualkit.tui.widgets.grid import Grid
from qualkit.tui.widgets.grid_base import HEADING
from qualkit.tui.widgets.row_list import RowList

T = TypeVar("T")


class MatrixScreen(MatrixBase):
    """Shows a matrix; Enter writes the cell at the cursor."""

    def on_mount(self) -> None:
        """Show the matrix of last time; where that is not known, ask."""
        known = self.project.matrices.latest
        was_seen = bool(self.project.bookmarks.get(LATEST))
        if self.begin_at:
            row, _colon, column = self.begin_at.partition(":")
            self.row, self.column = int(row), int(column)
        self.show_matrix(known)
        if not was_seen and len(self.project.matrices.all()) > 1:
            self.action_other_matrix()

    @on(Grid.Chosen)
    @on(RowList.Chosen)
    def action_edit_cell(self) -> None:
        """Write the cell at the cursor; on a heading, show the case or column whole."""
        if HEADING in (self.row, self.column):
            self.by_column = self.row == HEADING
            self.as_list = True
            self.show_view()
            return
        place = self._need_place()
        if place:
            self._edit(place)

    @work
    async def _edit(self, place: CellPlace) -> None:
        case, column = self.case, self.named_column
        if case is None or column is None:
            return
        kept: list[Outcome[CellContent]] = []
        editor = CellEditor(
            f"{case.label} · {column.name}",
            self.project.matrix_cells.content(place),
            self.project.matrix_cells.offered(place),
            lambda content: kept.append(self.project.matrix_cells.keep(place, content)),
            self._idea(column),
        )
        segment: CodedSegment | None = await self.app.push_screen_wait(editor)
        if kept:
            self.done(kept[0], _("The cell of {label} is kept.").format(label=case.label))
        if segment:
            self.qualkit.open_reader(segment.source.id, segment.coding.start)

    def action_nothing_said(self) -> None:
        """Keep that nothing was said about it."""
        place = self._need_place()
        if place:
            self._keep(
                lambda: self.project.matrix_cells.mark_nothing_said(place),
                _("Nothing said: it was read, and there was nothing about it."),
            )

    def action_clear_cell(self) -> None:
        """Empty the cell."""
        place = self._need_place()
        if place and self.content(self.row, self.column) == CellContent():
            self.say(_("This cell is empty already."))
        elif place:
            self._keep(
                lambda: self.project.matrix_cells.clear(place),
                _("The cell is empty: not yet read."),
            )

    def action_next_one(self) -> None:
        """Go to the next case; where a column is read, to the next column."""
        self._step(1)

    def action_previous_one(self) -> None:
        """Go to the case before; where a column is read, to the column before."""
        self._step(-1)

    def action_switch_view(self) -> None:
        """Show the grid, or one case or column whole."""
        self.as_list = not self.as_list
        self.show_view()

    def action_turn(self) -> None:
        """Read by case, or by column."""
        self.by_column = not self.by_column if self.as_list else self.by_column
        self.as_list = True
        self.show_view()

    @work
    async def action_add_columns(self) -> None:
        """Pick themes and codes, and add them as columns."""
        matrix = self._need_matrix()
        if matrix is None or self.view is None:
            return
        present = {column.head for column in self.view.columns}
        heads = await pick_columns(self, present)
        if heads:
            self._keep(
                lambda: self.project.matrices.add_columns(matrix.id, heads), _("Columns added.")
            )

    def action_remove_column(self) -> None:
        """Take the column at the cursor out of the matrix."""
        matrix, column = self._need_matrix(), self._need_column()
        if matrix and column:
            self._keep(
                lambda: self.project.matrices.remove_column(matrix.id, column.head),
                _("'{name}' is out of the matrix; what was written stays.").format(
                    name=column.name
                ),
            )

    def action_move_left(self) -> None:
        """Move the column to the left."""
        self._move(-1)

    def action_move_right(self) -> None:
        """Move the column to the right."""
        self._move(1)

    @work
    async def action_new_matrix(self) -> None:
        """Ask for a matrix."""
        outcome = await ask_matrix(self)
        if outcome:
            self._go_to(outcome.value)
            self.done(outcome, _("'{title}' made.").format(title=outcome.value.title))

    @work
    async def action_other_matrix(self) -> None:
        """Choose another matrix."""
        if len(self.project.matrices.all()) < 2:
            self.say(_("There is no other matrix. N makes one."))
            return
        matrix = await pick_matrix(self)
        if matrix:
            self._go_to(matrix)

    @work
    async def action_rename_matrix(self) -> None:
        """Ask for another title."""
        matrix = self._need_matrix()
        if matrix is None:
            return
        outcome = await self.ask_and_keep(
            _("Rename the matrix"),
            lambda title: self.project.matrices.rename(matrix.id, title),
            matrix.title,
        )
        if outcome:
            self.done(outcome, _("Now called '{title}'.").format(title=outcome.value.title))

    def action_remove_matrix(self) -> None:
        """Remove the matrix; its cells stay."""
        matrix = self._need_matrix()
        if matrix:
            self._keep(
                lambda: self.project.matrices.remove(matrix.id),
                _("'{title}' removed; what was written stays for other matrices.").format(
                    title=matrix.title
                ),
            )

    def _idea(self, column: NamedColumn) -> str:
        """Give what the theme of a column is about, or what its code means."""
        if column.head.theme_id:
            return self.project.themes.find(column.head.theme_id).central_idea
        return self.project.codes.entry(column.head.id, counted=False).code.words

    def _step(self, by: int) -> None:
        there = self.column if self.as_list and self.by_column else self.row
        count = 0
        if self.view:
            whole = self.view.columns if self.as_list and self.by_column else self.view.cases
            count = len(whole)
        if not 0 <= there + by < count:
            self.say(_("There is no further one that way."))
            return
        if self.as_list and self.by_column:
            self.column += by
        else:
            self.row += by
        self.show_view()

    def _move(self, by: int) -> None:
        matrix, column = self._need_matrix(), self._need_column()
        if matrix is None or column is None or self.view is None:
            return
        if not 0 <= self.column + by < len(self.view.columns):
            self.say(_("There is no further place that way."))
            return
        self.column += by
        self._keep(
            lambda: self.project.matrices.move_column(matrix.id, column.head, by),
            _("'{name}' moved.").format(name=column.name),
        )

    def _go_to(self, matrix: Matrix) -> None:
        self.project.matrices.look_at(matrix.id)
        self.row = self.column = 0
        self.show_matrix(matrix)

    def _need_matrix(self) -> Matrix | None:
        if self.view is None:
            self.say(_("There is no matrix yet. N makes one."))
            return None
        return self.view.matrix

    def _need_column(self) -> NamedColumn | None:
        if self.view and self.named_column is None:
            self.say(_("Put the cursor on a column first."))
        return self.named_column

    def _need_place(self) -> CellPlace | None:
        if self._need_matrix() and self.place is None:
            self.say(_("There is no cell here. a adds columns."))
        return self.place

    def _keep(self, call: Callable[[], Outcome[T]], message: str) -> None:
        outcome = self.attempt(call)
        if outcome:
            self.done(outcome, message)
