"""Who is quoted under which theme: the matrix beside the quotes, and keeping it true."""

from collections.abc import Sequence
from typing import TypeVar

from qualkit.analysis.quote_spread import QuoteMatrix
from qualkit.domain.operations import Outcome
from qualkit.translation import N_, _
from qualkit.tui.base import QualkitScreen
from qualkit.tui.quote_text import cell_in_words, cell_told
from qualkit.tui.widgets.grid import Grid
from qualkit.tui.widgets.row_list import Line

NO_THEMES = N_("""There is no theme yet, or nothing that may be quoted.

Here you see who is quoted under which theme, and who is not.

g t goes to the themes.""")

T = TypeVar("T")


class QuotesMatrix(QualkitScreen):
    """Counts quotes by participant and theme, and draws them in a grid."""

    def __init__(self) -> None:
        """Begin with nothing counted."""
        super().__init__()
        self._matrix: QuoteMatrix | None = None
        self._recounts = False

    def make_grid(self) -> Grid:
        """Give the grid of the matrix."""
        self._grid = Grid(self._draw_cell, self._about_cell, empty=_(NO_THEMES))
        return self._grid

    def done_with_quotes(self, outcome: Outcome[T], message: str) -> None:
        """Say what happened to quotes, and redraw; nothing else has changed."""
        self._recounts = True
        self.done(outcome, message)
        self._recounts = False

    def count_matrix(self) -> None:
        """Count anew and show the matrix."""
        self._matrix = self.attempt(self._count)
        if self._matrix:
            rows = [row.label for row in self._matrix.rows]
            self._grid.set_table(rows, [theme.name for theme in self._matrix.themes])

    def point_at(self, theme_id: str) -> None:
        """Put the cursor of the matrix in the column of a theme."""
        columns = [theme.id for theme in self._matrix.themes] if self._matrix else []
        if theme_id in columns:
            self._grid.move_to(self._grid.at[0], columns.index(theme_id))

    def _count(self) -> QuoteMatrix:
        choosing = self.project.quote_choosing
        if self._recounts and self._matrix:
            return choosing.recount(self._matrix)
        return choosing.matrix()

    def _draw_cell(self, row: int, column: int, _width: int) -> Sequence[Line]:
        assert self._matrix is not None, "drawn once it is there"
        cell = self._matrix.cell(self._matrix.rows[row], self._matrix.themes[column].id)
        return [[(cell_told(cell), "" if cell.chosen else "muted")]]

    def _about_cell(self, row: int, column: int) -> str:
        if self._matrix is None or column < 0 or row < 0:
            return ""
        return cell_in_words(
            self._matrix.cell(self._matrix.rows[row], self._matrix.themes[column].id)
        )
