"""The quality conversation: observations with a question, and one's own answer to each.

The fifteen points are those of Braun & Clarke (2006, table 2). Nothing is counted together, and
nothing here holds up any work.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from qualkit.domain.memos import Target


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
