"""The audit trail: what was done, when, by whom, and why."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")


class Origin(StrEnum):
    """Where a step was taken from."""

    CLI = "cli"
    TUI = "tui"
    BATCH = "batch"


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


@dataclass(frozen=True, slots=True)
class OperationEntry:
    """An operation as a line of the history."""

    operation: Operation
    changes: int
    """How many rows it changed."""
    undone: bool
    """Whether it is taken back at this moment."""


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """What a service gives back: the thing itself and what to redraw."""

    value: T
    touched: frozenset[str]
    """Names of the nouns that changed: "codes", "codings", …"""
