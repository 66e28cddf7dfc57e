"""A connection to the project database, and the one lock under which it is written."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, TypeVar

import sqlite_utils

from qualkit.errors import ProjectBusyError, ProjectDamagedError
from qualkit.store.rows import TABLES, Row, from_row

T = TypeVar("T")

BUSY_SECONDS = 5.0
"""How long a write waits for another program before it gives up."""


class Database:
    """One connection to a project database.

    Not for use from more than one thread; open another instead, SQLite keeps them apart.
    """

    def __init__(self, path: Path, busy_seconds: float = BUSY_SECONDS) -> None:
        """Connect to an existing file.

        Raises:
            ProjectDamagedError: the file is not a database.
        """
        self.path = path
        self._busy_seconds = busy_seconds
        connection = sqlite3.connect(path, timeout=busy_seconds, isolation_level=None)
        self.tables = sqlite_utils.Database(connection, execute_plugins=False)
        """The connection, as sqlite-utils sees it; for modules of the store only."""
        with self.readable_errors():
            self.tables.execute("PRAGMA journal_mode = WAL")
            # FULL costs a disk flush per step and keeps the last coding through a power cut.
            self.tables.execute("PRAGMA synchronous = FULL")
            self.tables.execute("PRAGMA foreign_keys = ON")

    def close(self) -> None:
        """Close the connection."""
        self.tables.close()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the write lock: all of the block is written, or nothing of it.

        BEGIN IMMEDIATE takes the lock at once. A deferred BEGIN, as sqlite-utils' own `atomic()`
        uses, fails without waiting when another process wrote after its first read.

        Raises:
            ProjectBusyError: another program held the lock for too long.
        """
        with self.readable_errors():
            self.tables.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self.tables.execute("ROLLBACK")
            raise
        with self.readable_errors():
            self.tables.execute("COMMIT")

    def query(self, sql: str, arguments: Sequence[object] = ()) -> Iterator[Row]:
        """Read rows."""
        with self.readable_errors():
            return self.tables.query(sql, list(arguments))

    def value(self, sql: str, arguments: Sequence[object] = ()) -> Any:
        """Read the first column of the first row, or None."""
        with self.readable_errors():
            row = self.tables.execute(sql, list(arguments)).fetchone()
        return row[0] if row else None

    def find(
        self, kind: type[T], where: str = "1", arguments: Sequence[object] = (), order: str = ""
    ) -> list[T]:
        """Read the objects of one kind for which `where` holds."""
        ordering = f" ORDER BY {order}" if order else ""
        sql = f'SELECT * FROM "{TABLES[kind]}" WHERE {where}{ordering}'
        return [from_row(kind, row) for row in self.query(sql, arguments)]

    def get(self, kind: type[T], row_id: str) -> T | None:
        """Read one object by its id, or None."""
        found = self.find(kind, "id = ?", [row_id])
        return found[0] if found else None

    def data_version(self) -> int:
        """Give a number that changes when another connection has written."""
        return int(self.value("PRAGMA data_version"))

    def copy_to(self, target: Path) -> None:
        """Write a consistent copy of the whole database to a new file of mode 0600."""
        target.parent.mkdir(mode=0o700, exist_ok=True)
        target.touch(mode=0o600)
        with closing(sqlite3.connect(target)) as copy:
            self.tables.conn.backup(copy)

    @contextmanager
    def readable_errors(self) -> Iterator[None]:
        """Turn what SQLite raises into what a person can act on.

        Raises:
            ProjectBusyError: another program holds the lock.
            ProjectDamagedError: the file is not a database, or a damaged one.
        """
        try:
            yield
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) and "busy" not in str(error):
                raise
            raise ProjectBusyError(
                f"Another program is writing to {self.path.parent} and did not finish within "
                f"{self._busy_seconds:g} seconds.",
                "Nothing was changed. Try again in a moment.",
            ) from error
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.IntegrityError | sqlite3.ProgrammingError):
                raise
            raise ProjectDamagedError(
                f"{self.path} cannot be read as a project ({error}).",
                "Copies of it may lie in the folder 'backups' beside it.",
            ) from error
