"""Pairs of sources that may be one: candidates as they are kept, and the texts to compare.

Candidates are outside the journal: they are found anew each time, and nobody decided on them.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from qualkit.domain.duplicates import PairCandidate, PairReason, ReasonKind
from qualkit.domain.sources import Role
from qualkit.domain.spans import Span
from qualkit.domain.spoken_texts import SpokenText
from qualkit.store.database import Database
from qualkit.store.rows import Row
from qualkit.store.texts import IS_NEWEST

_THERE = "IN (SELECT id FROM source)"
"""An import that was undone leaves candidates behind until one looks anew."""

AT_A_TIME = 200
"""Texts that are read in one go."""


def spoken_texts(
    database: Database, source_ids: Iterable[str] | None = None
) -> Iterator[SpokenText]:
    """Give the newest text of every source, or of some, by number; read some at a time."""
    some, wanted = "", list[str]()
    if source_ids is not None:
        some, wanted = "AND source.id IN (SELECT value FROM json_each(?))", [_listed(source_ids)]
    versions = database.tuples(
        "SELECT version.id FROM version JOIN source ON source.id = version.source_id"
        f" WHERE {IS_NEWEST} {some} ORDER BY source.number",
        wanted,
    )
    ids = [version_id for (version_id,) in versions]
    for start in range(0, len(ids), AT_A_TIME):
        yield from _read(database, ids[start : start + AT_A_TIME])


def keep_candidates(database: Database, candidates: Iterable[PairCandidate]) -> None:
    """Keep candidates, in place of those that were there."""
    with database.writing():
        database.tables.execute("DELETE FROM pair_candidate")
        database.insert("pair_candidate", [_row(each) for each in candidates])


@dataclass(frozen=True, slots=True)
class ListedCandidate:
    """A candidate without the places of what is alike: for lists of ten thousand."""

    first_id: str
    second_id: str
    likeness: int
    told: tuple[str, ...]


def listed_candidates(
    database: Database, pair: tuple[str, str] | None = None
) -> list[ListedCandidate]:
    """Give the candidates whose sources are there, likest first; or only that of a pair of ids."""
    only, wanted = ("AND first_id = ? AND second_id = ?", [*pair]) if pair else ("", [])
    # What is told is taken out by SQLite: reading the places of ten thousand pairs takes a second.
    rows = database.tuples(
        "SELECT first_id, second_id, likeness, json_extract(reasons, '$.told') FROM pair_candidate"
        f" WHERE first_id {_THERE} AND second_id {_THERE} {only}"
        " ORDER BY likeness DESC, first_id, second_id",
        wanted,
    )
    return [
        ListedCandidate(first, second, likeness, tuple(json.loads(told)))
        for first, second, likeness, told in rows
    ]


def kept_candidate(database: Database, first_id: str, second_id: str) -> PairCandidate | None:
    """Give the candidate of two sources (their ids in order), if it is one."""
    rows = database.query(
        "SELECT * FROM pair_candidate WHERE first_id = ? AND second_id = ?", [first_id, second_id]
    )
    return next(map(_candidate, rows), None)


def cases_of_sources(database: Database) -> dict[str, frozenset[str]]:
    """Give the cases that say whose each source is; a situation may be of several people."""
    found: dict[str, set[str]] = {}
    for source_id, case_id in database.tuples(
        'SELECT source_id, case_id FROM case_source JOIN "case" ON "case".id = case_id'
        " WHERE \"case\".kind <> 'situation'"
    ):
        found.setdefault(source_id, set()).add(case_id)
    return {source_id: frozenset(cases) for source_id, cases in found.items()}


def _read(database: Database, version_ids: list[str]) -> Iterator[SpokenText]:
    rows = database.tuples(
        "SELECT version.id, version.source_id, source.number, source.held_on, version.utterances,"
        " text.body FROM version JOIN source ON source.id = version.source_id"
        " JOIN text USING (sha256) WHERE version.id IN (SELECT value FROM json_each(?))"
        " ORDER BY source.number",
        [_listed(version_ids)],
    )
    speaks = _speaks(database, [source_id for _, source_id, *_ in rows])
    for version_id, source_id, number, held_on, utterances, body in rows:
        said = json.loads(utterances)
        heard = [each for each in said if speaks.get((source_id, each["speaker"]), True)]
        began = next((each["said_at"] for each in said if each["said_at"]), None)
        turns = [(each["start"], each["end"]) for each in heard] if said else [(0, len(body))]
        yield SpokenText(
            source_id,
            number,
            version_id,
            body,
            tuple(turns),
            tuple(dict.fromkeys(each["speaker"] for each in heard if each["speaker"])),
            datetime.fromisoformat(began) if began else None,
            date.fromisoformat(held_on) if held_on else None,
        )


def _speaks(database: Database, source_ids: Iterable[str]) -> dict[tuple[str, str], bool]:
    """Tell of the speakers of some sources whether what they say counts as evidence."""
    rows = database.tuples(
        "SELECT source_id, name, role FROM speaker"
        " WHERE source_id IN (SELECT value FROM json_each(?))",
        [_listed(source_ids)],
    )
    return {(source_id, name): Role(role).is_evidence for source_id, name, role in rows}


def _listed(ids: Iterable[str]) -> str:
    return json.dumps([*ids])


def _row(candidate: PairCandidate) -> Row:
    return {
        "first_id": candidate.first_id,
        "second_id": candidate.second_id,
        "likeness": candidate.likeness,
        "reasons": json.dumps(
            {
                "versions": [candidate.first_version, candidate.second_version],
                "told": [each.told for each in candidate.reasons],
                "places": [
                    [each.kind.value, _ends(each.first), _ends(each.second)]
                    for each in candidate.reasons
                ],
            },
            ensure_ascii=False,
        ),
    }


def _candidate(row: Row) -> PairCandidate:
    kept: dict[str, Any] = json.loads(row["reasons"])
    first_version, second_version = kept["versions"]
    return PairCandidate(
        row["first_id"],
        row["second_id"],
        row["likeness"],
        tuple(
            PairReason(ReasonKind(kind), told, _spans(first), _spans(second))
            for told, (kind, first, second) in zip(kept["told"], kept["places"], strict=True)
        ),
        first_version,
        second_version,
    )


def _ends(spans: Iterable[Span]) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans]


def _spans(ends: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in ends)
