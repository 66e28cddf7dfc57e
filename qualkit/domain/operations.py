"""The audit trail: what was done, when, by whom, and why."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Generic, TypeVar

from qualkit.domain.memos import Memo
from qualkit.domain.periods import ALWAYS, Period
from qualkit.domain.text import holds_words

T = TypeVar("T")


class Origin(StrEnum):
    """Where a step was taken from."""

    CLI = "cli"
    TUI = "tui"
    BATCH = "batch"


class Subject(StrEnum):
    """What a step was about."""

    SOURCE = "source"
    CASE = "case"
    CODE = "code"
    CODING = "coding"
    MEMO = "memo"
    THEME = "theme"
    SUGGESTION = "suggestion"
    PROJECT = "project"


_SUBJECTS = {
    **{subject.value: subject for subject in Subject},
    "segment": Subject.SOURCE,
    "board": Subject.THEME,
    "claim": Subject.THEME,
    "queue": Subject.SUGGESTION,
    "quote": Subject.THEME,
    "review": Subject.THEME,
    "vignette": Subject.THEME,
    "doubt": Subject.MEMO,
    "matrix": Subject.THEME,
    "mosaic": Subject.CASE,
    "pair": Subject.CASE,
}
"""By the first word of a kind; what belongs to a larger thing is found with that thing."""


@dataclass(frozen=True, slots=True)
class Operation:
    """One step in the audit trail."""

    id: str
    number: int
    """1, 2, 3 … in the order in which they happened."""
    at: datetime
    """UTC."""
    actor: str
    origin: Origin
    kind: str
    """`coding.add`, `code.merge`, … or `undo`, `redo`, `migration`."""
    summary: str
    """What happened, as a sentence a person can read."""
    why: str = ""
    """The reason the person gave, if any."""
    reverts: str | None = None
    """The operation that this undo or redo plays backwards."""

    @property
    def subject(self) -> Subject:
        """What the step was about; of an undo, ask the step that it speaks of."""
        return _SUBJECTS.get(self.kind.partition(".")[0], Subject.PROJECT)


@dataclass(frozen=True, slots=True)
class OperationEntry:
    """An operation as a line of the history."""

    operation: Operation
    changes: int
    """How many rows it changed."""
    undone: bool
    """Whether it is taken back at this moment."""
    speaks_of: Operation | None = None
    """Of an undo or redo: the step that it took back or did again."""
    suggestions: tuple[str, ...] = ()
    """The suggested phrases that codings of this step began with."""
    memos: tuple[Memo, ...] = ()
    """What was written about the step afterwards, oldest first."""

    @property
    def step(self) -> Operation:
        """The person's own step: the operation itself, or what an undo or redo speaks of."""
        return self.speaks_of or self.operation


@dataclass(frozen=True, slots=True)
class StepFilter:
    """Which steps of the history are wanted; what is left empty does not narrow."""

    words: str = ""
    period: Period = ALWAYS
    actor: str = ""
    subject: Subject | None = None

    def fits(self, entry: OperationEntry) -> bool:
        """Tell whether a step is wanted."""
        operation = entry.operation
        return (
            self.period.holds(operation.at)
            and self.actor in ("", operation.actor)
            and (self.subject is None or self.subject is entry.step.subject)
            and (not self.words or holds_words(_words_of(entry), self.words))
        )


def _words_of(entry: OperationEntry) -> str:
    operation = entry.operation
    written = " ".join(memo.body for memo in entry.memos)
    return f"{operation.actor} {operation.summary} {operation.why} {entry.step.why} {written}"


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """A step that would be taken back, or done again, on the way to a point of the history."""

    operation: Operation
    """The person's own step."""
    obstacle: str = ""
    """Why it cannot be; empty when it can."""


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """What a service gives back: the thing itself and what to redraw."""

    value: T
    touched: frozenset[str]
    """Names of the nouns that changed: "codes", "codings", …"""
