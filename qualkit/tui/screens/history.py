"""The story of the project: what was done, when, by whom and why, and the way back and forth."""

from datetime import datetime
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from qualkit.domain.memos import MemoKind, ObjectType, Target
from qualkit.domain.operations import OperationEntry, StepFilter, Subject
from qualkit.domain.periods import ALWAYS
from qualkit.translation import N_, _, ngettext
from qualkit.tui.actions import bindings_for
from qualkit.tui.base import QualkitScreen
from qualkit.tui.history_text import Day, by_days, line_of, name_of_day, whole_day, whole_step
from qualkit.tui.narrowing import (
    ask_period,
    period_choices,
    person_choices,
    pick_what_to_show,
    picked_person,
)
from qualkit.tui.screens.picker import Choice
from qualkit.tui.screens.prompts import Notice
from qualkit.tui.screens.step_plan import StepPlan
from qualkit.tui.terms import term
from qualkit.tui.widgets.row_list import RowList
from qualkit.tui.widgets.table_list import Column, TableList, table
from qualkit.tui.words import count_of

EMPTY = N_("""Nothing was done yet.

Every step will stand here, with u to take it back and r to do it again.""")

EMPTY_FILTER = N_("There is no such step. f shows the others.")

Row = Day | OperationEntry


class HistoryScreen(QualkitScreen):
    """Lists every step under its day, the newest first."""

    SCREEN_NAME = "history"
    HEADING = N_("History")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("history")]

    memo_kind: ClassVar[MemoKind] = MemoKind.DECISION

    def __init__(self, at: str = "") -> None:
        """Begin with every step, the cursor on the operation with the id `at` or the newest."""
        super().__init__()
        self._at = at
        self._wanted = StepFilter()
        self._said = ""
        """The filter in words."""

    def compose_body(self) -> ComposeResult:
        """Put the whole step under the list."""
        self._table: TableList[Row] = table(
            (
                Column(_("Time"), _time, 5, kind="muted"),
                Column(_("Who"), _who, 10, least=60),
                Column(_("What"), _what),
            ),
            key=_key,
            words=_words,
            empty=_(EMPTY),
            across=lambda row: name_of_day(row.on) if isinstance(row, Day) else "",
        )
        yield self._table
        with VerticalScroll(can_focus=False, classes="memo-text"):
            yield Static("", id="step", markup=False)

    def on_mount(self) -> None:
        """Show the steps."""
        self._show(self._at)
        if not self._at:
            self._table.rows.move_to(1)
        self._table.rows.focus()

    def refresh_touched(self, touched: frozenset[str]) -> None:
        """Show the steps anew; whatever was touched, something was done."""
        self._show()

    def memo_about(self) -> tuple[Target, str] | None:
        """A memo here is on the step at the cursor: a reason that is given afterwards."""
        entry = self._entry
        if entry is None:
            return None
        return _target(entry), _("step {number}").format(number=entry.step.number)

    def action_undo(self) -> None:
        """Take back the last step, and show what became of it."""
        super().action_undo()
        self._table.rows.move_to(1)

    def action_redo(self) -> None:
        """Do again what was undone last, and show that."""
        super().action_redo()
        self._table.rows.move_to(1)

    @work
    async def action_give_reason(self) -> None:
        """Write why the step at the cursor was taken."""
        entry = self._entry
        if entry is None:
            self.say(_("There is no step here."))
            return
        outcome = await self.ask_and_keep(
            _("Why was step {number} taken?").format(number=entry.step.number),
            lambda why: self.project.memos.add(_target(entry), why, MemoKind.DECISION),
            hint=_("It is kept as a memo on the step; the step itself stays as it was written."),
        )
        if outcome:
            self.done(outcome, _("The reason stands with its step."))

    @work
    async def action_to_here(self) -> None:
        """Take back every step after the one at the cursor, or do again up to it."""
        row = self._table.current
        if row is None:
            return
        entry = row.entries[0] if isinstance(row, Day) else row
        number = entry.operation.number
        if entry.undone and self.project.history.plan_redo(number):
            await self._go_forward(number)
        else:
            await self._go_back(number)

    @work
    async def action_redo_all(self) -> None:
        """Do again all that was undone."""
        await self._go_forward(None)

    @work
    async def action_narrow(self) -> None:
        """Choose which steps are shown: a kind, a person, a period."""
        kinds = [Choice(f"on:{each}", term(each).capitalize()) for each in Subject]
        people = (entry.operation.actor for entry in self.project.history.entries())
        choices = [*kinds, *person_choices(people), *period_choices()]
        picked = await pick_what_to_show(self, _("Show which steps?"), choices)
        if picked is None:
            return
        asked = await ask_period(self, picked)
        period, when = asked or (ALWAYS, "")
        subject = next((Subject(item[3:]) for item in picked if item.startswith("on:")), None)
        actor = picked_person(picked)
        self._wanted = StepFilter(period=period, actor=actor, subject=subject)
        by = _("by {name}").format(name=actor) if actor else ""
        self._said = ", ".join(filter(None, (term(subject) if subject else "", by, when)))
        self._show()
        self._table.rows.move_to(1)

    @on(RowList.Chosen)
    def _open(self) -> None:
        entry = self._entry
        if entry:
            title = _("Step {number}").format(number=entry.operation.number)
            self.app.push_screen(Notice(title, self._whole(entry)))

    @on(RowList.Moved)
    def _describe(self) -> None:
        row = self._table.current
        said = ""
        if row is not None:
            said = whole_day(row) if isinstance(row, Day) else self._whole(row)
        self.query_one("#step", Static).update(said)
        self.query_one(VerticalScroll).scroll_home(animate=False)

    async def _go_back(self, number: int) -> None:
        planned = self.project.history.plan_undo(number)
        if not planned:
            self.say(_("No step after step {number} is left to take back.").format(number=number))
            return
        about = ngettext(
            "{count} step would be taken back, the newest first. Step {number} stays.",
            "{count} steps would be taken back, the newest first. Step {number} stays.",
            len(planned),
        ).format(count=len(planned), number=number)
        title = _("Back to step {number}?").format(number=number)
        if await self.app.push_screen_wait(StepPlan(title, about, planned)):
            outcome = self.attempt(lambda: self.project.history.undo_to(number))
            if outcome:
                said = _("{steps} taken back.  r does them again one by one, R all.")
                self.say(said.format(steps=count_of(len(outcome.value), "step")))
                self.qualkit.redraw(outcome.touched)

    async def _go_forward(self, number: int | None) -> None:
        planned = self.project.history.plan_redo(number)
        if not planned:
            self.say(_("There is nothing to do again."))
            return
        about = ngettext(
            "{count} step would be done again, the oldest first.",
            "{count} steps would be done again, the oldest first.",
            len(planned),
        ).format(count=len(planned))
        title = _("Do again?")
        if await self.app.push_screen_wait(StepPlan(title, about, planned)):
            outcome = self.attempt(lambda: self.project.history.redo_to(number))
            if outcome:
                count = count_of(len(outcome.value), "step")
                self.done(outcome, _("{steps} done again.").format(steps=count))

    @property
    def _entry(self) -> OperationEntry | None:
        row = self._table.current
        return row if isinstance(row, OperationEntry) else None

    def _whole(self, entry: OperationEntry) -> str:
        return whole_step(entry, self.project.history.earlier_words(entry.operation.id))

    def _show(self, at: str = "") -> None:
        entries = self.project.history.entries(self._wanted)
        self._table.empty = _(EMPTY_FILTER) if self._said else _(EMPTY)
        self._table.set_items(list(by_days(entries)), at)
        heading = _("History")
        if self._said:
            heading = _("History: {filter}").format(filter=self._said)
        self.set_heading(heading, count_of(len(entries), "step"))


def _target(entry: OperationEntry) -> Target:
    return Target(ObjectType.STEP, entry.step.id)


def _key(row: Row) -> str:
    return str(row.on) if isinstance(row, Day) else row.operation.id


def _time(row: Row) -> str:
    moment: datetime | None = None if isinstance(row, Day) else row.operation.at
    return f"{moment.astimezone():%H:%M}" if moment else ""


def _who(row: Row) -> str:
    return "" if isinstance(row, Day) else row.operation.actor


def _what(row: Row) -> str:
    return "" if isinstance(row, Day) else line_of(row)


def _words(row: Row) -> str:
    """Give what a filter looks at; a day is shown where one of its steps may be."""
    if isinstance(row, Day):
        return " ".join(map(_words, row.entries))
    written = " ".join(memo.body for memo in row.memos)
    return f"{row.operation.actor} {line_of(row)} {written}"
