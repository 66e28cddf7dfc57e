"""Telling in words how a printed quote differs from its passage."""

from collections.abc import Iterable, Sequence

from qualkit.domain.quotes import Edit, EditKind
from qualkit.domain.text import one_line
from qualkit.translation import _, ngettext

LONGEST = 60
"""Code points of the passage that are told of one edit."""


def verdict(found: Sequence[Edit]) -> str:
    """Say whether a quote is word for word, and what was edited or what deviates."""
    deviating = [edit for edit in found if edit.kind is EditKind.DEVIATION]
    if deviating:
        return _("Not word for word: {what}.").format(what=told(deviating))
    if not found:
        return _("Word for word, without edits.")
    count = ngettext("{count} edit", "{count} edits", len(found)).format(count=len(found))
    return _("Word for word, {edits}: {what}.").format(edits=count, what=told(found))


def told(found: Iterable[Edit]) -> str:
    """Name what was edited or deviates, one after the other."""
    return "; ".join(map(_told, found))


def _told(edit: Edit) -> str:
    words = one_line(edit.words, LONGEST)
    match edit.kind:
        case EditKind.OMISSION:
            left_out = ngettext("left out {count} word", "left out {count} words", edit.count)
            return left_out.format(count=edit.count)
        case EditKind.REPLACEMENT:
            return _("'{words}' became {kind}").format(words=words, kind=edit.printed)
        case EditKind.DEVIATION:
            return _deviation(edit, words)


def _deviation(edit: Edit, words: str) -> str:
    if not edit.printed:
        return _("'{words}' is left out without [...]").format(words=words)
    if not words:
        said = _("'{printed}' is not in the passage")
        return said.format(printed=edit.printed)
    return _("'{printed}' is printed, the passage has '{words}'").format(
        printed=edit.printed, words=words
    )
