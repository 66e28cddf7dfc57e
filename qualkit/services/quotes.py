"""Quotes chosen for print and the claims they show; one that is not word for word is refused."""

from collections.abc import Iterable
from dataclasses import replace

from qualkit.domain.codings import Coding
from qualkit.domain.identity import new_id
from qualkit.domain.operations import Outcome
from qualkit.domain.quotability import Quotability
from qualkit.domain.quotes import deviations, printable_words
from qualkit.domain.sources import Version
from qualkit.domain.spans import Span
from qualkit.domain.text import one_line
from qualkit.domain.themes import (
    ChosenQuote,
    Claim,
    Quote,
    QuoteReason,
    QuoteStage,
    Stance,
    Theme,
)
from qualkit.errors import InvalidInputError, QuoteNotAllowedError, QuoteNotFaithfulError
from qualkit.services.gathering import stance_of
from qualkit.services.links import release_quote
from qualkit.services.naming import pick_by_id
from qualkit.services.printing import Printer
from qualkit.services.workspace import Workspace, locked
from qualkit.store.database import Database
from qualkit.store.texts import read_text
from qualkit.translation import N_, _

TOUCHED = frozenset({"themes"})


class Quotes:
    """Claims of themes and the quotes that show them."""

    def __init__(self, workspace: Workspace) -> None:
        """Work on an open project."""
        self._workspace = workspace

    def of_theme(self, theme_id: str) -> tuple[ChosenQuote, ...]:
        """Give the quotes of a theme in their order."""
        return chosen_quotes(self._workspace.database, theme_id)

    def get(self, quote_id: str) -> Quote:
        """Give the quote with this id, or with an id that begins so (at least 4 signs)."""
        found = self._workspace.database.find(
            Quote, "substr(id, 1, ?) = ?", [len(quote_id), quote_id]
        )
        return pick_by_id(N_("quote"), quote_id, found, lambda quote: quote.id)

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

    @locked
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
        """Choose a coded passage for print under a theme, and under a claim of it if given.

        Without a `stance` it is that of the passage in the theme.

        Raises:
            QuoteNotFaithfulError: `printed` differs from the passage in more than declared edits.
            InvalidInputError: the claim belongs to another theme.
        """
        theme = self._workspace.get(Theme, theme_id)
        self._check_claim(theme_id, claim_id)
        present = self._workspace.database.find(Quote, "theme_id = ?", [theme_id])
        quote = Quote(
            id=new_id(),
            theme_id=theme_id,
            coding_id=coding_id,
            position=1 + max((item.position for item in present), default=0),
            claim_id=claim_id,
            stance=stance or stance_of(self._workspace.database, theme_id, coding_id),
            reason=reason,
            printed=_tidy(printed),
        )
        self._check(quote)
        summary = _("Chose a quote for the theme '{theme}'").format(theme=theme.name)
        with self._workspace.journal.operation("quote.choose", summary, why) as step:
            step.add(quote)
        return Outcome(quote, TOUCHED)

    @locked
    def edit(self, changed: Quote, why: str = "") -> Outcome[Quote]:
        """Keep a quote's new printed words, claim, stance or reason.

        Raises:
            QuoteNotFaithfulError: its printed words differ from the passage in more than
                declared edits.
            InvalidInputError: the claim belongs to another theme.
        """
        changed = replace(changed, printed=_tidy(changed.printed))
        self._workspace.get(Quote, changed.id)
        self._workspace.get(Theme, changed.theme_id)
        self._check_claim(changed.theme_id, changed.claim_id)
        self._check(changed)
        with self._workspace.journal.operation("quote.edit", _("Changed a quote"), why) as step:
            step.change(changed)
        return Outcome(changed, TOUCHED)

    @locked
    def drop(self, quote_id: str, why: str = "") -> Outcome[Quote]:
        """No longer print a quote; its passage and coding stay."""
        quote = self._workspace.get(Quote, quote_id)
        with self._workspace.journal.operation("quote.drop", _("Dropped a quote"), why) as step:
            release_quote(step, self._workspace.database, quote)
        return Outcome(quote, TOUCHED)

    @locked
    def claim(self, theme_id: str, text: str, why: str = "") -> Outcome[Claim]:
        """Add a claim to a theme, after those it has.

        Raises:
            InvalidInputError: the claim is empty.
        """
        theme = self._workspace.get(Theme, theme_id)
        present = self._workspace.database.find(Claim, "theme_id = ?", [theme_id])
        position = 1 + max((claim.position for claim in present), default=0)
        claim = Claim(new_id(), theme_id, _claim_text(text), position)
        summary = _("Added a claim to the theme '{theme}'").format(theme=theme.name)
        with self._workspace.journal.operation("claim.add", summary, why) as step:
            step.add(claim)
        return Outcome(claim, TOUCHED)

    @locked
    def reword_claim(self, claim_id: str, text: str, why: str = "") -> Outcome[Claim]:
        """Change what a claim says.

        Raises:
            InvalidInputError: the claim is empty.
        """
        changed = replace(self._workspace.get(Claim, claim_id), text=_claim_text(text))
        with self._workspace.journal.operation("claim.reword", _("Changed a claim"), why) as step:
            step.change(changed)
        return Outcome(changed, TOUCHED)

    @locked
    def drop_claim(self, claim_id: str, why: str = "") -> Outcome[Claim]:
        """Remove a claim; its quotes stay with the theme, under no claim."""
        claim = self._workspace.get(Claim, claim_id)
        with self._workspace.journal.operation("claim.drop", _("Dropped a claim"), why) as step:
            for quote in self._workspace.database.find(Quote, "claim_id = ?", [claim_id]):
                step.change(replace(quote, claim_id=None))
            step.delete(claim)
        return Outcome(claim, TOUCHED)

    def _check_claim(self, theme_id: str, claim_id: str | None) -> None:
        if claim_id and self._workspace.get(Claim, claim_id).theme_id != theme_id:
            raise InvalidInputError(_("That claim belongs to another theme."))

    def _check(self, quote: Quote) -> None:
        self._workspace.get(Coding, quote.coding_id)
        check_printable(Printer(self._workspace.database).print_quotes([quote]))


def chosen_quotes(database: Database, theme_id: str) -> tuple[ChosenQuote, ...]:
    """Give the quotes of a theme that go to print, with their passages, in their order."""
    return _quotes_of(database, theme_id, QuoteStage.CHOSEN)


def _quotes_of(database: Database, theme_id: str, stage: QuoteStage) -> tuple[ChosenQuote, ...]:
    quotes = database.find(Quote, "theme_id = ? AND stage = ?", [theme_id, stage], "position, id")
    return Printer(database).print_quotes(quotes) if quotes else ()


def check_printable(quotes: Iterable[ChosenQuote]) -> None:
    """Let through only quotes that may be printed as they are.

    Each is word for word in its source, declared edits apart, and its source allows it.

    Raises:
        QuoteNotAllowedError: what was agreed on the source does not allow the first that fails.
        QuoteNotFaithfulError: naming the first that is not word for word, and what deviates.
    """
    for item in quotes:
        _check_allowed(item)
        if found := deviations(item.segment.words, item.words):
            where = f"{item.segment.label}, {item.segment.reference}"
            raise QuoteNotFaithfulError(
                _(
                    "The quote from {place} is not word for word: {words} is not in the passage."
                ).format(place=where, words="; ".join(map(str, found))),
                _(
                    "Only [...] for what is left out and a kind in brackets, such as [aantal], may "
                    'differ. The passage reads: "{words}"'
                ).format(words=item.segment.words),
            )


def _check_allowed(item: ChosenQuote) -> None:
    """Refuse a quote that may not be printed, or not as it is.

    Raises:
        QuoteNotAllowedError: it may not.
    """
    place = f"{item.segment.label}, {item.segment.reference}"
    if not item.quotability.allows_quotes:
        raise QuoteNotAllowedError(
            _("The passage from {place} may not be quoted: {terms}.").format(
                place=place, terms=_(_TERMS[item.quotability])
            ),
            _(
                "Tell it in your own words in a vignette. If quoting was agreed on after all, keep "
                "that with 'qualkit source terms P{number} --quotability verbatim'."
            ).format(number=item.segment.source.number),
        )
    if item.quotability is Quotability.EDITED and item.words == item.segment.words:
        raise QuoteNotAllowedError(
            _("The passage from {place} may be quoted only with edits.").format(place=place),
            _("Shorten it with [...], or put a kind such as [plaats] in place of words."),
        )


_TERMS = {
    Quotability.PARAPHRASE: N_("it may only be told in other words"),
    Quotability.NOT_AT_ALL: N_("nothing of it may be printed"),
}


def _tidy(printed: str | None) -> str | None:
    """Give printed words on one line; empty ones mean the passage as it is."""
    return one_line(printed) or None if printed else None


def _claim_text(text: str) -> str:
    tidy = one_line(text)
    if not tidy:
        raise InvalidInputError(_("A claim cannot be empty."))
    return tidy
