"""What words for how many rest on, in a line each: told to the writer, who decides."""

from collections.abc import Iterable

from qualkit.analysis.quantities import Basis
from qualkit.analysis.spread import KindSpread
from qualkit.domain.text import one_line
from qualkit.domain.wording import sentence, share
from qualkit.translation import _

MOST_NAMED = 8
"""When more are not heard than these, only how many are is told."""


def heard_in_words(groups: Iterable[KindSpread], language: str) -> str:
    """Say who is heard and who is not, in one line; shares are in the language of the study."""
    return "; ".join(_heard_in(group, language) for group in groups)


def _heard_in(group: KindSpread, language: str) -> str:
    said = share(len(group.heard), group.total, group.kind, language)
    if not group.heard or not 0 < len(group.silent) <= MOST_NAMED:
        return said
    names = ", ".join(group.silent)
    return _("{share}, not {labels}").format(share=said, labels=names)


def basis_line(basis: Basis, language: str) -> str:
    """Say what one word for how many rests on, and which other word the team has for it."""
    words = one_line(basis.quantity.words)
    heard = sentence(heard_in_words(basis.groups, language))
    if basis.is_so:
        return _("‘{words}’: {heard}.").format(words=words, heard=heard)
    if basis.quantity.quantifier is None:
        said = _("‘{words}’: {heard}. That is another number.")
        return said.format(words=words, heard=heard)
    if not basis.others:
        said = _("‘{words}’: {heard}. That is another share than your word stands for.")
        return said.format(words=words, heard=heard)
    said = _("‘{words}’: {heard}. Your words for that: {others}.")
    return said.format(words=words, heard=heard, others=", ".join(basis.others))
