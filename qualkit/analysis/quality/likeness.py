"""Point 4: uncoded passages that resemble the passages of a theme, by the words they share.

What two passages share counts by how rare it is in the project; the measure is the cosine, as in
`code_fit`. Words are compared by their beginnings, so that no pipeline has to be loaded.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import log, sqrt

from qualkit.domain.text import folded

SHORTEST = 4
"""Letters; shorter words carry no idea."""

BEGINNING = 7
"""As many letters of a word are compared: "meldingen" is like "melding"."""

LEAST_COSINE = 0.2
LEAST_ALIKE = 2
"""So many passages of a theme have to be that much alike: one is no pattern."""

MOST_WORDS = 12
"""Of a theme, so many words are looked for."""

_WORD = re.compile(r"[^\W\d_]+")

Vector = Mapping[str, float]


class Likeness:
    """How alike passages of one project are."""

    def __init__(self, texts: Iterable[str], is_common: Callable[[str], bool]) -> None:
        """Tell from some texts of the project how rare a word is in it.

        Words that are common in the language at large are not looked at.
        """
        self._is_common = is_common
        beginnings = [self._beginnings(text) for text in texts]
        self._texts = len(beginnings)
        self._holding = Counter(each for found in beginnings for each in found)

    def vector(self, text: str) -> Vector:
        """Give the beginnings of words in a text with their weight, of length 1 together."""
        weights = {each: self._weight(each) for each in self._beginnings(text)}
        length = sqrt(sum(weight**2 for weight in weights.values())) or 1.0
        return {each: weight / length for each, weight in weights.items()}

    def telling(self, vectors: Sequence[Vector]) -> tuple[str, ...]:
        """Give the beginnings of words that come back in several passages and tell them apart."""
        counts = Counter(each for vector in vectors for each in vector)
        again = [each for each, count in counts.items() if count >= LEAST_ALIKE]
        again.sort(key=lambda each: (-counts[each] * self._weight(each), each))
        return tuple(again[:MOST_WORDS])

    def _beginnings(self, text: str) -> set[str]:
        return {
            word[:BEGINNING]
            for word in _WORD.findall(folded(text))
            if len(word) >= SHORTEST and not self._is_common(word)
        }

    def _weight(self, beginning: str) -> float:
        return log(1 + (self._texts + 1) / (self._holding[beginning] + 1))


def resembles(vector: Vector, others: Iterable[Vector]) -> bool:
    """Tell whether a passage is like two or more others."""
    alike = 0
    for other in others:
        alike += _cosine(vector, other) >= LEAST_COSINE
        if alike == LEAST_ALIKE:
            return True
    return False


def _cosine(one: Vector, other: Vector) -> float:
    return sum(one[each] * other[each] for each in one.keys() & other.keys())
