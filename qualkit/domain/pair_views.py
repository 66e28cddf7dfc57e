"""Two sources side by side: what is alike in them stands at one height, what differs is told.

What is between two alike passages runs on by itself on each side.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from qualkit.domain.duplicates import DecidedPair
from qualkit.domain.segments import Segment
from qualkit.domain.sources import Source
from qualkit.domain.spans import Span


@dataclass(frozen=True, slots=True)
class PairEntry:
    """A pair as a row of a list."""

    first: Source
    second: Source
    labels: tuple[str, str]
    """The printed labels; empty where there is none."""
    reasons: tuple[str, ...]
    """Why they may be one, in the language of the study, what weighs most first."""
    likeness: int
    """0 to 1000; it orders the list and is not shown."""
    decided: DecidedPair | None = None
    """None while it waits."""
    is_one_case: bool = False
    """Whether both are in one case already."""
    contradiction: str = ""
    """What other decisions say against this one, in words."""

    @property
    def key(self) -> str:
        """Name the pair."""
        return f"{self.first.id} {self.second.id}"


@dataclass(frozen=True, slots=True)
class PairSide:
    """One of the two, to read."""

    source: Source
    label: str
    """The printed label; empty where there is none."""
    text: str
    passages: tuple[Segment, ...]
    """In order; the words in which it is read."""
    shared: tuple[Span, ...] = ()
    """Rare words and details that stand in the other as well, in order."""


@dataclass(frozen=True, slots=True)
class AlikeStretch:
    """A stretch of the first, and the stretch of the second that is like it."""

    first: Span
    second: Span


@dataclass(frozen=True, slots=True)
class PairView:
    """Two sources side by side."""

    entry: PairEntry
    first: PairSide
    second: PairSide
    alike: tuple[AlikeStretch, ...]


@dataclass(frozen=True, slots=True)
class PairBand:
    """Passages of the one and of the other that stand at one height, by their places."""

    first: range
    second: range
    is_alike: bool = False
    """Whether it is one passage of each, which are alike; else what stands between such."""


def bands(view: PairView) -> tuple[PairBand, ...]:
    """Give all passages of both sides, each in its order, what is alike at one height.

    Where the order of alike passages differs in the two, as many as can stand beside each other do.
    """
    sizes = len(view.first.passages), len(view.second.passages)
    found: list[PairBand] = []
    for (left, right), (next_left, next_right) in pairwise(
        [(-1, -1), *_in_step(alike_places(view)), sizes]
    ):
        if left >= 0:
            here = range(left, left + 1), range(right, right + 1)
            found.append(PairBand(*here, is_alike=True))
        between = range(left + 1, next_left), range(right + 1, next_right)
        if between[0] or between[1]:
            found.append(PairBand(*between))
    return tuple(found)


def alike_places(view: PairView) -> frozenset[tuple[int, int]]:
    """Give the places of the passages in which alike stretches begin, of the one and the other."""
    starts = [
        [passage.span.start for passage in side.passages] for side in (view.first, view.second)
    ]
    found = (
        (_place(starts[0], stretch.first.start), _place(starts[1], stretch.second.start))
        for stretch in view.alike
    )
    return frozenset(pair for pair in found if min(pair) >= 0)


def _place(starts: Sequence[int], offset: int) -> int:
    return bisect_right(starts, offset) - 1


def _in_step(pairs: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Give as many pairs as can stand in order on both sides: a longest rising row of them."""
    ends: list[int] = []
    chains: list[tuple[tuple[int, int], int]] = []
    """Each pair with the place in this list of the one before it."""
    tops: list[int] = []
    for left, right in sorted(pairs, key=lambda pair: (pair[0], -pair[1])):
        length = bisect_left(ends, right)
        chains.append(((left, right), tops[length - 1] if length else -1))
        ends[length : length + 1] = [right]
        tops[length : length + 1] = [len(chains) - 1]
    found: list[tuple[int, int]] = []
    at = tops[-1] if tops else -1
    while at >= 0:
        pair, at = chains[at]
        found.append(pair)
    return reversed(found)
