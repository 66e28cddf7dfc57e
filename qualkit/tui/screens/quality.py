"""The quality conversation: what is seen in the material, a question, and one's own answer."""

import asyncio
from collections.abc import Sequence
from threading import Event
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from qualkit.domain.information_power import MARK, information_power_note
from qualkit.domain.memos import MemoDraft, MemoFilter, MemoKind, ObjectType, Target
from qualkit.domain.operations import Origin
from qualkit.domain.quality import AnswerKind, Asked, Observation
from qualkit.errors import QualkitError
from qualkit.services.project import Project
from qualkit.services.quality import LIKENESS, WRITTEN, with_answers
from qualkit.translation import N_, _
from qualkit.tui.actions import bindings_for
from qualkit.tui.base import QualkitScreen
from qualkit.tui.memo_writing import change_memo, go_on_with
from qualkit.tui.quality_opening import open_observation
from qualkit.tui.quality_rows import Shown, draw_question, row_lines
from qualkit.tui.quality_text import whole_question
from qualkit.tui.reading.beside import beside
from qualkit.tui.widgets.row_list import Line, RowList
from qualkit.tui.widgets.table_list import TableList

WORDING = "wording"
"""The bookmark that keeps whether wording is looked at."""

LOOKING = N_("One moment: the material is being looked at …")

EMPTY = N_("""There is nothing to ask now.

Questions come with what there is: sources, codings, themes, stories.""")

EMPTY_FILTER = N_("There is no such question. f shows the others.")


class QualityScreen(QualkitScreen):
    """Lists the questions by point; nothing is counted, and no order says what is worse."""

    SCREEN_NAME = "quality"
    HEADING = N_("Questions to think with; nothing is counted")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("quality")]

    memo_kind: ClassVar[MemoKind] = MemoKind.METHOD

    def __init__(self) -> None:
        """Begin with every question."""
        super().__init__()
        self._shown = Shown.ALL
        self._seen: tuple[Observation, ...] = ()
        self._looked_at = frozenset[int]()
        """The points that were looked at so far."""

    def compose_body(self) -> ComposeResult:
        """Put the whole question under the list."""
        rows = RowList(self._draw, _key, height=row_lines(0), empty=_(LOOKING), above=1)
        self._table: TableList[Asked] = TableList(rows, whole_question)
        yield self._table
        with VerticalScroll(can_focus=False, id="asked"):
            yield Static("", markup=False)

    def on_mount(self) -> None:
        """Look at the material."""
        self._look()
        self._show()
        self._table.rows.focus()

    def on_resize(self, event: events.Resize) -> None:
        """Draw the questions in fewer lines where a line holds more."""
        self._table.rows.draw_rows_of(row_lines(event.size.width))

    def refresh_touched(self, touched: frozenset[str]) -> None:
        """Show answers anew, or look at the material again when that was touched."""
        if touched - {"quality"}:
            self._look()
        else:
            self._show()

    def memo_about(self) -> tuple[Target, str] | None:
        """A memo is on the theme or source that a question is about, or on the project."""
        observation = self._observation
        about = observation.about if observation else None
        if about is None or about.object_type is ObjectType.PROJECT:
            return super().memo_about()
        name = self.attempt(lambda: self.project.memos.name_of(about))
        return (about, name) if name else None

    @work
    async def action_write_note(self) -> None:
        """Answer the question at the cursor with a note."""
        observation = self._need_observation()
        if observation is None:
            return
        answer = self._table.current.answer if self._table.current else None
        outcome = await self.ask_and_keep(
            _("Your note"),
            lambda text: self.project.quality.answer(observation, AnswerKind.NOTE, text),
            value=answer.text if answer else "",
            hint=f"{observation.seen}\n{observation.question}",
        )
        if outcome:
            self.done(outcome, _("Your note stands with the question."))

    def action_answer_later(self) -> None:
        """Leave the question at the cursor for later."""
        self._answer(AnswerKind.LATER, _("Left for later."))

    def action_not_applicable(self) -> None:
        """Say that the question at the cursor does not apply here."""
        self._answer(AnswerKind.NOT_APPLICABLE, _("It does not apply here."))

    def action_retract_answer(self) -> None:
        """Take the answer at the cursor back."""
        row = self._table.current
        if row is None or row.answer is None:
            self.say(_("There is no answer here to take back."))
            return
        outcome = self.attempt(lambda: self.project.quality.retract(row.key))
        if outcome:
            self.done(outcome, _("The question stands open again."))

    def action_switch_shown(self) -> None:
        """Show every question, the open ones or the answered ones."""
        kinds = list(Shown)
        self._shown = kinds[(kinds.index(self._shown) + 1) % len(kinds)]
        self._show()

    @work
    async def action_information_power(self) -> None:
        """Write the note on information power, or go on with it."""
        about = Target(ObjectType.PROJECT, self.project.info.id)
        entries = self.project.memos.entries(MemoFilter(about=about))
        there = [each for each in entries if MARK in each.memo.body]
        if there:
            await change_memo(self, there[-1])
            return
        draft = MemoDraft(about, information_power_note(), MemoKind.METHOD)
        await go_on_with(self, draft, _("the project"))

    def action_switch_wording(self) -> None:
        """Look at the words in her own text as well, or no longer."""
        is_on = not self._looks_at_wording
        self.project.bookmarks.put(WORDING, {"on": int(is_on)})
        off = _("Your own words are no longer looked at.")
        self.say(_("Your own words are looked at as well.") if is_on else off)
        self._look()

    @work(exclusive=True, group="quality")
    async def _look(self) -> None:
        """Look at the material beside the screen; what takes longer comes last."""
        left = Event()
        points = frozenset(self._points)
        try:
            for some in (points & WRITTEN, points - WRITTEN - {LIKENESS}):
                self._take(some, await beside(self._observe, some))
            if LIKENESS in points:
                self._take(frozenset({LIKENESS}), await beside(self._observe_alike, left))
        except asyncio.CancelledError:
            left.set()
            raise
        except QualkitError as error:
            self.say_error(error)

    def _take(self, points: frozenset[int], seen: Sequence[Observation]) -> None:
        """Show what is seen on some points, in place of what was before."""
        others = (each for each in self._seen if each.point not in points)
        self._seen = (*others, *seen)
        self._looked_at |= points
        self._show()

    def _observe(self, points: frozenset[int]) -> tuple[Observation, ...]:
        # Over a connection of its own, since it runs in a thread.
        with Project.open(self.qualkit.folder, self.qualkit.settings, Origin.TUI) as project:
            return project.quality.observations(points)

    def _observe_alike(self, left: Event) -> tuple[Observation, ...]:
        with Project.open(self.qualkit.folder, self.qualkit.settings, Origin.TUI) as project:
            return project.quality.resembling(left.is_set)

    def _show(self) -> None:
        if not self.is_mounted:
            return
        detail = _(self._shown.value)
        if self._looked_at and not self._looked_at.issuperset(self._points):
            detail = _("looking further …")
        self.set_heading(_(self.HEADING), detail)
        self._table.empty = _(LOOKING)
        if self._looked_at:
            self._table.empty = _(EMPTY) if self._shown is Shown.ALL else _(EMPTY_FILTER)
        self._table.set_items([each for each in self._asked() if self._shown.fits(each)])

    def _asked(self) -> Sequence[Asked]:
        points = [point for point in self._points if point in self._looked_at]
        return with_answers(self._seen, self.project.quality.answers(), points)

    @property
    def _points(self) -> tuple[int, ...]:
        return self.project.quality.points(self._looks_at_wording)

    @property
    def _looks_at_wording(self) -> bool:
        return bool(self.project.bookmarks.get(WORDING).get("on"))

    @property
    def _observation(self) -> Observation | None:
        row = self._table.current
        return row.observation if row else None

    def _need_observation(self) -> Observation | None:
        observation = self._observation
        if observation is None:
            self.say(_("There is no question here."))
        return observation

    def _answer(self, kind: AnswerKind, said: str) -> None:
        observation = self._need_observation()
        if observation is not None:
            outcome = self.attempt(lambda: self.project.quality.answer(observation, kind))
            if outcome:
                self.done(outcome, said)

    @on(RowList.Chosen)
    def _open(self) -> None:
        observation = self._need_observation()
        if observation is not None:
            open_observation(self, observation)

    @on(RowList.Moved)
    def _tell(self) -> None:
        row = self._table.current
        pane = self.query_one("#asked")
        pane.query_one(Static).update(whole_question(row) if row else "")
        pane.scroll_home(animate=False)

    def _draw(self, asked: Asked, width: int) -> Sequence[Line]:
        return draw_question(asked, self._begins_point(asked), width)

    def _begins_point(self, asked: Asked) -> bool:
        first = next(each for each in self._table.shown if each.point == asked.point)
        return first.key == asked.key


def _key(asked: Asked) -> str:
    return asked.key
