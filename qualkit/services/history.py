"""The story of the project, and the way back and forth through it."""

from collections import defaultdict
from dataclasses import replace

from qualkit.domain.memos import Memo, ObjectType
from qualkit.domain.operations import (
    Operation,
    OperationEntry,
    Outcome,
    PlannedStep,
    StepFilter,
)
from qualkit.errors import NotFoundError
from qualkit.services.workspace import Workspace
from qualkit.store.history import history
from qualkit.store.journal import changes_of
from qualkit.store.undoing import plan_redo, plan_undo
from qualkit.translation import _

EVERYTHING = frozenset(
    {
        "project",
        "sources",
        "segments",
        "cases",
        "codes",
        "codings",
        "memos",
        "themes",
        "board",
        "rounds",
        "matrices",
        "quality",
        "suggestions",
        "queue",
        "vignettes",
        "doubts",
        "replacements",
        "mosaic",
        "answers",
    }
)
"""What an undo may have touched."""

_WORDS = ("body", "description", "question", "central_idea", "belongs", "excludes", "text")
"""Columns that hold what a person wrote at some length."""

ALL_STEPS = StepFilter()


class History:
    """Operations, undo and redo; the same for every front end and across restarts."""

    def __init__(self, workspace: Workspace) -> None:
        """Read and write an open project."""
        self._workspace = workspace

    def entries(self, wanted: StepFilter = ALL_STEPS) -> tuple[OperationEntry, ...]:
        """Give every operation that is wanted, oldest first, with the memos on it."""
        database = self._workspace.database
        memos = defaultdict[str, tuple[Memo, ...]](tuple)
        for memo in database.find(Memo, "object_type = ?", [ObjectType.STEP], "created_at, id"):
            memos[memo.object_id] += (memo,)
        entries = (
            replace(entry, memos=memos[entry.operation.id])
            if entry.operation.id in memos
            else entry
            for entry in history(database)
        )
        return tuple(entry for entry in entries if wanted.fits(entry))

    def earlier_words(self, operation_id: str) -> tuple[str, ...]:
        """Give the words that a step replaced or removed: memos, descriptions, ideas, claims."""
        changes = changes_of(self._workspace.database, operation_id)
        return tuple(
            words
            for change in changes
            for field in _WORDS
            if (words := (change.before or {}).get(field))
            and words != (change.after or {}).get(field)
        )

    def find(self, number: int) -> Operation:
        """Give the step with a number.

        Raises:
            NotFoundError: there is none.
        """
        found = self._workspace.database.find(Operation, "number = ?", [number])
        if not found:
            raise NotFoundError(
                _("There is no step {number}.").format(number=number),
                _("'qualkit history' lists the steps with their numbers."),
            )
        return found[0]

    def undo(self) -> Outcome[Operation]:
        """Take back the last step; gives the undo's own operation.

        Raises:
            NothingToUndoError: there is none since the beginning, or since a migration.
            UndoConflictError: what it touched has changed since.
        """
        return Outcome(self._workspace.journal.undo(), EVERYTHING)

    def redo(self) -> Outcome[Operation]:
        """Do again what was undone last; gives the redo's own operation.

        Raises:
            NothingToUndoError: nothing was undone, or something new was done since.
            UndoConflictError: what it touched has changed since.
        """
        return Outcome(self._workspace.journal.redo(), EVERYTHING)

    def plan_undo(self, number: int) -> tuple[PlannedStep, ...]:
        """Give the steps after step `number` that stand, newest first, and what is in the way."""
        return plan_undo(self._workspace.database, number)

    def undo_to(self, number: int) -> Outcome[tuple[Operation, ...]]:
        """Take back every step after step `number` that stands: all of them, or none.

        Raises:
            NothingToUndoError: no later step stands.
            UndoConflictError: one of them cannot be taken back; `plan_undo` tells which.
        """
        return Outcome(self._workspace.journal.undo_to(number), EVERYTHING)

    def plan_redo(self, number: int | None = None) -> tuple[PlannedStep, ...]:
        """Give the steps that would be done again, up to a step or all, oldest first."""
        return plan_redo(self._workspace.database, number)

    def redo_to(self, number: int | None = None) -> Outcome[tuple[Operation, ...]]:
        """Do again what was undone, up to and including step `number`, or all: all, or nothing.

        Raises:
            NothingToUndoError: nothing was undone up to there, or something new was done since.
            UndoConflictError: what one of them touched has changed since.
        """
        return Outcome(self._workspace.journal.redo_to(number), EVERYTHING)
