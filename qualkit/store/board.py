"""What lies where on the board, without reading a text."""

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping

from qualkit.domain.board_columns import CodeUse, Placement
from qualkit.domain.themes import Belonging
from qualkit.store.database import Database

_FIRST = """
    SELECT coding.id FROM coding
    WHERE coding.code_id IN (SELECT value FROM json_each(?)) AND {where}
    ORDER BY coding.rowid LIMIT ?
"""
"""In the order in which they were coded: by place, every one would be looked up in its source."""

_NOT_LEFT_OUT = """
    NOT EXISTS (
        SELECT 1 FROM theme_passage AS out WHERE out.theme_id = ?
        AND out.coding_id = coding.id AND out.belonging = 'left_out'
    )
"""

_NOT_PLACED = """
    NOT EXISTS (
        SELECT 1 FROM theme_passage JOIN theme ON theme.id = theme_passage.theme_id
        WHERE theme_passage.coding_id = coding.id
        AND theme_passage.belonging = 'gathered' AND theme.status <> 'dropped'
    )
    AND NOT EXISTS (SELECT 1 FROM misfit WHERE misfit.coding_id = coding.id)
"""


CasesOfVersions = Mapping[str, tuple[str, ...]]
"""The ids of the cases of each version."""


def uses_of_codes(database: Database, cases: CasesOfVersions) -> dict[str, CodeUse]:
    """Give how many codings each code has, and of whom; codes that are not used are left out."""
    versions = defaultdict[str, list[str]](list)
    # Joined here and not by SQLite, which takes ten times as long over 100,000 codings.
    for code_id, version_id in database.tuples("SELECT code_id, version_id FROM coding"):
        versions[code_id].append(version_id)
    return {
        code_id: CodeUse(len(coded), Counter(case for each in coded for case in cases[each]))
        for code_id, coded in versions.items()
    }


def cases_of_versions(database: Database) -> dict[str, tuple[str, ...]]:
    """Give the cases of each version; a source that belongs to none is one by itself."""
    cases: dict[str, tuple[str, ...]] = {}
    for source_id, case_id in database.tuples("SELECT source_id, case_id FROM case_source"):
        cases[source_id] = (*cases.get(source_id, ()), case_id)
    versions = database.tuples("SELECT id, source_id FROM version")
    return {version_id: cases.get(source_id, (source_id,)) for version_id, source_id in versions}


def placements(database: Database, cases: CasesOfVersions) -> list[Placement]:
    """Give what was decided on single passages: in which theme they are, and out of which."""
    rows = database.query(
        """
        SELECT theme_id, coding_id, belonging, coding.code_id, version_id
        FROM theme_passage JOIN coding ON coding.id = coding_id
        WHERE belonging <> 'with_code' ORDER BY theme_passage.rowid
        """
    )
    return [
        Placement(
            row["coding_id"],
            row["code_id"],
            cases[row["version_id"]],
            row["theme_id"],
            Belonging(row["belonging"]),
        )
        for row in rows
    ]


def misfit_passages(database: Database, cases: CasesOfVersions) -> list[Placement]:
    """Give the passages in the tray "does not fit"."""
    rows = database.query(
        """
        SELECT coding.id AS coding_id, coding.code_id, version_id
        FROM misfit JOIN coding ON coding.id = coding_id ORDER BY misfit.rowid
        """
    )
    return [Placement(row["coding_id"], row["code_id"], cases[row["version_id"]]) for row in rows]


def codings_in_theme(
    database: Database, theme_id: str, code_ids: Collection[str], limit: int
) -> list[str]:
    """Give the ids of the codings that are in a theme with these codes, those coded first.

    The codes have to be in that theme.
    """
    sql = _FIRST.format(where=_NOT_LEFT_OUT)
    rows = database.query(sql, [json.dumps([*code_ids]), theme_id, limit])
    return [row["id"] for row in rows]


def codings_nowhere(database: Database, code_ids: Collection[str], limit: int) -> list[str]:
    """Give the ids of the codings with these codes that were put nowhere singly, those coded first.

    The codes have to be in no theme.
    """
    sql = _FIRST.format(where=_NOT_PLACED)
    rows = database.query(sql, [json.dumps([*code_ids]), limit])
    return [row["id"] for row in rows]
