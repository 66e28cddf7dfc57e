"""What every screen of the program has: its frame, the keys that work everywhere, and manners.

A screen overrides `compose_body`, `refresh_touched` and, where a memo can be written, `memo_about`.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen

from qualkit.domain.memos import MemoKind, ObjectType, Target
from qualkit.domain.operations import Outcome
from qualkit.errors import QualkitError
from qualkit.services.project import Project
from qualkit.translation import N_, _
from qualkit.tui.actions import bindings_for
from qualkit.tui.colours import NAMES
from qualkit.tui.screens.prompts import TextPrompt
from qualkit.tui.widgets.key_bar import KeyBar
from qualkit.tui.widgets.row_list import RowList
from qualkit.tui.widgets.top_bar import TopBar
from qualkit.tui.widgets.tour_bar import TourBar

if TYPE_CHECKING:
    from qualkit.tui.app import QualkitApp
    from qualkit.tui.openings import Opening, Pause
    from qualkit.tui.screens.working import Job

T = TypeVar("T")

UNDO_HINT = N_("u undoes it.")


def undoable(message: str) -> str:
    """Give a message with, behind it, how to take back what it tells."""
    return f"{message}  {_(UNDO_HINT)}"


class QualkitScreen(Screen[None]):
    """A screen over the open project."""

    SCREEN_NAME: ClassVar[str] = "everywhere"
    """Its name in the table of actions."""

    HEADING: ClassVar[str] = ""
    """What the line at the top says, marked with `N_`; `set_heading` may change it."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("everywhere")]

    memo_kind: ClassVar[MemoKind] = MemoKind.ANALYTIC
    """The kind that a memo written here has at first."""

    def __init__(self) -> None:
        """Begin with nothing to redraw."""
        super().__init__()
        self._stale = frozenset[str]()
        self._opening: Opening | None = None
        self.begin_at = ""
        """The key of the row to go to when the screen is first shown."""

    def compose(self) -> ComposeResult:
        """Put the body between the line at the top and the line of keys."""
        yield TopBar(_(self.HEADING))
        yield from self.compose_body()
        yield TourBar()
        yield KeyBar()

    def compose_body(self) -> ComposeResult:
        """Give the widgets between the two lines."""
        yield from ()

    def set_heading(self, heading: str, detail: str = "") -> None:
        """Write the line at the top: where one is, and at its right end a detail."""
        self.query_one(TopBar).say(heading, detail)

    @property
    def qualkit(self) -> "QualkitApp":
        """The running program."""
        return cast("QualkitApp", self.app)

    @property
    def project(self) -> Project:
        """The open project."""
        return self.qualkit.project

    def attempt(self, call: Callable[[], T]) -> T | None:
        """Run a call to a service; when it cannot be done, say so and give None."""
        try:
            return call()
        except QualkitError as error:
            self.say_error(error)
            return None

    def say_error(self, error: QualkitError) -> None:
        """Show what could not be done, and the hint."""
        # The title says in words what the colour says.
        self.notify(error.told, title=_("Not done"), severity="error", timeout=8, markup=False)

    def say(self, message: str) -> None:
        """Show something that needs no answer."""
        self.notify(message, markup=False)

    async def ask_why(self, title: str, hint: str = "") -> str | None:
        """Ask for an optional reason, kept in the history; None when the person steps back.

        To be awaited in a worker.
        """
        return await self.app.push_screen_wait(
            TextPrompt(title, hint=hint, placeholder=_("Why? It may be left empty."))
        )

    async def ask_and_keep(
        self, title: str, keep: Callable[[str], Outcome[T]], value: str = "", hint: str = ""
    ) -> Outcome[T] | None:
        """Ask for a line and keep it; what cannot be kept is told where it was typed.

        To be awaited in a worker.
        """
        kept: list[Outcome[T]] = []

        def refuse(answer: str) -> str:
            try:
                kept.append(keep(answer))
            except QualkitError as error:
                return error.told
            return ""

        await self.app.push_screen_wait(TextPrompt(title, value, hint, refuse))
        return kept[0] if kept else None

    async def work_through(self, title: str, telling: str, job: "Job[T]") -> T | None:
        """Do long work with a box that tells how far it is; None when it was stopped or failed.

        Both are told. To be awaited in a worker; for `telling` and `job` see `Working`.
        """
        from qualkit.tui.screens.working import Working  # noqa: PLC0415 (seldom needed)

        result = await self.app.push_screen_wait(Working(title, telling, job))
        if isinstance(result, QualkitError):
            self.say_error(result)
            return None
        if result is None:
            self.say(_("Stopped; nothing was changed."))
        return result

    def done(self, outcome: Outcome[T], message: str) -> None:
        """Say what happened and how to take it back, and redraw what it touched."""
        self.say(undoable(message))
        self.qualkit.redraw(outcome.touched)

    def refresh_touched(self, touched: frozenset[str]) -> None:
        """Redraw what depends on the nouns in `touched`, keeping the place."""

    def mark_stale(self, touched: frozenset[str]) -> None:
        """Remember to redraw when the screen is shown again."""
        self._stale |= touched

    def on_screen_resume(self) -> None:
        """Redraw what changed while another screen was in front."""
        self.show_tour()
        self.qualkit.follow_tour()
        self.qualkit.keep_places()
        stale, self._stale = self._stale, frozenset()
        if stale:
            self.refresh_touched(stale)

    def opened_with(self) -> tuple[str, ...]:
        """Give what the screen was opened with, so that it can be opened again another day."""
        return ()

    def row_key(self) -> str:
        """Give the key of the row at the cursor of the first list; empty when there is none."""
        lists = self.query(RowList)
        return lists.first().current_key if lists else ""

    def on_mount(self) -> None:
        """Go to the row where one was, once the rows are there."""
        if self.begin_at:
            self.call_after_refresh(self._go_to_row, self.begin_at)

    def _go_to_row(self, key: str) -> None:
        for rows in self.query(RowList):
            rows.move_to_key(key)

    def keep_place(self) -> None:
        """Keep where one is, where that outlives the screen; called before the screen goes."""

    def memo_about(self) -> tuple[Target, str] | None:
        """Give what a memo would be about, with a name for people; None for nothing.

        Where nothing nearer is at hand it is the project.
        """
        return Target(ObjectType.PROJECT, self.project.info.id), _("the project")

    @work
    async def action_memo(self) -> None:
        """Write a memo on the thing at the cursor."""
        # The modules of writing; loaded when they are needed.
        from qualkit.tui.memo_writing import write_memo  # noqa: PLC0415

        opening, self._opening = self._opening, None
        if opening and self.shows_opening(opening):
            kind = MemoKind.REFLEXIVE
            await write_memo(self, opening.target, opening.name, kind, opening.question)
            return
        about = self.memo_about()
        if about is None:
            self.say(_("There is nothing here to write a memo on."))
            return
        await write_memo(self, *about, self.memo_kind)

    @work
    async def action_doubt(self) -> None:
        """Raise a doubt on the thing at the cursor."""
        from qualkit.tui.doubt_raising import raise_doubt  # noqa: PLC0415

        about = self.memo_about()
        if about is None:
            self.say(_("There is nothing here to doubt."))
            return
        await raise_doubt(self, *about)

    def action_memos_here(self) -> None:
        """Show the memos on what the cursor is on, and those that cite it."""
        from qualkit.tui.screens.memos import MemosScreen  # noqa: PLC0415

        about = self.memo_about()
        if about is None:
            self.say(_("There is nothing here that memos could be on."))
            return
        self.app.push_screen(MemosScreen(*about))

    def offer_opening(self, pause: "Pause", target: Target, name: str) -> None:
        """Ask a question for the journal at a pause, in one line; m answers it."""
        from qualkit.tui.openings import next_opening  # noqa: PLC0415

        self._opening = self.attempt(lambda: next_opening(self.project, pause, target, name))
        if self._opening:
            self.say(self._opening.line)

    def shows_opening(self, opening: "Opening") -> bool:
        """Tell whether a question that was asked here still stands open."""
        return True

    def action_switch_openings(self) -> None:
        """Ask questions for the journal at a pause, or no longer."""
        from qualkit.tui.openings import switch_openings  # noqa: PLC0415

        is_on = self.attempt(lambda: switch_openings(self.project))
        if is_on is not None:
            off = _("No more questions for the journal.")
            self.say(_("Now and then there is a question for the journal.") if is_on else off)

    def action_undo(self) -> None:
        """Take back the last step."""
        outcome = self.attempt(self.project.history.undo)
        if outcome:
            said = _("Undone: {step}.  r does it again.")
            self.say(said.format(step=outcome.value.summary))
            self.qualkit.redraw(outcome.touched)

    def action_redo(self) -> None:
        """Do again what was undone last."""
        outcome = self.attempt(self.project.history.redo)
        if outcome:
            said = _("Done again: {step}.")
            self.done(outcome, said.format(step=outcome.value.summary))

    def action_go_to(self) -> None:
        """Let the person choose another screen."""
        from qualkit.tui.screens.go_to import GoTo  # noqa: PLC0415

        self.app.push_screen(GoTo(), self._go)

    def _go(self, name: str | None) -> None:
        if name:
            self.qualkit.go_to(name)

    def action_back(self) -> None:
        """Go back to the screen before."""
        self.app.pop_screen()

    def action_commands(self) -> None:
        """Open the command palette."""
        self.app.action_command_palette()

    def action_switch_colours(self) -> None:
        """Go from dark to light to no colour, and say which it is now."""
        theme = self.attempt(self.qualkit.switch_colours)
        if theme:
            self.say(_(NAMES[theme]))

    def show_tour(self) -> None:
        """Show what the tour asks now."""
        self.query_one(TourBar).show(self.qualkit.tour)

    def action_tour(self) -> None:
        """Go on with the tour, or leave it."""
        self.attempt(self.qualkit.switch_tour)

    def action_help(self) -> None:
        """Show the keys that work here."""
        from qualkit.tui.screens.help import HelpScreen  # noqa: PLC0415

        self.app.push_screen(HelpScreen(self.SCREEN_NAME, self.HEADING))
