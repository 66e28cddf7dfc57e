"""A stretch of days, as people filter by it: whole days of the clock on the wall."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from qualkit.domain.text import printable
from qualkit.errors import InvalidInputError
from qualkit.translation import _

_WRITTEN = re.compile(
    r"(?P<first>\d{4}-\d\d-\d\d)?\s*(?P<to>-|–|\.\.|to|tot)?\s*(?P<last>\d{4}-\d\d-\d\d)?"
)


@dataclass(frozen=True, slots=True)
class Period:
    """From one day to another, both included; None leaves that end open."""

    since: date | None = None
    until: date | None = None

    def holds(self, moment: datetime) -> bool:
        """Tell whether a moment in UTC lies on one of the days, by the local clock."""
        day = moment.astimezone().date()
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )


ALWAYS = Period()
"""Every day."""


def last_days(count: int, today: date) -> Period:
    """Give the last so many days, today included."""
    return Period(today - timedelta(days=count - 1))


def read_period(words: str) -> Period:
    """Read `2026-03-01`, `2026-03-01 - 2026-03-31`, `2026-03-01 -` or `- 2026-03-31`.

    Raises:
        InvalidInputError: it is not written so, or ends before it begins.
    """
    found = _WRITTEN.fullmatch(words.strip())
    shown = printable(words.strip())
    if not found or not (found["first"] or found["last"]):
        raise InvalidInputError(_("'{words}' is not a period.").format(words=shown), _hint())
    try:
        first, last = (
            date.fromisoformat(written) if written else None
            for written in (found["first"], found["last"])
        )
    except ValueError as error:
        message = _("'{words}' holds a day that does not exist.").format(words=shown)
        raise InvalidInputError(message) from error
    if found["to"] is None:
        # One day alone; two days need something between them.
        if first is None or last is not None:
            raise InvalidInputError(_("'{words}' is not a period.").format(words=shown), _hint())
        last = first
    if first and last and last < first:
        raise InvalidInputError(_("'{words}' ends before it begins.").format(words=shown))
    return Period(first, last)


def _hint() -> str:
    return _("Write it as 2026-03-01, or 2026-03-01 - 2026-03-31.")
