"""Reading the audit trail: what was done, and which step undo and redo would take."""

from collections.abc import Iterable

from qualkit.domain.operations import Operation, OperationEntry
from qualkit.store.database import Database

MIGRATION = "migration"
UNDO = "undo"
REDO = "redo"
"""Kinds of operation that are not a step of a person's own."""

_NEWEST_FIRST = "SELECT id, kind FROM operation ORDER BY number DESC"


def history(database: Database) -> list[OperationEntry]:
    """Give every operation, oldest first."""
    with database.reading():
        counts = {
            row["operation_id"]: row["n"]
            for row in database.query(
                "SELECT operation_id, count(*) AS n FROM change GROUP BY operation_id"
            )
        }
        operations = database.find(Operation, order="number")
    taken_back = _taken_back(operations)
    return [
        OperationEntry(operation, counts.get(operation.id, 0), operation.id in taken_back)
        for operation in operations
    ]


def history_of_code(database: Database, code_id: str) -> list[OperationEntry]:
    """Give the operations that changed a code's row or merged or split its codings.

    Coding passages with it one by one is not its history.
    """
    rows = database.query(
        """
        SELECT operation_id FROM change WHERE table_name = 'code' AND row_id = ?
        UNION
        SELECT operation_id FROM change JOIN operation ON operation.id = operation_id
        WHERE operation.kind IN ('code.merge', 'code.split') AND table_name = 'coding'
          AND ? IN (json_extract(before, '$.code_id'), json_extract(after, '$.code_id'))
        """,
        [code_id, code_id],
    )
    wanted = {row["operation_id"] for row in rows}
    entries = []
    for entry in history(database):
        if entry.operation.id in wanted or entry.operation.reverts in wanted:
            wanted.add(entry.operation.id)
            entries.append(entry)
    return entries


def step_to_undo(database: Database) -> str | None:
    """Give the id of the last step that stands, or None; nothing before a migration counts.

    Read from the end, each undo cancels the first step before it that is not yet cancelled, so the
    whole history is never read.
    """
    cancelled = 0
    for row in database.query(_NEWEST_FIRST):
        if row["kind"] == MIGRATION:
            return None
        if row["kind"] == UNDO:
            cancelled += 1
        elif cancelled:
            cancelled -= 1
        else:
            return str(row["id"])
    return None


def step_to_redo(database: Database) -> str | None:
    """Give the id of the last undo that stands, or None; a step done since then ends the search."""
    cancelled = 0
    for row in database.query(_NEWEST_FIRST):
        if row["kind"] == REDO:
            cancelled += 1
        elif row["kind"] != UNDO:
            return None
        elif cancelled:
            cancelled -= 1
        else:
            return str(row["id"])
    return None


def _taken_back(operations: Iterable[Operation]) -> set[str]:
    """Give the ids of the steps that stand undone at this moment."""
    steps: dict[str, str] = {}
    taken_back = set[str]()
    for operation in operations:
        # An undo or redo speaks of the step at the far end of its chain.
        steps[operation.id] = steps.get(operation.reverts or "", operation.id)
        if operation.kind == UNDO:
            taken_back.add(steps[operation.id])
        elif operation.kind == REDO:
            taken_back.discard(steps[operation.id])
    return taken_back
