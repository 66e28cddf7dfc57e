"""Reading a theme: all its passages in a row, and what was decided on each."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from qualkit.domain.themes import ThemeMember
from qualkit.translation import _, ngettext


class Verdict(StrEnum):
    """What a reader decides on a passage of a theme."""

    STAYS = "stays"
    MOVES = "moves"
    """It went to another theme or to a tray."""
    DOUBT = "in_doubt"
    LATER = "later"
    """It was passed over: the reading was finished before it was decided on."""


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


@dataclass(frozen=True, slots=True)
class CurrentReading:
    """The passages of a theme as they are now, and what was decided on them in its last reading."""

    reading: ThemeReading | None
    """None while the theme was not read at all."""
    members: tuple[ThemeMember, ...]
    """What is in the theme and its subthemes, by place."""
    verdicts: Mapping[str, Verdict]
    """By the id of the coding; those that moved away are among them."""

    @property
    def is_going_on(self) -> bool:
        """Whether the reading was begun and not finished."""
        return self.reading is not None and self.reading.finished_at is None

    def is_open(self, coding_id: str) -> bool:
        """Tell whether a passage of the theme is still to be decided on.

        What was put back after it moved away is.
        """
        return self.verdicts.get(coding_id) in (None, Verdict.MOVES, Verdict.LATER)

    def ids_of(self, verdict: Verdict) -> list[str]:
        """Give the codings with a verdict; one that was put back after it moved has none."""
        here = {member.coding_id for member in self.members}
        return [
            coding_id
            for coding_id, each in self.verdicts.items()
            if each is verdict and (coding_id not in here) is (verdict is Verdict.MOVES)
        ]

    def count(self, verdict: Verdict) -> int:
        """Count the passages with a verdict."""
        return len(self.ids_of(verdict))


@dataclass(frozen=True, slots=True)
class ReadState:
    """How far a theme was read by one person, without its texts."""

    theme_id: str
    reading: ThemeReading | None = None
    """Her last reading of the theme; None when there was none."""
    last_at: datetime | None = None
    """UTC: when she last decided on a passage, or finished."""
    new: tuple[str, ...] = ()
    """Ids of codings in the theme without a verdict in that reading, by place."""
    later: tuple[str, ...] = ()
    """Ids of codings in the theme that the reading passed over."""

    @property
    def goes_on(self) -> bool:
        """Whether her last reading is not finished."""
        return self.reading is not None and self.reading.finished_at is None

    @property
    def told(self) -> str:
        """How far it is, in a sentence; "7 new since your last reading of 2026-05-03."."""
        if self.reading is None or self.last_at is None:
            return _("Not yet read in a row.")
        day = f"{self.last_at.astimezone():%Y-%m-%d}"
        if self.goes_on:
            many = len(self.new)
            return ngettext(
                "Being read since {day}; {count} passage to go.",
                "Being read since {day}; {count} passages to go.",
                many,
            ).format(day=f"{self.reading.begun_at.astimezone():%Y-%m-%d}", count=many)
        told = _("Read in a row on {day}.").format(day=day)
        if self.new:
            told = ngettext(
                "{count} new since your last reading of {day}.",
                "{count} new since your last reading of {day}.",
                len(self.new),
            ).format(count=len(self.new), day=day)
        if not self.later:
            return told
        many = len(self.later)
        left = ngettext("{count} was left for later.", "{count} were left for later.", many)
        return f"{told} {left.format(count=many)}"
