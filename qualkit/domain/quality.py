"""The quality conversation: observations with a question, and one's own answer to each.

The fifteen points are those of Braun & Clarke (2006, table 2). Nothing is counted together, and
nothing here holds up any work.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from qualkit.domain.memos import Target
from qualkit.translation import N_

POINTS: Mapping[int, str] = {
    1: N_("Texts that are detailed enough, and checked"),
    2: N_("Equal attention to every source"),
    3: N_("More than a few vivid examples"),
    4: N_("All that belongs to a theme is gathered"),
    5: N_("Themes held against the material"),
    6: N_("Themes that are coherent and distinct"),
    7: N_("Interpreted, not paraphrased"),
    8: N_("Claims and passages fit each other"),
    9: N_("A story that hangs together"),
    10: N_("Own words and quotes"),
    11: N_("Time for every phase"),
    12: N_("Approach and assumptions are told"),
    13: N_("What is said fits what is done"),
    14: N_("Words that fit where you stand"),
    15: N_("The researcher's own choices"),
}
"""What each of the fifteen points is about."""


class AnswerKind(StrEnum):
    """How a researcher answers a question."""

    NOTE = "note"
    LATER = "later"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class QualityAnswer:
    """An answer to one question."""

    id: str
    subject: str
    """What was asked about: the key of the observation, `3:theme:<id>`."""
    kind: AnswerKind
    text: str
    seen: str
    """The observation as it read then; it may have changed since."""
    author: str
    answered_at: datetime
    """UTC."""


@dataclass(frozen=True, slots=True)
class Observation:
    """Something seen in the researcher's own material, and a question about it."""

    key: str
    """What it is about, the same from day to day: the point, a noun and an id."""
    point: int
    """1 to 15."""
    seen: str
    """The fact, in a sentence."""
    question: str
    about: Target | None = None
    """What it concerns as a whole, such as a theme."""
    codings: tuple[str, ...] = ()
    """Ids of the coded passages that it rests on, which can be opened."""
    sources: tuple[str, ...] = ()
    """Ids of the sources that it rests on."""
    passages: tuple["Uncoded", ...] = ()
    """Passages that it rests on and that have no coding."""


@dataclass(frozen=True, slots=True)
class Uncoded:
    """A passage without a coding."""

    reference: str
    """`P3:27`."""
    source_id: str
    version_id: str
    start: int
    """Code points, half-open."""
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of the quality page: what is seen now, and her answer if she gave one."""

    key: str
    point: int
    observation: Observation | None
    """None where what was asked about is no longer so; then there is an answer."""
    answer: QualityAnswer | None

    @property
    def has_changed(self) -> bool:
        """Tell whether the fact is another one than when it was answered."""
        if self.observation is None or self.answer is None:
            return self.observation is None
        return figures_in(self.observation.seen) != figures_in(self.answer.seen)


def figures_in(seen: str) -> list[str]:
    """Give the figures of an observation: two that differ in words or language only have the same.

    Every fact that can become another one is told with a figure.
    """
    return sorted(re.findall(r"\d+", seen))


def point_of(key: str) -> int:
    """Give the point that the key of an observation begins with."""
    return int(key.partition(":")[0])
