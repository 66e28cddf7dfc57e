"""What lies where on the board, without reading a text."""

import json
from collections import Counter
from collections.abc import Collection, Mapping

from qualkit.domain.board_columns import CodeUse, Placement
from qualkit.domain.themes import Belonging
from qualkit.store.database import Database

_IN_ORDER = """
    SELECT coding.id
    FROM coding
    JOIN version ON version.id = coding.version_id
    JOIN source ON source.id = version.source_id
    WHERE coding.code_id IN (SELECT value FROM json_each(?)) AND {where}
    ORDER BY source.number, version.number, coding.start, coding."end" DESC, coding.id
    LIMIT ?
"""

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
    found: dict[str, tuple[list[int], Counter[str]]] = {}
    # Joined here and not by SQLite, which takes ten times as long over 100,000 codings.
    for code_id, version_id in database.tuples("SELECT code_id, version_id FROM coding"):
        if code_id not in found:
            found[code_id] = [0], Counter()
        count, of_whom = found[code_id]
        count[0] += 1
        for case_id in cases[version_id]:
            of_whom[case_id] += 1
    return {code_id: CodeUse(count[0], of_whom) for code_id, (count, of_whom) in found.items()}


def cases_of_versions(database: Database) -> dict[str, tuple[str, ...]]:
    """Give the cases of each version; a source that belongs to none is one by itself."""
    cases: dict[str, tuple[str, ...]] = {}
    for row in database.query("SELECT source_id, case_id FROM case_source"):
        cases[row["source_id"]] = (*cases.get(row["source_id"], ()), row["case_id"])
    versions = database.query("SELECT id, source_id FROM version")
    return {row["id"]: cases.get(row["source_id"], (row["source_id"],)) for row in versions}


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
    """Give the ids of the first codings that are in a theme with these codes, by place.

    The codes have to be in that theme.
    """
    sql = _IN_ORDER.format(where=_NOT_LEFT_OUT)
    rows = database.query(sql, [json.dumps([*code_ids]), theme_id, limit])
    return [row["id"] for row in rows]


def codings_nowhere(database: Database, code_ids: Collection[str], limit: int) -> list[str]:
    """Give the ids of the first codings with these codes that were put nowhere singly, by place.

    The codes have to be in no theme.
    """
    sql = _IN_ORDER.format(where=_NOT_PLACED)
    rows = database.query(sql, [json.dumps([*code_ids]), limit])
    return [row["id"] for row in rows]
