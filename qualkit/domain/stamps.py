"""Time stamps at the beginning of chat lines, in the shapes that chat programs print them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

# Every part is bounded, so that a long line costs no more than a short one.
_STAMP = re.compile(
    r"""
    (?P<open>[\[(])?
    (?:
        (?: (?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})
          | (?P<first>\d{1,2})(?P<sign>[-/.])(?P<second>\d{1,2})(?P=sign)(?P<short>\d{4}|\d{2}) )
        (?:T|,?[ \u00a0\u202f]{1,2})
    )?
    (?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<seconds>\d{2})(?:[.,]\d{1,6})?)?(?P<zone>Z)?
    (?:[ \u00a0\u202f]?(?P<half>[AaPp])\.?[Mm]\b\.?)?
    (?P<close>[\])])?
    (?P<gap>[ \t\u00a0\u202f]{1,2}[-\u2013][ \t]{1,2}|[ \t\u00a0\u202f]{1,4}|$|(?<=[\])]))
    """,
    re.VERBOSE,
)
_PAIRS = {"[": "]", "(": ")", None: None}


@dataclass(frozen=True, slots=True)
class Stamp:
    """A time stamp as printed."""

    length: int
    """Code points it takes, the space or dash behind it included."""
    form: str
    """Equal for stamps of the same shape, as one program prints them."""
    dated: bool
    """Whether it says the day and not only the hour."""
    bracketed: bool
    readings: tuple[datetime | None, datetime | None] = (None, None)
    """The moment with the day first and with the month first; None where there is no such day."""

    def moment(self, month_first: bool = False) -> datetime | None:
        """Give the local time as printed, the other way round if need be; None without a day."""
        day_first, other = self.readings
        return (other or day_first) if month_first else (day_first or other)


def read_stamp(line: str) -> Stamp | None:
    """Read the time stamp that `line` begins with, or None if it begins with something else."""
    found = _STAMP.match(line)
    if not found or found["close"] != _PAIRS[found["open"]]:
        return None
    clock = _clock(found)
    if clock is None:
        return None
    dated = bool(found["year"] or found["short"])
    readings = _readings(found, clock) if dated else (None, None)
    if dated and not any(readings):
        return None
    return Stamp(found.end(), _form(found), dated, found["open"] is not None, readings)


def is_month_first(stamps: Iterable[Stamp]) -> bool:
    """Tell whether days come second, as in American exports.

    Dates are day-first unless one of them can only be month-first and none only day-first.
    """
    readings = [stamp.readings for stamp in stamps if stamp.dated]
    return any(not day_first for day_first, _ in readings) and all(other for _, other in readings)


def _clock(found: re.Match[str]) -> tuple[int, int, int] | None:
    hour, minute, second = int(found["hour"]), int(found["minute"]), int(found["seconds"] or 0)
    if found["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found["half"] in "Pp" else 0)
    return (hour, minute, second) if hour < 24 and minute < 60 and second < 60 else None


def _readings(
    found: re.Match[str], clock: tuple[int, int, int]
) -> tuple[datetime | None, datetime | None]:
    if found["year"]:
        iso = _moment(int(found["year"]), int(found["month"]), int(found["day"]), clock)
        return iso, iso
    year, first, second = int(found["short"]), int(found["first"]), int(found["second"])
    # Chat programs are younger than the century.
    year += 2000 if year < 100 else 0
    return _moment(year, second, first, clock), _moment(year, first, second, clock)


def _moment(year: int, month: int, day: int, clock: tuple[int, int, int]) -> datetime | None:
    try:
        return datetime(year, month, day, *clock)
    except ValueError:
        return None


def _form(found: re.Match[str]) -> str:
    date = "iso" if found["year"] else found["sign"] or ""
    seconds = "s" if found["seconds"] else ""
    dash = "-" if found["gap"].strip() else ""
    return f"{found['open'] or ''}{date} m{seconds}{dash}"
