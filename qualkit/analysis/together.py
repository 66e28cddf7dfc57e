"""What stands together: codes or themes whose passages overlap, counted by places."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product

from qualkit.analysis.spread_matrix import OnlyHeard
from qualkit.domain.themes import PlacedCoding

Passage = tuple[str, int, int]
"""A stretch: of which version, and from where to where in code points, half-open."""


class Together:
    """Codes, or themes, against each other; the same from either side.

    What two share is counted when it is asked for: a large study has ten thousands of pairs.
    """

    def __init__(self, held: Mapping[str, Sequence[PlacedCoding]], only_heard: OnlyHeard) -> None:
        """Compare the codings of codes or themes, by their ids.

        `only_heard` leaves out what does not count.
        """
        self.ids = tuple(held)
        self._held = held
        self._only_heard = only_heard
        self._order = {each: place for place, each in enumerate(self.ids)}
        self._coding_at: dict[Passage, PlacedCoding] = {}
        under: dict[Passage, list[int]] = {}
        for place, codings in enumerate(held.values()):
            at = {coding.passage: coding for coding in codings}
            self._coding_at.update(at)
            for passage in at:
                under.setdefault(passage, []).append(place)
        self._pairs: dict[tuple[int, int], list[tuple[Passage, Passage]]] = {}
        for one, other in _overlapping(under):
            pairs = (
                combinations(under[one], 2) if one is other else product(under[one], under[other])
            )
            for left, right in pairs:
                if left != right:
                    pair = (left, right) if left < right else (right, left)
                    self._pairs.setdefault(pair, []).append((one, other))

    @property
    def sharing(self) -> frozenset[str]:
        """The ids of those that overlap another somewhere."""
        return frozenset(self.ids[place] for pair in self._pairs for place in pair)

    def places(self, one: str, other: str) -> int:
        """Tell how many different stretches two share; of one with itself, how many it has."""
        if one == other:
            return len({coding.passage for coding in self._only_heard(self._held[one])})
        return len(
            {
                (left[0], max(left[1], right[1]), min(left[2], right[2]))
                for left, right in self._shared(one, other)
            }
        )

    def coding_ids(self, one: str, other: str) -> tuple[str, ...]:
        """Give the codings of two that overlap each other; of one with itself, all it has."""
        if one == other:
            return tuple(coding.coding_id for coding in self._only_heard(self._held[one]))
        passages = {passage for pair in self._shared(one, other) for passage in pair}
        found = (
            coding.coding_id
            for each in (one, other)
            for coding in self._held[each]
            if coding.passage in passages
        )
        return tuple(dict.fromkeys(found))

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Give every two that share a place, in the order of the ids."""
        for left, right in sorted(self._pairs):
            one, other = self.ids[left], self.ids[right]
            if self._shared(one, other):
                yield one, other

    def _shared(self, one: str, other: str) -> list[tuple[Passage, Passage]]:
        """Give every two passages of two that overlap, and count."""
        left, right = sorted((self._order[one], self._order[other]))
        pairs = self._pairs.get((left, right), [])
        passages = {passage for pair in pairs for passage in pair}
        counted = self._only_heard([self._coding_at[passage] for passage in passages])
        heard = {coding.passage for coding in counted}
        return [pair for pair in pairs if heard.issuperset(pair)]


def _overlapping(passages: Iterable[Passage]) -> Iterator[tuple[Passage, Passage]]:
    """Give every two passages that share a code point, and each with itself."""
    begun: list[Passage] = []
    for passage in sorted(passages):
        version_id, start, _end = passage
        # They come in the order in which they begin: what has ended is not met again.
        begun = [each for each in begun if each[2] > start and each[0] == version_id]
        begun.append(passage)
        for each in begun:
            yield each, passage
