"""Framework matrices: made, given columns, and read by case or by theme and code."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from qualkit.domain.cases import ParticipantGroup
from qualkit.domain.codes import Code, clean_name
from qualkit.domain.framework import ColumnHead, Matrix, MatrixColumn, MatrixView, NamedColumn
from qualkit.domain.identity import new_id, utc_now
from qualkit.domain.operations import Outcome
from qualkit.domain.text import folded
from qualkit.domain.themes import Theme
from qualkit.errors import NameTakenError, NotFoundError
from qualkit.services.naming import pick, pick_by_id
from qualkit.services.workspace import Workspace, locked
from qualkit.store.bookmarks import bookmark, keep_bookmark
from qualkit.store.journal import Step
from qualkit.store.matrix_cells import cell_contents, matrix_cases, references_of
from qualkit.translation import N_, _

TOUCHED = frozenset({"matrices"})

LATEST = "matrix"
"""The bookmark of the matrix that was looked at last."""


class Matrices:
    """Matrices of cases by themes and codes; what stands in them is `MatrixCells`' to write."""

    def __init__(self, workspace: Workspace) -> None:
        """Work on an open project."""
        self._workspace = workspace

    def all(self) -> tuple[Matrix, ...]:
        """Give every matrix, the oldest first."""
        return tuple(self._workspace.database.find(Matrix, order="created_at, id"))

    @property
    def latest(self) -> Matrix | None:
        """The matrix that was looked at last, or the first that was made; None without any."""
        kept = bookmark(self._workspace.database, LATEST).get("id")
        matrices = self.all()
        return next(
            (matrix for matrix in matrices if matrix.id == kept), next(iter(matrices), None)
        )

    def look_at(self, matrix_id: str) -> None:
        """Remember that a matrix was looked at; no part of the analysis."""
        with self._workspace.database.writing():
            keep_bookmark(self._workspace.database, LATEST, {"id": matrix_id})

    def find(self, name: str) -> Matrix:
        """Give the matrix with this title or id (at least 4 signs of it).

        Raises:
            NotFoundError: there is none.
            AmbiguousNameError: more than one id begins so.
        """
        matrices = self.all()
        try:
            return pick(N_("matrix"), name, matrices, lambda matrix: [matrix.title])
        except NotFoundError as error:
            try:
                return pick_by_id(N_("matrix"), name, matrices, lambda matrix: matrix.id)
            except NotFoundError:
                raise error from None

    def view(self, matrix_id: str) -> MatrixView:
        """Give a matrix with its columns, its cases and what stands in its cells.

        Raises:
            NotFoundError: it is gone.
        """
        database = self._workspace.database
        with database.reading():
            matrix = self._workspace.get(Matrix, matrix_id)
            columns = self._columns(matrix_id)
            heads = [column.head for column in columns]
            return MatrixView(
                matrix,
                tuple(NamedColumn(column, self.name_of(column.head)) for column in columns),
                matrix_cases(database, matrix.group_id),
                cell_contents(database, heads),
            )

    def references(self, coding_ids: Collection[str]) -> dict[str, str]:
        """Give the references of the passages that cells rest on (`P3:27`), by coding id."""
        return references_of(self._workspace.database, coding_ids)

    def name_of(self, head: ColumnHead) -> str:
        """Give the name of the theme or code of a column.

        Raises:
            NotFoundError: it is gone.
        """
        if head.theme_id:
            return self._workspace.get(Theme, head.theme_id).name
        return self._workspace.get(Code, head.code_id or "").name

    @locked
    def make(
        self,
        title: str,
        heads: Sequence[ColumnHead] = (),
        group_id: str | None = None,
        why: str = "",
    ) -> Outcome[Matrix]:
        """Make a matrix over a group of participants, or over all cases.

        What was written before about the same cases and themes or codes stands in it at once.

        Raises:
            NameTakenError: there is one of that title.
            InvalidInputError: the title is empty.
            NotFoundError: the group, a theme or a code is gone.
        """
        if group_id:
            self._workspace.get(ParticipantGroup, group_id)
        matrix = Matrix(new_id(), clean_name(title), utc_now(), group_id)
        summary = _("Made the matrix '{title}'").format(title=matrix.title)
        with self._workspace.journal.operation("matrix.make", summary, why) as step:
            self._refuse_taken(matrix)
            step.add(matrix)
            self._put(step, matrix.id, heads)
        return Outcome(matrix, TOUCHED)

    @locked
    def rename(self, matrix_id: str, title: str, why: str = "") -> Outcome[Matrix]:
        """Give a matrix another title.

        Raises:
            NameTakenError: another matrix has it.
            InvalidInputError: it is empty.
        """
        matrix = self._workspace.get(Matrix, matrix_id)
        changed = replace(matrix, title=clean_name(title))
        summary = _("Renamed the matrix '{old}' to '{new}'").format(
            old=matrix.title, new=changed.title
        )
        with self._workspace.journal.operation("matrix.rename", summary, why) as step:
            self._refuse_taken(changed)
            step.change(changed)
        return Outcome(changed, TOUCHED)

    @locked
    def remove(self, matrix_id: str, why: str = "") -> Outcome[Matrix]:
        """Remove a matrix; what was written in its cells stays, for other matrices."""
        matrix = self._workspace.get(Matrix, matrix_id)
        summary = _("Removed the matrix '{title}'").format(title=matrix.title)
        with self._workspace.journal.operation("matrix.remove", summary, why) as step:
            for column in self._columns(matrix_id):
                step.delete(column)
            step.delete(matrix)
        return Outcome(matrix, TOUCHED)

    @locked
    def add_columns(
        self, matrix_id: str, heads: Sequence[ColumnHead], why: str = ""
    ) -> Outcome[Matrix]:
        """Put themes and codes behind the columns of a matrix; those that are there stay.

        Raises:
            NotFoundError: the matrix, a theme or a code is gone.
        """
        matrix = self._workspace.get(Matrix, matrix_id)
        names = ", ".join(f"'{self.name_of(head)}'" for head in heads)
        summary = _("Put {names} in the matrix '{title}'").format(names=names, title=matrix.title)
        with self._workspace.journal.operation("matrix.column", summary, why) as step:
            self._put(step, matrix_id, heads)
        return Outcome(matrix, TOUCHED)

    @locked
    def remove_column(
        self, matrix_id: str, head: ColumnHead, why: str = ""
    ) -> Outcome[MatrixColumn]:
        """Take a column out of a matrix; what was written in its cells stays.

        Raises:
            NotFoundError: the matrix has no such column.
        """
        matrix = self._workspace.get(Matrix, matrix_id)
        column = self._column(matrix, head)
        summary = _("Took '{name}' out of the matrix '{title}'").format(
            name=self.name_of(head), title=matrix.title
        )
        with self._workspace.journal.operation("matrix.column", summary, why) as step:
            step.delete(column)
        return Outcome(column, TOUCHED)

    @locked
    def move_column(
        self, matrix_id: str, head: ColumnHead, offset: int, why: str = ""
    ) -> Outcome[MatrixColumn]:
        """Move a column to the left (-1) or to the right (+1).

        Raises:
            NotFoundError: the matrix has no such column.
        """
        matrix = self._workspace.get(Matrix, matrix_id)
        column = self._column(matrix, head)
        columns = self._columns(matrix_id)
        place = columns.index(column)
        columns.insert(max(0, place + offset), columns.pop(place))
        summary = _("Moved '{name}' in the matrix '{title}'").format(
            name=self.name_of(head), title=matrix.title
        )
        with self._workspace.journal.operation("matrix.column", summary, why) as step:
            for position, item in enumerate(columns, start=1):
                step.change(replace(item, position=position))
        return Outcome(column, TOUCHED)

    def _columns(self, matrix_id: str) -> list[MatrixColumn]:
        return self._workspace.database.find(
            MatrixColumn, "matrix_id = ?", [matrix_id], "position, id"
        )

    def _column(self, matrix: Matrix, head: ColumnHead) -> MatrixColumn:
        for column in self._columns(matrix.id):
            if column.head == head:
                return column
        raise NotFoundError(
            _("The matrix '{title}' has no column '{name}'.").format(
                title=matrix.title, name=self.name_of(head)
            )
        )

    def _put(self, step: Step, matrix_id: str, heads: Sequence[ColumnHead]) -> None:
        columns = self._columns(matrix_id)
        present = {column.head for column in columns}
        last = max((column.position for column in columns), default=0)
        new = [head for head in dict.fromkeys(heads) if head not in present]
        for position, head in enumerate(new, start=last + 1):
            self.name_of(head)
            step.add(MatrixColumn(new_id(), matrix_id, position, head.theme_id, head.code_id))

    def _refuse_taken(self, matrix: Matrix) -> None:
        for other in self.all():
            if other.id != matrix.id and folded(other.title) == folded(matrix.title):
                raise NameTakenError(
                    _("There is a matrix '{title}' already.").format(title=other.title)
                )


def head_of(item: Theme | Code) -> ColumnHead:
    """Give the head of a column about a theme or code."""
    return ColumnHead(theme_id=item.id) if isinstance(item, Theme) else ColumnHead(code_id=item.id)
