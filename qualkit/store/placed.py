"""Bare codings and where they stand: as many as a large study has."""

import json
from collections.abc import Collection

from qualkit.domain.themes import PlacedCoding
from qualkit.store.database import Database


def placed_codings(
    database: Database, code_ids: Collection[str], coding_ids: Collection[str] = ()
) -> list[PlacedCoding]:
    """Give the codings with some codes and some others, by source and place."""
    versions = {
        version_id: (number, version, source_id)
        for version_id, number, version, source_id in database.tuples(
            "SELECT version.id, source.number, version.number, source.id"
            " FROM version JOIN source ON source.id = version.source_id"
        )
    }
    # The plus keeps SQLite from the index on codes: one walk is faster than many jumps.
    rows = database.tuples(
        'SELECT id, code_id, version_id, start, "end" FROM coding'
        " WHERE +code_id IN (SELECT value FROM json_each(?))"
        " OR id IN (SELECT value FROM json_each(?))",
        [json.dumps([*code_ids]), json.dumps([*coding_ids])],
    )
    rows.sort(key=lambda row: (*versions[row[2]][:2], row[3], -row[4], row[0]))
    return [
        PlacedCoding(coding_id, code_id, versions[version_id][2], version_id, start, end)
        for coding_id, code_id, version_id, start, end in rows
    ]
