"""What of a batch's phrases could give somebody away, told by the rules for identifiers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from qualkit.analysis.identifiers.marks import apart, marks_in
from qualkit.analysis.identifiers.own_words import OwnWords
from qualkit.domain.identifiers import standing_in
from qualkit.domain.replacements import IdentifierKind
from qualkit.language.found import Found
from qualkit.language.lexicon import Ints
from qualkit.language.ranking import Ranked

KINDS = tuple(IdentifierKind)
"""A mask is the number of a kind here, from 1; 0 is no identifier."""

_MOST = 0.5
"""The share of its places that makes an ordinary word an identifier wherever it stands."""


def masks_in(found: Found, texts: Sequence[str]) -> Ints:
    """Give for each mention the kind of the identifier it shares words with, 0 for most.

    The rules look at the words around ("mevrouw Jansen"), so they see the whole text; but only
    those texts are looked at in which a phrase has a capital or a figure.
    """
    telling = np.array([_is_telling(each) for each in found.surfaces], dtype=np.bool_)
    masks = np.zeros(len(found.text), dtype=np.int64)
    if not len(masks):
        return masks
    first = np.searchsorted(found.text, np.arange(len(texts) + 1))
    for number in np.unique(found.text[telling[found.surface]]).tolist():
        here = slice(int(first[number]), int(first[number + 1]))
        for mark in apart(marks_in(texts[number])):
            shared = (found.start[here] < mark.span.end) & (found.end[here] > mark.span.start)
            masks[here][shared] = KINDS.index(mark.kind) + 1
    return masks


@dataclass(frozen=True, slots=True)
class Printed:
    """A batch as it is printed."""

    ranked: tuple[Ranked, ...]
    words: tuple[str, ...]
    """What is printed at places."""
    word: Ints
    """Which of them is printed at each place."""


class Masks:
    """Puts the name of a kind in place of what could give somebody away."""

    def __init__(self, language: str, own: OwnWords | None = None) -> None:
        """Go by the rules, and by a project's own words where there is a project."""
        self._language = language
        self._own = own

    def over(
        self,
        ranked: Sequence[Ranked],
        rank: Ints,
        surface: Ints,
        mask: Ints,
        surfaces: Sequence[str],
    ) -> Printed:
        """Give phrases, and the words at each of their places, as they are printed.

        A place that the rules hit is masked. A phrase with a capital or a figure is masked at all
        its places once one of them is hit, for a name does not tell each time that it is one; any
        other is so when most of its places are.
        """
        kinds = np.array([self._kind(each) for each in surfaces] or [0], dtype=np.int64)
        mask = np.where(mask > 0, mask, kinds[surface])
        whole = np.zeros(len(ranked) + 1, dtype=np.int64)
        hits = np.bincount(rank[mask > 0], minlength=len(whole))
        times = np.bincount(rank, minlength=len(whole))
        for number in np.flatnonzero(hits).tolist():
            one = ranked[number - 1]
            if _is_telling(one.phrase) or hits[number] >= _MOST * times[number]:
                of_phrase = mask[(rank == number) & (mask > 0)]
                whole[number] = np.bincount(of_phrase).argmax()
        mask = np.where(whole[rank] > 0, whole[rank], mask)
        printed = [
            self._over_phrase(one, int(kind)) for one, kind in zip(ranked, whole[1:], strict=True)
        ]
        words = (*surfaces, *(standing_in(kind, self._language) for kind in KINDS))
        return Printed(tuple(printed), words, np.where(mask > 0, len(surfaces) + mask - 1, surface))

    def _kind(self, words: str) -> int:
        """Tell by the words alone what they are; a project's own words need nothing around them."""
        marks = list(marks_in(words)) if _is_telling(words) else []
        if self._own is not None:
            marks += self._own.marks_in(words)
        return KINDS.index(marks[0].kind) + 1 if marks else 0

    def _over_phrase(self, one: Ranked, kind: int) -> Ranked:
        if not kind:
            return replace(one, reason=self._over_reason(one.reason))
        stands_in = standing_in(KINDS[kind - 1], self._language)
        # The rest of a reason may hold another spelling of it.
        return replace(one, phrase=stands_in, lemma=stands_in, reason=one.reason.split("; ")[0])

    def _over_reason(self, reason: str) -> str:
        begin = reason.find("‘")
        told = begin >= 0 and self._kind(reason[begin:])
        return reason.split("; ", maxsplit=1)[0] if told else reason


def _is_telling(words: str) -> bool:
    return any(sign.isupper() or sign.isdigit() for sign in words)
