"""A text with what counts as evidence in it, as texts are compared with each other."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class SpokenText:
    """The newest text of a source, and what participants say in it."""

    source_id: str
    number: int
    version_id: str
    text: str
    turns: tuple[tuple[int, int], ...]
    """Where a visitor or participant speaks, in code points, half-open; all of a running text."""
    speakers: tuple[str, ...] = ()
    """Who speaks there, as printed."""
    began: datetime | None = None
    """Local time as printed with the first words."""
    held_on: date | None = None
