"""Who is heard under which theme: participants by themes, and every number opens its passages."""

from collections.abc import Collection, Sequence
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType

from qualkit.analysis.spread_matrix import SpreadMatrix
from qualkit.domain.memos import ObjectType, Target
from qualkit.domain.wording import sentence
from qualkit.translation import N_, _
from qualkit.tui.actions import bindings_for
from qualkit.tui.base import QualkitScreen
from qualkit.tui.quantifier_text import heard_in_words
from qualkit.tui.screens.passages import PassagesScreen
from qualkit.tui.widgets.grid import Grid
from qualkit.tui.widgets.row_list import Line
from qualkit.tui.words import count_of

EMPTY = N_("""There is no theme yet, or no source.

Here you see who is heard under which theme, and who is not.

g t goes to the themes.""")

SILENT_SIGN = "·"
"""Stands where somebody is not heard."""


class SpreadScreen(QualkitScreen):
    """Shows participants by themes; Enter opens the passages."""

    SCREEN_NAME = "spread"
    HEADING = N_("Participants and themes")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("spread")]

    def __init__(self) -> None:
        """Begin with evidence only, and subthemes counted in."""
        super().__init__()
        self._evidence = True
        self._whole = True
        self._matrix: SpreadMatrix | None = None

    def compose_body(self) -> ComposeResult:
        """Give the grid."""
        self._grid = Grid(self._draw, self._about, empty=_(EMPTY))
        yield self._grid

    def on_mount(self) -> None:
        """Show the matrix."""
        self._show()
        self._grid.focus()

    def refresh_touched(self, touched: frozenset[str]) -> None:
        """Count anew."""
        if touched & {"themes", "codes", "codings", "cases", "sources"}:
            self._show()

    def memo_about(self) -> tuple[Target, str] | None:
        """A memo here is on the theme of the column, or on the project."""
        column = self._grid.at[1]
        if self._matrix is None or column < 0:
            return super().memo_about()
        theme = self._matrix.themes[column]
        return Target(ObjectType.THEME, theme.id), f"'{theme.name}'"

    def action_whose_words(self) -> None:
        """Count what only interviewers and helpers say as well, or no longer."""
        self._evidence = not self._evidence
        self._show()

    def action_with_subthemes(self) -> None:
        """Count what is in subthemes as in the theme above, or no longer."""
        self._whole = not self._whole
        self._show()

    @work
    async def action_agree_on_words(self) -> None:
        """Say for which share the team uses a word for how many."""
        from qualkit.tui.quantifier_asking import agree_on_words  # noqa: PLC0415 (seldom needed)

        await agree_on_words(self)

    @on(Grid.Chosen)
    def _open(self) -> None:
        if self._matrix is None:
            return
        row, column = self._grid.at
        who = self._matrix.rows[row] if row >= 0 else None
        theme = self._matrix.themes[column] if column >= 0 else None
        found = self._matrix.coding_ids(who, theme.id if theme else None)
        names = [who.label if who else "", theme.name if theme else ""]
        title = " · ".join(filter(None, names)) or _("All themes")
        self._show_passages(title, found)

    def _show_passages(self, title: str, coding_ids: Collection[str]) -> None:
        if coding_ids:
            self.app.push_screen(PassagesScreen(title, coding_ids))
        else:
            self.say(_("{place}: nothing is said there.").format(place=title))

    def _show(self) -> None:
        self._matrix = self.attempt(
            lambda: self.project.spreads.matrix(whole=self._whole, evidence=self._evidence)
        )
        if self._matrix is None:
            return
        self._grid.set_table(
            [row.label for row in self._matrix.rows],
            [theme.name for theme in self._matrix.themes],
        )
        whose = _("participants' words") if self._evidence else _("everybody's words")
        themes = _("with subthemes") if self._whole else _("without subthemes")
        self.set_heading(_(self.HEADING), f"{whose}, {themes}")

    def _draw(self, row: int, column: int, _width: int) -> Sequence[Line]:
        assert self._matrix is not None, "drawn once it is there"
        cell = self._matrix.cell(self._matrix.rows[row], self._matrix.themes[column].id)
        return [[(str(cell.passages), "") if cell.passages else (SILENT_SIGN, "muted")]]

    def _about(self, row: int, column: int) -> str:
        """Tell what the number is, or who is heard under a theme and who is not."""
        if self._matrix is None or column < 0:
            return ""
        theme = self._matrix.themes[column]
        if row < 0:
            return self._heard_under(theme.id)
        passages = self._matrix.cell(self._matrix.rows[row], theme.id).passages
        return count_of(passages, "passage") if passages else _("not heard")

    def _heard_under(self, theme_id: str) -> str:
        assert self._matrix is not None, "asked once it is there"
        groups = self._matrix.spread(theme_id)
        return sentence(heard_in_words(groups, self.project.info.language))
