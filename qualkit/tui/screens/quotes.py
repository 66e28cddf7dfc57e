"""Choosing quotes: the shortlist and what goes to print, theme by theme."""

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar, TypeVar

from textual import work
from textual.binding import BindingType

from qualkit.domain.operations import Outcome
from qualkit.domain.quotability import Attribution
from qualkit.domain.themes import Quote, QuoteStage, Stance
from qualkit.translation import N_, _
from qualkit.tui.actions import bindings_for
from qualkit.tui.quote_asking import (
    BY_SOURCE,
    NO_CLAIM,
    STANCES,
    ask_attribution,
    ask_claim,
    ask_reason,
    take_or_tell,
)
from qualkit.tui.screens.quote_editor import QuoteEditorScreen
from qualkit.tui.screens.quotes_base import QuotesBase
from qualkit.tui.terms import term

T = TypeVar("T")


class QuotesScreen(QuotesBase):
    """Shows the quotes of a theme, and who is quoted; Enter reads on at the place."""

    SCREEN_NAME = "quotes"
    HEADING = N_("Quotes")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("quotes")]

    @work
    async def action_print_quote(self) -> None:
        """Choose the quote for print."""
        item = self.need_quote()
        if item is None:
            return
        if item.quote.stage is QuoteStage.CHOSEN:
            self.say(_("It goes to print already. b sends it back to the shortlist."))
            return
        outcome = await take_or_tell(
            self,
            item.quote.theme_id,
            item.segment,
            lambda: self.project.quotes.stage(item.quote.id, QuoteStage.CHOSEN),
        )
        if outcome:
            said = _("{reference} will be printed.")
            self.done_with_quotes(outcome, said.format(reference=item.segment.reference))

    def action_shortlist_quote(self) -> None:
        """Send the quote back to the shortlist."""
        item = self.need_quote()
        if item is None:
            return
        if item.quote.stage is QuoteStage.SHORTLISTED:
            self.say(_("It is on the shortlist. p chooses it for print, x drops it."))
            return
        said = _("{reference} is back on the shortlist.")
        self._keep(
            lambda: self.project.quotes.stage(item.quote.id, QuoteStage.SHORTLISTED),
            said.format(reference=item.segment.reference),
        )

    def action_edit_quote(self) -> None:
        """Edit the printed words."""
        item = self.need_quote()
        if item:
            self.app.push_screen(QuoteEditorScreen(item.quote.id))

    @work
    async def action_say_reason(self) -> None:
        """Ask what sort of quote it is; a contrary one stands as such."""
        item = self.need_quote()
        reason = await ask_reason(self, item.words, item.quote.stance) if item else None
        if item and reason:
            stance = STANCES.get(reason, item.quote.stance)
            changed = replace(item.quote, reason=reason, stance=stance)
            self._edit(changed, _("The reason is kept: {reason}.").format(reason=term(reason)))

    @work
    async def action_write_note(self) -> None:
        """Ask why it was chosen, in a sentence."""
        item = self.need_quote()
        if item is None:
            return
        outcome = await self.ask_and_keep(
            _("Why this quote, in a sentence"),
            lambda note: self.project.quotes.edit(replace(item.quote, note=note)),
            item.quote.note,
            item.words,
        )
        if outcome:
            self.done_with_quotes(outcome, _("The note is kept."))

    @work
    async def action_put_under_claim(self) -> None:
        """Ask which claim it shows."""
        item = self.need_quote()
        if item is None:
            return
        if not self._claims:
            self.say(_("The theme has no claims yet. g t, and c adds one."))
            return
        picked = await ask_claim(self, item.quote.theme_id)
        if picked:
            claim_id = None if picked == NO_CLAIM else picked
            self._edit(replace(item.quote, claim_id=claim_id), _("The claim is kept."))

    def action_next_stance(self) -> None:
        """Let it support the theme, then nuance it, then speak against it."""
        item = self.need_quote()
        if item:
            order = tuple(Stance)
            stance = order[(order.index(item.quote.stance) + 1) % len(order)]
            said = _("{reference}: {stance}.")
            self._edit(
                replace(item.quote, stance=stance),
                said.format(reference=item.segment.reference, stance=term(stance)),
            )

    @work
    async def action_say_attribution(self) -> None:
        """Ask under which name it is printed."""
        item = self.need_quote()
        picked = await ask_attribution(self, item.words) if item else None
        if item and picked:
            how = None if picked == BY_SOURCE else Attribution(picked)
            self._edit(
                replace(item.quote, attribution=how), _("The name it is printed under is kept.")
            )

    def action_drop_quote(self) -> None:
        """Let it no longer be a quote."""
        item = self.need_quote()
        if item:
            said = _("{reference} is no quote any more; its passage stays.")
            self._keep(
                lambda: self.project.quotes.drop(item.quote.id),
                said.format(reference=item.segment.reference),
            )

    def action_move_up(self) -> None:
        """Move the quote up in its group."""
        self._move(-1)

    def action_move_down(self) -> None:
        """Move the quote down in its group."""
        self._move(1)

    def _move(self, by: int) -> None:
        item = self.need_quote()
        outcome = (
            self.attempt(lambda: self.project.quotes.move(item.quote.id, by)) if item else None
        )
        if outcome and not outcome.touched:
            self.say(_("There is no further place that way; c puts it under another claim."))
        elif outcome:
            self.qualkit.redraw(outcome.touched)

    def _edit(self, changed: Quote, message: str) -> None:
        self._keep(lambda: self.project.quotes.edit(changed), message)

    def _keep(self, call: Callable[[], Outcome[T]], message: str) -> None:
        outcome = self.attempt(call)
        if outcome:
            self.done_with_quotes(outcome, message)
