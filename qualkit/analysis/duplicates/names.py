"""What those who speak call themselves: names that few have, and names that are alike."""

import re
from collections import defaultdict
from collections.abc import Sequence

from rapidfuzz import fuzz

from qualkit.analysis.duplicates.weights import COMMON, FEW, Zipf
from qualkit.domain.sources import Role
from qualkit.domain.speakers import guess_role
from qualkit.domain.text import folded

LEAST_ALIKE = 85
"""Of 100 (rapidfuzz)."""

SHORTEST = 4
"""Letters of a name; shorter ones are alike by chance."""

ALIKE_WEIGHT = 4.0

_NO_LETTERS = re.compile(r"[\W\d_]+")


class SpeakerNames:
    """The names of speakers in all texts, without those that say nothing: bezoeker, R1, anoniem."""

    def __init__(self, speakers: Sequence[Sequence[str]], zipf: Zipf) -> None:
        """Count; `speakers` are the names in each text, `zipf` tells what is a common word."""
        self._zipf = zipf
        holders: dict[str, set[int]] = defaultdict(set)
        for text, names in enumerate(speakers):
            for name in names:
                holders[_stem(name)].add(text)
        self._telling = [
            tuple(sorted({folded(name) for name in names if self._tells(name, holders)}))
            for names in speakers
        ]
        self._holders: dict[str, set[int]] = defaultdict(set)
        for text, telling in enumerate(self._telling):
            for name in telling:
                self._holders[name].add(text)

    def of(self, text: int) -> tuple[str, ...]:
        """Give the names in a text that tell something, as they are compared."""
        return self._telling[text]

    def holders(self, name: str) -> list[int]:
        """Give the texts in which somebody goes by a name, in order."""
        return sorted(self._holders[name])

    def alike(self, first: int, second: int) -> tuple[str, str] | None:
        """Give two names in two texts that are the same or nearly so, the likest first."""
        pairs = [
            (fuzz.ratio(one, other), one, other)
            for one in self._telling[first]
            for other in self._telling[second]
        ]
        best = max(pairs, default=(0.0, "", ""))
        return (best[1], best[2]) if best[0] >= LEAST_ALIKE else None

    def _tells(self, name: str, holders: dict[str, set[int]]) -> bool:
        stem = _stem(name)
        says_who = guess_role(name) is Role.UNKNOWN and self._zipf(stem) < COMMON
        return says_who and len(stem) >= SHORTEST and len(holders[stem]) <= FEW


def _stem(name: str) -> str:
    return _NO_LETTERS.sub("", folded(name))
