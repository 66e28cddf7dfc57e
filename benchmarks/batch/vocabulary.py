"""Words of invented Dutch without an end: the more is written, the more of them are new.

Words are drawn by rank after Zipf and Mandelbrot over infinitely many ranks, with an exponent above
one. That gives the law of Heaps by itself: the number of different words grows as a power of the
number of words written, and never stops. Each rank has one word: first the nouns of
`benchmarks.prose` (common ones, then compounds), then longer compounds and names of products,
streets and offices, made of syllables, as the rare words of real chats are.
"""

from collections.abc import Sequence
from functools import lru_cache
from random import Random

from benchmarks import prose
from benchmarks.batch.words import WORDS

EXPONENT = 1.55
SHIFT = 150.0
"""Of Zipf and Mandelbrot. Types then grow with about the power 1 / 1.55 of what is drawn."""

_SPREADER = 0x9E3779B97F4A7C15
"""A large odd number: its multiples look random, and each rank has its own."""


class Vocabulary:
    """Draws words from a random state of its own."""

    def __init__(self, rng: Random) -> None:
        """Draw from `rng`."""
        self._random = rng.random

    def noun(self) -> str:
        """Give a noun: mostly a common one, now and then one that nobody wrote before."""
        return noun_at(self._rank(SHIFT, EXPONENT))

    def adjective(self) -> str:
        """Give an adjective in its inflected form."""
        return adjective_at(self._rank(12.0, 1.9))

    def verb(self) -> tuple[str, str]:
        """Give an infinitive and its participle."""
        return verb_at(self._rank(20.0, 1.8))

    def pick(self, items: Sequence[str]) -> str:
        """Give one of some words, each as likely."""
        return items[int(self._random() * len(items))]

    def _rank(self, shift: float, exponent: float) -> int:
        """Give a rank from 0, by turning the distribution function of Pareto's law around."""
        left = 1.0 - self._random()
        return int(shift * (left ** (-1.0 / (exponent - 1.0)) - 1.0))


@lru_cache(1 << 18)
def noun_at(rank: int) -> str:
    """Give the noun of a rank, for any rank."""
    known = _nouns()
    if rank < len(known):
        return known[rank]
    spread = rank * _SPREADER % (1 << 64)
    stems, heads = _parts()
    first, spread = _taken(stems, spread >> 8)
    if rank % 2:
        second, spread = _taken(stems, spread)
        head, _rest = _taken(heads, spread)
        return f"{first}{second}{head}"
    return f"{first}{invented_name(spread).lower()}"


@lru_cache(1 << 16)
def adjective_at(rank: int) -> str:
    """Give the adjective of a rank; the rare ones are compounds of a noun."""
    if rank < len(WORDS["adjectives"]):
        return WORDS["adjectives"][rank]
    end, rest = _taken(WORDS["adjective_ends"], rank - len(WORDS["adjectives"]))
    stems, _heads = _parts()
    return f"{stems[rest % len(stems)]}{end}"


@lru_cache(1 << 12)
def verb_at(rank: int) -> tuple[str, str]:
    """Give the verb of a rank; most are separable."""
    number, rest = rank % len(WORDS["verbs"]), rank // len(WORDS["verbs"])
    particle = WORDS["particles"][rest % len(WORDS["particles"])]
    return f"{particle}{WORDS['verbs'][number]}", f"{particle}{WORDS['participles'][number]}"


def invented_name(number: int) -> str:
    """Give a name of syllables, and an end, that no list of words holds."""
    first, rest = _taken(WORDS["syllables"], number)
    second, rest = _taken(WORDS["syllables"], rest)
    third, rest = _taken(["", *WORDS["syllables"]], rest)
    end, _rest = _taken(WORDS["name_ends"], rest)
    return f"{first}{second}{third}{end}".capitalize()


def _taken(items: Sequence[str], number: int) -> tuple[str, int]:
    """Take one item by the remainder of a number, and give what is left of the number."""
    return items[number % len(items)], number // len(items)


@lru_cache(1)
def _nouns() -> tuple[str, ...]:
    return prose.nouns()


@lru_cache(1)
def _parts() -> tuple[list[str], list[str]]:
    """Give the first and the last parts of compounds."""
    return prose.STEMS.split(), prose.HEADS.split()
