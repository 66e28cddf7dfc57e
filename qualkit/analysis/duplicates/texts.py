"""Texts made ready to be compared: their words as numbers, and the rows of words in them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

import numpy as np
import numpy.typing as npt

from qualkit.domain.spoken_texts import SpokenText

Numbers = npt.NDArray[np.int32]
Hashes = npt.NDArray[np.uint64]

SHINGLE = 3
"""Words in a row. Measured: of two, texts share too many by chance; four miss what is retold."""

_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_MIX = np.uint64(0x9E3779B97F4A7C15)
_SHIFT = np.uint64(29)


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """A word of a text, and where it stands."""

    word: str
    """Capitals make no difference."""
    start: int
    end: int
    turn: int
    """The place of the turn in which it is said."""


def placed_words(text: SpokenText) -> list[PlacedWord]:
    """Give the words that participants say in a text, in order."""
    return [
        PlacedWord(found.group().casefold(), found.start(), found.end(), turn)
        for turn, (start, end) in enumerate(text.turns)
        for found in _WORD.finditer(text.text, start, end)
    ]


class Vocabulary:
    """Numbers the words of many texts, so that they take little room."""

    def __init__(self) -> None:
        """Begin with no words."""
        self.words: list[str] = []
        self._numbers: dict[str, int] = {}

    def numbers_of(self, words: Sequence[str]) -> Numbers:
        """Give the numbers of some words, which are new or known."""
        return np.fromiter(map(self._number_of, words), np.int32, len(words))

    def _number_of(self, word: str) -> int:
        known = self._numbers.get(word)
        if known is None:
            known = self._numbers[word] = len(self.words)
            self.words.append(word)
        return known


def shingles(numbers: Numbers) -> Hashes:
    """Give a hash for every row of `SHINGLE` words, by the place where it begins."""
    count = max(len(numbers) - SHINGLE + 1, 0)
    hashes = np.zeros(count, np.uint64)
    # Sums of 64 bits wrap around, which is what is wanted here.
    for offset in range(SHINGLE):
        hashes = (hashes + numbers[offset : offset + count].astype(np.uint64) + np.uint64(1)) * _MIX
        hashes ^= hashes >> _SHIFT
    return hashes


class Rows:
    """The rows of words of many texts, and in how many texts each stands."""

    def __init__(self, texts: Sequence[Numbers], most: int) -> None:
        """Count; a row of words in more than `most` texts is one that everybody writes."""
        self._texts = texts
        self._most = most
        self._counted = self._count()

    def _count(self) -> tuple[Hashes, npt.NDArray[np.intp]]:
        every = [np.unique(shingles(text)) for text in self._texts]
        empty = np.zeros(0, np.uint64)
        hashes, counts = np.unique(np.concatenate([empty, *every]), return_counts=True)
        telling = (counts > 1) & (counts <= self._most)
        return hashes[telling], counts[telling]

    def of(self, index: int) -> tuple[Hashes, npt.NDArray[np.intp]]:
        """Give the rows of one text by place, with in how many texts each stands.

        0 for one that no other text has, and for one that too many have.
        """
        found = shingles(self._texts[index])
        return found, self._counts_of(found)

    def _counts_of(self, found: Hashes) -> npt.NDArray[np.intp]:
        hashes, counts = self._counted
        if not len(hashes):
            return np.zeros(len(found), np.intp)
        places = np.minimum(np.searchsorted(hashes, found), len(hashes) - 1)
        return np.where(hashes[places] == found, counts[places], 0)


@dataclass(frozen=True)
class Compared:
    """All texts that are compared, without their words as written."""

    texts: tuple[Numbers, ...]
    vocabulary: Vocabulary
    most: int
    """Texts in which a row of words may stand before it is one that everybody writes."""

    @cached_property
    def rows(self) -> Rows:
        """Their rows of words."""
        return Rows(self.texts, self.most)

    def holders(self) -> Iterator[tuple[int, npt.NDArray[np.intp]]]:
        """Give every word that more than one text has, with those texts in order."""
        lengths = [np.unique(text) for text in self.texts]
        words = np.fromiter(chain.from_iterable(lengths), np.int32)
        holders = np.repeat(np.arange(len(lengths)), [len(each) for each in lengths])
        order = np.argsort(words, kind="stable")
        words, holders = words[order], holders[order]
        borders = np.flatnonzero(np.diff(words)) + 1
        for group, word in (
            zip(np.split(holders, borders), words[np.concatenate([[0], borders])], strict=True)
            if len(words)
            else ()
        ):
            if len(group) > 1:
                yield int(word), group
