"""Which codings are in which theme: through codes, through codes above those, or one by one."""

from collections.abc import Sequence

from qualkit.domain.themes import ThemeMember
from qualkit.store.database import Database
from qualkit.store.rows import from_row

MEMBERS = """
    WITH RECURSIVE
    part(theme_id, part_id) AS (
        SELECT id, id FROM theme
        UNION
        SELECT part.theme_id, theme.id
        FROM part JOIN theme ON theme.parent_id = part.part_id
        WHERE theme.status <> 'dropped' AND ?
    ),
    below(theme_id, code_id) AS (
        SELECT theme_id, code_id FROM theme_code WHERE belonging = 'gathered'
        UNION
        SELECT below.theme_id, code.id
        FROM below JOIN code ON code.parent_id = below.code_id
        WHERE NOT EXISTS (
            SELECT 1 FROM theme_code AS out WHERE out.theme_id = below.theme_id
            AND out.code_id = code.id AND out.belonging = 'left_out'
        )
    ),
    own(theme_id, coding_id) AS (
        SELECT below.theme_id, coding.id
        FROM below JOIN coding ON coding.code_id = below.code_id
        WHERE NOT EXISTS (
            SELECT 1 FROM theme_passage AS out WHERE out.theme_id = below.theme_id
            AND out.coding_id = coding.id AND out.belonging = 'left_out'
        )
        UNION
        SELECT theme_id, coding_id FROM theme_passage WHERE belonging = 'gathered'
    ),
    member(theme_id, coding_id, stance) AS (
        SELECT part.theme_id, own.coding_id, min(coalesce(theme_passage.stance, 'supports'))
        FROM part JOIN own ON own.theme_id = part.part_id
        LEFT JOIN theme_passage
            ON theme_passage.theme_id = own.theme_id AND theme_passage.coding_id = own.coding_id
        GROUP BY part.theme_id, own.coding_id
    )
"""
"""Gives the table `member`; its one argument is whether a theme holds what its subthemes hold.

Of two stances of one passage the one that comes first by name counts: contrary before nuance.
"""


def theme_members(
    database: Database, theme_ids: Sequence[str] = (), whole: bool = True
) -> list[ThemeMember]:
    """Give the codings in some themes, or in all, by theme and place.

    `whole` counts what is in its subthemes as in a theme, dropped subthemes apart.
    """
    marks = ", ".join("?" * len(theme_ids))
    narrowed = f"WHERE member.theme_id IN ({marks})" if theme_ids else ""
    rows = database.query(
        f"""{MEMBERS}
        SELECT member.*, coding.code_id, coding.version_id, version.source_id,
            coding.start, coding."end"
        FROM member
        JOIN coding ON coding.id = member.coding_id
        JOIN version ON version.id = coding.version_id
        JOIN source ON source.id = version.source_id
        {narrowed}
        ORDER BY member.theme_id, source.number, version.number, coding.start,
            coding."end" DESC, coding.id
        """,
        [int(whole), *theme_ids],
    )
    return [from_row(ThemeMember, row) for row in rows]


def codes_in_themes(database: Database) -> set[tuple[str, str]]:
    """Give the ids of each theme and code in it: put there, or below one that was."""
    rows = database.query(f"{MEMBERS} SELECT theme_id, code_id FROM below", [1])
    return {(row["theme_id"], row["code_id"]) for row in rows}


def is_in_theme(database: Database, theme_id: str, coding_id: str) -> bool:
    """Tell whether a coding is in a theme itself, its subthemes left aside."""
    sql = f"{MEMBERS} SELECT 1 FROM own WHERE theme_id = ? AND coding_id = ?"
    return database.value(sql, [0, theme_id, coding_id]) is not None
