"""What is told of a quote and of the spread of quotes, in a line."""

from collections.abc import Sequence
from dataclasses import dataclass

from qualkit.analysis.quote_spread import QuoteCell, QuoteMatrix, most_quoted
from qualkit.domain.quotability import Quotability
from qualkit.domain.reviews import ReviewState
from qualkit.domain.themes import ChosenQuote, Claim, QuoteStage
from qualkit.translation import _, ngettext
from qualkit.tui.quantifier_text import heard_in_words
from qualkit.tui.terms import term

UNHEARD_SIGN = "·"
"""Stands where there are passages, and none is quoted."""


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """A quote in a list, with the heading of the group that it is the first of."""

    item: ChosenQuote
    heading: str = ""


def quote_rows(quotes: Sequence[ChosenQuote], claims: Sequence[Claim]) -> list[QuoteRow]:
    """Put quotes in groups: by claim, under none, nuance and contrary, and the shortlist."""
    chosen = [item for item in quotes if item.quote.stage is QuoteStage.CHOSEN]
    support = [item for item in chosen if not item.quote.stance.is_contrary]
    groups = [
        (
            _("Claim {number}: {text}").format(number=number, text=claim.text),
            [item for item in support if item.quote.claim_id == claim.id],
        )
        for number, claim in enumerate(claims, start=1)
    ]
    groups += [
        (_("Under no claim yet"), [item for item in support if item.quote.claim_id is None]),
        (_("Nuance and contrary"), [item for item in chosen if item.quote.stance.is_contrary]),
        (_("Shortlist"), [item for item in quotes if item.quote.stage is QuoteStage.SHORTLISTED]),
    ]
    return [
        QuoteRow(item, heading if place == 0 else "")
        for heading, items in groups
        for place, item in enumerate(items)
    ]


def quote_told(item: ChosenQuote, state: ReviewState | None = None) -> str:
    """Tell what is known of a quote beside its words and its place."""
    quote = item.quote
    told = []
    if quote.reason:
        told.append(term(quote.reason))
    if quote.stance.is_contrary and term(quote.stance) not in told:
        told.append(term(quote.stance))
    if quote.printed:
        told.append(_("edited"))
    if quote.attribution:
        told.append(_("label: {how}").format(how=term(quote.attribution)))
    if not item.quotability.allows_quotes:
        told.append(_("may not be printed: {terms}").format(terms=term(item.quotability)))
    elif item.quotability is not Quotability.VERBATIM:
        told.append(_("only {terms}").format(terms=term(item.quotability)))
    if state and state is not ReviewState.NO_ANSWER:
        told.append(_("answers: {state}").format(state=term(state)))
    return " · ".join(filter(None, [", ".join(told), quote.note]))


def cell_told(cell: QuoteCell) -> str:
    """Write a cell of the matrix: "2 +1", a sign where nothing is quoted, or nothing at all."""
    if not cell.chosen and not cell.shortlisted:
        return UNHEARD_SIGN if cell.passages else ""
    return f"{cell.chosen} +{cell.shortlisted}" if cell.shortlisted else str(cell.chosen)


def cell_in_words(cell: QuoteCell) -> str:
    """Tell what a cell of the matrix stands for."""
    if not cell.passages and not cell.chosen and not cell.shortlisted:
        return _("no passage to quote")
    said = ngettext(
        "{chosen} chosen, {listed} on the shortlist, of {count} passage",
        "{chosen} chosen, {listed} on the shortlist, of {count} passages",
        cell.passages,
    )
    return said.format(chosen=cell.chosen, listed=cell.shortlisted, count=cell.passages)


def spread_told(matrix: QuoteMatrix, theme_id: str, language: str) -> str:
    """Say who is quoted under a theme, who is not yet, and who is quoted most."""
    groups = matrix.quoted(theme_id)
    if not groups:
        return _("Under this theme there is nothing yet that may be quoted.")
    told = [_("Quoted, of those who could be: {who}.").format(who=heard_in_words(groups, language))]
    most = most_quoted(groups)
    if most:
        total = sum(voice.passages for group in groups for voice in group.heard)
        said = _("Most often {label}: {count} of {total} quotes.")
        told.append(said.format(label=most.label, count=most.passages, total=total))
    return " ".join(told)
