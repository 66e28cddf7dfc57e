"""Small turns of phrase that more than one screen uses."""

from datetime import datetime


def count_of(count: int, noun: str) -> str:
    """Write "1 coding", "2 codings"."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def local_time(moment: datetime) -> str:
    """Write a moment in UTC as the clock on the wall shows it."""
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"
