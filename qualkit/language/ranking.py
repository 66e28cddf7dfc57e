"""Which phrases are shown first.

What is unusual in the language at large and comes back in this study is shown first. A share of the
list is kept for the single striking phrase, and no phrase in it is part of another. The numbers are
in `weights`.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import log

import numpy as np

from qualkit.language.candidates import Candidate, Written, best_form
from qualkit.language.frequencies import is_real_word
from qualkit.language.mentions import Shape
from qualkit.language.reasons import reason
from qualkit.language.scoring import Scored, WordScale, score
from qualkit.language.tally import Tally
from qualkit.language.variants import slips
from qualkit.language.weights import STRIKING_SHARE, UNKNOWN_ONCE

_POOL = 100
"""Phrases of each kind (recurring, said once) that words are made of, at least; and"""
_POOL_TIMES = 5
"""so many times as are asked for, because some turn out to be part of others."""


Forms = Mapping[int, Mapping[Written, int]]
"""How often each phrase, by its key, is written in each way."""

FindForms = Callable[[Sequence[int]], Forms]
"""Finds that for the phrases that have a chance; only for them are words read again."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A phrase worth noticing, without its places."""

    phrase: str
    """As written, in its most frequent form."""
    lemma: str
    score: float
    """0 to 1 within one list."""
    reason: str
    keys: tuple[int, ...]
    """By which its places are found."""
    times: int
    speakers: int


def rank(
    tally: Tally, scale: WordScale, forms: FindForms, top: int, lane: float = STRIKING_SHARE
) -> tuple[Ranked, ...]:
    """Give the `top` phrases of a tally, best first; scores run from 0 to 1 in the list.

    `lane` is the share of the list for what is said once.
    """
    if top <= 0 or not len(tally):
        return ()
    language = scale.language
    pool = _pool(tally, scale, forms, top)
    chosen = _chosen(_without_slips(pool, tally, language), top, lane)
    best = max((one.score for one in chosen), default=0.0) or 1.0
    return tuple(
        Ranked(
            phrase=best_form(one, language),
            lemma=one.lemma,
            score=round(one.score / best, 6),
            reason=reason(one, language),
            keys=one.keys,
            times=one.times,
            speakers=one.speakers,
        )
        for one in sorted(chosen, key=_order)
    )


def _pool(tally: Tally, scale: WordScale, forms: FindForms, top: int) -> list[Candidate]:
    """Make words of the phrases that have a chance."""
    size = max(_POOL, _POOL_TIMES * top)
    scored, times = score(tally, scale), tally.times
    # By place among equals, for that depends on nothing but the texts.
    order = np.lexsort((tally.first_start, tally.first_piece, -scored.striking, -scored.score))
    order = order[scored.score[order] > 0]
    again, once = order[times[order] > 1][:size], order[times[order] == 1]
    by_striking = once[np.argsort(-scored.striking[once], kind="stable")][:size]
    chosen = list(dict.fromkeys([*again.tolist(), *once[:size].tolist(), *by_striking.tolist()]))
    return candidates(tally, scale, scored, forms, chosen)


def candidates(
    tally: Tally, scale: WordScale, scored: Scored, forms: FindForms, rows: Sequence[int]
) -> list[Candidate]:
    """Make words of some phrases of a tally, by their rows."""
    found, speakers = forms(tally.key[rows].tolist()), tally.speakers()
    return [_candidate(tally, scale, scored, row, found, int(speakers[row])) for row in rows]


def _candidate(
    tally: Tally, scale: WordScale, scored: Scored, row: int, forms: Forms, speakers: int
) -> Candidate:
    key = int(tally.key[row])
    return Candidate(
        lemma=scale.lemmas.spelled(tally.lemmas[row]),
        written=forms[key],
        score=float(scored.score[row]),
        striking=float(scored.striking[row]),
        keys=(key,),
        first=(int(tally.first_piece[row]), int(tally.first_start[row])),
        speakers=speakers,
        rarest=float(scored.rarest[row]),
        keyness=float(scored.keyness[row]),
        shape=Shape(int(tally.shape[row])),
    )


def _without_slips(pool: Sequence[Candidate], tally: Tally, language: str) -> list[Candidate]:
    """Count slips of the pen with the word that was meant, and trust other strange words less."""
    unknown = [
        one.times == 1 and not all(is_real_word(w, language) for w in one.commonest.split())
        for one in pool
    ]
    found = [
        replace(one, score=one.score * UNKNOWN_ONCE, striking=one.striking * UNKNOWN_ONCE)
        if strange
        else one
        for one, strange in zip(pool, unknown, strict=True)
    ]
    gone: set[int] = set()
    for slip, meant in slips([one.commonest for one in pool], unknown):
        gone.add(slip)
        found[meant] = _united(found[meant], found[slip], tally)
    return [one for number, one in enumerate(found) if number not in gone]


def _united(one: Candidate, slip: Candidate, tally: Tally) -> Candidate:
    written = dict(one.written)
    for way, times in slip.written.items():
        variant = replace(way, is_variant=True)
        written[variant] = written.get(variant, 0) + times
    keys = (*one.keys, *slip.keys)
    whole = replace(
        one,
        written=written,
        keys=keys,
        first=min(one.first, slip.first),
        speakers=tally.speakers_of(keys),
    )
    return replace(whole, score=one.score * (1 + log(whole.times)) / (1 + log(one.times)))


def _order(one: Candidate) -> tuple[float, float, tuple[int, int]]:
    """Put equals in order of what is striking, then of place; never of the alphabet."""
    return -one.score, -one.striking, one.first


def _chosen(pool: Sequence[Candidate], top: int, share: float) -> list[Candidate]:
    """Take the best of what recurs, the best of what is said once, and fill up with either."""
    ordered = sorted(pool, key=_order)
    lane = round(top * share)
    chosen: list[Candidate] = []
    if lane:
        once = [one for one in ordered if one.times == 1]
        once.sort(key=lambda one: -one.striking)
        _take([one for one in ordered if one.times > 1], top - lane, chosen)
        _take(once, min(top, len(chosen) + lane), chosen)
    _take(ordered, top, chosen)
    return chosen


def _take(ordered: Iterable[Candidate], until: int, chosen: list[Candidate]) -> None:
    """Add phrases to `chosen` until there are so many, none a part of another."""
    taken = [f" {one.lemma} " for one in chosen]
    for one in ordered:
        if len(chosen) >= until:
            return
        padded = f" {one.lemma} "
        if not any(padded in other or other in padded for other in taken):
            chosen.append(one)
            taken.append(padded)
