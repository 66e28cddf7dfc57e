"""The phrases that come back most: counted, not weighed.

A phrase that says nothing by itself, or is only ever a part of one longer phrase, is not among
them, as it is not among suggestions.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

import numpy as np

from qualkit.domain.text import folded
from qualkit.language.candidates import Candidate, best_form
from qualkit.language.lexicon import Ints
from qualkit.language.ranking import FindForms, Ranked, candidates
from qualkit.language.scoring import Scored, WordScale, score
from qualkit.language.tally import Tally

_SPARE = 50
"""Phrases looked at beyond those asked for, because some turn out to read the same."""


class Frequent:
    """The phrases of a set, to be asked which come back."""

    def __init__(self, tally: Tally, scale: WordScale) -> None:
        """Look which phrases say something."""
        self._tally, self._scale = tally, scale
        self._scored: Scored = score(tally, scale)
        self._speakers = tally.speakers()
        self._rows = np.flatnonzero((self._scored.score > 0) & (tally.times > 1))

    def most(
        self, forms: FindForms, top: int, by_spread: bool = False, least_words: int = 1
    ) -> tuple[Ranked, ...]:
        """Give the `top` phrases that are said most, or by most, and some more, in no order.

        They have `least_words` words or more, articles left out.
        """
        tally = self._tally
        rows = self._rows[(tally.lemmas[self._rows] > 0).sum(axis=1) >= least_words]
        counts = (-tally.times[rows], -self._speakers[rows])
        second, first = counts if by_spread else counts[::-1]
        place = (tally.first_start[rows], tally.first_piece[rows])
        chosen = rows[np.lexsort((*place, second, first))][: top + _SPARE].tolist()
        found = candidates(tally, self._scale, self._scored, forms, chosen)
        return tuple(self._united(found))

    def _united(self, found: Iterable[Candidate]) -> Iterator[Ranked]:
        """Put together what reads the same: a noun and a verb, or a lemma that was guessed."""
        same: defaultdict[str, list[Candidate]] = defaultdict(list)
        for one in found:
            same[folded(best_form(one, self._scale.language))].append(one)
        for ones in same.values():
            keys = tuple(key for one in ones for key in one.keys)
            yield Ranked(
                phrase=best_form(ones[0], self._scale.language),
                lemma=ones[0].lemma,
                score=0.0,
                reason="",
                keys=keys,
                times=sum(one.times for one in ones),
                speakers=self._tally.speakers_of(keys),
            )

    def shared_first(self, without: Collection[str]) -> Ints:
        """Give where each phrase that two or more say first stands, as the number of a piece.

        `without` are lemmas of phrases that do not count, as `folded` gives them.
        """
        tally = self._tally
        shared = self._rows[self._speakers[self._rows] > 1]
        if without:
            spelled = [self._scale.lemmas.spelled(each) for each in tally.lemmas[shared]]
            kept = np.array([folded(lemma) not in without for lemma in spelled], dtype=np.bool_)
            shared = shared[kept]
        return tally.first_piece[shared]
