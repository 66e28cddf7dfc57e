"""Reading a theme: all its passages in a row, and what was decided on each."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Verdict(StrEnum):
    """What a reader decides on a passage of a theme."""

    STAYS = "stays"
    MOVES = "moves"
    """It went to another theme or to a tray."""
    DOUBT = "in_doubt"


@dataclass(frozen=True, slots=True)
class ThemeReading:
    """One reading of all passages of a theme by one person."""

    id: str
    theme_id: str
    reader: str
    begun_at: datetime
    """UTC."""
    finished_at: datetime | None = None
    """UTC; None while it goes on."""


@dataclass(frozen=True, slots=True)
class PassageVerdict:
    """What was decided on one passage in a reading."""

    id: str
    reading_id: str
    coding_id: str
    verdict: Verdict
    decided_at: datetime
    """UTC."""
