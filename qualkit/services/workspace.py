"""An open project: its folder, its database and the journal it is written through."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from qualkit.errors import NotFoundError
from qualkit.settings import Settings
from qualkit.store.database import Database
from qualkit.store.journal import Journal
from qualkit.store.rows import TABLES, noun_of
from qualkit.translation import _

T = TypeVar("T")
P = ParamSpec("P")

DATABASE_NAME = "project.db"
ORIGINALS = "sources"
EXPORTS = "exports"
FOUND = "suggestions"
"""What batches found so far; without it the next one reads everything anew."""


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
            raise NotFoundError(
                _("That {noun} is no longer in the project.").format(noun=noun_of(TABLES[kind])),
                _("It may have been removed elsewhere; 'qualkit history' tells."),
            )
        return found


class _Service(Protocol):
    _workspace: Workspace


S = TypeVar("S", bound=_Service)


def locked(method: Callable[Concatenate[S, P], T]) -> Callable[Concatenate[S, P], T]:
    """Let a method of a service read and write under one lock.

    What it has read is then still true when it writes; without the lock, a step that another
    program takes in between would be written over.
    """

    @wraps(method)
    def whole(self: S, /, *args: P.args, **kwargs: P.kwargs) -> T:
        with self._workspace.database.writing():
            return method(self, *args, **kwargs)

    return whole
