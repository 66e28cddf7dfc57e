"""The passages of a theme, and which of them are quoted in print."""

from collections.abc import Mapping
from dataclasses import replace
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType

from qualkit.domain.codings import CodedSegment
from qualkit.domain.memos import ObjectType, Target
from qualkit.domain.text import one_line
from qualkit.domain.themes import ChosenQuote, QuoteReason, Stance
from qualkit.translation import N_, _
from qualkit.tui.actions import bindings_for
from qualkit.tui.base import QualkitScreen
from qualkit.tui.screens.picker import Choice, Picker
from qualkit.tui.terms import term
from qualkit.tui.widgets.passages import passage_list
from qualkit.tui.widgets.row_list import RowList
from qualkit.tui.widgets.table_list import TableList
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


class ThemePassagesScreen(QualkitScreen):
    """Lists the passages of a theme; Enter reads on at the place."""

    SCREEN_NAME = "theme_passages"
    HEADING = N_("Passages of a theme")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("theme_passages")]

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
        self._table: TableList[CodedSegment] = passage_list(_(EMPTY), self._about)
        yield self._table

    def on_mount(self) -> None:
        """Show the passages."""
        self._show()
        self._table.rows.focus()

    def refresh_touched(self, touched: frozenset[str]) -> None:
        """Show the passages anew."""
        if touched & {"themes", "codes", "codings", "cases", "sources"}:
            self._show()

    def memo_about(self) -> tuple[Target, str] | None:
        """A memo here is on the coding at the cursor."""
        segment = self._table.current
        if segment is None:
            return None
        return Target(ObjectType.CODING, segment.coding.id), segment.reference

    @work
    async def action_choose_quote(self) -> None:
        """Choose the passage for print: why, and under which claim."""
        segment = self._table.current
        if segment is None or self._quoted(segment):
            told = _("It is a quote already. e edits it, x drops it.")
            self.say(told if segment else _("There is no passage here."))
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
        claim_id: str | None = None
        claims = self.project.themes.page(self._theme_id).claims
        if claims and not stance.is_contrary:
            choices = [Choice(view.claim.id, view.claim.text) for view in claims]
            under = await self.app.push_screen_wait(
                Picker(
                    _("Which claim does it show?"),
                    [*choices, Choice(NO_CLAIM, _("(no claim yet)"))],
                )
            )
            if not under:
                return
            claim_id = None if under[0] == NO_CLAIM else under[0]
        outcome = self.attempt(
            lambda: self.project.quotes.choose(
                self._theme_id, segment.coding.id, claim_id, stance, reason
            )
        )
        if outcome:
            self.done(
                outcome, _("{reference} will be printed.").format(reference=segment.reference)
            )

    @work
    async def action_edit_quote(self) -> None:
        """Shorten the printed words; what is not word for word is told and not kept."""
        chosen = self._quoted(self._table.current)
        if chosen is None:
            self.say(_("This passage is no quote yet. p chooses it for print."))
            return
        signs = _("[...] for what is left out, a kind such as [aantal] for what is replaced.")
        reads = _('The passage reads: "{words}"').format(words=chosen.segment.words)
        outcome = await self.ask_and_keep(
            _("Printed words"),
            lambda words: self.project.quotes.edit(replace(chosen.quote, printed=words or None)),
            chosen.words,
            f"{signs}\n{reads}",
        )
        if outcome:
            self.done(outcome, _("The printed words are kept."))

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
        segment = self._table.current
        if segment is None:
            self.say(_("There is no passage here."))
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
        segment = self._table.current
        if segment is None:
            self.say(_("There is no passage here."))
            return
        outcome = self.attempt(
            lambda: self.project.theme_contents.take_passage(self._theme_id, segment.coding.id)
        )
        if outcome:
            said = _("{reference} is out of the theme.")
            self.done(outcome, said.format(reference=segment.reference))

    @on(RowList.Chosen)
    def _read(self) -> None:
        segment = self._table.current
        if segment:
            self.qualkit.open_reader(segment.source.id, segment.coding.start)

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
