"""Passages of two texts that are nearly the same: rows of words in common, grown together."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import Indel

from qualkit.analysis.duplicates.texts import SHINGLE, Hashes, Numbers

GAP = 8
"""Words between two rows in common that still belong to one passage."""

LEAST_WORDS = 6
"""In common, before a passage is one."""

LEAST_ALIKE = 60
"""Of 100: how far the words of the two have to agree, those between included (rapidfuzz)."""

MOST_PLACES = 5
"""Places in the other text that one row of words is followed to."""

Match = tuple[int, int]
"""Where a row of words begins in the one and in the other."""


@dataclass(frozen=True, slots=True)
class ReadyText:
    """A text with its rows of words."""

    numbers: Numbers
    rows: Hashes
    counts: npt.NDArray[Any]
    """In how many texts each row stands; 0 for one that says nothing."""


@dataclass(frozen=True, slots=True)
class AlikePassage:
    """A passage of each of two texts, by the places of their words."""

    matches: tuple[Match, ...]
    """The rows of words in common, in order."""
    first: range
    second: range
    likeness: int
    """Of 100."""

    @property
    def words(self) -> int:
        """How many words of the first stand in the second as well."""
        return len({place + offset for place, _ in self.matches for offset in range(SHINGLE)})


def alike_passages(first: ReadyText, second: ReadyText) -> tuple[AlikePassage, ...]:
    """Give the passages that are alike, the longest first; none overlaps another."""
    chains = _chains(_matches(first, second))
    found = [passage for chain in chains if (passage := _passage(first, second, chain))]
    found.sort(key=lambda each: (-each.words, each.first.start, each.second.start))
    kept: list[AlikePassage] = []
    for passage in found:
        if all(_apart(passage, other) for other in kept):
            kept.append(passage)
    return tuple(kept)


def _matches(first: ReadyText, second: ReadyText) -> Iterator[Match]:
    """Give the rows of words in common that say something, in order of the first."""
    places: dict[int, list[int]] = defaultdict(list)
    telling = np.flatnonzero(second.counts)
    for row, place in zip(second.rows[telling].tolist(), telling.tolist(), strict=True):
        places[row].append(place)
    telling = np.flatnonzero(first.counts)
    for row, place in zip(first.rows[telling].tolist(), telling.tolist(), strict=True):
        for other in places.get(row, ())[:MOST_PLACES]:
            yield place, other


def _chains(matches: Iterator[Match]) -> list[list[Match]]:
    """Join rows that follow each other closely in both texts."""
    chains: list[list[Match]] = []
    open_chains: list[list[Match]] = []
    for place, other in matches:
        open_chains = [each for each in open_chains if place - each[-1][0] <= SHINGLE + GAP]
        fitting = (
            each
            for each in open_chains
            if place > each[-1][0] and 0 < other - each[-1][1] <= SHINGLE + GAP
        )
        nearest = min(fitting, key=lambda each: other - each[-1][1], default=None)
        if nearest is None:
            nearest = []
            chains.append(nearest)
            open_chains.append(nearest)
        nearest.append((place, other))
    return chains


def _passage(first: ReadyText, second: ReadyText, chain: Sequence[Match]) -> AlikePassage | None:
    """Give the passage of a chain, when it is long enough and alike as a whole."""
    mine = range(chain[0][0], chain[-1][0] + SHINGLE)
    hers = range(chain[0][1], chain[-1][1] + SHINGLE)
    likeness = 100 * Indel.normalized_similarity(
        first.numbers[mine.start : mine.stop].tolist(),
        second.numbers[hers.start : hers.stop].tolist(),
    )
    passage = AlikePassage(tuple(chain), mine, hers, round(likeness))
    return passage if passage.words >= LEAST_WORDS and likeness >= LEAST_ALIKE else None


def _apart(one: AlikePassage, other: AlikePassage) -> bool:
    return not (_overlap(one.first, other.first) or _overlap(one.second, other.second))


def _overlap(one: range, other: range) -> bool:
    return one.start < other.stop and other.start < one.stop
