"""An open project: its folder, its database and the journal it is written through."""

from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from qualkit.errors import NotFoundError
from qualkit.settings import Settings
from qualkit.store.database import Database
from qualkit.store.journal import Journal
from qualkit.store.rows import TABLES

T = TypeVar("T")

DATABASE_NAME = "project.db"
ORIGINALS = "sources"
EXPORTS = "exports"


@dataclass(frozen=True, slots=True)
class Workspace:
    """What every service works with."""

    folder: Path
    database: Database
    journal: Journal
    settings: Settings

    def get(self, kind: type[T], row_id: str) -> T:
        """Give an object that has to be there.

        Raises:
            NotFoundError: it is gone.
        """
        found = self.database.get(kind, row_id)
        if found is None:
            noun = TABLES[kind].replace("_", " ")
            raise NotFoundError(
                f"That {noun} is no longer in the project.",
                "It may have been removed elsewhere; 'qualkit history' tells.",
            )
        return found
