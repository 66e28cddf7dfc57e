"""Full-text search over segments (FTS5)."""

import json
import re

from qualkit.domain.search import Hit, Scope
from qualkit.domain.sources import Source
from qualkit.domain.spans import Span
from qualkit.store.database import Database
from qualkit.store.labels import source_labels
from qualkit.store.rows import Row
from qualkit.store.segments import SEGMENT_COLUMNS, SEGMENT_JOINS, segment_from
from qualkit.store.texts import IS_NEWEST

# Control characters never occur in imported text, so they can mark a match.
_OPEN, _CLOSE = "\x02", "\x03"
_MATCH = re.compile(f"{_OPEN}[^{_CLOSE}]*{_CLOSE}")


_TOUCHES = """
    SELECT 1 FROM coding WHERE coding.version_id = segment.version_id
    AND coding.start < segment."end" AND segment.start < coding."end"
"""

Conditions = tuple[list[str], list[object]]
"""Conditions in SQL and their arguments, in the same order."""


def search(database: Database, expression: str, scope: Scope, limit: int) -> tuple[Hit, ...]:
    """Give the segments of newest versions that fit an FTS5 expression, in source order.

    Of more than `limit` segments those that were made first are given, so that a word that is
    everywhere is found as fast as a rare one.
    """
    conditions, arguments = conditions_on_sources(scope)
    if conditions:
        # Segments of one source lie together: the index then skips all before and behind them.
        first, last = _bounds_of_segments(database, conditions, arguments)
        conditions.append("segment_search.rowid BETWEEN ? AND ?")
        arguments.extend((first, last))
    for condition, argument in zip(*_conditions_on_segments(scope), strict=True):
        conditions.append(condition)
        arguments.append(argument)
    rows = database.query(
        f"""
        SELECT {SEGMENT_COLUMNS}, source.id AS source_id,
               highlight(segment_search, 0, '{_OPEN}', '{_CLOSE}') AS marked
        FROM segment_search
        JOIN segment ON segment.id = segment_search.rowid
        {SEGMENT_JOINS}
        WHERE segment_search MATCH ? AND {" AND ".join(["1", *conditions])}
          AND {IS_NEWEST}
        ORDER BY segment_search.rowid LIMIT {int(limit)}
        """,
        [expression, *arguments],
    )
    return _hits(database, list(rows))


def conditions_on_sources(scope: Scope) -> Conditions:
    """Give what a scope asks of sources, over the table source."""
    conditions, arguments = list[str](), list[object]()
    if scope.source_ids:
        conditions.append("source.id IN (SELECT value FROM json_each(?))")
        arguments.append(json.dumps(scope.source_ids))
    if scope.case_ids:
        conditions.append(
            "source.id IN (SELECT source_id FROM case_source"
            " WHERE case_id IN (SELECT value FROM json_each(?)))"
        )
        arguments.append(json.dumps(scope.case_ids))
    return conditions, arguments


def _bounds_of_segments(
    database: Database, conditions: list[str], arguments: list[object]
) -> tuple[int, int]:
    """Give the first and last id of the segments of some sources."""
    row = next(
        database.query(
            f"""
            SELECT min(segment.id) AS first, max(segment.id) AS last FROM source
            JOIN version ON version.source_id = source.id
            JOIN segment ON segment.version_id = version.id
            WHERE {" AND ".join(conditions)}
            """,
            arguments,
        )
    )
    return row["first"] or 0, row["last"] or 0


def _conditions_on_segments(scope: Scope) -> Conditions:
    conditions, arguments = list[str](), list[object]()
    if scope.roles:
        conditions.append("coalesce(speaker.role, 'unknown') IN (SELECT value FROM json_each(?))")
        arguments.append(json.dumps(scope.roles))
    if scope.code_ids:
        conditions.append(
            f"EXISTS ({_TOUCHES} AND coding.code_id IN (SELECT value FROM json_each(?)))"
        )
        arguments.append(json.dumps(scope.code_ids))
    if scope.uncoded:
        conditions.append(f"NOT EXISTS ({_TOUCHES} AND ?)")
        arguments.append("1")
    return conditions, arguments


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
