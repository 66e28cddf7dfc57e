"""Which phrases are shown first, and why.

What is unusual in the language at large and comes back in this study is shown first; what recurs is
not pushed down (inverse document frequency was measured to hurt, see KEYPHRASES.md). A share of the
list is kept for the single striking phrase.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log, log2, sqrt

from qualkit.domain.suggestions import Occurrence, Suggestion
from qualkit.language.candidates import Candidate, Mention
from qualkit.language.pipeline import language_code
from qualkit.language.wordforms import LONGEST_WORD, is_in_dictionary, lemma

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

_SHORTEST_PART = 3
_PART_ZIPF = 3.0
"""Letters and least Zipf frequency of each half of a compound."""


@dataclass(frozen=True, slots=True)
class _Scored:
    candidate: Candidate
    score: float
    rarest: float
    """The Zipf frequency of its rarest word."""

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
    best = max((s.score for s in chosen), default=0.0) or 1.0
    suggestions = [_suggestion(s, round(s.score / best, 6), language) for s in chosen]
    return tuple(sorted(suggestions, key=lambda s: (-s.score, s.phrase, s.lemma)))


def rarity(zipf: float) -> float:
    """Tell how unusual a word of this Zipf frequency is, from 0 (everywhere) to 1."""
    return min(1.0, max(0.0, (COMMON_ZIPF - zipf) / (COMMON_ZIPF - RARE_ZIPF)))


def best_form(mentions: Sequence[Mention], language: str) -> str:
    """Give the most frequent way a phrase is written, without the capital of a sentence."""
    lower = {mention.surface for mention in mentions if not mention.surface[:1].isupper()}
    forms = Counter(_without_capital(mention, lower, language) for mention in mentions)
    return min(forms, key=lambda form: (-forms[form], form[:1].isupper(), form))


def _stands(candidate: Candidate) -> bool:
    """Tell whether a phrase is more than a part of one longer phrase."""
    within = {mention.within for mention in candidate.mentions}
    return "" in within or len(within) > 1


def _scored(candidate: Candidate, language: str) -> _Scored:
    """Score a phrase: rarity of its words x (1 + ln times) x own share x spread over speakers.

    The sum of the rarities is divided by the root of their number: between the sum, by which the
    longest phrase always wins, and the mean, by which the shortest does.
    """
    mentions = candidate.mentions
    zipfs = _zipfs(candidate, language)
    own = sum(not mention.within for mention in mentions) / len(mentions)
    speakers = len({mention.speaker_key for mention in mentions if mention.speaker_key})
    score = sum(map(rarity, zipfs)) / sqrt(len(zipfs)) * (1 + log(len(mentions)))
    score *= (1 - PART_WEIGHT * (1 - own)) * (1 + SPREAD_WEIGHT * log2(max(1, speakers)))
    if len(mentions) == 1 and not all(_is_known(w, language) for w in _words(candidate)):
        score *= UNKNOWN_ONCE
    return _Scored(candidate, score, min(zipfs))


def _words(candidate: Candidate) -> list[str]:
    """Give the words of a phrase as they stand in its first place."""
    return candidate.mentions[0].surface.lower().split()


def _zipfs(candidate: Candidate, language: str) -> list[float]:
    """Give the Zipf frequency of each word: its lemma's or its form's, whichever is higher."""
    words, lemmas = _words(candidate), candidate.lemma.split()
    if len(words) != len(lemmas):
        lemmas = words
    pairs = zip(words, lemmas, strict=True)
    return [max(_zipf(word, language), _zipf(base, language)) for word, base in pairs]


def _chosen(scored: Sequence[_Scored], top: int) -> list[_Scored]:
    """Take the best of what recurs, the best of what stands once, and fill up with either."""
    once = [s for s in scored if s.times == 1]
    again = [s for s in scored if s.times > 1]
    lane = round(top * STRIKING_SHARE)
    chosen: list[_Scored] = []
    _take(again, top - lane, chosen)
    _take(once, min(top, len(chosen) + lane), chosen)
    _take(scored, top, chosen)
    return chosen


def _take(scored: Iterable[_Scored], until: int, chosen: list[_Scored]) -> None:
    """Add phrases to `chosen` until there are so many, none a part of another."""
    taken = [f" {s.candidate.lemma} " for s in chosen]
    for one in scored:
        if len(chosen) >= until:
            return
        padded = f" {one.candidate.lemma} "
        if not any(padded in other or other in padded for other in taken):
            chosen.append(one)
            taken.append(padded)


def _suggestion(scored: _Scored, score: float, language: str) -> Suggestion:
    mentions = scored.candidate.mentions
    return Suggestion(
        phrase=best_form(mentions, language),
        lemma=scored.candidate.lemma,
        score=score,
        reason=_reason(scored, language),
        occurrences=tuple(Occurrence(m.source_id, m.span) for m in mentions),
    )


def _reason(scored: _Scored, language: str) -> str:
    """Say why a phrase is shown, in Dutch for Dutch texts and in English otherwise."""
    dutch = language_code(language) == "nl"
    if scored.times == 1:
        return "eenmaal, opvallend" if dutch else "once, striking"
    said = f"{scored.times} keer" if dutch else f"{scored.times} times"
    speakers = len({m.speaker_key for m in scored.candidate.mentions if m.speaker_key})
    if speakers:
        one, more = ("deelnemer", "deelnemers") if dutch else ("participant", "participants")
        said += f", {'bij' if dutch else 'by'} {speakers} {one if speakers == 1 else more}"
    if scored.rarest < RARE_WORD_ZIPF:
        said += "; zeldzaam woord" if dutch else "; rare word"
    return said


def _without_capital(mention: Mention, lower: set[str], language: str) -> str:
    """Write a form small when only its place in the sentence gave it a capital."""
    form = mention.surface
    small = form[:1].lower() + form[1:]
    first = small.split()[0]
    if small in lower:
        return small
    if not mention.opens_sentence or mention.is_name or not first.islower():
        return form
    is_word = is_in_dictionary(first, language) or lemma(first, language) != first
    return small if is_word else form


@lru_cache(1 << 17)
def _zipf(word: str, language: str) -> float:
    """Look up the Zipf frequency of a word; 0 when no list holds it."""
    from wordfreq import zipf_frequency  # noqa: PLC0415 (reads a word list)

    if len(word) > LONGEST_WORD:
        return 0.0
    try:
        return float(zipf_frequency(word, language_code(language)))
    except (LookupError, ImportError):
        return 0.0


def _is_known(word: str, language: str) -> bool:
    """Tell whether a word is on a list, or made of two that are."""
    if _zipf(word, language) or is_in_dictionary(word, language):
        return True
    if len(word) > LONGEST_WORD:
        return False
    cuts = range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
    return any(
        _zipf(word[:cut].rstrip("-"), language) >= _PART_ZIPF
        and _zipf(word[cut:], language) >= _PART_ZIPF
        for cut in cuts
    )
