"""Where a person was, so that she comes back there; not part of the analysis or its history."""

from qualkit.services.workspace import Workspace
from qualkit.store.bookmarks import bookmark, bookmarks, drop_bookmark, keep_bookmark


class Bookmarks:
    """Small values by name, kept with the project."""

    def __init__(self, workspace: Workspace) -> None:
        """Keep them in an open project."""
        self._workspace = workspace

    def get(self, name: str) -> dict[str, int | str]:
        """Give what was kept under a name; empty when nothing was."""
        return bookmark(self._workspace.database, name)

    def put(self, name: str, value: dict[str, int | str]) -> None:
        """Keep a value under a name, in place of what was there."""
        with self._workspace.database.writing():
            keep_bookmark(self._workspace.database, name, value)

    def drop(self, name: str) -> None:
        """Forget what was kept under a name, if anything was."""
        with self._workspace.database.writing():
            drop_bookmark(self._workspace.database, name)

    def names(self, prefix: str) -> tuple[str, ...]:
        """Give the names that begin with a prefix, in order."""
        return tuple(sorted(bookmarks(self._workspace.database, prefix)))
