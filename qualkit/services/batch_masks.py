"""A batch as it is printed: what could give somebody away is told by its kind, or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from qualkit.analysis.identifiers.own_words import OwnWords
from qualkit.domain.identifiers import standing_in
from qualkit.language.lexicon import Bools, Ints
from qualkit.language.ranking import Ranked
from qualkit.services.identifier_masks import KINDS, mask_of_phrase


@dataclass(frozen=True, slots=True)
class Printed:
    """A batch as it is printed."""

    ranked: tuple[Ranked, ...]
    words: tuple[str, ...]
    """What is printed at places."""
    word: Ints
    """Which of them is printed at each place."""
    kept: Bools
    """Which places are told at all."""


class Masks:
    """Puts the name of a kind in place of what could give somebody away."""

    def __init__(self, language: str, own: OwnWords | None = None, hides: bool = True) -> None:
        """Go by the rules, and by a project's own words where there is a project.

        Without `hides` all is printed as it is: for the researcher's own screen.
        """
        self._language = language
        self._own = own
        self._hides = hides

    def over(
        self,
        ranked: Sequence[Ranked],
        rank: Ints,
        surface: Ints,
        mask: Ints,
        surfaces: Sequence[str],
    ) -> Printed:
        """Give phrases, and the words at each of their places, as they are printed.

        Args:
            ranked: The phrases.
            rank: Of each place the number of its phrase, from 1, going up.
            surface: Of each place which of `surfaces` stands there.
            mask: Of each place the kind that the rules hit there, 0 for none.
            surfaces: Phrases as they are written.
        """
        if not self._hides:
            everywhere = np.ones(len(rank), dtype=np.bool_)
            return Printed(tuple(ranked), tuple(surfaces), surface, everywhere)
        own = np.array([self._own_kind(each) for each in surfaces] or [0], dtype=np.int64)
        mask = np.where(own[surface] > 0, own[surface], mask)
        whole = self._of_phrases(ranked, rank, mask)
        over = whole[rank - 1] if len(rank) else rank
        printed = [
            self._over_phrase(one, kind) for one, kind in zip(ranked, whole.tolist(), strict=True)
        ]
        words = (*surfaces, *(standing_in(kind, self._language) for kind in KINDS))
        word = np.where(over > 0, len(surfaces) + over - 1, surface)
        # Of a phrase that is told, a masked place is not: beside its words, it would be known.
        return Printed(tuple(printed), words, word, (over > 0) | (mask == 0))

    def _of_phrases(self, ranked: Sequence[Ranked], rank: Ints, mask: Ints) -> Ints:
        """Give the kind of each phrase, 0 for most."""
        whole = np.zeros(len(ranked), dtype=np.int64)
        first = np.searchsorted(rank, np.arange(1, len(ranked) + 2))
        for number in np.unique(rank[mask > 0]).tolist():
            here = mask[first[number - 1] : first[number]]
            lemma = ranked[number - 1].lemma
            whole[number - 1] = mask_of_phrase(here, lemma, self._language)
            if not whole[number - 1] and (kind := self._own_kind(lemma)):
                whole[number - 1] = kind
        return whole

    def _own_kind(self, words: str) -> int:
        mark = next(self._own.marks_in(words), None) if self._own else None
        return KINDS.index(mark.kind) + 1 if mark else 0

    def _over_phrase(self, one: Ranked, kind: int) -> Ranked:
        if not kind:
            return one
        stands_in = standing_in(KINDS[kind - 1], self._language)
        # The rest of a reason may hold another spelling of it.
        reason = one.reason.split("; ", maxsplit=1)[0]
        return replace(one, phrase=stands_in, lemma=stands_in, reason=reason)
