"""Framework matrices as they are read: rows, cells, and the passages for a place in them.

Read without the words of passages, so that a matrix of 20,000 cases opens at once.
"""

import json
from collections.abc import Collection, Sequence

from qualkit.domain.codings import CodedSegment
from qualkit.domain.framework import CellContent, CellPlace, ColumnHead, MatrixCase
from qualkit.store.coded import coded_segments
from qualkit.store.database import Database
from qualkit.store.theme_members import MEMBERS, themes_of_version

_OF_CASE = "source.id IN (SELECT source_id FROM case_source WHERE case_id = ?)"


def matrix_cases(database: Database, group_id: str | None) -> tuple[MatrixCase, ...]:
    """Give the cases of a group of participants, or of all, by group and number.

    A case that is left without sources, after a label was changed, is no row; unless something was
    written about it.
    """
    rows = database.query(
        """
        SELECT "case".id, participant_group.pattern, "case".number
        FROM "case" JOIN participant_group ON participant_group.id = "case".group_id
        WHERE (? IS NULL OR "case".group_id = ?)
            AND (EXISTS (SELECT 1 FROM case_source WHERE case_source.case_id = "case".id)
                OR EXISTS (SELECT 1 FROM cell WHERE cell.case_id = "case".id))
        ORDER BY participant_group.pattern, "case".number, "case".id
        """,
        [group_id, group_id],
    )
    return tuple(MatrixCase(row["id"], row["pattern"], row["number"]) for row in rows)


def cell_contents(
    database: Database, heads: Sequence[ColumnHead], case_id: str | None = None
) -> dict[CellPlace, CellContent]:
    """Give what stands under some columns, for one case or all; only cells that are there."""
    linked: dict[str, list[str]] = {}
    with database.reading():
        for row in database.query(_LINKS):
            linked.setdefault(row["cell_id"], []).append(row["coding_id"])
        rows = database.query(
            """
            SELECT id, case_id, theme_id, code_id, summary, nothing_said FROM cell
            WHERE coalesce(theme_id, code_id) IN (SELECT value FROM json_each(?))
                AND (? IS NULL OR case_id = ?)
            """,
            [json.dumps([head.id for head in heads]), case_id, case_id],
        )
    return {
        CellPlace(row["case_id"], ColumnHead(row["theme_id"], row["code_id"])): CellContent(
            row["summary"], bool(row["nothing_said"]), tuple(linked.get(row["id"], ()))
        )
        for row in rows
    }


_LINKS = """
    SELECT cell_passage.cell_id, cell_passage.coding_id
    FROM cell_passage
    JOIN coding ON coding.id = cell_passage.coding_id
    JOIN version ON version.id = coding.version_id
    JOIN source ON source.id = version.source_id
    ORDER BY source.number, version.number, coding.start, coding."end" DESC, coding.id
"""


def passages_for(
    database: Database, place: CellPlace, linked: Collection[str] = ()
) -> tuple[CodedSegment, ...]:
    """Give the coded segments of a case that are in a theme, or have a code or one below it.

    Those in `linked` come along, wherever they are now.
    """
    if place.head.theme_id:
        about = "SELECT value FROM json_each(?)"
        wanted = json.dumps(_in_theme(database, place.head.theme_id, place.case_id))
    else:
        about, wanted = _OF_CODE, place.head.code_id or ""
    return coded_segments(
        database,
        f"({_OF_CASE} AND coding.id IN ({about})) OR coding.id IN (SELECT value FROM json_each(?))",
        [place.case_id, wanted, json.dumps([*linked])],
    )


def _in_theme(database: Database, theme_id: str, case_id: str) -> list[str]:
    """Give the codings of a case that are in a theme or its subthemes.

    Asked of the few texts of the case: the table `member` would put the whole study together.
    """
    with database.reading():
        parts = {
            part_id
            for (part_id,) in database.tuples(
                f"{MEMBERS} SELECT part_id FROM part WHERE theme_id = ?", [1, theme_id]
            )
        }
        versions = database.tuples(
            "SELECT version.id FROM version"
            " JOIN case_source ON case_source.source_id = version.source_id"
            " WHERE case_source.case_id = ?",
            [case_id],
        )
        return [
            coding_id
            for (version_id,) in versions
            for held_by, coding_id in themes_of_version(database, version_id)
            if held_by in parts
        ]


_OF_CODE = """
    WITH RECURSIVE below(id) AS (
        SELECT ?
        UNION
        SELECT code.id FROM code JOIN below ON code.parent_id = below.id
    )
    SELECT coding.id FROM coding JOIN below ON below.id = coding.code_id
"""


def codings_of_case(database: Database, case_id: str, coding_ids: Collection[str]) -> set[str]:
    """Give which of some codings are in a source of a case."""
    rows = database.query(
        """
        SELECT coding.id
        FROM coding
        JOIN version ON version.id = coding.version_id
        JOIN case_source ON case_source.source_id = version.source_id
        WHERE case_source.case_id = ? AND coding.id IN (SELECT value FROM json_each(?))
        """,
        [case_id, json.dumps([*coding_ids])],
    )
    return {row["id"] for row in rows}


def references_of(database: Database, coding_ids: Collection[str]) -> dict[str, str]:
    """Give the references of some codings (`P3:27`), by their ids."""
    segments = coded_segments(
        database, "coding.id IN (SELECT value FROM json_each(?))", [json.dumps([*coding_ids])]
    )
    return {segment.coding.id: segment.reference for segment in segments}
