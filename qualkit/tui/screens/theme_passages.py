"""The passages of a theme, and which of them are quoted in print."""

from collections.abc import Mapping
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType

from qualkit.domain.codings import CodedSegment
from qualkit.domain.text import one_line
from qualkit.domain.themes import ChosenQuote, QuoteReason, Stance
from qualkit.translation import N_, _
from qualkit.tui.actions import bindings_for
from qualkit.tui.screens.passages_base import PassagesBase
from qualkit.tui.screens.picker import Choice, Picker
from qualkit.tui.terms import term
from qualkit.tui.widgets.passages import passage_list
from qualkit.tui.words import count_of

EMPTY = N_("""This theme has no passages yet.

Esc goes back; a puts codes under the theme, and their passages come along.""")

REASONS = (
    (QuoteReason.TYPICAL, N_("says what most say")),
    (QuoteReason.NUANCE, N_("nuances the theme")),
    (QuoteReason.CONTRARY, N_("speaks against the theme")),
    (QuoteReason.VIVID, N_("says it vividly")),
)

_STANCES = {QuoteReason.NUANCE: Stance.NUANCE, QuoteReason.CONTRARY: Stance.CONTRARY}

NO_CLAIM = "none"
"""Stands for no claim, where one picks."""


class ThemePassagesScreen(PassagesBase):
    """Lists the passages of a theme; Enter reads on at the place."""

    SCREEN_NAME = "theme_passages"
    HEADING = N_("Passages of a theme")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("theme_passages")]
    SHOWS = PassagesBase.SHOWS | {"themes"}

    def __init__(self, theme_id: str) -> None:
        """Show the passages of one theme."""
        super().__init__()
        self._theme_id = theme_id
        self._quotes: dict[str, ChosenQuote] = {}
        self._stances: Mapping[str, Stance] = {}

    def opened_with(self) -> tuple[str, ...]:
        """Give the theme."""
        return (self._theme_id,)

    def compose_body(self) -> ComposeResult:
        """Give the list."""
        self._table = passage_list(_(EMPTY), self._about)
        yield self._table

    @work
    async def action_choose_quote(self) -> None:
        """Choose the passage for print: why, and under which claim."""
        segment = self.need_segment()
        if segment is None:
            return
        if self._quoted(segment):
            self.say(_("It is a quote already. e edits it, x drops it."))
            return
        marked = self._stances.get(segment.coding.id, Stance.SUPPORTS)
        offered = sorted(REASONS, key=lambda row: _STANCES.get(row[0]) is not marked)
        reasons = [
            Choice(reason.value, term(reason), _(about))
            for reason, about in (offered if marked.is_contrary else REASONS)
        ]
        picked = await self.app.push_screen_wait(
            Picker(_("Why this passage?"), reasons, hint=f'"{one_line(segment.words, 160)}"')
        )
        if not picked:
            return
        reason = QuoteReason(picked[0])
        stance = _STANCES.get(reason, marked)
        picked_claim = NO_CLAIM if stance.is_contrary else await self._ask_claim()
        if picked_claim is None:
            return
        claim_id = None if picked_claim == NO_CLAIM else picked_claim
        outcome = self.attempt(
            lambda: self.project.quotes.choose(
                self._theme_id, segment.coding.id, claim_id, stance, reason
            )
        )
        if outcome:
            self.done(
                outcome, _("{reference} will be printed.").format(reference=segment.reference)
            )

    async def _ask_claim(self) -> str | None:
        """Ask which claim a passage shows: its id, `NO_CLAIM`, or None when one steps back."""
        claims = self.project.themes.page(self._theme_id).claims
        if not claims:
            return NO_CLAIM
        choices = [Choice(view.claim.id, view.claim.text) for view in claims]
        under = await self.app.push_screen_wait(
            Picker(
                _("Which claim does it show?"), [*choices, Choice(NO_CLAIM, _("(no claim yet)"))]
            )
        )
        return under[0] if under else None

    def action_edit_quote(self) -> None:
        """Edit the printed words, with the passage above them."""
        from qualkit.tui.screens.quote_editor import QuoteEditorScreen  # noqa: PLC0415

        chosen = self._quoted(self._table.current)
        if chosen is None:
            self.say(_("This passage is no quote yet. p chooses it for print."))
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
            edited = _("[quote: {reason}, edited]")
            said = edited if chosen.quote.printed else _("[quote: {reason}]")
            reason = term(chosen.quote.reason) if chosen.quote.reason else _("chosen")
            told.append(said.format(reason=reason))
        return "  ".join(told)

    def _show(self) -> None:
        quotes = self.project.quotes.of_theme(self._theme_id)
        self._quotes = {item.quote.coding_id: item for item in quotes}
        view = self.attempt(lambda: self.project.themes.view(self._theme_id))
        if view is None:
            self._table.set_items(())
            return
        self._stances = view.stances
        self._table.set_items(view.passages)
        counts = f"{count_of(len(view.passages), 'passage')}, {count_of(len(quotes), 'quote')}"
        self.set_heading(view.theme.name, counts)
