"""Where codes stand: bare stretches, as many as a query over codes needs."""

import json
from collections.abc import Collection, Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from qualkit.domain.search import Scope
from qualkit.domain.sources import Role
from qualkit.domain.spans import Span
from qualkit.store.database import Database
from qualkit.store.search import conditions_on_sources
from qualkit.store.texts import IS_NEWEST

CodedStretch = tuple[str, Span]
"""The id of a code, and where it stands."""


def stretches_of_codes(
    database: Database, code_ids: Collection[str], scope: Scope
) -> Iterator[tuple[str, list[CodedStretch]]]:
    """Give each newest version with what is coded in it with some codes, by source."""
    # The plus keeps SQLite from the index on codes: one walk along the index that holds all the
    # columns, in the order of versions, is faster than many jumps.
    rows = database.query(
        'SELECT version_id, start, "end", code_id FROM coding'
        " WHERE +code_id IN (SELECT value FROM json_each(?)) ORDER BY version_id",
        [json.dumps([*code_ids])],
    )
    stretches = {
        str(version_id): [(row["code_id"], Span(row["start"], row["end"])) for row in group]
        for version_id, group in groupby(rows, itemgetter("version_id"))
    }
    for version_id in _newest_of(database, stretches, scope):
        yield version_id, stretches[version_id]


def _newest_of(database: Database, version_ids: Iterable[str], scope: Scope) -> list[str]:
    """Give those of some versions that are the newest of a source in a scope, by source."""
    conditions, arguments = conditions_on_sources(scope)
    if scope.roles and Role.UNKNOWN not in scope.roles:
        # Whose words a stretch holds is known when it is read; most sources need not be.
        conditions.append(
            "EXISTS (SELECT 1 FROM speaker WHERE speaker.source_id = source.id"
            " AND speaker.role IN (SELECT value FROM json_each(?)))"
        )
        arguments.append(json.dumps(scope.roles))
    rows = database.query(
        f"""
        SELECT version.id, source.number FROM version
        JOIN source ON source.id = version.source_id
        WHERE version.id IN (SELECT value FROM json_each(?))
          AND {IS_NEWEST}
          AND {" AND ".join(["1", *conditions])}
        """,
        [json.dumps([*version_ids]), *arguments],
    )
    return [row["id"] for row in sorted(rows, key=itemgetter("number"))]


def segment_starts(database: Database, version_id: str) -> list[int]:
    """Give where the segments of a version begin, in order."""
    rows = database.query(
        "SELECT start FROM segment WHERE version_id = ? ORDER BY position", [version_id]
    )
    return [row["start"] for row in rows]
