"""Rounds: the sources in the order of a round, how densely each is coded, which are read."""

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from qualkit.domain.memos import ObjectType, Target
from qualkit.domain.operations import Outcome
from qualkit.domain.rounds import Coverage, Round, RoundOrder, RoundView
from qualkit.translation import N_, _, decimal
from qualkit.tui.actions import bindings_for
from qualkit.tui.base import QualkitScreen
from qualkit.tui.rounds_text import (
    NO_ROUND,
    ORDERS,
    about_round,
    about_source,
    read_and_not,
    state_of,
)
from qualkit.tui.screens.picker import Choice, Picker
from qualkit.tui.screens.prompts import TextPrompt
from qualkit.tui.terms import term
from qualkit.tui.widgets.row_list import RowList
from qualkit.tui.widgets.table_list import Column, TableList, table

BAR = 10
"""Cells of the longest bar."""

BLOCK = "■"

EMPTY = N_("""There is no source in this project yet.

Esc goes back; on the first screen a adds files.""")


class RoundsScreen(QualkitScreen):
    """Shows the running round, or an earlier one; without a round the sources by number."""

    SCREEN_NAME = "rounds"
    HEADING = N_("Rounds")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("rounds")]

    def __init__(self, round_id: str = "") -> None:
        """Show one round, or the running one."""
        super().__init__()
        self._round_id = round_id
        self._view = RoundView(None, ())
        self._densest = 0.0

    def opened_with(self) -> tuple[str, ...]:
        """Give the round that is shown, unless it is the running one."""
        return (self._round_id,) if self._round_id else ()

    def compose_body(self) -> ComposeResult:
        """Put what stands out above the sources."""
        yield Static("", id="round", markup=False)
        self._table: TableList[Coverage] = table(
            (
                Column(_("No."), lambda line: f"P{line.source.number}", 6, kind="accent"),
                Column(_("Source"), _name),
                Column(_("Coded passages"), self._bar, BAR),
                Column(_("per 1,000"), _density, 5, right=True),
                Column(_("Words"), lambda line: str(line.words), 6, right=True, least=90),
                Column(_("Opened"), _visited, 10, kind="muted", least=110),
                Column(_("Was read"), _read, 10),
            ),
            key=lambda line: line.source.id,
            words=lambda line: f"P{line.source.number} {_name(line)} {_read(line)}",
            empty=_(EMPTY),
        )
        yield self._table
        yield Static("", id="coverage", markup=False)

    def on_mount(self) -> None:
        """Show the sources."""
        self._show()
        self._table.rows.focus()

    def refresh_touched(self, touched: frozenset[str]) -> None:
        """Show the sources anew."""
        if touched & {"rounds", "sources", "segments", "cases", "codings", "codes"}:
            self._show()

    def memo_about(self) -> tuple[Target, str] | None:
        """A memo here is on the source at the cursor."""
        line = self._table.current
        if line is None:
            return super().memo_about()
        return Target(ObjectType.SOURCE, line.source.id), f"P{line.source.number}"

    @work
    async def action_new_round(self) -> None:
        """Ask for a name, an order and what it is for."""
        running = self.project.rounds.running()
        closes = ""
        if running:
            closes = _("The round '{name}' is closed with it; what was read in it stays on record.")
        name = await self.app.push_screen_wait(
            TextPrompt(
                _("New round"),
                hint=closes.format(name=running.name) if running else "",
                placeholder=_("Its name, such as: second reading"),
            )
        )
        if name is None:
            return
        order = await self._ask_order(_("In which order?"))
        if order is None:
            return
        note = await self.app.push_screen_wait(
            TextPrompt(_("What is it for?"), placeholder=_("It may be left empty."))
        )
        if note is not None:
            outcome = self.attempt(lambda: self.project.rounds.begin(name, order, note))
            if outcome:
                self._tell(outcome, _("The round '{name}' has begun; c goes to its first source."))

    @work
    async def action_other_order(self) -> None:
        """Ask for another order of the running round."""
        if self._is_running():
            order = await self._ask_order(_("In which order?"))
            if order is not None:
                outcome = self.attempt(lambda: self.project.rounds.reorder(order))
                if outcome:
                    self._tell(outcome, _("The sources of '{name}' stand in another order."))

    def action_mark_read(self) -> None:
        """Mark the source at the cursor as read in the running round, or as not read."""
        line = self._table.current
        if line is None or not self._is_running():
            return
        is_read = line.read_at is None
        outcome = self.attempt(lambda: self.project.rounds.read(line.source.id, is_read))
        if outcome:
            said = _("{label} is read in this round.")
            if not is_read:
                said = _("{label} is not read in this round.")
            self.done(outcome, said.format(label=line.label))

    def action_go_on(self) -> None:
        """Read the first source of the round that is not read."""
        source = self.attempt(self.project.rounds.next_unread)
        if source:
            self.qualkit.open_reader(source.id)
        elif self._is_running():
            self.say(_("Every source was read in this round. It stays open until you close it."))

    @work
    async def action_close_round(self) -> None:
        """Close the running round, whatever was read in it."""
        running = self.project.rounds.running()
        if running is None:
            self.say(_(NO_ROUND))
            return
        why = await self.ask_why(_("Close the round '{name}'").format(name=running.name))
        if why is not None:
            outcome = self.attempt(lambda: self.project.rounds.close(why))
            if outcome:
                self._round_id = outcome.value.id
                self.done(
                    outcome, _("The round '{name}' is closed.").format(name=outcome.value.name)
                )

    @work
    async def action_show_round(self) -> None:
        """Choose which round to look at."""
        choices = [
            Choice(
                entry.round.id,
                entry.round.name,
                _("{read} of {sources} read; {state}").format(
                    read=entry.read, sources=entry.sources, state=state_of(entry.round)
                ),
            )
            for entry in self.project.rounds.entries()[::-1]
        ]
        if not choices:
            self.say(_(NO_ROUND))
            return
        picked = await self.app.push_screen_wait(Picker(_("Which round?"), choices))
        if picked:
            self._round_id = picked[0]
            self._show()

    @on(RowList.Moved)
    def _tell_coverage(self) -> None:
        """Tell about the source at the cursor in words."""
        line = self._table.current
        told = about_source(self._view, line) if line else ""
        self.query_one("#coverage", Static).update(told)

    @on(RowList.Chosen)
    def _open(self) -> None:
        line = self._table.current
        if line:
            self.qualkit.open_reader(line.source.id)

    async def _ask_order(self, question: str) -> RoundOrder | None:
        choices = [Choice(order.value, term(order), _(about)) for order, about in ORDERS.items()]
        picked = await self.app.push_screen_wait(Picker(question, choices))
        return RoundOrder(picked[0]) if picked else None

    def _is_running(self) -> bool:
        """Tell whether the round shown is the running one; say so when it is not."""
        shown, running = self._view.round, self.project.rounds.running()
        if shown and running and shown.id == running.id:
            return True
        self.say(_("This round is closed. f shows another.") if shown else _(NO_ROUND))
        return False

    def _tell(self, outcome: Outcome[Round], said: str) -> None:
        self._round_id = ""
        self.done(outcome, said.format(name=outcome.value.name))
        self._table.rows.move_to(0)

    def _show(self) -> None:
        running = self.project.rounds.running()
        wanted = self._round_id or (running.id if running else None)
        view = self.attempt(lambda: self.project.rounds.view(wanted))
        if view is None:
            # The round was undone.
            self._round_id = ""
            view = self.project.rounds.view(running.id if running else None)
        self._view = view
        self._densest = max((line.density for line in view.sources), default=0.0)
        self._table.set_items(view.sources)
        self._tell_coverage()
        self.query_one("#round", Static).update(about_round(view))
        if view.round is None:
            self.set_heading(_("Rounds"))
            return
        self.set_heading(
            _("Round '{name}'").format(name=view.round.name),
            read_and_not(view.read, len(view.sources)),
        )

    def _bar(self, line: Coverage) -> str:
        """Give a bar for the density, the longest for the densest source."""
        if not line.passages or not self._densest:
            return ""
        return BLOCK * max(round(BAR * line.density / self._densest), 1)


def _name(line: Coverage) -> str:
    title = line.source.title
    return line.label if line.label == title else f"{line.label}: {title}"


def _density(line: Coverage) -> str:
    return decimal(line.density) if line.words else "-"


def _visited(line: Coverage) -> str:
    return line.visited_on.isoformat() if line.visited_on else ""


def _read(line: Coverage) -> str:
    return f"{line.read_at.astimezone():%Y-%m-%d}" if line.read_at else _("not yet")
