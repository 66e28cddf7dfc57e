"""Full-text search over segments (FTS5)."""

import re
from collections.abc import Sequence

from qualkit.domain.search import Hit
from qualkit.domain.sources import Role, Source
from qualkit.domain.spans import Span
from qualkit.store.database import Database
from qualkit.store.labels import source_labels
from qualkit.store.rows import Row
from qualkit.store.segments import SEGMENT_COLUMNS, SEGMENT_JOINS, segment_from

# Control characters never occur in imported text, so they can mark a match.
_OPEN, _CLOSE = "\x02", "\x03"
_MATCH = re.compile(f"{_OPEN}[^{_CLOSE}]*{_CLOSE}")


def search(
    database: Database, expression: str, roles: Sequence[Role], source_id: str | None, limit: int
) -> tuple[Hit, ...]:
    """Give the segments of newest versions that fit an FTS5 expression, in source order.

    No roles means every role. Of more than `limit` segments those that were made first are given,
    so that a word that is everywhere is found as fast as a rare one.
    """
    where, arguments = ["segment_search MATCH ?"], [expression]
    if roles:
        where.append(f"coalesce(speaker.role, 'unknown') IN ({', '.join('?' * len(roles))})")
        arguments.extend(roles)
    if source_id:
        where.append("source.id = ?")
        arguments.append(source_id)
    rows = database.query(
        f"""
        SELECT {SEGMENT_COLUMNS}, source.id AS source_id,
               highlight(segment_search, 0, '{_OPEN}', '{_CLOSE}') AS marked
        FROM segment_search
        JOIN segment ON segment.id = segment_search.rowid
        {SEGMENT_JOINS}
        WHERE {" AND ".join(where)}
          AND version.number = (
              SELECT max(number) FROM version AS other WHERE other.source_id = source.id)
        ORDER BY segment_search.rowid LIMIT {int(limit)}
        """,
        arguments,
    )
    return _hits(database, list(rows))


def _hits(database: Database, rows: list[Row]) -> tuple[Hit, ...]:
    ids = sorted({row["source_id"] for row in rows})
    labels = source_labels(database, ids)
    marks = ", ".join("?" * len(ids))
    sources = {source.id: source for source in database.find(Source, f"id IN ({marks})", ids)}
    hits = (_hit(row, sources[row["source_id"]], labels) for row in rows)
    return tuple(sorted(hits, key=lambda hit: (hit.source.number, hit.segment.position)))


def _hit(row: Row, source: Source, labels: dict[str, str]) -> Hit:
    segment = segment_from(row)
    words = row["marked"].replace(_OPEN, "").replace(_CLOSE, "")
    matches = []
    for count, match in enumerate(_MATCH.finditer(row["marked"])):
        # Every earlier match brought two marks with it.
        start = segment.span.start + match.start() - 2 * count
        matches.append(Span(start, start + len(match.group()) - 2))
    before = words[: matches[0].start - segment.span.start] if matches else ""
    return Hit(
        source=source,
        label=labels.get(source.id, source.title),
        segment=segment,
        words=words,
        matches=tuple(matches),
        line=segment.line + before.count("\n"),
    )
