"""Rounds: going through the sources once more, each round with its own order and read state."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property
from random import Random
from statistics import median

from qualkit.domain.listed_names import some_of
from qualkit.domain.sources import Source
from qualkit.translation import _, decimal, ngettext

THIN = 0.5
"""A source is coded thinly with less than this share of what is usual in the project."""


class RoundOrder(StrEnum):
    """In which order a round goes through the sources."""

    NUMBERED = "numbered"
    """As they were brought in."""
    REVERSED = "reversed"
    SHUFFLED = "shuffled"
    """By chance, the same chance for the whole round."""
    SPARSEST = "sparsest"
    """Fewest coded passages per 1,000 words of evidence first."""


@dataclass(frozen=True, slots=True)
class Round:
    """A named round of reading and coding."""

    id: str
    name: str
    begun_at: datetime
    """UTC."""
    order: RoundOrder = RoundOrder.NUMBERED
    note: str = ""
    """What it is for, in the researcher's words."""
    closed_at: datetime | None = None
    """UTC; None while it goes on."""


@dataclass(frozen=True, slots=True)
class RoundSource:
    """A source in a round: its turn, and when it was read."""

    id: str
    round_id: str
    source_id: str
    position: int
    """1, 2, 3 … in the order of the round."""
    read_at: datetime | None = None
    """UTC; None while it is not read in this round."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """How far a source was coded, and read in a round; nothing of it is a goal."""

    source: Source
    label: str
    """The participant's printed label; the title where there is none."""
    words: int
    """That are evidence."""
    passages: int
    """Stretches with a code, each counted once."""
    read_at: datetime | None = None
    """UTC; None while it is not read in the round."""
    visited_on: date | None = None
    """The day it was last opened for reading, where that is known."""

    @property
    def density(self) -> float:
        """Coded passages per 1,000 words of evidence."""
        return 1000 * self.passages / self.words if self.words else 0.0

    @property
    def told(self) -> str:
        """How much is coded, in words: "3 passages on 2,100 words; 1.4 per 1,000"."""
        if not self.words:
            return _("no words of participants")
        if not self.passages:
            return ngettext(
                "nothing coded on {words} word", "nothing coded on {words} words", self.words
            ).format(words=self.words)
        said = ngettext(
            "{count} passage on {words} words; {density} per 1,000",
            "{count} passages on {words} words; {density} per 1,000",
            self.passages,
        )
        return said.format(count=self.passages, words=self.words, density=decimal(self.density))


# Without slots, so that what is told of every source is worked out once.
@dataclass(frozen=True)
class RoundView:
    """A round with its sources in their order."""

    round: Round | None
    """None where the sources stand in no round."""
    sources: tuple[Coverage, ...]

    @property
    def read(self) -> int:
        """How many sources were read in it."""
        return sum(1 for each in self.sources if each.read_at)

    @cached_property
    def usual(self) -> float:
        """The density in the middle: as many sources are coded more densely as more thinly."""
        densities = [each.density for each in self.sources if each.words]
        return median(densities) if densities else 0.0

    def is_thin(self, coverage: Coverage) -> bool:
        """Tell whether a source is coded much more thinly than is usual here."""
        return bool(coverage.words) and coverage.density < THIN * self.usual

    @cached_property
    def told(self) -> str:
        """Which sources stand apart, in words; empty when none does."""
        thin = [each for each in self.sources if self.is_thin(each)]
        if not thin:
            return ""
        names = some_of([each.label for each in thin], 3)
        said = _("Coded thinly beside the others: {names}. That may be right.")
        return said.format(names=names)


@dataclass(frozen=True, slots=True)
class RoundEntry:
    """A round as a line of a list."""

    round: Round
    sources: int
    read: int


def in_order(
    order: RoundOrder, sources: Sequence[Source], density: Callable[[Source], float], seed: str
) -> list[Source]:
    """Give sources in the order of a round; `seed` decides on the chance of a shuffled one."""
    ordered = sorted(sources, key=lambda source: source.number)
    if order is RoundOrder.REVERSED:
        ordered.reverse()
    elif order is RoundOrder.SHUFFLED:
        Random(seed).shuffle(ordered)
    elif order is RoundOrder.SPARSEST:
        ordered.sort(key=density)
    return ordered
