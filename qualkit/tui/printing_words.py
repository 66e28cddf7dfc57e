"""What was agreed on printing, in a few words for people."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from qualkit.domain.quotability import Attribution, Quotability
from qualkit.domain.themes import ChosenQuote
from qualkit.translation import N_, ngettext

PRINTING: Mapping[StrEnum, str] = {
    Quotability.VERBATIM: N_("word for word"),
    Quotability.EDITED: N_("only with edits: [...] and [aantal]"),
    Quotability.PARAPHRASE: N_("only told in other words, as in a vignette"),
    Quotability.NOT_AT_ALL: N_("nothing of it is printed"),
}
"""What each of them means."""

NAMES: Mapping[StrEnum, str] = {
    Attribution.NAMED: N_("the label as it stands: somebody who speaks on the record"),
    Attribution.NUMBER: N_("role and number: Politie III"),
    Attribution.GROUP: N_("the role alone: Politie"),
    Attribution.NONE: N_("no label"),
}
"""What each of them prints."""


def told_of_ruled_out(quotes: Sequence[ChosenQuote]) -> str:
    """Tell how many chosen quotes may no longer be printed, and where the first one stands."""
    if not quotes:
        return ""
    told = ngettext(
        "{count} chosen quote may no longer be printed like this: {place}.",
        "{count} chosen quotes may no longer be printed like this, the first from {place}.",
        len(quotes),
    )
    return told.format(count=len(quotes), place=quotes[0].segment.reference)
