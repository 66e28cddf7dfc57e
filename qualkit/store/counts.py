"""How much there is, counted by the database."""

import json
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from qualkit.domain.codes import Code, CodeCounts
from qualkit.domain.sources import Role
from qualkit.store.database import Database


def code_counts(
    database: Database, codes: Sequence[Code]
) -> tuple[dict[str, CodeCounts], dict[str, CodeCounts]]:
    """Count the codings of each code, over how many sources and how many cases.

    Gives the counts of the codes themselves, and those with all codes below them. A source that
    belongs to no case counts as a case of its own.
    """
    with database.reading():
        own = _uses(database)
    with_below = {code.id: _Use() for code in codes}
    parents = {code.id: code.parent_id for code in codes}
    for code_id, use in own.items():
        above: str | None = code_id
        while above is not None:
            with_below[above].take_in(use)
            above = parents[above]
    return (
        {code_id: use.counts for code_id, use in own.items()},
        {code_id: use.counts for code_id, use in with_below.items()},
    )


@dataclass(slots=True)
class _Use:
    """Where a code is used."""

    codings: int = 0
    sources: set[str] = field(default_factory=set)
    cases: set[str] = field(default_factory=set)

    def take_in(self, other: "_Use") -> None:
        self.codings += other.codings
        self.sources |= other.sources
        self.cases |= other.cases

    @property
    def counts(self) -> CodeCounts:
        return CodeCounts(self.codings, len(self.sources), len(self.cases))


def _uses(database: Database) -> dict[str, _Use]:
    sources = _sources_of_versions(database)
    cases: dict[str, list[str]] = {}
    for row in database.query("SELECT source_id, case_id FROM case_source"):
        cases.setdefault(row["source_id"], []).append(row["case_id"])
    uses: dict[str, _Use] = {}
    # Joined here and not by SQLite, which takes three times as long over 100,000 codings.
    for row in database.query("SELECT code_id, version_id FROM coding"):
        source_id = sources[row["version_id"]]
        use = uses.setdefault(row["code_id"], _Use())
        use.codings += 1
        use.sources.add(source_id)
        use.cases.update(cases.get(source_id, (source_id,)))
    return uses


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


def evidence_words(database: Database) -> dict[str, int]:
    """Count by source the words that are evidence in its newest version; no text is read."""
    roles = [role.value for role in Role if not role.is_evidence]
    context = set(
        database.tuples(
            "SELECT source_id, name FROM speaker WHERE role IN (SELECT value FROM json_each(?))",
            [json.dumps(roles)],
        )
    )
    sources = _newest_versions(database)
    counts = dict.fromkeys(sources.values(), 0)
    for version_id, speaker, words in database.tuples("SELECT * FROM spoken"):
        source_id = sources.get(version_id)
        if source_id is not None and (source_id, speaker) not in context:
            counts[source_id] += words
    return counts


def passages_by_source(database: Database) -> dict[str, int]:
    """Count by source the stretches of its newest version that have a code, each once."""
    sources = _newest_versions(database)
    rows = database.tuples(
        "SELECT version_id, count(*) FROM"
        ' (SELECT DISTINCT version_id, start, "end" FROM coding) GROUP BY version_id'
    )
    return {sources[version_id]: many for version_id, many in rows if version_id in sources}


def _newest_versions(database: Database) -> dict[str, str]:
    rows = database.tuples("SELECT id, source_id FROM version ORDER BY number")
    newest = {source_id: version_id for version_id, source_id in rows}
    return {version_id: source_id for source_id, version_id in newest.items()}
