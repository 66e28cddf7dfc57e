"""Where a person was, so that she comes back there; not part of the analysis or its history."""

import json

from qualkit.services.workspace import Workspace


class Bookmarks:
    """Small values by name, kept with the project."""

    def __init__(self, workspace: Workspace) -> None:
        """Keep them in an open project."""
        self._workspace = workspace

    def get(self, name: str) -> dict[str, int | str]:
        """Give what was kept under a name; empty when nothing was."""
        value = self._workspace.database.value("SELECT value FROM bookmark WHERE name = ?", [name])
        kept: dict[str, int | str] = json.loads(value) if value else {}
        return kept

    def put(self, name: str, value: dict[str, int | str]) -> None:
        """Keep a value under a name, in place of what was there."""
        database = self._workspace.database
        with database.writing():
            database.tables.table("bookmark").upsert(
                {"name": name, "value": json.dumps(value)}, pk="name"
            )

    def drop(self, name: str) -> None:
        """Forget what was kept under a name, if anything was."""
        database = self._workspace.database
        with database.writing():
            database.tables.execute("DELETE FROM bookmark WHERE name = ?", [name])

    def names(self, prefix: str) -> tuple[str, ...]:
        """Give the names that begin with a prefix, in order."""
        rows = self._workspace.database.query(
            "SELECT name FROM bookmark WHERE substr(name, 1, ?) = ? ORDER BY name",
            [len(prefix), prefix],
        )
        return tuple(row["name"] for row in rows)
