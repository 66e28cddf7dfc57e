"""Tables that can always be made again: segments, their full-text search, and words counted.

They follow `segmentation`, which the journal keeps; nobody writes to them directly.
"""

import json
from collections import Counter

from qualkit.domain.lines import LineIndex
from qualkit.domain.sources import Version
from qualkit.domain.spans import Span
from qualkit.store.database import Database
from qualkit.store.rows import Row, from_row


def follow(database: Database, table: str, before: Row | None, after: Row | None) -> None:
    """Bring derived tables up to date after one row of `table` changed."""
    if table != "segmentation":
        return
    if before:
        _drop_segments(database, before["version_id"])
    if after:
        _make_segments(database, after["version_id"], after["borders"])


def rebuild_all(database: Database) -> None:
    """Make every derived row again."""
    database.tables.execute("DELETE FROM segment_search")
    database.tables.execute("DELETE FROM segment")
    database.tables.execute("DELETE FROM spoken")
    for row in list(database.query("SELECT version_id, borders FROM segmentation")):
        _make_segments(database, row["version_id"], row["borders"])


def _drop_segments(database: Database, version_id: str) -> None:
    database.tables.execute(
        "DELETE FROM segment_search WHERE rowid IN (SELECT id FROM segment WHERE version_id = ?)",
        [version_id],
    )
    database.tables.execute("DELETE FROM segment WHERE version_id = ?", [version_id])
    database.tables.execute("DELETE FROM spoken WHERE version_id = ?", [version_id])


def _make_segments(database: Database, version_id: str, borders: str) -> None:
    row = next(
        database.query(
            "SELECT version.*, text.body FROM version JOIN text USING (sha256) WHERE id = ?",
            [version_id],
        )
    )
    version = from_row(Version, row)
    lines = LineIndex(row["body"])
    next_id = 1 + (database.value("SELECT max(id) FROM segment") or 0)
    segments, words, counts = [], [], Counter[str]()
    for position, border in enumerate(json.loads(borders), start=1):
        span = Span(border["start"], border["end"])
        said = version.utterance_at(span.start)
        segments.append(
            {
                "id": next_id,
                "version_id": version_id,
                "position": position,
                "start": span.start,
                "end": span.end,
                "line": lines.line_of(span.start),
                "speaker": said.speaker if said else "",
                "said_at": said.said_at.isoformat() if said and said.said_at else None,
            }
        )
        words.append({"rowid": next_id, "words": span.of(row["body"])})
        counts[str(segments[-1]["speaker"])] += len(span.of(row["body"]).split())
        next_id += 1
    database.insert("segment", segments)
    database.insert("segment_search", words)
    database.insert(
        "spoken",
        [
            {"version_id": version_id, "speaker": speaker, "words": count}
            for speaker, count in counts.items()
        ],
    )
