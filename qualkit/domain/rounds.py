"""Rounds: going through the sources once more, each round with its own order and read state."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


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
