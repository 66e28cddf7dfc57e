"""How the text of a source came about; told in the method paragraph and under quotes."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class MemberCheck(StrEnum):
    """Whether who spoke has seen the text; a record, not a score (Birt et al. 2016)."""

    NOT_OFFERED = "not_offered"
    SENT = "sent"
    UNCHANGED = "unchanged"
    """It came back without changes."""
    CHANGED = "changed"
    """It came back with changes."""
    NO_RESPONSE = "no_response"


@dataclass(frozen=True, slots=True)
class SourceMaking:
    """How one source came about; empty where nobody wrote it down."""

    id: str
    source_id: str
    recorder: str = ""
    """Who wrote the text, by role: "de interviewer"."""
    mode: str = ""
    """How it was held: "telefonisch", "op locatie"."""
    minutes: int | None = None
    """How long it took."""
    member_check: MemberCheck | None = None
    """None while nobody recorded it."""
    checked_on: date | None = None
    """The day of the last thing that happened in the check."""
