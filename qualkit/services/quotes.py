"""Quotes: passages on the shortlist of a theme, chosen for print, edited and put in order."""

from dataclasses import replace

from qualkit.domain.codings import Coding
from qualkit.domain.identity import new_id
from qualkit.domain.operations import Outcome
from qualkit.domain.quote_choices import QuoteChoice
from qualkit.domain.quotes import deviations, printable_words
from qualkit.domain.sources import Version
from qualkit.domain.spans import Span
from qualkit.domain.themes import ChosenQuote, Quote, QuoteReason, QuoteStage, Stance, Theme
from qualkit.errors import InvalidInputError
from qualkit.services.claims import TOUCHED, Claims
from qualkit.services.gathering import stance_of
from qualkit.services.links import release_quote
from qualkit.services.naming import pick_by_id
from qualkit.services.printing import Printer
from qualkit.services.quote_checks import check_faithful, check_printable, check_quotable
from qualkit.services.workspace import locked
from qualkit.store.database import Database
from qualkit.store.texts import read_text
from qualkit.translation import N_, _


class Quotes(Claims):
    """Quotes of themes, and the claims that they show."""

    def of_theme(self, theme_id: str) -> tuple[ChosenQuote, ...]:
        """Give the quotes of a theme that go to print, in their order."""
        return chosen_quotes(self._workspace.database, theme_id)

    def every(self, theme_id: str) -> tuple[ChosenQuote, ...]:
        """Give the quotes of a theme, chosen and shortlisted, in their order."""
        quotes = self._workspace.database.find(Quote, "theme_id = ?", [theme_id], "position, id")
        return Printer(self._workspace.database).print_quotes(quotes) if quotes else ()

    def get(self, quote_id: str) -> Quote:
        """Give the quote with this id, or with an id that begins so (at least 4 signs)."""
        found = self._workspace.database.find(
            Quote, "substr(id, 1, ?) = ?", [len(quote_id), quote_id]
        )
        return pick_by_id(N_("quote"), quote_id, found, lambda quote: quote.id)

    def view(self, quote_id: str) -> ChosenQuote:
        """Give a quote as it is printed, with its passage."""
        return self.preview(self.get(quote_id))

    def preview(self, quote: Quote) -> ChosenQuote:
        """Give a quote as it would be printed, kept or not."""
        return Printer(self._workspace.database).print_quotes([quote])[0]

    def of_coding(self, coding_id: str) -> tuple[Quote, ...]:
        """Give the quotes printed from a coded passage, under whatever theme."""
        return tuple(self._workspace.database.find(Quote, "coding_id = ?", [coding_id]))

    def torn_by(self, coding_id: str, span: Span) -> tuple[Quote, ...]:
        """Give the quotes whose printed words would not be word for word in another stretch."""
        database = self._workspace.database
        version = self._workspace.get(Version, self._workspace.get(Coding, coding_id).version_id)
        text = read_text(database, version.sha256)
        words = printable_words(text, version.utterances, span.within(text))
        return tuple(
            quote
            for quote in self.of_coding(coding_id)
            if quote.printed is not None and deviations(words, quote.printed)
        )

    def shortlist(
        self,
        theme_id: str,
        coding_id: str,
        reason: QuoteReason | None = None,
        note: str = "",
        why: str = "",
    ) -> Outcome[Quote]:
        """Put a coded passage on the shortlist of a theme; see `add`."""
        choice = QuoteChoice(reason=reason, note=note)
        return self.add(theme_id, coding_id, choice, QuoteStage.SHORTLISTED, why)

    def choose(
        self,
        theme_id: str,
        coding_id: str,
        claim_id: str | None = None,
        stance: Stance | None = None,
        reason: QuoteReason | None = None,
        printed: str | None = None,
        why: str = "",
    ) -> Outcome[Quote]:
        """Choose a coded passage for print under a theme; see `add`."""
        choice = QuoteChoice(claim_id, stance, reason, printed)
        return self.add(theme_id, coding_id, choice, why=why)

    @locked
    def add(
        self,
        theme_id: str,
        coding_id: str,
        choice: QuoteChoice,
        stage: QuoteStage = QuoteStage.CHOSEN,
        why: str = "",
    ) -> Outcome[Quote]:
        """Take a coded passage as a quote of a theme, and under a claim of it if that is given.

        One that is on the shortlist already is chosen from there. Without a stance it is that of
        the passage in the theme.

        Raises:
            QuoteNotAllowedError: what was agreed on its source does not allow it.
            QuoteNotFaithfulError: the printed words differ from the passage in more than
                declared edits.
            InvalidInputError: the claim belongs to another theme, or the passage to be shortlisted
                is a quote of the theme already.
        """
        theme = self._workspace.get(Theme, theme_id)
        listed, quote = self._begun(theme_id, coding_id, stage)
        quote = choice.over(quote)
        self._check_claim(theme_id, quote.claim_id)
        self._check(quote)
        with self._workspace.journal.operation(*_taking(theme, stage), why) as step:
            if listed:
                step.change(quote)
            else:
                step.add(quote)
        return Outcome(quote, TOUCHED)

    def draft(self, theme_id: str, coding_id: str) -> Quote:
        """Give the quote that choosing a passage as it stands would make; nothing is kept.

        Raises:
            QuoteNotAllowedError, QuoteNotFaithfulError: it could not be chosen.
        """
        quote = self._begun(theme_id, coding_id, QuoteStage.CHOSEN)[1]
        self._check(quote)
        return quote

    @locked
    def stage(self, quote_id: str, stage: QuoteStage, why: str = "") -> Outcome[Quote]:
        """Choose a quote from the shortlist, or send it back there.

        Raises:
            QuoteNotAllowedError, QuoteNotFaithfulError: it cannot be chosen as it is.
        """
        quote = replace(self._workspace.get(Quote, quote_id), stage=stage)
        if stage is QuoteStage.CHOSEN:
            self._check(quote)
        theme = self._workspace.get(Theme, quote.theme_id)
        with self._workspace.journal.operation(*_taking(theme, stage), why) as step:
            step.change(quote)
        return Outcome(quote, TOUCHED)

    @locked
    def edit(self, changed: Quote, why: str = "") -> Outcome[Quote]:
        """Keep a quote's new printed words, claim, stance, reason, note or attribution.

        Raises:
            QuoteNotAllowedError: what was agreed on its source does not allow its new words.
            QuoteNotFaithfulError: its printed words differ from the passage in more than
                declared edits.
            InvalidInputError: the claim belongs to another theme.
        """
        changed = QuoteChoice(printed=changed.printed or "", note=changed.note).over(changed)
        before = self._workspace.get(Quote, changed.id)
        self._workspace.get(Theme, changed.theme_id)
        self._workspace.get(Coding, changed.coding_id)
        self._check_claim(changed.theme_id, changed.claim_id)
        if (before.printed, before.coding_id, before.stage) != (
            changed.printed,
            changed.coding_id,
            changed.stage,
        ):
            self._check(changed)
        with self._workspace.journal.operation("quote.edit", _("Changed a quote"), why) as step:
            step.change(changed)
        return Outcome(changed, TOUCHED)

    @locked
    def move(self, quote_id: str, offset: int, why: str = "") -> Outcome[Quote]:
        """Move a quote up (-1) or down (1) among those it stands with; beyond an end it stays."""
        quote = self._workspace.get(Quote, quote_id)
        every = self._workspace.database.find(
            Quote, "theme_id = ?", [quote.theme_id], "position, id"
        )
        beside = [each for each in every if _company(each) == _company(quote)]
        there = beside.index(quote) + offset
        if not 0 <= there < len(beside):
            return Outcome(quote, frozenset())
        place = every.index(beside[there])
        every.remove(quote)
        every.insert(place, quote)
        summary = _("Moved a quote")
        with self._workspace.journal.operation("quote.move", summary, why) as step:
            for position, each in enumerate(every, start=1):
                if each.position != position:
                    step.change(replace(each, position=position))
        return Outcome(self._workspace.get(Quote, quote_id), TOUCHED)

    @locked
    def drop(self, quote_id: str, why: str = "") -> Outcome[Quote]:
        """No longer print a quote; its passage and coding stay."""
        quote = self._workspace.get(Quote, quote_id)
        with self._workspace.journal.operation("quote.drop", _("Dropped a quote"), why) as step:
            release_quote(step, self._workspace.database, quote)
        return Outcome(quote, TOUCHED)

    def _begun(self, theme_id: str, coding_id: str, stage: QuoteStage) -> tuple[bool, Quote]:
        """Give whether a passage was on the shortlist, and its quote at the stage it goes to."""
        present = self._workspace.database.find(Quote, "theme_id = ?", [theme_id])
        same = [quote for quote in present if quote.coding_id == coding_id]
        if same and stage is QuoteStage.SHORTLISTED:
            raise InvalidInputError(_("This passage is a quote of the theme already."))
        listed = next((item for item in same if item.stage is QuoteStage.SHORTLISTED), None)
        if listed:
            return True, replace(listed, stage=stage)
        last = 1 + max((item.position for item in present), default=0)
        stance = stance_of(self._workspace.database, theme_id, coding_id)
        return False, Quote(new_id(), theme_id, coding_id, last, stance=stance, stage=stage)

    def _check(self, quote: Quote) -> None:
        self._workspace.get(Coding, quote.coding_id)
        item = self.preview(quote)
        if quote.stage is QuoteStage.CHOSEN:
            check_printable([item])
        else:
            check_quotable(item)
            check_faithful(item)


def chosen_quotes(database: Database, theme_id: str) -> tuple[ChosenQuote, ...]:
    """Give the quotes of a theme that go to print, with their passages, in their order."""
    wanted = [theme_id, QuoteStage.CHOSEN]
    quotes = database.find(Quote, "theme_id = ? AND stage = ?", wanted, "position, id")
    return Printer(database).print_quotes(quotes) if quotes else ()


def _taking(theme: Theme, stage: QuoteStage) -> tuple[str, str]:
    """Give the kind and summary of the step that brings a quote to a stage."""
    if stage is QuoteStage.SHORTLISTED:
        said = _("Put a quote on the shortlist of the theme '{theme}'")
        return "quote.shortlist", said.format(theme=theme.name)
    said = _("Chose a quote for the theme '{theme}'")
    return "quote.choose", said.format(theme=theme.name)


def _company(quote: Quote) -> tuple[QuoteStage, str | None, bool]:
    """Give what the quotes that stand together have in common."""
    contrary = quote.stance.is_contrary
    return quote.stage, None if contrary else quote.claim_id, contrary
