"""Reading a theme: what one decides on each of its passages."""

from collections.abc import Mapping
from typing import ClassVar

from textual import work
from textual.binding import BindingType

from qualkit.domain.operations import Outcome
from qualkit.domain.text import one_line
from qualkit.domain.theme_readings import PassageVerdict, Verdict
from qualkit.domain.themes import Stance, ThemeMember
from qualkit.translation import N_, _
from qualkit.tui.actions import bindings_for
from qualkit.tui.base import undoable
from qualkit.tui.screens.picker import Choice, Picker
from qualkit.tui.screens.prompts import TextPrompt
from qualkit.tui.screens.theme_reading_base import ThemeReadingBase
from qualkit.tui.terms import term

NOWHERE, NO_FIT = "nowhere", "no fit"
"""Where a passage can move that is no theme."""

STANCES: Mapping[Stance, str] = {
    Stance.CONTRARY: N_("it speaks against the theme"),
    Stance.NUANCE: N_("it nuances the theme"),
    Stance.SUPPORTS: N_("it carries the theme"),
}


class ThemeReadingScreen(ThemeReadingBase):
    """Decides on the passages of a theme, one by one."""

    SCREEN_NAME = "theme_reading"
    HEADING = N_("Reading a theme")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("theme_reading")]

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

    def action_finish(self) -> None:
        """Finish the reading; what is open is left for later."""
        outcome = self.attempt(lambda: self.project.theme_readings.finish(self._theme_id))
        if outcome:
            self.qualkit.redraw(outcome.touched)
            self._go_to(len(self._row.items))
            self.say(undoable(_("The reading is finished.")))

    def action_begin_anew(self) -> None:
        """Read it from the beginning, with nothing decided."""
        outcome = self.attempt(lambda: self.project.theme_readings.begin(self._theme_id))
        if outcome:
            self._row.items = []
            self.qualkit.redraw(outcome.touched)
            self._go_to(0)
            self.say(undoable(_("Begun anew; your earlier reading stays on record.")))

    def _decided(
        self, member: ThemeMember, outcome: Outcome[PassageVerdict] | None, said: str
    ) -> None:
        """Go on to the next open passage, and tell what was decided on this one."""
        if outcome is None:
            return
        reference = self._segment.reference if self._segment else ""
        self.qualkit.redraw(outcome.touched)
        self._go_to(self._row.next_open(self._row.place_of(member)))
        self.say(undoable(said.format(reference=reference)))

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
