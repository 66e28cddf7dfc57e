"""Where codes stand: bare stretches, as many as a query over codes needs."""

import json
from collections.abc import Collection, Iterator
from itertools import groupby

from qualkit.domain.search import Scope
from qualkit.domain.spans import Span
from qualkit.store.database import Database
from qualkit.store.search import conditions_on_sources

CodedStretch = tuple[str, Span]
"""The id of a code, and where it stands."""


def stretches_of_codes(
    database: Database, code_ids: Collection[str], scope: Scope
) -> Iterator[tuple[str, list[CodedStretch]]]:
    """Give each newest version with what is coded in it with some codes, by source."""
    conditions, arguments = conditions_on_sources(scope)
    rows = database.query(
        f"""
        SELECT DISTINCT coding.version_id, coding.start, coding."end", coding.code_id,
               source.number
        FROM coding
        JOIN version ON version.id = coding.version_id
        JOIN source ON source.id = version.source_id
        WHERE coding.code_id IN (SELECT value FROM json_each(?))
          AND {" AND ".join(["1", *conditions])}
          AND version.number = (
              SELECT max(number) FROM version AS other WHERE other.source_id = source.id)
        ORDER BY source.number
        """,
        [json.dumps([*code_ids]), *arguments],
    )
    for version_id, group in groupby(rows, lambda row: str(row["version_id"])):
        yield version_id, [(row["code_id"], Span(row["start"], row["end"])) for row in group]


def segment_starts(database: Database, version_id: str) -> list[int]:
    """Give where the segments of a version begin, in order."""
    rows = database.query(
        "SELECT start FROM segment WHERE version_id = ? ORDER BY position", [version_id]
    )
    return [row["start"] for row in rows]
