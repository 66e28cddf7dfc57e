"""Which phrases are shown first.

What is unusual in the language at large and comes back in this study is shown first. A share of the
list is kept for the single striking phrase, and no phrase in it is part of another. The numbers are
in `weights`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import log

import numpy as np

from qualkit.domain.spans import Span
from qualkit.domain.suggestions import Occurrence, Suggestion
from qualkit.language.candidates import (
    Candidate,
    Mention,
    best_form,
    opens_sentence,
    places_in_order,
)
from qualkit.language.frequencies import is_real_word
from qualkit.language.lexicon import Ints
from qualkit.language.mentions import Mentions, Shape
from qualkit.language.reasons import reason
from qualkit.language.scoring import Scored, WordScale, score
from qualkit.language.study import Study
from qualkit.language.variants import slips
from qualkit.language.weights import STRIKING_SHARE, UNKNOWN_ONCE

_POOL = 100
"""Phrases of each kind (recurring, said once) that words are made of, at least; and"""
_POOL_TIMES = 5
"""so many times as are asked for, because some turn out to be part of others."""


def rank(
    study: Study, mentions: Mentions, scale: WordScale, top: int, lane: float = STRIKING_SHARE
) -> tuple[Suggestion, ...]:
    """Give the `top` phrases of some mentions, best first; scores run from 0 to 1 in the list.

    `lane` is the share of the list for what is said once.
    """
    if top <= 0 or not len(mentions):
        return ()
    language = study.lexicon.language
    pool = _pool(study, mentions, score(mentions, study, scale), top)
    chosen = _chosen(_without_slips(pool, language), top, lane)
    best = max((one.score for one in chosen), default=0.0) or 1.0
    return tuple(
        Suggestion(
            phrase=best_form(one, language),
            lemma=one.lemma,
            score=round(one.score / best, 6),
            reason=reason(one, language),
            occurrences=tuple(Occurrence(m.source_id, m.span) for m in one.mentions),
        )
        for one in sorted(chosen, key=_order)
    )


def _pool(study: Study, mentions: Mentions, scored: Scored, top: int) -> list[Candidate]:
    """Make words of the phrases that have a chance."""
    size = max(_POOL, _POOL_TIMES * top)
    times = scored.end - scored.first
    # By place among equals: the numbers of phrases depend on how the text was cut into batches.
    place = mentions.start[scored.first], mentions.passage[scored.first]
    order = np.lexsort((*place, -scored.striking, -scored.score))
    order = order[scored.score[order] > 0]
    again, once = order[times[order] > 1][:size], order[times[order] == 1]
    by_striking = once[np.argsort(-scored.striking[once], kind="stable")][:size]
    chosen = dict.fromkeys([*again.tolist(), *once[:size].tolist(), *by_striking.tolist()])
    return [_candidate(study, mentions, scored, number) for number in chosen]


def _candidate(study: Study, mentions: Mentions, scored: Scored, number: int) -> Candidate:
    rows = range(int(scored.first[number]), int(scored.end[number]))
    words: Ints = mentions.words[rows[0]]
    return Candidate(
        lemma=" ".join(study.lexicon.bases[word] for word in words.tolist() if word),
        mentions=places_in_order([_mention(study, mentions, row) for row in rows]),
        score=float(scored.score[number]),
        striking=float(scored.striking[number]),
        rarest=float(scored.rarest[number]),
        keyness=float(scored.keyness[number]),
        shape=Shape(int(mentions.shape[rows[0]])),
    )


def _mention(study: Study, mentions: Mentions, row: int) -> Mention:
    passage = study.passages[int(mentions.passage[row])]
    start, end = int(mentions.start[row]), int(mentions.end[row])
    return Mention(
        source_id=passage.source_id,
        span=Span(passage.span.start + start, passage.span.start + end),
        surface=passage.text[start:end],
        speaker_key=passage.speaker_key,
        opens_sentence=passage.text[start].isupper() and opens_sentence(passage.text, start),
        is_variant=bool(mentions.is_variant[row]),
    )


def _without_slips(pool: Sequence[Candidate], language: str) -> list[Candidate]:
    """Count slips of the pen with the word that was meant, and trust other strange words less."""
    unknown = [
        one.times == 1 and not all(is_real_word(w, language) for w in _surface(one).split())
        for one in pool
    ]
    found = [
        replace(one, score=one.score * UNKNOWN_ONCE, striking=one.striking * UNKNOWN_ONCE)
        if strange
        else one
        for one, strange in zip(pool, unknown, strict=True)
    ]
    gone: set[int] = set()
    for slip, meant in slips([_surface(one) for one in pool], unknown):
        gone.add(slip)
        found[meant] = _united(found[meant], found[slip])
    return [one for number, one in enumerate(found) if number not in gone]


def _surface(one: Candidate) -> str:
    return one.mentions[0].surface.lower()


def _united(one: Candidate, slip: Candidate) -> Candidate:
    mentions = (*one.mentions, *(replace(mention, is_variant=True) for mention in slip.mentions))
    more = (1 + log(len(mentions))) / (1 + log(one.times))
    return replace(one, mentions=places_in_order(mentions), score=one.score * more)


def _order(one: Candidate) -> tuple[float, float, str, object]:
    """Put equals in order of what is striking, then of place; never of the alphabet."""
    first = one.mentions[0]
    return -one.score, -one.striking, first.source_id, first.span


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
