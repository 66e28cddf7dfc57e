"""Two sources that may be of one visitor or one text: why, and what a person decided."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class PairVerdict(StrEnum):
    """What a person holds two sources for."""

    SAME = "same"
    """Of one visitor, or one text: one case, and still two sources to read."""
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class DecidedPair:
    """What was decided on two sources; nothing is merged by it."""

    id: str
    first_id: str
    """Of the two ids the one that comes first in the alphabet."""
    second_id: str
    verdict: PairVerdict
    note: str
    shown: tuple[str, ...]
    """The reasons that were shown when it was decided, in the language of the study."""
    author: str
    decided_at: datetime
    """UTC."""
