"""What decisions on pairs say together: who is the same by way of others, and what contradicts."""

from collections import defaultdict, deque
from collections.abc import Iterable

from qualkit.domain.duplicates import Contradiction, DecidedPair, PairVerdict, pair_of


class Chains:
    """Sources that were held for the same, pair by pair, and so together."""

    def __init__(self, decided: Iterable[DecidedPair]) -> None:
        """Follow some decisions."""
        self._same: dict[str, set[str]] = defaultdict(set)
        different = list[tuple[str, str]]()
        for pair in decided:
            if pair.verdict is PairVerdict.SAME:
                self._same[pair.first_id].add(pair.second_id)
                self._same[pair.second_id].add(pair.first_id)
            elif pair.verdict is PairVerdict.DIFFERENT:
                different.append((pair.first_id, pair.second_id))
        self._group: dict[str, int] = {}
        for number, source_id in enumerate(sorted(self._same)):
            if source_id not in self._group:
                self._group.update(dict.fromkeys(self._reached(source_id), number))
        self.contradictions = tuple(
            Contradiction(one, other, self._way(one, other)[1:-1])
            for one, other in sorted(different)
            if self.are_same(one, other)
        )
        """What was held for different, and is the same by way of others."""
        self._on_a_way: dict[tuple[str, str], Contradiction] = {}
        for each in reversed(self.contradictions):
            way = (each.first_id, *each.by_way_of, each.second_id)
            for one, other in zip(way, (*way[1:], way[0]), strict=True):
                self._on_a_way[pair_of(one, other)] = each

    def are_same(self, one: str, other: str) -> bool:
        """Tell whether two sources are the same, by themselves or by way of others."""
        return one in self._group and self._group[one] == self._group.get(other)

    def against(self, one: str, other: str) -> Contradiction | None:
        """Give what other decisions say against the decision on a pair."""
        return self._on_a_way.get(pair_of(one, other))

    def _reached(self, start: str) -> set[str]:
        return set(self._ways_from(start))

    def _way(self, start: str, end: str) -> tuple[str, ...]:
        """Give a shortest way from one to another, both included."""
        came_from = self._ways_from(start)
        way = [end]
        while way[-1] != start:
            way.append(came_from[way[-1]])
        return tuple(reversed(way))

    def _ways_from(self, start: str) -> dict[str, str]:
        """Give for everything that is reached from where it was reached first."""
        came_from = {start: start}
        waiting = deque([start])
        while waiting:
            here = waiting.popleft()
            for there in sorted(self._same[here]):
                if there not in came_from:
                    came_from[there] = here
                    waiting.append(there)
        return came_from
