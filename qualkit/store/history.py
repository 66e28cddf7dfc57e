"""Reading the audit trail: what was done, and which step undo and redo would take."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

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
        suggestions = _suggestions(database)
        operations = database.find(Operation, order="number")
    steps, taken_back = _steps_of(operations)
    return [
        OperationEntry(
            operation,
            counts.get(operation.id, 0),
            operation.id in taken_back,
            steps[operation.id] if operation.reverts else None,
            suggestions.get(operation.id, ()),
        )
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


@dataclass(slots=True)
class Stacks:
    """What can be taken back and done again now, the next one last."""

    done: list["Standing"] = field(default_factory=list)
    """Steps that stand, since the last migration."""
    undone: list["Standing"] = field(default_factory=list)
    """Steps that are taken back and can be done again."""
    closed: list[Operation] = field(default_factory=list)
    """Steps that stand and can no longer be taken back: a migration came after them."""
    migration: Operation | None = None
    """The last one."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A person's step, and the operation that has to be played backwards to turn it around."""

    operation_id: str
    step: Operation


def stacks(database: Database) -> Stacks:
    """Read the whole history and give what can be taken back and done again."""
    found = Stacks()
    for operation in database.find(Operation, order="number"):
        if operation.kind == MIGRATION:
            found.closed.extend(standing.step for standing in found.done)
            found.done, found.undone, found.migration = [], [], operation
        elif operation.kind == UNDO:
            found.undone.append(Standing(operation.id, found.done.pop().step))
        elif operation.kind == REDO:
            found.done.append(Standing(operation.id, found.undone.pop().step))
        else:
            found.done.append(Standing(operation.id, operation))
            found.undone.clear()
    return found


def _suggestions(database: Database) -> dict[str, tuple[str, ...]]:
    """Give, by operation, the suggested phrases that new codings began with."""
    rows = database.query(
        """
        SELECT DISTINCT operation_id, json_extract(after, '$.suggestion') AS phrase FROM change
        WHERE table_name = 'coding' AND before IS NULL AND phrase <> '' ORDER BY id
        """
    )
    found = defaultdict[str, tuple[str, ...]](tuple)
    for row in rows:
        found[row["operation_id"]] += (row["phrase"],)
    return found


def _steps_of(operations: Iterable[Operation]) -> tuple[dict[str, Operation], set[str]]:
    """Give the step that each operation speaks of, and the ids of the steps that stand undone."""
    steps: dict[str, Operation] = {}
    taken_back = set[str]()
    for operation in operations:
        # An undo or redo speaks of the step at the far end of its chain.
        step = steps[operation.id] = steps.get(operation.reverts or "", operation)
        if operation.kind == UNDO:
            taken_back.add(step.id)
        elif operation.kind == REDO:
            taken_back.discard(step.id)
    return steps, taken_back
