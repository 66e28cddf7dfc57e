"""What a series of undos or redos would do, told before it is done; nothing is written here."""

from collections.abc import Iterable

from qualkit.domain.operations import PlannedStep
from qualkit.store.database import Database
from qualkit.store.history import Standing, stacks
from qualkit.store.journal import after_migration, changes_of, row_now
from qualkit.store.rows import Row
from qualkit.translation import _


def plan_undo(database: Database, number: int) -> tuple[PlannedStep, ...]:
    """Give the steps that `Journal.undo_to` would take back, newest first, with what is in the way.

    Those before a migration come last; not one of them can be taken back.
    """
    with database.reading():
        found = stacks(database)
        later = [each for each in found.done[::-1] if each.step.number > number]
        planned = _look_ahead(database, later)
        closed = [step for step in found.closed[::-1] if step.number > number]
        why = after_migration(found) if closed else ""
    return (*planned, *(PlannedStep(step, why) for step in closed))


def plan_redo(database: Database, number: int | None = None) -> tuple[PlannedStep, ...]:
    """Give the steps that `Journal.redo_to` would do again, oldest first."""
    with database.reading():
        undone = stacks(database).undone[::-1]
        wanted = [each for each in undone if number is None or each.step.number <= number]
        return _look_ahead(database, wanted)


def _look_ahead(database: Database, series: Iterable[Standing]) -> tuple[PlannedStep, ...]:
    """Play operations backwards in mind: a row counts as what the one before made of it."""
    seen: dict[tuple[str, str], Row | None] = {}
    planned = []
    for each in series:
        is_free = True
        for change in reversed(changes_of(database, each.operation_id)):
            place = change.table, change.row_id
            now = seen[place] if place in seen else row_now(database, *place)
            is_free &= now == change.after
            seen[place] = change.before
        planned.append(PlannedStep(each.step, "" if is_free else _("what it touched has changed")))
    return tuple(planned)
