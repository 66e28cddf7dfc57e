"""Memos: dated notes on anything, and what they cite."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class MemoKind(StrEnum):
    """What sort of note it is; a help in finding it, never a duty."""

    ANALYTIC = "analytic"
    REFLEXIVE = "reflexive"
    METHOD = "method"
    DECISION = "decision"
    DOUBT = "doubt"
    ETHICS = "ethics"
    NARRATIVE = "narrative"
    """The story of a theme, printed in its summary."""

    @property
    def shared_by_default(self) -> bool:
        """Reflexive memos are the author's own until she shares them."""
        return self is not MemoKind.REFLEXIVE


class ObjectType(StrEnum):
    """What a memo can be about, and what it can cite."""

    PROJECT = "project"
    SOURCE = "source"
    PASSAGE = "passage"
    """A stretch of a version; the object id is the version's, with start and end."""
    CODE = "code"
    CODING = "coding"
    THEME = "theme"
    CASE = "case"


@dataclass(frozen=True, slots=True)
class Target:
    """One thing in the project that a memo is about, or cites."""

    object_type: ObjectType
    object_id: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Memo:
    """A dated note."""

    id: str
    kind: MemoKind
    object_type: ObjectType
    object_id: str
    body: str
    author: str
    created_at: datetime
    """UTC."""
    changed_at: datetime
    """UTC."""
    shared: bool = True
    """Whether it may leave with an export."""
    start: int | None = None
    end: int | None = None

    @property
    def target(self) -> Target:
        """What the memo is about."""
        return Target(self.object_type, self.object_id, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Citation:
    """A live reference from a memo to a passage, code or other object."""

    id: str
    memo_id: str
    object_type: ObjectType
    object_id: str
    start: int | None = None
    end: int | None = None

    @property
    def target(self) -> Target:
        """What is cited."""
        return Target(self.object_type, self.object_id, self.start, self.end)


@dataclass(frozen=True, slots=True)
class MemoEntry:
    """A memo with a readable name for what it is about and what it cites."""

    memo: Memo
    about: str
    cites: tuple[str, ...] = ()
