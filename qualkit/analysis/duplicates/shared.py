"""What few texts have in common besides passages: rare words, details, names of speakers."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from qualkit.analysis.duplicates.details import Detail
from qualkit.analysis.duplicates.names import SpeakerNames
from qualkit.analysis.duplicates.texts import Compared
from qualkit.analysis.duplicates.weights import COMMON, FEW, Weights, Zipf

SHORTEST = 4
"""Letters of a rare word."""


@dataclass(frozen=True, slots=True)
class SharedWord:
    """A rare word that two texts have."""

    word: str
    """Without capitals."""
    holders: int
    """In how many texts it stands."""
    weight: float


@dataclass(frozen=True, slots=True)
class SharedDetail:
    """A detail that two texts have."""

    detail: Detail
    holders: int
    weight: float


class Shared:
    """Rare words, details and names of all texts."""

    def __init__(
        self,
        compared: Compared,
        details: Sequence[frozenset[Detail]],
        names: SpeakerNames,
        weights: Weights,
        zipf: Zipf,
    ) -> None:
        """Find who shares what; `details` are those of each text."""
        self._details = details
        self._words: list[dict[int, SharedWord]] = [{} for _ in compared.texts]
        self._held: dict[Detail, SharedDetail] = {}
        self._pairs: dict[tuple[int, int], list[float]] = defaultdict(list)
        self._find_words(compared, weights, zipf)
        self._find_details(weights)
        for text in range(len(compared.texts)):
            for name in names.of(text):
                holders = names.holders(name)
                if len(holders) > 1 and holders[0] == text:
                    self._bring_together(holders, weights.name(len(holders)))

    def pairs(self) -> Iterator[tuple[tuple[int, int], list[float]]]:
        """Give the pairs of texts that share something that few have, with the weights of it."""
        return iter(self._pairs.items())

    def words(self, first: int, second: int) -> list[SharedWord]:
        """Give the rare words that two texts share, the rarest first."""
        mine, hers = self._words[first], self._words[second]
        found = [mine[number] for number in mine.keys() & hers.keys()]
        return sorted(found, key=lambda each: (-each.weight, each.word))

    def details(self, first: int, second: int) -> list[SharedDetail]:
        """Give the details that two texts share, the rarest first."""
        found = [self._held[each] for each in self._details[first] & self._details[second]]
        return sorted(found, key=lambda each: (-each.weight, each.detail))

    def _find_words(self, compared: Compared, weights: Weights, zipf: Zipf) -> None:
        for number, holders in compared.holders():
            word = compared.vocabulary.words[number]
            if len(holders) > FEW or len(word) < SHORTEST or not word.isalpha():
                continue
            often = zipf(word)
            if often >= COMMON:
                continue
            shared = SharedWord(word, len(holders), weights.word(len(holders), often))
            texts: list[int] = holders.tolist()
            for text in texts:
                self._words[text][number] = shared
            self._bring_together(texts, shared.weight)

    def _find_details(self, weights: Weights) -> None:
        holders: dict[Detail, list[int]] = defaultdict(list)
        for text, found in enumerate(self._details):
            for detail in found:
                holders[detail].append(text)
        for detail in sorted(holders):
            texts = holders[detail]
            if len(texts) < 2:
                continue
            shared = SharedDetail(detail, len(texts), weights.detail(detail.kind, len(texts)))
            self._held[detail] = shared
            if len(texts) <= FEW:
                self._bring_together(texts, shared.weight)

    def _bring_together(self, texts: Iterable[int], weight: float) -> None:
        for pair in combinations(texts, 2):
            self._pairs[pair].append(weight)
