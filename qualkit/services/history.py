"""The story of the project, and the way back and forth through it."""

from qualkit.domain.operations import Operation, OperationEntry, Outcome
from qualkit.services.workspace import Workspace
from qualkit.store.history import history

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
        "suggestions",
    }
)
"""What an undo may have touched."""


class History:
    """Operations, undo and redo; the same for every front end and across restarts."""

    def __init__(self, workspace: Workspace) -> None:
        """Read and write an open project."""
        self._workspace = workspace

    def entries(self) -> tuple[OperationEntry, ...]:
        """Give every operation, oldest first."""
        return tuple(history(self._workspace.database))

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
