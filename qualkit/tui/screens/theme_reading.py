"""Reading a theme: its passages in a row, each in its context, and what one decides on it."""

from collections.abc import Mapping
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from qualkit.domain.codings import CodedSegment
from qualkit.domain.contexts import TURNS
from qualkit.domain.memos import ObjectType, Target
from qualkit.domain.operations import Outcome
from qualkit.domain.text import one_line
from qualkit.domain.theme_readings import CurrentReading, PassageVerdict, Verdict
from qualkit.domain.themes import Stance, ThemeMember
from qualkit.translation import N_, _, ngettext
from qualkit.tui.actions import bindings_for
from qualkit.tui.base import QualkitScreen, undoable
from qualkit.tui.screens.picker import Choice, Picker
from qualkit.tui.screens.prompts import TextPrompt
from qualkit.tui.terms import term
from qualkit.tui.theme_reading_text import idea_of, place_of, progress_of, summary_of
from qualkit.tui.widgets.context_pane import ContextPane

NOWHERE, NO_FIT = "nowhere", "no fit"
"""Where a passage can move that is no theme."""

HIGH = 30
"""Rows from which the scope of the theme is shown whole."""

STANCES: Mapping[Stance, str] = {
    Stance.CONTRARY: N_("it speaks against the theme"),
    Stance.NUANCE: N_("it nuances the theme"),
    Stance.SUPPORTS: N_("it carries the theme"),
}


class ThemeReadingScreen(QualkitScreen):
    """Walks through the passages of a theme; behind the last one stands what was decided."""

    SCREEN_NAME = "theme_reading"
    HEADING = N_("Reading a theme")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("theme_reading")]

    def __init__(self, theme_id: str) -> None:
        """Read one theme, from the first passage that is not decided on."""
        super().__init__()
        self._theme_id = theme_id
        self._items: list[ThemeMember] = []
        self._place = 0
        """Of the passage in front among `_items`; their number is the summary."""
        self._turns = TURNS
        self._current: CurrentReading | None = None
        self._segment: CodedSegment | None = None
        self._said = ""

    def opened_with(self) -> tuple[str, ...]:
        """Give the theme; where one is in it is known by what was decided."""
        return (self._theme_id,)

    def compose_body(self) -> ComposeResult:
        """Put the central idea above the passage, and how far one is below it."""
        yield Static("", id="idea", markup=False)
        yield Static("", id="place", markup=False)
        yield ContextPane(classes="reading-pane")
        yield Static("", id="summary", markup=False)
        yield Static("", id="progress", markup=False)

    def on_mount(self) -> None:
        """Go to the first passage that is not decided on."""
        if self._read():
            self._place = self._next_open(-1)
            self._show()

    def refresh_touched(self, touched: frozenset[str]) -> None:
        """Show what changed; what is open again after an undo comes in front."""
        if not touched & {"themes", "codes", "codings", "cases", "sources", "memos"}:
            return
        here = self._member
        was_open = self._open_ids()
        if not self._read():
            return
        opened = self._open_ids() - was_open
        for place, member in enumerate(self._items):
            if member.coding_id in opened or (not opened and here and member[:2] == here[:2]):
                self._place = place
                break
        self._place = min(self._place, len(self._items))
        self._show()

    def say(self, message: str) -> None:
        """Say something behind the counts on the last line, where it covers no passage."""
        self._said = message
        counts = progress_of(self._current, len(self._open_ids())) if self._current else ""
        told = "   ".join(part for part in (counts, message) if part)
        self.query_one("#progress", Static).update(told)

    def on_resize(self) -> None:
        """Cut the scope of the theme to what there is room for."""
        if self._current:
            self._show()

    def memo_about(self) -> tuple[Target, str] | None:
        """A memo here is on the passage in front; behind the last it is on the theme."""
        if self._segment is None:
            theme = self.project.themes.find(self._theme_id)
            return Target(ObjectType.THEME, theme.id), f"'{theme.name}'"
        coding = self._segment.coding
        return Target(ObjectType.CODING, coding.id), self._segment.reference

    def action_stays(self) -> None:
        """It belongs to the theme."""
        if member := self._need_member():
            decide = self.project.theme_readings.decide
            self._decided(
                member,
                self.attempt(lambda: decide(self._theme_id, member.coding_id, Verdict.STAYS)),
                _("{reference} stays."),
            )

    @work
    async def action_in_doubt(self) -> None:
        """Ask why it is in doubt, and keep both."""
        member = self._need_member()
        if member is None:
            return
        doubt = await self.app.push_screen_wait(
            TextPrompt(
                _("In doubt"),
                hint=_("What you write is kept as a memo on the passage. It may be left empty."),
                placeholder=_("What makes you doubt?"),
            )
        )
        if doubt is not None:
            decide = self.project.theme_readings.decide
            self._decided(
                member,
                self.attempt(
                    lambda: decide(self._theme_id, member.coding_id, Verdict.DOUBT, doubt)
                ),
                _("{reference} is in doubt."),
            )

    @work
    async def action_moves(self) -> None:
        """Ask where it goes, and move it there."""
        member = self._need_member()
        if member is None:
            return
        picked = await self.app.push_screen_wait(
            Picker(_("Where does it go?"), self._destinations(), hint=self._quoted())
        )
        if not picked:
            return
        to = picked[0] if picked[0] not in (NOWHERE, NO_FIT) else None
        move = self.project.theme_readings.move
        self._decided(
            member,
            self.attempt(
                lambda: move(self._theme_id, member.coding_id, to, fits=picked[0] != NO_FIT)
            ),
            _("{reference} moved."),
        )

    @work
    async def action_take_stance(self) -> None:
        """Ask how the passage relates to the theme."""
        member = self._need_member()
        if member is None:
            return
        choices = [Choice(stance.value, term(stance), _(said)) for stance, said in STANCES.items()]
        picked = await self.app.push_screen_wait(
            Picker(_("How does it relate to the theme?"), choices, hint=self._quoted())
        )
        if picked and self._segment:
            stance = Stance(picked[0])
            set_stance = self.project.theme_contents.set_stance
            reference = self._segment.reference
            outcome = self.attempt(lambda: set_stance(self._theme_id, member.coding_id, stance))
            if outcome:
                said = _("{reference} is {stance}.")
                self.done(outcome, said.format(reference=reference, stance=term(stance)))

    def action_later(self) -> None:
        """Leave it open and go on; from behind the last, go to the first that is open."""
        at_end = self._place >= len(self._items)
        self._go_to(self._next_open(-1 if at_end else self._place))

    def action_next_passage(self) -> None:
        """Go to the next passage, and behind the last to what was decided."""
        if self._member is None:
            self.say(_("This is the end of the row."))
            return
        self._go_to(self._place + 1)

    def action_previous_passage(self) -> None:
        """Go to the passage before."""
        if not self._place:
            self.say(_("This is the first passage."))
            return
        self._go_to(self._place - 1)

    def action_more_context(self) -> None:
        """Show one more turn before and after."""
        self._show_turns(self._turns + 1)

    def action_less_context(self) -> None:
        """Show one turn less before and after."""
        self._show_turns(max(self._turns - 1, 0))

    def _show_turns(self, turns: int) -> None:
        self._turns = turns
        said = ngettext("{count} turn before and after.", "{count} turns before and after.", turns)
        self.say(said.format(count=turns))
        self._show()

    def action_read_here(self) -> None:
        """Read it in its source; from behind the last, go to the first."""
        if self._member:
            self.qualkit.open_reader(self._member.source_id, self._member.start)
        elif self._items:
            self._go_to(0)

    def action_finish(self) -> None:
        """Finish the reading; what is open is left for later."""
        outcome = self.attempt(lambda: self.project.theme_readings.finish(self._theme_id))
        if outcome:
            self.qualkit.redraw(outcome.touched)
            self._go_to(len(self._items))
            self.say(undoable(_("The reading is finished.")))

    def action_begin_anew(self) -> None:
        """Read it from the beginning, with nothing decided."""
        outcome = self.attempt(lambda: self.project.theme_readings.begin(self._theme_id))
        if outcome:
            self._items = []
            self.qualkit.redraw(outcome.touched)
            self._go_to(0)
            self.say(undoable(_("Begun anew; your earlier reading stays on record.")))

    def _go_to(self, place: int) -> None:
        self._place, self._said = place, ""
        self._show()

    def _decided(
        self, member: ThemeMember, outcome: Outcome[PassageVerdict] | None, said: str
    ) -> None:
        """Go on to the next open passage, and tell what was decided on this one."""
        if outcome is None:
            return
        reference = self._segment.reference if self._segment else ""
        self.qualkit.redraw(outcome.touched)
        self._go_to(self._next_open(self._place_of(member)))
        self.say(undoable(said.format(reference=reference)))

    def _read(self) -> bool:
        """Read the theme as it is now; a theme that is gone closes the screen."""
        current = self.attempt(lambda: self.project.theme_readings.current(self._theme_id))
        if current is None:
            self.call_later(self.dismiss)
            return False
        self._current = current
        here = {member.coding_id: member for member in current.members}
        moved = current.verdicts
        # What moved away stays in the row for as long as the row is in front.
        kept = [
            here.pop(member.coding_id, member)
            for member in self._items
            if member.coding_id in here or moved.get(member.coding_id) is Verdict.MOVES
        ]
        self._items = [*kept, *here.values()]
        return True

    def _show(self) -> None:
        assert self._current is not None, "it was read before"
        theme = self.project.themes.find(self._theme_id)
        member, found = self._member, None
        self._segment = None
        if member is not None and (some := self.project.codings.some([member.coding_id])):
            self._segment = segment = some[0]
            found = self.attempt(
                lambda: self.project.codings.in_context(segment.coding, self._turns)
            )
        self.set_heading(
            _("Reading '{name}'").format(name=theme.name),
            _("{place} of {count}").format(place=self._place + 1, count=len(self._items))
            if member
            else "",
        )
        room = self.app.size.width - 4 if self.app.size.height < HIGH else 0
        self.query_one("#idea", Static).update(idea_of(theme, room))
        self.query_one("#place", Static).update(self._told_place())
        self.query_one(ContextPane).show(found)
        self.query_one(ContextPane).display = member is not None
        summary = self.query_one("#summary", Static)
        summary.display = member is None
        if member is None:
            doubtful = self.project.codings.some(self._current.ids_of(Verdict.DOUBT))
            summary.update(summary_of(self._current, len(self._items), doubtful))
        self.say(self._said)

    def _told_place(self) -> str:
        if self._segment is None or self._current is None or self._member is None:
            return ""
        verdict = self._current.verdicts.get(self._member.coding_id)
        return place_of(self._segment, self._member.stance, verdict)

    def _destinations(self) -> list[Choice]:
        themes = [
            Choice(theme.id, theme.name, one_line(theme.central_idea, 40))
            for theme in self.project.themes.all(dropped=False)
            if theme.id != self._theme_id
        ]
        return [
            *themes,
            Choice(NO_FIT, _("does not fit"), _("it goes to that tray")),
            Choice(NOWHERE, _("no theme"), _("it lies nowhere yet")),
        ]

    def _quoted(self) -> str:
        return f'"{one_line(self._segment.words, 160)}"' if self._segment else ""

    @property
    def _member(self) -> ThemeMember | None:
        return self._items[self._place] if self._place < len(self._items) else None

    def _need_member(self) -> ThemeMember | None:
        if self._member is None:
            self.say(_("There is no passage here; k goes back to the last."))
        return self._member

    def _place_of(self, member: ThemeMember) -> int:
        ids = [each.coding_id for each in self._items]
        return ids.index(member.coding_id) if member.coding_id in ids else self._place - 1

    def _next_open(self, after: int) -> int:
        """Give the place of the next passage that is open; that of the summary when none is."""
        open_ids = self._open_ids()
        for place in range(after + 1, len(self._items)):
            if self._items[place].coding_id in open_ids:
                return place
        return len(self._items)

    def _open_ids(self) -> set[str]:
        """Give what is in the theme and not decided on."""
        current = self._current
        if current is None:
            return set()
        ids = {member.coding_id for member in current.members}
        return {coding_id for coding_id in ids if current.is_open(coding_id)}
