"""Finds the pairs of texts that have more in common than chance would give them."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from qualkit.analysis.duplicates.details import Detail, details_in
from qualkit.analysis.duplicates.names import ALIKE_WEIGHT, SpeakerNames
from qualkit.analysis.duplicates.passages import AlikePassage, ReadyText, alike_passages
from qualkit.analysis.duplicates.shared import Shared, SharedDetail, SharedWord
from qualkit.analysis.duplicates.sketches import alike_texts
from qualkit.analysis.duplicates.texts import Compared, Numbers, Vocabulary, placed_words
from qualkit.analysis.duplicates.times import Held, Times, times_of
from qualkit.analysis.duplicates.weights import SHARE_BEFORE_SUPPORT, Weights, Zipf, faded
from qualkit.domain.replacements import IdentifierKind
from qualkit.domain.spoken_texts import SpokenText

LEAST_HOLDERS = 6
HOLDERS_SHARE = 1 / 1000
"""A row of words in more texts than this (and the share of all) is what everybody writes."""

MOST_OF_ONE = 8
"""Pairs that are kept of one text: the likest; with a chain of them the rest follows."""

_TELLING = frozenset(IdentifierKind) - {
    IdentifierKind.ROLE,
    IdentifierKind.EVENT,
    IdentifierKind.PRONOUN,
    IdentifierKind.OTHER,
}
"""Kinds of details that tell people apart."""

Progress = Callable[[int, int], None]
"""Called with how much is done, and of how much; it may end the work by raising."""


@dataclass(frozen=True, slots=True)
class FoundPair:
    """Two texts by their places, and what they have in common."""

    first: int
    second: int
    weight: float
    likeness: int
    """0 to 1000."""
    passages: tuple[AlikePassage, ...]
    words: tuple[SharedWord, ...]
    details: tuple[SharedDetail, ...]
    names: tuple[str, str] | None
    times: Times | None


class Finding:
    """Takes texts in one by one, keeping little of each, and then finds the pairs."""

    def __init__(self, zipf: Zipf) -> None:
        """Begin with no texts; `zipf` tells how often the language has a word."""
        self._zipf = zipf
        self._vocabulary = Vocabulary()
        self._texts: list[Numbers] = []
        self._details: list[frozenset[Detail]] = []
        self._speakers: list[tuple[str, ...]] = []
        self._held: list[Held] = []

    def take_in(self, text: SpokenText) -> None:
        """Read one text."""
        words = [each.word for each in placed_words(text)]
        self._texts.append(self._vocabulary.numbers_of(words))
        found = {detail for detail, _span in details_in(text)}
        self._details.append(frozenset(each for each in found if each.kind in _TELLING))
        self._speakers.append(text.speakers)
        self._held.append(Held(text.began, text.held_on))

    def pairs(self, progress: Progress) -> tuple[FoundPair, ...]:
        """Give the pairs, the likest first."""
        count = len(self._texts)
        most = max(LEAST_HOLDERS, int(count * HOLDERS_SHARE))
        compared = Compared(tuple(self._texts), self._vocabulary, most)
        weights = Weights(count)
        names = SpeakerNames(self._speakers, self._zipf)
        shared = Shared(compared, self._details, names, weights, self._zipf)
        wanted = {
            pair for pair, found in shared.pairs() if faded(found) >= weights.least / 2
        } | alike_texts(compared, lambda done: progress(done, 2 * count))
        judge = _Judge(compared, shared, names, weights, self._held)
        found: list[FoundPair] = []
        for place, pair in enumerate(sorted(wanted)):
            progress(count + count * place // len(wanted), 2 * count)
            if judged := judge.judge(*pair):
                found.append(judged)
        found.sort(key=lambda each: (-each.weight, each.first, each.second))
        return tuple(_likest_of_each(found))


class _Judge:
    """Weighs all that two texts have in common."""

    def __init__(
        self,
        compared: Compared,
        shared: Shared,
        names: SpeakerNames,
        weights: Weights,
        held: list[Held],
    ) -> None:
        self._compared = compared
        self._shared = shared
        self._names = names
        self._weights = weights
        self._held = held
        self._ready: tuple[int, ReadyText] | None = None

    def judge(self, first: int, second: int) -> FoundPair | None:
        """Give a pair with its reasons, when they weigh enough."""
        passages, rows = self._passages(first, second)
        details = self._shared.details(first, second)
        told = {word for each in details for word in each.detail.value.split()}
        told |= {self._compared.vocabulary.words[number] for number in self._said(first, passages)}
        words = [each for each in self._shared.words(first, second) if each.word not in told]
        names = self._names.alike(first, second)
        same_name = names and names[0] == names[1]
        weight = rows + faded(
            [*(each.weight for each in words), *(each.weight for each in details)]
        )
        if names and same_name:
            weight += self._weights.name(len(self._names.holders(names[0])))
        times = times_of(self._held[first], self._held[second])
        if weight >= SHARE_BEFORE_SUPPORT * self._weights.least:
            weight += times.pattern.value if times else 0.0
            weight += ALIKE_WEIGHT if names and not same_name else 0.0
        if weight < self._weights.least:
            return None
        return FoundPair(
            first,
            second,
            weight,
            self._weights.likeness(weight),
            passages,
            tuple(words),
            tuple(details),
            names,
            times,
        )

    def _passages(self, first: int, second: int) -> tuple[tuple[AlikePassage, ...], float]:
        """Give the passages that are alike, and what they weigh."""
        # Pairs come in order, so the first text is often that of the last pair.
        if self._ready is None or self._ready[0] != first:
            self._ready = first, self._read(first)
        mine = self._ready[1]
        passages = alike_passages(mine, self._read(second))
        rows = [mine.counts[place] for each in passages for place, _ in each.matches]
        return passages, sum(self._weights.row(int(holders)) for holders in rows)

    def _read(self, text: int) -> ReadyText:
        return ReadyText(self._compared.texts[text], *self._compared.rows.of(text))

    def _said(self, text: int, passages: Iterable[AlikePassage]) -> Iterator[int]:
        """Give the numbers of the words in passages that are alike: they have been weighed."""
        numbers = self._compared.texts[text]
        for each in passages:
            yield from numbers[each.first.start : each.first.stop].tolist()


def _likest_of_each(pairs: Iterable[FoundPair]) -> Iterator[FoundPair]:
    """Leave out the pairs of texts that both have enough likelier ones; they come likest first."""
    kept = Counter[int]()
    for pair in pairs:
        if min(kept[pair.first], kept[pair.second]) < MOST_OF_ONE:
            kept[pair.first] += 1
            kept[pair.second] += 1
            yield pair
