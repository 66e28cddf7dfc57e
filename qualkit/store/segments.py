"""Segments of a version, with who says them."""

from datetime import datetime

from qualkit.domain.segments import Segment
from qualkit.domain.sources import Role
from qualkit.domain.spans import Span
from qualkit.store.database import Database
from qualkit.store.rows import Row

SEGMENT_COLUMNS = """
    segment.version_id, segment.position, segment.start, segment."end", segment.line,
    segment.speaker, segment.said_at, coalesce(speaker.role, 'unknown') AS role
"""
SEGMENT_JOINS = """
    JOIN version ON version.id = segment.version_id
    JOIN source ON source.id = version.source_id
    LEFT JOIN speaker ON speaker.source_id = source.id AND speaker.name = segment.speaker
"""


def segments_of(database: Database, version_id: str) -> tuple[Segment, ...]:
    """Give the segments of a version in order."""
    rows = database.query(
        f"SELECT {SEGMENT_COLUMNS} FROM segment {SEGMENT_JOINS}"
        " WHERE segment.version_id = ? ORDER BY segment.position",
        [version_id],
    )
    return tuple(segment_from(row) for row in rows)


def words_of_segments(database: Database, most: int) -> list[str]:
    """Give the words of segments of the project, at most so many."""
    rows = database.query("SELECT words FROM segment_search ORDER BY rowid LIMIT ?", [most])
    return [row["words"] for row in rows]


def segment_from(row: Row) -> Segment:
    """Make a segment of a row with the columns above."""
    return Segment(
        version_id=row["version_id"],
        position=row["position"],
        span=Span(row["start"], row["end"]),
        line=row["line"],
        speaker=row["speaker"],
        role=Role(row["role"]),
        said_at=datetime.fromisoformat(row["said_at"]) if row["said_at"] else None,
    )
