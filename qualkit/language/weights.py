"""Every number that decides which phrases are shown first, with where the idea comes from.

KEYPHRASES stands for what was measured before this was built; docs/suggestions.md says what each
idea adds now.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weights:
    """What a phrase is worth; a benchmark takes one away to see what it does."""

    rarity: float = 1.0
    keyness: float = 0.5
    """The power of each. Rarity against the language at large (0 to 1) is best on abstracts,
    keyness helps on what gets coded (KEYPHRASES). Keyness is log-likelihood (Dunning 1993; Rayson
    and Garside 2000), which grows with the number of times; its root grows as a deviation does."""
    length: float = 0.5
    length_apart: float = 0.15
    """The sum over the words of a phrase is divided by their number to this power: between the sum
    (0), by which the longest phrase always wins, and the mean (1), by which the shortest does. The
    second is for languages that write compounds apart, where one idea is several words."""
    early: float = 0.1
    """What a phrase gains that opens its passage (first position: Frank et al. 1999, KEA)."""
    spread: float = 0.1
    """What each doubling of speakers adds; small, as measured for a whole study (KEYPHRASES)."""
    part: float = 0.3
    """What a phrase loses that never stands on its own (C-value: Frantzi et al. 2000)."""
    run: float = 1.0
    term: float = 1.3
    action: float = 1.0
    loose_action: float = 0.6
    verb: float = 0.6
    separable: float = 0.8
    adjective: float = 0.5
    """How far a phrase says an idea by its shape (`Shape`). A term names a relation ("gebrek aan
    capaciteit") that its common words alone do not; verbs carry ideas (KEYPHRASES), but most single
    ones are the grammar of telling."""


WEIGHTS = Weights()

COMMON_ZIPF = 6.5
RARE_ZIPF = 2.0
"""Zipf frequencies (log10 per billion words, van Heuven et al. 2014) between which rarity runs from
0 to 1. Below 2 wordfreq's lists end, so a lower bound would reward typing errors."""

UNSEEN_FREQUENCY = 1e-8
"""What a word that no list holds is expected with: the lowest frequency in wordfreq's lists."""

LIGHT_VERB_RARITY = 0.25
"""Below this a verb adds nothing to its object but the doing: "doen", "maken", "geven" (light
verbs, Jespersen 1942)."""

VERB_ALONE_ZIPF = 5.0
ADJECTIVE_ALONE_ZIPF = 4.5
"""A single verb or adjective that is more common than this says too little by itself."""

UNKNOWN_ONCE = 0.4
"""What is left of a word that stands once and that no list knows: mostly a typing error or name."""

STRIKING_SHARE = 0.2
"""The share of a study's list for phrases that stand once, when there are enough others: frequency
is not importance (Braun and Clarke 2006)."""

SAME_SPELLING = 90.0
"""rapidfuzz's ratio from which an unknown word is a slip for a known one."""

RARE_WORD_ZIPF = 3.3
"""Below two in a million words a word is called rare in the reason."""

TYPICAL_KEYNESS = 15.13
"""Log-likelihood above which a word is called typical of the study: p < 0.0001 (Rayson et al.
2004)."""
