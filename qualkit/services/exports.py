"""Exports: what leaves the project, written whole or not at all."""

from qualkit.services.workspace import Workspace


class Exports:
    """Writes files for people without the tool."""

    def __init__(self, workspace: Workspace) -> None:
        """Export from an open project."""
        self._workspace = workspace
