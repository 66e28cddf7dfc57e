"""What is looked at before a quote is kept or printed: what was agreed, and every word of it."""

from collections.abc import Iterable

from qualkit.domain.quotability import Quotability
from qualkit.domain.quote_verdict import told
from qualkit.domain.quotes import deviations
from qualkit.domain.themes import ChosenQuote
from qualkit.errors import QuoteNotAllowedError, QuoteNotFaithfulError
from qualkit.translation import N_, _


def check_printable(quotes: Iterable[ChosenQuote]) -> None:
    """Let through only quotes that may be printed as they are.

    Each is word for word in its source, declared edits apart, and its source allows it.

    Raises:
        QuoteNotAllowedError: what was agreed on the source does not allow the first that fails.
        QuoteNotFaithfulError: naming the first that is not word for word, and what deviates.
    """
    for item in quotes:
        check_quotable(item)
        _check_edited(item)
        check_faithful(item)


def check_quotable(item: ChosenQuote) -> None:
    """Refuse a passage that may not be quoted at all.

    Raises:
        QuoteNotAllowedError: it may not.
    """
    if not item.quotability.allows_quotes:
        raise QuoteNotAllowedError(
            _("The passage from {place} may not be quoted: {terms}.").format(
                place=_place(item), terms=_(_TERMS[item.quotability])
            ),
            _(
                "Tell it in your own words in a vignette. If quoting was agreed on after all, keep "
                "that with 'qualkit source terms P{number} --quotability verbatim'; 'qualkit "
                "source passage P{number}' shows what was agreed on single passages."
            ).format(number=item.segment.source.number),
        )


def _check_edited(item: ChosenQuote) -> None:
    """Refuse a passage as it stands where it may only be printed with edits."""
    if item.quotability is Quotability.EDITED and item.words == item.segment.words:
        raise QuoteNotAllowedError(
            _("The passage from {place} may be quoted only with edits.").format(place=_place(item)),
            _("Shorten it with [...], or put a kind such as [plaats] in place of words."),
        )


def check_faithful(item: ChosenQuote) -> None:
    """Refuse words that are not in the passage, edits that are declared apart.

    Raises:
        QuoteNotFaithfulError: naming what deviates.
    """
    if found := deviations(item.segment.words, item.words):
        raise QuoteNotFaithfulError(
            _("The quote from {place} is not word for word: {what}.").format(
                place=_place(item), what=told(found)
            ),
            _(
                "Only [...] for what is left out and a kind in brackets, such as [aantal], may "
                'differ. The passage reads: "{words}"'
            ).format(words=item.segment.words),
        )


def _place(item: ChosenQuote) -> str:
    return f"{item.segment.label}, {item.segment.reference}"


_TERMS = {
    Quotability.PARAPHRASE: N_("it may only be told in other words"),
    Quotability.NOT_AT_ALL: N_("nothing of it may be printed"),
}
