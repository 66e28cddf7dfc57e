"""Sources that may be of one visitor or one text: pairs to look at, likest first."""

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, VerticalScroll
from textual.widgets import Static

from qualkit.domain.duplicates import LookDone, PairsWanted
from qualkit.domain.operations import Origin
from qualkit.domain.pair_views import PairEntry
from qualkit.services.project import Project
from qualkit.translation import N_, _
from qualkit.tui.actions import bindings_for
from qualkit.tui.base import QualkitScreen
from qualkit.tui.duplicate_text import (
    EMPTY,
    NONE_DECIDED,
    ROW_LINES,
    count_told,
    draw_pair,
    look_told,
    whole_pair,
    words_of_pair,
)
from qualkit.tui.screens.pair import PairScreen
from qualkit.tui.widgets.row_list import RowList
from qualkit.tui.widgets.table_list import TableList
from qualkit.tui.words import count_of

if TYPE_CHECKING:
    from qualkit.tui.screens.working import Progress

SHOWS = frozenset({"duplicates", "sources", "cases"})


class DuplicatesScreen(QualkitScreen):
    """Lists pairs with the reasons; Enter puts the two side by side."""

    SCREEN_NAME = "duplicates"
    HEADING = N_("Duplicates")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("duplicates")]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide")]  # noqa: RUF012

    def __init__(self) -> None:
        """Begin with what waits."""
        super().__init__()
        self._shown = PairsWanted.WAITING
        self._opened: PairScreen | None = None

    def compose_body(self) -> ComposeResult:
        """Put all about the pair at the cursor under the list, or beside it."""
        rows = RowList[PairEntry](
            draw_pair, lambda entry: entry.key, height=ROW_LINES, empty=_(EMPTY)
        )
        self._table = TableList[PairEntry](rows, words_of_pair)
        yield Static("", id="duplicates-look", markup=False)
        with Container(id="duplicates"):
            yield self._table
            with VerticalScroll(can_focus=False):
                yield Static("", markup=False)

    def on_mount(self) -> None:
        """Show the pairs."""
        self._show()
        self._table.rows.focus()

    def on_screen_resume(self) -> None:
        """Stand on the pair that was in front, before what changed is drawn anew."""
        if self._opened:
            self._table.rows.move_to_key(self._opened.key)
            self._opened = None

    def refresh_touched(self, touched: frozenset[str]) -> None:
        """Show the pairs anew."""
        if touched & SHOWS:
            self._show()

    @work
    async def action_look_for_pairs(self) -> None:
        """Look in all sources; it tells how far it is and can be stopped."""
        telling = _("{done} % done")
        done = await self.work_through(_("Looking for duplicates"), telling, self._look)
        if done is not None:
            self.say(
                _("Looked at {sources}: {pairs}.").format(
                    sources=count_of(done.sources, "source"),
                    pairs=count_told(done.waiting, PairsWanted.WAITING),
                )
            )
            self._show()

    def _look(self, progress: "Progress") -> LookDone:
        told = -1

        def tell(done: int, of: int) -> None:
            """Tell each hundredth once: telling a screen takes longer than looking at a text."""
            nonlocal told
            if of and done * 100 // of != told:
                told = done * 100 // of
                progress(told, 100)

        # Over a connection of its own, since it runs in a thread.
        with Project.open(self.qualkit.folder, self.qualkit.settings, Origin.TUI) as project:
            return project.duplicates.look(tell)

    def action_switch_shown(self) -> None:
        """Show what waits, what was decided, or all."""
        kinds = list(PairsWanted)
        self._shown = kinds[(kinds.index(self._shown) + 1) % len(kinds)]
        self._show()
        self._table.rows.move_to(0)

    @on(RowList.Chosen)
    def _open(self) -> None:
        entry = self._table.current
        if entry:
            row = [each.key for each in self._table.shown]
            self._opened = PairScreen(entry.first.id, entry.second.id, row)
            self.app.push_screen(self._opened)

    @on(RowList.Moved)
    def _tell(self) -> None:
        entry = self._table.current
        pane = self.query_one("#duplicates > VerticalScroll", VerticalScroll)
        pane.query_one(Static).update(whole_pair(entry) if entry else "")
        pane.scroll_home(animate=False)

    def _show(self) -> None:
        entries = self.project.duplicates.candidates(self._shown)
        nothing = NONE_DECIDED if self._shown is PairsWanted.DECIDED else EMPTY
        self._table.empty = _(nothing)
        self._table.set_items(entries)
        self.set_heading(_(self.HEADING), count_told(len(entries), self._shown))
        look = self.project.duplicates.last_look()
        self.query_one("#duplicates-look", Static).update(look_told(look))
        self._tell()
