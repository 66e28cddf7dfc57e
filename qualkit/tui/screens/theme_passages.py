"""The passages of a theme, and which of them are quoted in print."""

from collections.abc import Mapping
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType

from qualkit.domain.codings import CodedSegment
from qualkit.domain.operations import Outcome
from qualkit.domain.themes import ChosenQuote, Quote, QuoteStage, Stance
from qualkit.translation import N_, _, ngettext
from qualkit.tui.actions import bindings_for
from qualkit.tui.quote_asking import NO_CLAIM, STANCES, ask_claim, ask_reason, take_or_tell
from qualkit.tui.screens.passages_base import PassagesBase
from qualkit.tui.terms import term
from qualkit.tui.widgets.passages import passage_list
from qualkit.tui.words import count_of

EMPTY = N_("""This theme has no passages yet.

Esc goes back; a puts codes under the theme, and their passages come along.""")

EVERY, UNQUOTED = "every", "unquoted"
"""Which passages are shown: all, or those that are no quote yet."""


class ThemePassagesScreen(PassagesBase):
    """Lists the passages of a theme; Enter reads on at the place."""

    SCREEN_NAME = "theme_passages"
    HEADING = N_("Passages of a theme")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("theme_passages")]
    SHOWS = PassagesBase.SHOWS | {"themes"}

    def __init__(self, theme_id: str, which: str = EVERY, label: str = "") -> None:
        """Show the passages of one theme: all or `UNQUOTED`, of everybody or under one label."""
        super().__init__()
        self._theme_id = theme_id
        self._which = which
        self._label = label
        self._quotes: dict[str, ChosenQuote] = {}
        self._stances: Mapping[str, Stance] = {}
        self._before: dict[str, bool] = {}
        """By coding id: whether it was a quote when one came here."""

    def opened_with(self) -> tuple[str, ...]:
        """Give the theme, and which of its passages."""
        return (self._theme_id, self._which, self._label)

    def compose_body(self) -> ComposeResult:
        """Give the list."""
        self._table = passage_list(_(EMPTY), self._about)
        yield self._table

    @work
    async def action_choose_quote(self) -> None:
        """Choose the passage for print: why, and under which claim.

        Nothing is asked about a passage that may not be quoted.
        """
        segment = self.need_segment()
        if segment is None:
            return
        quoted = self._quoted(segment)
        if quoted and quoted.quote.stage is QuoteStage.CHOSEN:
            self.say(_("It is a quote already. e edits it, x drops it."))
            return
        if not await take_or_tell(
            self,
            self._theme_id,
            segment,
            lambda: self.project.quotes.draft(self._theme_id, segment.coding.id),
        ):
            return
        marked = self._stances.get(segment.coding.id, Stance.SUPPORTS)
        reason = await ask_reason(self, segment.words, marked)
        if reason is None:
            return
        stance = STANCES.get(reason, marked)
        claim = NO_CLAIM if stance.is_contrary else await ask_claim(self, self._theme_id)
        if claim is None:
            return
        claim_id = None if claim == NO_CLAIM else claim
        outcome = await take_or_tell(
            self,
            self._theme_id,
            segment,
            lambda: self.project.quotes.choose(
                self._theme_id, segment.coding.id, claim_id, stance, reason
            ),
        )
        if outcome:
            said = _("{reference} will be printed.")
            self.done(outcome, said.format(reference=segment.reference))

    @work
    async def action_shortlist_passage(self) -> None:
        """Put the passage on the shortlist of the theme; a chosen quote goes back there."""
        segment = self.need_segment()
        if segment is None:
            return
        quoted, quotes = self._quoted(segment), self.project.quotes
        if quoted and quoted.quote.stage is QuoteStage.SHORTLISTED:
            self.say(_("It is on the shortlist. p chooses it for print, x drops it."))
            return

        def take() -> Outcome[Quote]:
            if quoted:
                return quotes.stage(quoted.quote.id, QuoteStage.SHORTLISTED)
            return quotes.shortlist(self._theme_id, segment.coding.id)

        outcome = await take_or_tell(self, self._theme_id, segment, take)
        if outcome:
            said = _("{reference} is on the shortlist.")
            self.done(outcome, said.format(reference=segment.reference))

    def action_edit_quote(self) -> None:
        """Edit the printed words, with the passage above them."""
        from qualkit.tui.screens.quote_editor import QuoteEditorScreen  # noqa: PLC0415

        chosen = self._quoted(self._table.current)
        if chosen is None:
            self.say(_("This passage is no quote yet. p chooses it for print, b shortlists it."))
            return
        self.app.push_screen(QuoteEditorScreen(chosen.quote.id))

    def action_drop_quote(self) -> None:
        """No longer print the passage."""
        chosen = self._quoted(self._table.current)
        if chosen is None:
            self.say(_("This passage is no quote."))
            return
        outcome = self.attempt(lambda: self.project.quotes.drop(chosen.quote.id))
        if outcome:
            said = _("{reference} will not be printed.")
            self.done(outcome, said.format(reference=chosen.segment.reference))

    def action_next_stance(self) -> None:
        """Mark that the passage supports the theme, then that it nuances it, then the contrary."""
        segment = self.need_segment()
        if segment is None:
            return
        order = tuple(Stance)
        now = self._stances.get(segment.coding.id, Stance.SUPPORTS)
        stance = order[(order.index(now) + 1) % len(order)]
        outcome = self.attempt(
            lambda: self.project.theme_contents.set_stance(
                self._theme_id, segment.coding.id, stance
            )
        )
        if outcome:
            said = {
                Stance.SUPPORTS: _("{reference} supports the theme."),
                Stance.NUANCE: _("{reference} nuances the theme."),
                Stance.CONTRARY: _("{reference} speaks against the theme."),
            }
            self.done(outcome, said[stance].format(reference=segment.reference))

    def action_take_out(self) -> None:
        """Take a passage out of the theme, also when its code stays there."""
        segment = self.need_segment()
        if segment is None:
            return
        outcome = self.attempt(
            lambda: self.project.theme_contents.take_passage(self._theme_id, segment.coding.id)
        )
        if outcome:
            said = _("{reference} is out of the theme.")
            self.done(outcome, said.format(reference=segment.reference))

    def _quoted(self, segment: CodedSegment | None) -> ChosenQuote | None:
        return self._quotes.get(segment.coding.id) if segment else None

    def _about(self, segment: CodedSegment) -> str:
        told = [segment.code.name]
        if stance := self._stances.get(segment.coding.id):
            told.append(f"[{term(stance)}]")
        if chosen := self._quoted(segment):
            told.append(_quote_told(chosen))
        return "  ".join(told)

    def _show(self) -> None:
        quotes = self.project.quotes.every(self._theme_id)
        self._quotes = {item.quote.coding_id: item for item in quotes}
        view = self.attempt(lambda: self.project.themes.view(self._theme_id))
        if view is None:
            self._table.set_items(())
            return
        self._stances = view.stances
        shown = [item for item in view.passages if self._is_shown(item)]
        self._table.set_items(shown)
        strong = sum(item.coding.strong for item in shown)
        counts = f"{count_of(len(shown), 'passage')}, {count_of(len(quotes), 'quote')}"
        if strong:
            said = ngettext("{count} strong example (*)", "{count} strong examples (*)", strong)
            counts = f"{counts}, {said.format(count=strong)}"
        where = " · ".join(filter(None, [view.theme.name, self._label]))
        self.set_heading(where, counts)

    def _is_shown(self, segment: CodedSegment) -> bool:
        if self._label and segment.label != self._label:
            return False
        # What was just made a quote here stays, so that one sees what was done.
        was_quoted = self._before.get(segment.coding.id, segment.coding.id in self._quotes)
        self._before[segment.coding.id] = was_quoted
        return self._which == EVERY or not was_quoted


def _quote_told(chosen: ChosenQuote) -> str:
    if chosen.quote.stage is QuoteStage.SHORTLISTED:
        return _("[shortlist]")
    said = _("[quote: {reason}, edited]") if chosen.quote.printed else _("[quote: {reason}]")
    return said.format(reason=term(chosen.quote.reason) if chosen.quote.reason else _("chosen"))
