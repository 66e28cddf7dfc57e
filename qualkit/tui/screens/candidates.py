"""Candidates for a code, decided one by one in their context, and coded as one step."""

from typing import ClassVar

from textual import work
from textual.binding import BindingType

from qualkit.domain.candidates import Candidate, Decision
from qualkit.domain.spans import Span
from qualkit.translation import N_, _, ngettext
from qualkit.tui.actions import bindings_for
from qualkit.tui.screens.candidates_base import CandidatesBase
from qualkit.tui.screens.picker import Choice, Picker


class CandidatesScreen(CandidatesBase):
    """One candidate at a time; nothing is coded before the person asks for it."""

    SCREEN_NAME = "candidates"
    HEADING = N_("Candidates")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("candidates")]

    def __init__(self, collection_id: str) -> None:
        """Go on with a collection."""
        super().__init__(collection_id)
        self._decided: list[Candidate] = []
        """What was decided here, each as it was before, latest last."""

    def on_mount(self) -> None:
        """Begin with the first that is not decided."""
        self.read()
        self._go_to_open()

    def refresh_touched(self, touched: frozenset[str]) -> None:
        """Leave out what was coded meanwhile."""
        if touched & {"codings", "codes", "sources", "cases"}:
            self.read()
            if self.current is None:
                self._go_to_open()
            self.show()

    def action_confirm(self) -> None:
        """Confirm that the passage is to be coded."""
        self._decide(Decision.YES)

    def action_refuse(self) -> None:
        """Leave the passage uncoded."""
        self._decide(Decision.NO)

    def action_decide_later(self) -> None:
        """Decide later."""
        self._decide(Decision.LATER)

    def action_undo(self) -> None:
        """Take back the last decision; nothing is coded yet, so history has nothing to undo."""
        if not self._decided:
            self.say(_("Nothing was decided here yet."))
            return
        before = self._decided.pop()
        if self._keep(before.number, before.decision, before.span):
            self.number = before.number
            self.show()

    def action_redo(self) -> None:
        """Say that decisions are made again by deciding."""
        self.say(_("Decide again: y says yes, n says no."))

    def action_widen(self) -> None:
        """Take the whole turn, or the sentence again."""
        candidate = self.current
        if candidate is None:
            return
        turn = self.turn_of(candidate)
        if candidate.span == candidate.proposed == turn:
            self.say(_("That is the whole turn."))
            return
        span = candidate.proposed if candidate.span == turn else turn
        if self._keep(candidate.number, candidate.decision, span):
            self.show()

    def action_adjust(self) -> None:
        """Choose other boundaries in the text; that confirms the passage."""
        candidate = self.current
        if candidate is None:
            return
        # The reading screen's modules; loaded when they are needed.
        from qualkit.tui.screens.adjusting import AdjustScreen  # noqa: PLC0415

        def take(span: Span) -> None:
            self.number = candidate.number
            self._decide(Decision.YES, span)

        self.app.push_screen(AdjustScreen(candidate.source_id, candidate.span, take))

    def action_code_confirmed(self) -> None:
        """Code what was confirmed, as one step."""
        if not self.collection.confirmed:
            self.say(_("Nothing is confirmed yet: y says yes."))
            return
        outcome = self.attempt(lambda: self.project.candidates.finish(self.collection_id))
        if outcome is None:
            return
        said = ngettext(
            "{count} passage coded with '{code}'.",
            "{count} passages coded with '{code}'.",
            outcome.value,
        ).format(count=outcome.value, code=self.collection.code)
        self.done(outcome, said)
        # On the screen behind, u takes back this step; here it takes back decisions.
        self.app.pop_screen()

    @work
    async def action_drop_candidates(self) -> None:
        """Forget the candidates and what was decided."""
        choices = [
            Choice("keep", _("Keep them")),
            Choice("drop", _("Forget them; nothing is coded")),
        ]
        picked = await self.app.push_screen_wait(
            Picker(_("Forget these candidates and decisions?"), choices)
        )
        if picked == ["drop"]:
            self.attempt(lambda: self.project.candidates.drop(self.collection_id))
            self.app.pop_screen()

    def action_next_candidate(self) -> None:
        """Go to the next one."""
        self._step(1)

    def action_previous_candidate(self) -> None:
        """Go to the one before."""
        self._step(-1)

    def action_only_evidence(self) -> None:
        """Leave out what interviewers and helpers say, or not."""
        if self.collection.evidence == self.collection.candidates:
            self.say(_("Interviewers and helpers say none of these."))
            return
        self.only_evidence = not self.only_evidence
        if self.current is None:
            self._go_to_open()
        self.show()

    def _step(self, step: int) -> None:
        numbers = [candidate.number for candidate in self.shown]
        if self.number in numbers:
            place = max(0, min(numbers.index(self.number) + step, len(numbers) - 1))
            self.number = numbers[place]
        self.show()

    def _decide(self, decision: Decision, span: Span | None = None) -> None:
        candidate = self.current
        if candidate is not None and self._keep(candidate.number, decision, span):
            self._decided.append(candidate)
            self._go_to_open()

    def _keep(self, number: int, decision: Decision, span: Span | None) -> bool:
        """Keep a decision at once, so that nothing is lost when the terminal is closed."""
        kept = self.attempt(
            lambda: self.project.candidates.decide(self.collection_id, number, decision, span)
        )
        self.read()
        return kept is not None

    def _go_to_open(self) -> None:
        """Go to the next one to decide; those for later come when there are no others."""
        shown = self.shown
        behind = [each for each in shown if each.number > self.number]
        before = [each for each in shown if each.number < self.number]
        for wanted in (Decision.OPEN, Decision.LATER):
            for candidate in (*behind, *before):
                if candidate.decision is wanted:
                    self.number = candidate.number
                    self.show()
                    return
        if self.current is None and shown:
            self.number = shown[0].number
        self.show()
