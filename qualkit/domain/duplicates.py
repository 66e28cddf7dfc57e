"""Two sources that may be of one visitor or one text: why, and what a person decided."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum, StrEnum

from qualkit.domain.spans import Span


class PairVerdict(StrEnum):
    """What a person holds two sources for."""

    SAME = "same"
    """Of one visitor, or one text: one case, and still two sources to read."""
    DIFFERENT = "different"
    UNSURE = "unsure"


class PairsWanted(StrEnum):
    """Which pairs are listed."""

    WAITING = "waiting"
    """Candidates that nobody decided on, and that are not in one case already."""
    DECIDED = "decided"
    ALL = "all"


class ReasonKind(Enum):
    """What two sources have in common."""

    PASSAGES = "passages"
    """Passages that are nearly the same, word for word."""
    DETAILS = "details"
    """A postcode, an age, a day, a name."""
    WORDS = "words"
    """Words that few others use."""
    NAMES = "names"
    """What those who speak call themselves."""
    TIMES = "times"
    """When they were held; it supports other reasons and is none by itself."""


@dataclass(frozen=True, slots=True)
class PairReason:
    """One thing that two sources have in common."""

    kind: ReasonKind
    told: str
    """In words, in the language of the study."""
    first: tuple[Span, ...] = ()
    """Where in the first source; for passages, beside those of the second in the same order."""
    second: tuple[Span, ...] = ()

    @property
    def turned(self) -> "PairReason":
        """The same with the second source as the first; the words stay as they are."""
        return replace(self, first=self.second, second=self.first)


@dataclass(frozen=True, slots=True)
class PairCandidate:
    """Two sources that have so much in common that a person may want to look."""

    first_id: str
    """Where it is kept, of the two ids the one that comes first in the alphabet."""
    second_id: str
    likeness: int
    """0 to 1000; it orders a list and is shown to nobody without its reasons."""
    reasons: tuple[PairReason, ...]
    """What weighs most first."""
    first_version: str
    """The version whose text the spans point into."""
    second_version: str

    @property
    def turned(self) -> "PairCandidate":
        """The same with the second source as the first."""
        return replace(
            self,
            first_id=self.second_id,
            second_id=self.first_id,
            reasons=tuple(each.turned for each in self.reasons),
            first_version=self.second_version,
            second_version=self.first_version,
        )


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


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two sources held for different, that are the same by other decisions."""

    first_id: str
    second_id: str
    by_way_of: tuple[str, ...]
    """The sources between them: each was held for the same as the one before and behind it."""


@dataclass(frozen=True, slots=True)
class PairDecision:
    """What came of deciding on a pair."""

    pair: DecidedPair
    label: str = ""
    """The label of the case that both are in now; empty where that is none."""
    apart: tuple[str, str] | None = None
    """The labels of two different cases that they are in; they were left as they are."""
    doubt_id: str = ""
    """The doubt that was raised, if any."""
    contradiction: str = ""
    """What other decisions say against this one, in words."""


@dataclass(frozen=True, slots=True)
class LookDone:
    """What a look for pairs found."""

    sources: int
    """How many were looked at."""
    pairs: int
    """How many candidates there are now."""
    waiting: int
    """How many of them nobody has decided on."""


@dataclass(frozen=True, slots=True)
class LastLook:
    """When one looked for pairs last."""

    at: datetime
    """UTC."""
    sources: int
    """How many were looked at."""
    new_since: int
    """How many came in after it."""


def pair_of(one: str, other: str) -> tuple[str, str]:
    """Give two ids in the order in which pairs are kept."""
    return (one, other) if one < other else (other, one)
