"""The vignettes by theme, and the one at the cursor as it is printed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Static

from qualkit.domain.memos import ObjectType, Target
from qualkit.domain.themes import Theme
from qualkit.domain.vignettes import VignetteView
from qualkit.translation import N_, _
from qualkit.tui.actions import bindings_for
from qualkit.tui.base import QualkitScreen
from qualkit.tui.screens.picker import Choice, Picker
from qualkit.tui.screens.vignette_form import VignetteScreen
from qualkit.tui.vignette_text import whole_vignette
from qualkit.tui.widgets.cells import cut
from qualkit.tui.widgets.row_list import Line, RowList
from qualkit.tui.widgets.table_list import TableList
from qualkit.tui.words import count_of

EMPTY = N_("""No vignettes yet.

Where a passage may not be quoted, a vignette tells in your own words what happened.
n writes one. The passages stand beside it while you write, and are never printed.""")


@dataclass(frozen=True, slots=True)
class Row:
    """A vignette under its theme."""

    theme: Theme
    view: VignetteView


class VignettesScreen(QualkitScreen):
    """A list of vignettes by theme, with the whole of one."""

    SCREEN_NAME = "vignettes"
    HEADING = N_("Vignettes")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("vignettes")]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide")]  # noqa: RUF012

    _read_last = ""
    """The one that is shown whole."""

    def compose_body(self) -> ComposeResult:
        """Put the whole vignette under the list, or beside it."""
        rows = RowList[Row](_draw, lambda row: row.view.vignette.id, height=2, empty=_(EMPTY))
        self._table = TableList(rows, _words)
        with Horizontal(id="vignettes"):
            yield self._table
            with VerticalScroll(can_focus=False):
                yield Static("", id="vignette-text", markup=False)

    def on_mount(self) -> None:
        """Show the vignettes."""
        self._show()
        self._table.rows.focus()

    def refresh_touched(self, touched: frozenset[str]) -> None:
        """Show the vignettes anew."""
        if touched & {"vignettes", "themes", "codings", "sources", "cases", "replacements"}:
            self._show()

    def memo_about(self) -> tuple[Target, str] | None:
        """A memo here is on the theme."""
        row = self._table.current
        if row is None:
            return super().memo_about()
        return Target(ObjectType.THEME, row.theme.id), f"'{row.theme.name}'"

    @work
    async def action_new_vignette(self) -> None:
        """Choose a theme and write a vignette for it."""
        themes = self.project.themes.all(dropped=False)
        if not themes:
            self.say(_("There is no theme yet; a vignette belongs to one. g t goes there."))
            return
        picked = await self.app.push_screen_wait(
            Picker(_("For which theme?"), [Choice(each.id, each.name) for each in themes])
        )
        if picked:
            self.app.push_screen(VignetteScreen(picked[0]))

    @on(RowList.Chosen)
    def action_edit_vignette(self) -> None:
        """Go on writing the vignette at the cursor."""
        if row := self._need_row():
            self.app.push_screen(VignetteScreen(row.theme.id, row.view.vignette.id))

    def action_move_up(self) -> None:
        """Move the vignette up under its theme."""
        self._move(-1)

    def action_move_down(self) -> None:
        """Move the vignette down under its theme."""
        self._move(1)

    def action_drop_vignette(self) -> None:
        """Remove the vignette."""
        if row := self._need_row():
            vignette = row.view.vignette
            outcome = self.attempt(lambda: self.project.vignettes.drop(vignette.id))
            if outcome:
                said = _("The vignette '{title}' is removed.")
                self.done(outcome, said.format(title=vignette.title))

    def action_scroll_down(self) -> None:
        """Scroll the vignette down."""
        self.query_one(VerticalScroll).scroll_relative(y=5, animate=False)

    def action_scroll_up(self) -> None:
        """Scroll the vignette up."""
        self.query_one(VerticalScroll).scroll_relative(y=-5, animate=False)

    @on(RowList.Moved)
    def _read(self) -> None:
        row = self._table.current
        self.query_one("#vignette-text", Static).update(whole_vignette(row.view) if row else "")
        if self._table.rows.current_key != self._read_last:
            self._read_last = self._table.rows.current_key
            self.query_one(VerticalScroll).scroll_home(animate=False)

    def _move(self, offset: int) -> None:
        if row := self._need_row():
            vignette = row.view.vignette
            outcome = self.attempt(lambda: self.project.vignettes.move(vignette.id, offset))
            if outcome:
                self.done(outcome, _("Moved '{title}'.").format(title=vignette.title))

    def _need_row(self) -> Row | None:
        row = self._table.current
        if row is None:
            self.say(_("There is no vignette here. n writes one."))
        return row

    def _show(self) -> None:
        rows = [
            Row(theme, view)
            for theme in self.project.themes.all()
            for view in self.project.vignettes.of_theme(theme.id)
        ]
        self._table.set_items(rows)
        self.set_heading(_("Vignettes"), count_of(len(rows), "vignette"))


def _words(row: Row) -> str:
    return f"{row.theme.name} {row.view.vignette.title} {row.view.vignette.text}"


def _draw(row: Row, width: int) -> Sequence[Line]:
    return [
        [(cut(row.view.title, width), "strong")],
        [(cut(f"{row.theme.name} · {row.view.note}", width), "muted")],
    ]
