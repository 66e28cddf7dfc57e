"""How much there is, counted by the database."""

import json
from collections import Counter
from collections.abc import Collection

from qualkit.domain.codes import CodeCounts
from qualkit.store.database import Database


def code_counts(database: Database) -> dict[str, CodeCounts]:
    """Count the codings of each code, over how many sources and how many cases.

    A source that belongs to no case counts as a case of its own.
    """
    with database.reading():
        return _code_counts(database)


def _code_counts(database: Database) -> dict[str, CodeCounts]:
    sources = _sources_of_versions(database)
    cases: dict[str, list[str]] = {}
    for row in database.query("SELECT source_id, case_id FROM case_source"):
        cases.setdefault(row["source_id"], []).append(row["case_id"])
    codings = Counter[str]()
    seen_sources: dict[str, set[str]] = {}
    seen_cases: dict[str, set[str]] = {}
    # Joined here and not by SQLite, which takes three times as long over 100,000 codings.
    for row in database.query("SELECT code_id, version_id FROM coding"):
        code_id, source_id = row["code_id"], sources[row["version_id"]]
        codings[code_id] += 1
        seen_sources.setdefault(code_id, set()).add(source_id)
        seen_cases.setdefault(code_id, set()).update(cases.get(source_id, (source_id,)))
    return {
        code_id: CodeCounts(count, len(seen_sources[code_id]), len(seen_cases[code_id]))
        for code_id, count in codings.items()
    }


def codings_by_source(
    database: Database, source_ids: Collection[str] | None = None
) -> dict[str, int]:
    """Count the codings in each source, or in some, over all their versions."""
    return _by_source(database, "coding", source_ids)


def segments_by_source(
    database: Database, source_ids: Collection[str] | None = None
) -> dict[str, int]:
    """Count the segments of the versions of each source, or of some."""
    return _by_source(database, "segment", source_ids)


def _by_source(
    database: Database, table: str, source_ids: Collection[str] | None
) -> dict[str, int]:
    """Add counts of versions up by source; quicker than a join, which looks each version up."""
    counts = Counter[str]()
    with database.reading():
        sources = _sources_of_versions(database, source_ids)
        some = "" if source_ids is None else "WHERE version_id IN (SELECT value FROM json_each(?))"
        wanted = [json.dumps([*sources])] if some else []
        by_version = f"SELECT version_id, count(*) AS n FROM {table} {some} GROUP BY version_id"
        for row in database.query(by_version, wanted):
            counts[sources[row["version_id"]]] += row["n"]
    return dict(counts)


def _sources_of_versions(
    database: Database, source_ids: Collection[str] | None = None
) -> dict[str, str]:
    some = "" if source_ids is None else "WHERE source_id IN (SELECT value FROM json_each(?))"
    wanted = [json.dumps([*source_ids])] if source_ids is not None else []
    rows = database.query(f"SELECT id, source_id FROM version {some}", wanted)
    return {row["id"]: row["source_id"] for row in rows}
