"""Which phrases are shown first, and why.

What is unusual in the language at large and comes back in this study is shown first; what recurs is
not pushed down (inverse document frequency was measured to hurt, see KEYPHRASES.md). A share of the
list is kept for the single striking phrase.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from math import log, sqrt

from qualkit.domain.suggestions import Occurrence, Suggestion
from qualkit.language.candidates import Candidate, Mention
from qualkit.language.pipeline import language_code
from qualkit.language.wordforms import is_in_dictionary, lemma

COMMON_ZIPF = 6.5
RARE_ZIPF = 2.0
"""Zipf frequencies (log10 per billion words, van Heuven et al. 2014) between which rarity runs from
0 to 1. Below 2 wordfreq's lists end, so a lower bound would reward typing errors."""

RARE_WORD_ZIPF = 3.3
"""Below two in a million words a word is called rare in the reason."""

SPREAD_WEIGHT = 0.1
"""What each doubling of speakers adds; small, as measured for a whole study (KEYPHRASES.md)."""

PART_WEIGHT = 0.3
"""What a phrase loses that never stands on its own, after the C-value of Frantzi et al. (2000)."""

UNKNOWN_ONCE = 0.4
"""What is left of a word that stands once and that no list knows: mostly a typing error or name."""

STRIKING_SHARE = 0.2
"""The share of a list for phrases that stand once, when there are enough others (L5)."""

_SHORTEST_PART = 4
"""Letters in each half of a compound."""


@dataclass(frozen=True, slots=True)
class _Scored:
    candidate: Candidate
    score: float
    rare: bool

    @property
    def times(self) -> int:
        return len(self.candidate.mentions)


def rank(candidates: Sequence[Candidate], language: str, top: int) -> tuple[Suggestion, ...]:
    """Give the `top` phrases, best first; scores run from 0 to 1 within the list."""
    scored = sorted(
        (_scored(candidate, language) for candidate in candidates if _stands(candidate)),
        key=lambda s: (-s.score, s.candidate.lemma),
    )
    chosen = _chosen(scored, top)
    if not chosen:
        return ()
    best = max(s.score for s in chosen) or 1.0
    suggestions = (_suggestion(s, s.score / best, language) for s in chosen)
    return tuple(sorted(suggestions, key=lambda s: (-s.score, s.phrase, s.lemma)))


def rarity(word: str, language: str) -> float:
    """Tell how unusual a word is in the language at large, from 0 (everywhere) to 1."""
    share = (COMMON_ZIPF - _zipf(word, language)) / (COMMON_ZIPF - RARE_ZIPF)
    return min(1.0, max(0.0, share))


def best_form(mentions: Iterable[Mention], language: str) -> str:
    """Give the most frequent way a phrase is written, without the capital of a sentence."""
    every = tuple(mentions)
    lower = {m.surface for m in every if m.surface[:1].islower()}
    forms = Counter(_without_capital(m, lower, language) for m in every)
    return min(forms, key=lambda form: (-forms[form], form[:1].isupper(), form))


def _scored(candidate: Candidate, language: str) -> _Scored:
    mentions = candidate.mentions
    words = candidate.lemma.split()
    forms = Counter(m.surface for m in mentions)
    surface = min(forms, key=lambda form: (-forms[form], form)).lower().split()
    zipfs = [max(_zipf(word, language), _zipf(form, language))
        for word, form in zip(words, surface, strict=False)]
    return _Scored(candidate, 0.0, False)
