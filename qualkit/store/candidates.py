"""Candidates of collections: where they stand, what was decided, and what is coded by now.

They are kept with the bookmarks: one row for a collection, and one for each decision.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qualkit.domain.candidates import Candidate, Decision
from qualkit.domain.spans import Span
from qualkit.store.bookmarks import Value, bookmarks, drop_bookmark, keep_bookmark
from qualkit.store.database import Database
from qualkit.store.texts import IS_NEWEST

_PREFIX = "candidates:"


@dataclass(frozen=True, slots=True)
class KeptCollection:
    """A collection as it is kept."""

    id: str
    query: str
    code: str
    code_id: str
    """Empty while the code is to be made."""
    candidates: tuple[Candidate, ...]


def keep_collection(database: Database, collection: KeptCollection) -> None:
    """Keep a new collection."""
    places = [
        (each.source_id, each.version_id, *_ends(each.proposed), int(each.is_context))
        for each in collection.candidates
    ]
    keep_bookmark(
        database,
        f"{_PREFIX}{collection.id}",
        {
            "query": collection.query,
            "code": collection.code,
            "code_id": collection.code_id,
            "places": places,
        },
    )


def keep_decision(database: Database, collection_id: str, candidate: Candidate) -> None:
    """Keep what was decided about a candidate, and its boundaries."""
    keep_bookmark(
        database,
        f"{_PREFIX}{collection_id}:{candidate.number}",
        {
            "decision": candidate.decision,
            "start": candidate.span.start,
            "end": candidate.span.end,
        },
    )


def kept_collections(database: Database, collection_id: str = "") -> list[KeptCollection]:
    """Give every collection that is kept, oldest first; or the one with an id."""
    prefix = f"{_PREFIX}{collection_id}"
    kept: dict[str, Value] = {}
    decided: dict[str, dict[int, Value]] = {}
    for name, value in bookmarks(database, prefix).items():
        key, _, number = name.removeprefix(_PREFIX).partition(":")
        if number:
            decided.setdefault(key, {})[int(number)] = value
        else:
            kept[key] = value
    return [_collection(key, value, decided.get(key, {})) for key, value in kept.items()]


def forget_collections(database: Database, ids: Iterable[str]) -> None:
    """Forget collections with their decisions."""
    for collection_id in ids:
        for name in bookmarks(database, f"{_PREFIX}{collection_id}"):
            drop_bookmark(database, name)


def spans_coded(
    database: Database, code_id: str, version_ids: Sequence[str]
) -> dict[str, list[Span]]:
    """Give what is coded with a code in some versions, by version."""
    rows = database.query(
        'SELECT version_id, start, "end" FROM coding'
        " WHERE code_id = ? AND version_id IN (SELECT value FROM json_each(?))",
        [code_id, json.dumps([*version_ids])],
    )
    spans: dict[str, list[Span]] = {}
    for row in rows:
        spans.setdefault(row["version_id"], []).append(Span(row["start"], row["end"]))
    return spans


def newest_versions(database: Database, source_ids: Iterable[str]) -> set[str]:
    """Give the ids of the newest versions of some sources."""
    rows = database.query(
        "SELECT id FROM version"
        f" WHERE source_id IN (SELECT value FROM json_each(?)) AND {IS_NEWEST}",
        [json.dumps([*source_ids])],
    )
    return {row["id"] for row in rows}


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _collection(collection_id: str, value: Value, decided: dict[int, Value]) -> KeptCollection:
    candidates = []
    for number, place in enumerate(value["places"]):
        source_id, version_id, start, end, is_context = place
        known = decided.get(number, {"decision": Decision.OPEN, "start": start, "end": end})
        candidates.append(
            Candidate(
                number=number,
                source_id=source_id,
                version_id=version_id,
                span=Span(known["start"], known["end"]),
                proposed=Span(start, end),
                is_context=bool(is_context),
                decision=Decision(known["decision"]),
            )
        )
    return KeptCollection(
        collection_id, value["query"], value["code"], value["code_id"], tuple(candidates)
    )
