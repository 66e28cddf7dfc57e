"""Decisions: the steps that gave a study its shape, with the reasons that people typed."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class DecisionKind(StrEnum):
    """What was decided."""

    THEME_MADE = "theme_made"
    THEME_RENAMED = "theme_renamed"
    THEME_REWORDED = "theme_reworded"
    """It has another central idea."""
    THEME_STATUS = "theme_status"
    THEME_DROPPED = "theme_dropped"
    THEME_PLACED = "theme_placed"
    """It is part of another theme now, or of none."""
    THEME_MERGED = "theme_merged"
    THEME_SPLIT = "theme_split"
    THEME_REMOVED = "theme_removed"
    CODE_RENAMED = "code_renamed"
    CODE_MERGED = "code_merged"
    CODE_SPLIT = "code_split"
    CODE_RETIRED = "code_retired"
    CODE_OFFERED = "code_offered"
    """A retired code is in use again."""
    CODE_REMOVED = "code_removed"
    QUESTION = "question"
    PROFILE = "profile"
    SNAPSHOT = "snapshot"
    BOARD_BACK = "board_back"
    MATRIX_MADE = "matrix_made"
    MATRIX_REMOVED = "matrix_removed"
    ROUND_BEGUN = "round_begun"
    ROUND_CLOSED = "round_closed"
    MEMO = "memo"
    """A memo of the kind decision."""
    DOUBT = "doubt"
    """A doubt that was closed."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision; who took it and at what hour is not told."""

    kind: DecisionKind
    at: datetime
    """UTC."""
    step: int | None = None
    """The number of the step in the history; None for a memo."""
    name: str = ""
    """Of what it is about, as it was called then."""
    others: tuple[str, ...] = ()
    """The new name, what it went up in, what was split off, what it is part of now."""
    text: str = ""
    """The central idea, status, question, note or body that goes with it."""
    why: str = ""
    """The reason that was given, then and afterwards."""
