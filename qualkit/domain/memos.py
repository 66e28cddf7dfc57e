"""Memos: dated notes on anything, and what they cite."""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from qualkit.domain.periods import ALWAYS, Period
from qualkit.domain.text import holds_words


class MemoKind(StrEnum):
    """What sort of note it is; a help in finding it, never a duty."""

    ANALYTIC = "analytic"
    REFLEXIVE = "reflexive"
    METHOD = "method"
    DECISION = "decision"
    DOUBT = "doubt"
    ETHICS = "ethics"
    LIMITATION = "limitation"
    """What the material cannot show; gathered where memos are exported."""
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
    STEP = "step"
    """A step of the history; a memo on it is a reason that was given afterwards."""


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
    cited: tuple[Target, ...] = ()
    """What it cites, in the order of `cites`."""


@dataclass(frozen=True, slots=True)
class MemoFilter:
    """Which memos are wanted; what is left empty does not narrow."""

    words: str = ""
    kind: MemoKind | None = None
    about: Target | None = None
    concerning: Target | None = None
    """What they are about or cite."""
    object_type: ObjectType | None = None
    author: str = ""
    shared: bool | None = None
    period: Period = ALWAYS

    def fits(self, entry: MemoEntry) -> bool:
        """Tell whether a memo is wanted; dates are those on which it was written."""
        memo = entry.memo
        return (
            self.kind in (None, memo.kind)
            and self.about in (None, memo.target)
            and self.concerning in (None, memo.target, *entry.cited)
            and self.object_type in (None, memo.object_type)
            and self.author in ("", memo.author)
            and self.shared in (None, memo.shared)
            and self.period.holds(memo.created_at)
            and holds_words(f"{memo.body} {entry.about}", self.words)
        )


@dataclass(frozen=True, slots=True)
class MemoDraft:
    """A memo that is being written."""

    about: Target
    body: str = ""
    kind: MemoKind = MemoKind.ANALYTIC
    shared: bool = True
    memo_id: str = ""
    """The memo that is being changed; empty for a new one."""


_NAMED = re.compile(r"\[\[([^\[\]\n]{1,300})\]\]")


def cited_names(body: str) -> tuple[str, ...]:
    """Find the names of codes and themes that a memo cites: `[[te weinig mensen]]`."""
    return tuple(_NAMED.findall(body))
