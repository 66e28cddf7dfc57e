"""What the queue of suggestions looks up: texts by hash, who is heard where, what was read."""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from qualkit.domain.queue import BatchEntry, QueuedSuggestion, SuggestionBatch
from qualkit.domain.sources import Role
from qualkit.domain.spans import Span
from qualkit.store.database import Database
from qualkit.store.rows import from_row
from qualkit.store.texts import IS_NEWEST

_CONTEXT = json.dumps([role for role in Role if not role.is_evidence])


@dataclass(frozen=True, slots=True)
class KnownText:
    """A text of the project that a file of suggestions speaks of."""

    version_id: str
    source_id: str
    source_number: int


def texts_by_hash(database: Database, hashes: Iterable[str]) -> dict[str, KnownText]:
    """Give the newest versions that have some texts; where two have the same, the first source."""
    rows = database.tuples(
        "SELECT version.sha256, version.id, source.id, source.number FROM version"
        " JOIN source ON source.id = version.source_id"
        f" WHERE version.sha256 IN (SELECT value FROM json_each(?)) AND {IS_NEWEST}"
        " ORDER BY source.number DESC",
        [json.dumps([*hashes])],
    )
    return {sha256: KnownText(*known) for sha256, *known in rows}


def context_of(database: Database, version_ids: Iterable[str]) -> dict[str, list[Span]]:
    """Give the segments in which an interviewer or helper speaks, by version and in order."""
    rows = database.tuples(
        'SELECT segment.version_id, segment.start, segment."end" FROM segment'
        " JOIN version ON version.id = segment.version_id"
        " JOIN speaker ON speaker.source_id = version.source_id"
        " AND speaker.name = segment.speaker"
        " WHERE speaker.role IN (SELECT value FROM json_each(?))"
        " AND segment.version_id IN (SELECT value FROM json_each(?))"
        " ORDER BY segment.version_id, segment.position",
        [_CONTEXT, json.dumps([*version_ids])],
    )
    found: dict[str, list[Span]] = {}
    for version_id, start, end in rows:
        found.setdefault(version_id, []).append(Span(start, end))
    return found


def sources_of_versions(database: Database, version_ids: Collection[str]) -> dict[str, str]:
    """Give the id of the source of each version, in the order of the sources."""
    rows = database.tuples(
        "SELECT version.id, source.id FROM version JOIN source ON source.id = version.source_id"
        " WHERE version.id IN (SELECT value FROM json_each(?)) ORDER BY source.number",
        [json.dumps([*version_ids])],
    )
    return dict(rows)


def sources_read(database: Database) -> frozenset[str]:
    """Give the sources that somebody read: to their end on the screen, or in any round."""
    rows = database.tuples(
        "SELECT substr(name, 6) FROM bookmark WHERE substr(name, 1, 5) = 'read:'"
        " UNION SELECT source_id FROM round_source WHERE read_at IS NOT NULL"
    )
    return frozenset(source_id for (source_id,) in rows)


def sources_suggested(database: Database) -> frozenset[str]:
    """Give the sources of whose newest text a phrase stands in a loaded batch."""
    rows = database.tuples(
        "SELECT DISTINCT version.source_id FROM ("
        " SELECT DISTINCT json_extract(place.value, '$.version_id') AS version_id"
        " FROM queued_suggestion, json_each(queued_suggestion.places) AS place"
        f") AS told JOIN version ON version.id = told.version_id WHERE {IS_NEWEST}"
    )
    return frozenset(source_id for (source_id,) in rows)


def suggestions_of(
    database: Database,
    batch_id: str | None = None,
    waiting: bool = False,
    rank: int | None = None,
) -> list[QueuedSuggestion]:
    """Give the phrases of a batch or of all, by batch and rank.

    Only those that wait, or those of one rank, if that is asked.
    """
    conditions, arguments = ["1"], list[object]()
    if rank is not None:
        conditions.append("rank = ?")
        arguments.append(rank)
    if batch_id is not None:
        conditions.append("batch_id = ?")
        arguments.append(batch_id)
    if waiting:
        conditions.append("decision IS NULL")
    rows = database.query(
        "SELECT queued_suggestion.* FROM queued_suggestion"
        " JOIN suggestion_batch ON suggestion_batch.id = batch_id"
        f" WHERE {' AND '.join(conditions)} ORDER BY suggestion_batch.number, rank",
        arguments,
    )
    return [from_row(QueuedSuggestion, row) for row in rows]


def batch_entries(database: Database) -> list[BatchEntry]:
    """Give the batches, in the order in which they were loaded, with their counts."""
    counts = {
        batch_id: (phrases, waiting)
        for batch_id, phrases, waiting in database.tuples(
            "SELECT batch_id, count(*), sum(decision IS NULL) FROM queued_suggestion GROUP BY 1"
        )
    }
    batches = database.find(SuggestionBatch, order="number")
    return [BatchEntry(batch, *counts.get(batch.id, (0, 0))) for batch in batches]


def codes_over(database: Database, version_ids: Iterable[str]) -> dict[str, list[tuple[Span, str]]]:
    """Give what is coded in some versions, with the names of the codes, by version."""
    rows = database.tuples(
        'SELECT coding.version_id, coding.start, coding."end", code.name FROM coding'
        " JOIN code ON code.id = coding.code_id"
        " WHERE coding.version_id IN (SELECT value FROM json_each(?))"
        " ORDER BY code.name COLLATE NOCASE",
        [json.dumps([*version_ids])],
    )
    found: dict[str, list[tuple[Span, str]]] = {}
    for version_id, start, end, name in rows:
        found.setdefault(version_id, []).append((Span(start, end), name))
    return found
