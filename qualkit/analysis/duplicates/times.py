"""Whether two conversations were held in one pattern: soon after each other, or at one hour."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum

SOON = timedelta(hours=3)
DAYS = 7
"""Days apart at most, at the same hour."""

SAME_HOUR = timedelta(minutes=45)


class TimePattern(Enum):
    """How the beginnings of two conversations lie; the value is its weight."""

    SOON_AFTER = 4.0
    SAME_HOUR = 3.0
    """On another day of the same week or so."""
    SAME_DAY = 1.5


@dataclass(frozen=True, slots=True)
class Times:
    """When two conversations were held, where that says something."""

    pattern: TimePattern
    apart: timedelta
    """Between their beginnings; whole days for `SAME_HOUR`."""


@dataclass(frozen=True, slots=True)
class Held:
    """When one conversation was held, as far as that is known."""

    began: datetime | None = None
    on: date | None = None

    @property
    def day(self) -> date | None:
        """The day: as printed in the text, or else as it was told."""
        return self.began.date() if self.began else self.on


def times_of(first: Held, second: Held) -> Times | None:
    """Give the pattern of two conversations, if there is one."""
    if first.began and second.began:
        # Clocks are those of the texts and have no zone; a zone in one of them would not compare.
        one, other = first.began.replace(tzinfo=None), second.began.replace(tzinfo=None)
        apart = abs(other - one)
        if apart <= SOON:
            return Times(TimePattern.SOON_AFTER, apart)
        days = timedelta(days=round(apart / timedelta(days=1)))
        if timedelta() < days <= timedelta(days=DAYS) and abs(apart - days) <= SAME_HOUR:
            return Times(TimePattern.SAME_HOUR, days)
    if first.day and first.day == second.day:
        return Times(TimePattern.SAME_DAY, timedelta())
    return None
