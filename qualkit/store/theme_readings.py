"""Readings of themes: the last of each by one person, and what it has not decided on."""

from datetime import datetime

from qualkit.domain.theme_readings import ReadState, ThemeReading, Verdict
from qualkit.store.database import Database
from qualkit.store.rows import from_row
from qualkit.store.theme_members import MEMBERS

_IS_LAST = """NOT EXISTS (
    SELECT 1 FROM theme_reading AS later
    WHERE later.theme_id = theme_reading.theme_id AND later.reader = theme_reading.reader
    AND (later.begun_at, later.id) > (theme_reading.begun_at, theme_reading.id))"""


def last_reading(database: Database, theme_id: str, reader: str) -> ThemeReading | None:
    """Give the last reading of a theme by one person."""
    found = database.find(
        ThemeReading, "theme_id = ? AND reader = ?", [theme_id, reader], "begun_at DESC, id DESC"
    )
    return found[0] if found else None


def read_states(database: Database, reader: str) -> dict[str, ReadState]:
    """Give how far one person has read each theme that she began to read; no text is touched."""
    with database.reading():
        rows = list(
            database.query(
                f"""
                SELECT theme_reading.*, (
                    SELECT max(decided_at) FROM passage_verdict
                    WHERE reading_id = theme_reading.id
                ) AS decided_at
                FROM theme_reading WHERE reader = ? AND {_IS_LAST}
                """,
                [reader],
            )
        )
        open_ones = _open_passages(database, reader) if rows else {}
    states = {}
    for row in rows:
        reading = from_row(ThemeReading, row)
        last = max(row["decided_at"] or "", row["finished_at"] or row["begun_at"])
        found = open_ones.get(reading.theme_id, {})
        states[reading.theme_id] = ReadState(
            reading.theme_id,
            reading,
            datetime.fromisoformat(last),
            tuple(coding_id for coding_id, verdict in found.items() if verdict != Verdict.LATER),
            tuple(coding_id for coding_id, verdict in found.items() if verdict == Verdict.LATER),
        )
    return states


def _open_passages(database: Database, reader: str) -> dict[str, dict[str, str | None]]:
    """Give by theme the passages not decided on: without a verdict, put back, or passed over."""
    rows = database.query(
        f"""{MEMBERS}
        SELECT member.theme_id, member.coding_id, passage_verdict.verdict
        FROM theme_reading
        JOIN member ON member.theme_id = theme_reading.theme_id
        LEFT JOIN passage_verdict ON passage_verdict.reading_id = theme_reading.id
            AND passage_verdict.coding_id = member.coding_id
        JOIN coding ON coding.id = member.coding_id
        JOIN version ON version.id = coding.version_id
        JOIN source ON source.id = version.source_id
        WHERE theme_reading.reader = ? AND {_IS_LAST}
        AND (passage_verdict.verdict IS NULL OR passage_verdict.verdict IN (?, ?))
        ORDER BY source.number, version.number, coding.start, coding."end" DESC, coding.id
        """,
        [1, reader, Verdict.MOVES, Verdict.LATER],
    )
    found: dict[str, dict[str, str | None]] = {}
    for row in rows:
        found.setdefault(row["theme_id"], {})[row["coding_id"]] = row["verdict"]
    return found
