"""The audit trail, and the only way rows are written.

Every step is an `operation` with the rows it changed, before and after. Undo plays the changes of
one operation backwards as a new operation, so history only grows and works across processes.
"""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from qualkit.domain.identity import new_id, utc_now
from qualkit.domain.operations import Operation, Origin
from qualkit.errors import NotFoundError, NothingToUndoError, UndoConflictError
from qualkit.store import derived, history
from qualkit.store.database import Database
from qualkit.store.history import MIGRATION, REDO, UNDO
from qualkit.store.rows import TABLES, Row, to_row
from qualkit.translation import _

T = TypeVar("T")


@dataclass(slots=True)
class Change:
    """One row that an operation changed."""

    table: str
    row_id: str
    before: Row | None
    after: Row | None


class Step:
    """The rows changed so far by one operation; given out by `Journal.operation` only."""

    def __init__(self, database: Database, summary: str) -> None:
        """Begin with nothing changed."""
        self._database = database
        self.summary = summary
        """What happened; may be made more exact before the operation ends."""
        self.changes: list[Change] = []

    def add(self, item: T) -> T:
        """Write a new object."""
        row = to_row(item)
        self._apply(Change(TABLES[type(item)], row["id"], None, row))
        return item

    def add_all(self, items: Iterable[object]) -> None:
        """Write new objects, those of one kind that follow each other in one go."""
        for kind, group in groupby(items, type):
            table = TABLES[kind]
            rows = [to_row(item) for item in group]
            self._database.insert(table, rows)
            for row in rows:
                derived.follow(self._database, table, None, row)
                self.changes.append(Change(table, row["id"], None, row))

    def change(self, item: T) -> T:
        """Write an object anew over the row with its id; an unchanged one leaves no trace.

        Raises:
            NotFoundError: the row is gone.
        """
        row = to_row(item)
        table = TABLES[type(item)]
        before = self._present(table, row["id"])
        if before != row:
            self._apply(Change(table, row["id"], before, row))
        return item

    def delete(self, item: object) -> None:
        """Remove an object's row.

        Raises:
            NotFoundError: the row is gone.
        """
        table, row_id = TABLES[type(item)], to_row(item)["id"]
        self._apply(Change(table, row_id, self._present(table, row_id), None))

    def play_back(self, change: Change) -> None:
        """Turn one earlier change around.

        Raises:
            UndoConflictError: the row is no longer as that change left it.
        """
        now = row_now(self._database, change.table, change.row_id)
        if now != change.after:
            raise UndoConflictError(
                _("'{step}' cannot be turned around: what it touched has changed since.").format(
                    step=self.summary
                ),
                _("Undo the later step first; 'qualkit history' lists them."),
            )
        self._apply(Change(change.table, change.row_id, change.after, change.before))

    def _present(self, table: str, row_id: str) -> Row:
        row = row_now(self._database, table, row_id)
        if row is None:
            raise NotFoundError(
                _("That {noun} is no longer in the project.").format(
                    noun=_(table.replace("_", " "))
                ),
                _("It may have been removed elsewhere; 'qualkit history' tells."),
            )
        return row

    def _apply(self, change: Change) -> None:
        if change.after is None:
            derived.follow(self._database, change.table, change.before, None)
            self._database.delete(change.table, change.row_id)
        elif change.before is None:
            self._database.insert(change.table, [change.after])
            derived.follow(self._database, change.table, None, change.after)
        else:
            self._database.update(change.table, change.after)
            derived.follow(self._database, change.table, change.before, change.after)
        self.changes.append(change)


class Journal:
    """Writes operations on behalf of one person, and takes them back."""

    def __init__(self, database: Database, actor: str, origin: Origin) -> None:
        """Write to `database` in the name of `actor`."""
        self._database = database
        self.actor = actor
        self.origin = origin

    @contextmanager
    def operation(self, kind: str, summary: str, why: str = "") -> Iterator[Step]:
        """Run one step: all of it is written with its trace, or none of it.

        A step that changes nothing leaves no trace.
        """
        with self._database.writing():
            step = Step(self._database, summary)
            yield step
            if step.changes:
                self._record(step, kind, why, reverts=None)

    def undo(self) -> Operation:
        """Take back the last step that is not yet taken back.

        Raises:
            NothingToUndoError: there is none since the project began, or since a migration.
            UndoConflictError: something it touched has changed since.
        """
        with self._database.writing():
            step_id = history.step_to_undo(self._database)
            if step_id is None:
                raise NothingToUndoError(_("There is nothing to undo."))
            return self._revert(step_id, UNDO)

    def redo(self) -> Operation:
        """Do again the step that was undone last.

        Raises:
            NothingToUndoError: nothing was undone, or something new was done since.
            UndoConflictError: something it touched has changed since.
        """
        with self._database.writing():
            step_id = history.step_to_redo(self._database)
            if step_id is None:
                raise NothingToUndoError(_("There is nothing to redo."))
            return self._revert(step_id, REDO)

    def undo_to(self, number: int) -> tuple[Operation, ...]:
        """Take back every step with a higher number that stands: all of them, or none.

        Gives the undos, each with an operation of its own, the newest step first.

        Raises:
            NothingToUndoError: no later step stands.
            UndoConflictError: something that one of them touched has changed since, or the
                project was brought up to date after one of them.
        """
        with self._database.writing():
            found = history.stacks(self._database)
            if any(step.number > number for step in found.closed):
                raise UndoConflictError(
                    _("Not every step after step {number} can be taken back: {why}.").format(
                        number=number, why=after_migration(found)
                    ),
                    _("Nothing was changed. A later step can be gone back to."),
                )
            later = [each for each in found.done[::-1] if each.step.number > number]
            if not later:
                raise NothingToUndoError(
                    _("No step after step {number} is left to take back.").format(number=number)
                )
            return tuple(self._revert(each.operation_id, UNDO) for each in later)

    def redo_to(self, number: int | None = None) -> tuple[Operation, ...]:
        """Do again what was undone, up to and including a step, or all of it: all, or nothing.

        Gives the redos, the oldest step first.

        Raises:
            NothingToUndoError: nothing was undone up to there, or something new was done since.
            UndoConflictError: something that one of them touched has changed since.
        """
        with self._database.writing():
            undone = history.stacks(self._database).undone[::-1]
            wanted = [each for each in undone if number is None or each.step.number <= number]
            if not wanted:
                raise NothingToUndoError(_("There is nothing to redo."))
            return tuple(self._revert(each.operation_id, REDO) for each in wanted)

    def _revert(self, operation_id: str, kind: str) -> Operation:
        summary = self._database.value("SELECT summary FROM operation WHERE id = ?", [operation_id])
        step = Step(self._database, summary)
        for change in reversed(changes_of(self._database, operation_id)):
            step.play_back(change)
        return self._record(step, kind, "", reverts=operation_id)

    def _record(self, step: Step, kind: str, why: str, reverts: str | None) -> Operation:
        operation = Operation(
            id=new_id(),
            number=_next_number(self._database),
            at=utc_now(),
            actor=self.actor,
            origin=self.origin,
            kind=kind,
            summary=step.summary,
            why=why,
            reverts=reverts,
        )
        self._database.insert("operation", [to_row(operation)])
        self._database.insert(
            "change",
            [
                {
                    "operation_id": operation.id,
                    "table_name": change.table,
                    "row_id": change.row_id,
                    "before": _dump(change.before),
                    "after": _dump(change.after),
                }
                for change in step.changes
            ],
        )
        return operation


def record_migration(database: Database, names: list[str]) -> None:
    """Note in the history that the schema changed; undo stops there."""
    operation = Operation(
        id=new_id(),
        number=_next_number(database),
        at=utc_now(),
        actor="qualkit",
        origin=Origin.BATCH,
        kind=MIGRATION,
        summary=_("The project was brought up to date ({names}).").format(names=", ".join(names)),
    )
    database.insert("operation", [to_row(operation)])


def after_migration(found: history.Stacks) -> str:
    """Say why what came before a migration cannot be taken back."""
    assert found.migration is not None, "nothing is closed without one"
    return _("the project was brought up to date after it, at step {number}").format(
        number=found.migration.number
    )


def _next_number(database: Database) -> int:
    return 1 + int(database.value("SELECT max(number) FROM operation") or 0)


def row_now(database: Database, table: str, row_id: str) -> Row | None:
    """Give a row as it is, or None when it is not there."""
    return next(iter(database.query(f'SELECT * FROM "{table}" WHERE id = ?', [row_id])), None)


def changes_of(database: Database, operation_id: str) -> list[Change]:
    """Give what an operation changed, in order."""
    rows = database.query("SELECT * FROM change WHERE operation_id = ? ORDER BY id", [operation_id])
    return [
        Change(row["table_name"], row["row_id"], _load(row["before"]), _load(row["after"]))
        for row in rows
    ]


def _dump(row: Row | None) -> str | None:
    return None if row is None else json.dumps(row, ensure_ascii=False)


def _load(row: str | None) -> Row | None:
    if row is None:
        return None
    loaded: Row = json.loads(row)
    return loaded
