"""Identifiers and the clock, in one place so that every row is named and dated alike."""

from datetime import UTC, datetime
from uuid import uuid4


def new_id() -> str:
    """Give a fresh GUID, as REFI-QDA asks for."""
    return str(uuid4())


def utc_now() -> datetime:
    """Give the present moment in UTC, to the microsecond."""
    return datetime.now(UTC)
