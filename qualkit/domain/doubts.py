"""The doubt list: memos of that kind, what was said about them, and how they were closed."""

from dataclasses import dataclass
from datetime import datetime

from qualkit.domain.memos import Memo
from qualkit.domain.text import holds_words

BARE = "?"
"""The words of a doubt of which nothing is said yet, as one writes it in a margin."""


@dataclass(frozen=True, slots=True)
class DoubtRemark:
    """Something said about a doubt."""

    id: str
    memo_id: str
    text: str
    author: str
    made_at: datetime
    """UTC."""


@dataclass(frozen=True, slots=True)
class DoubtDecision:
    """How a doubt was closed; a doubt without one is open."""

    id: str
    memo_id: str
    text: str
    author: str
    decided_at: datetime
    """UTC."""


@dataclass(frozen=True, slots=True)
class DoubtPassage:
    """The passage that a doubt is on, to look at and to print."""

    words: str
    """Word for word."""
    label: str
    printed: str
    """With every replacement; empty where the words may not be printed."""
    printed_label: str
    """Under the name that was agreed on; may be empty."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A doubt with what it is on, what was said about it, and how it was closed."""

    memo: Memo
    about: str
    """What it is on, as people call it: `P3:27`, `the code 'kennis'`."""
    name: str
    """The same in no language: `P3:27`, `kennis`."""
    printed_name: str
    """The same as it is printed: a source goes by its label, as a title may tell more."""
    passage: DoubtPassage | None = None
    """What it is on, when that is a passage or a coding."""
    remarks: tuple[DoubtRemark, ...] = ()
    """Oldest first."""
    decision: DoubtDecision | None = None

    @property
    def is_open(self) -> bool:
        """Tell whether it waits for a decision."""
        return self.decision is None


@dataclass(frozen=True, slots=True)
class DoubtFilter:
    """Which doubts are wanted; what is left empty does not narrow."""

    is_open: bool | None = None
    author: str = ""
    """Who raised it, or said something about it."""
    shared: bool | None = None
    words: str = ""

    def fits(self, doubt: Doubt) -> bool:
        """Tell whether a doubt is wanted."""
        people = {doubt.memo.author, *(remark.author for remark in doubt.remarks)}
        passage = doubt.passage.words if doubt.passage else ""
        told = (doubt.memo.body, doubt.about, passage)
        said = (remark.text for remark in doubt.remarks)
        decided = doubt.decision.text if doubt.decision else ""
        return (
            self.is_open in (None, doubt.is_open)
            and (not self.author or self.author in people)
            and self.shared in (None, doubt.memo.shared)
            and holds_words(" ".join((*told, *said, decided)), self.words)
        )
