"""A connection to the project database, and the one lock under which it is written."""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

import sqlite_utils

from qualkit.errors import (
    InvalidInputError,
    ProjectBusyError,
    ProjectDamagedError,
    ProjectNotWritableError,
)
from qualkit.store.rows import TABLES, Row, from_row
from qualkit.translation import N_, _

T = TypeVar("T")

BUSY_SECONDS = 5.0
"""How long a write waits for another program before it gives up."""

_NOT_WRITABLE = ("readonly", "unable to open", "is full", "disk I/O")
_WRITE_HINT = N_("Check your rights on the folder, and the space left on the disk.")


class Database:
    """One connection to a project database.

    Not for use from more than one thread; open another instead, SQLite keeps them apart.
    """

    def __init__(self, path: Path, busy_seconds: float = BUSY_SECONDS) -> None:
        """Connect to an existing file; nothing is written to it yet.

        Raises:
            ProjectNotWritableError: the file may not be opened.
            ProjectDamagedError: the file is not a database.
        """
        self.path = path
        self._busy_seconds = busy_seconds
        self._is_writing = False
        with self.readable_errors():
            connection = sqlite3.connect(path, timeout=busy_seconds, isolation_level=None)
        self.tables = sqlite_utils.Database(connection, execute_plugins=False)
        """The connection, as sqlite-utils sees it; for modules of the store only."""
        try:
            with self.readable_errors():
                # FULL costs a disk flush per step and keeps the last coding through a power cut.
                self.tables.execute("PRAGMA synchronous = FULL")
                self.tables.execute("PRAGMA foreign_keys = ON")
        except BaseException:
            self.close()
            raise

    def write_ahead(self) -> None:
        """Let readers and one writer work side by side (WAL); a database remembers it.

        Raises:
            ProjectDamagedError: the file is not a database.
            ProjectNotWritableError: it may not be written.
        """
        with self.readable_errors():
            self.tables.execute("PRAGMA journal_mode = WAL")

    def close(self) -> None:
        """Close the connection."""
        self.tables.close()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the write lock: all of the block is written, or nothing of it.

        BEGIN IMMEDIATE takes the lock at once. A deferred BEGIN, as sqlite-utils' own `atomic()`
        uses, fails without waiting when another process wrote after its first read. A block inside
        another is part of it.

        Raises:
            ProjectBusyError: another program held the lock for too long.
            ProjectNotWritableError: there is no right to write, or no space.
        """
        if self._is_writing:
            yield
            return
        with self.readable_errors():
            self.tables.execute("BEGIN IMMEDIATE")
            self._is_writing = True
            try:
                yield
                self.tables.execute("COMMIT")
            except BaseException:
                # After a full disk SQLite has rolled back by itself.
                if self.tables.conn.in_transaction:
                    self.tables.execute("ROLLBACK")
                raise
            finally:
                self._is_writing = False

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Let all reads of the block see one moment, whatever another program writes meanwhile."""
        if self.tables.conn.in_transaction:
            yield
            return
        self.tables.execute("BEGIN")
        try:
            yield
        finally:
            self.tables.execute("ROLLBACK")

    def query(self, sql: str, arguments: Sequence[object] = ()) -> Iterator[Row]:
        """Read rows."""
        # Not by sqlite-utils' own query(): it sets a savepoint around every statement and reads
        # the rows later, outside of `readable_errors`.
        with self.readable_errors():
            cursor = self.tables.execute(sql, list(arguments))
            names = [column[0] for column in cursor.description]
            rows = [dict(zip(names, values, strict=True)) for values in cursor]
        return iter(rows)

    def tuples(self, sql: str, arguments: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Read rows as bare tuples: for hundreds of thousands of them."""
        with self.readable_errors():
            return self.tables.execute(sql, list(arguments)).fetchall()

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

    def insert(self, table: str, rows: Sequence[Row]) -> None:
        """Write new rows, which all have the same columns.

        By plain SQL: sqlite-utils looks the schema up at every insert, which made imports of
        thousands of files several times slower.
        """
        if not rows:
            return
        columns = ", ".join(f'"{name}"' for name in rows[0])
        values = ", ".join(f":{name}" for name in rows[0])
        self.tables.conn.executemany(f'INSERT INTO "{table}" ({columns}) VALUES ({values})', rows)

    def update(self, table: str, row: Row) -> None:
        """Write a row over the one with its id."""
        values = ", ".join(f'"{name}" = :{name}' for name in row)
        self.tables.execute(f'UPDATE "{table}" SET {values} WHERE id = :id', row)

    def delete(self, table: str, row_id: str) -> None:
        """Remove the row with an id."""
        self.tables.execute(f'DELETE FROM "{table}" WHERE id = ?', [row_id])

    def data_version(self) -> int:
        """Give a number that changes when another connection has written."""
        return int(self.value("PRAGMA data_version"))

    def copy_to(self, target: Path) -> None:
        """Write a consistent copy of the whole database to a file of mode 0600, or none at all.

        Raises:
            ProjectNotWritableError: there is no right to write there, or no space.
        """
        unfinished = target.with_name(f".part-{os.getpid()}-{target.name}")
        try:
            target.parent.mkdir(mode=0o700, exist_ok=True)
            unfinished.touch(mode=0o600)
            with self.readable_errors(), closing(sqlite3.connect(unfinished)) as copy:
                self.tables.conn.backup(copy)
            unfinished.replace(target)
        except OSError as error:
            raise ProjectNotWritableError(
                _("No copy of the project can be made in {folder}: {reason}.").format(
                    folder=target.parent, reason=error.strerror
                ),
                _(_WRITE_HINT),
            ) from error
        finally:
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)

    @contextmanager
    def readable_errors(self) -> Iterator[None]:
        """Turn what SQLite raises into what a person can act on.

        Raises:
            ProjectBusyError: another program holds the lock.
            ProjectNotWritableError: it may not be opened or written, or the disk is full.
            ProjectDamagedError: the file is not a database, or a damaged one.
            InvalidInputError: a value holds signs that are no text.
        """
        try:
            yield
        except UnicodeEncodeError as error:
            raise InvalidInputError(
                _("What was given holds signs that are not text."),
                _("Type it anew, or paste it again."),
            ) from error
        except sqlite3.OperationalError as error:
            if any(sign in str(error) for sign in _NOT_WRITABLE):
                raise ProjectNotWritableError(
                    _("{path} cannot be opened and written ({reason}).").format(
                        path=self.path, reason=error
                    ),
                    _(_WRITE_HINT),
                ) from error
            if "locked" not in str(error) and "busy" not in str(error):
                raise
            raise ProjectBusyError(
                _(
                    "Another program is writing to {folder} and did not finish within {seconds:g} "
                    "seconds."
                ).format(folder=self.path.parent, seconds=self._busy_seconds),
                _("Nothing was changed. Try again in a moment."),
            ) from error
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.IntegrityError | sqlite3.ProgrammingError):
                raise
            raise ProjectDamagedError(
                _("{path} cannot be read as a project ({reason}).").format(
                    path=self.path, reason=error
                ),
                _("Copies of it may lie in the folder 'backups' beside it."),
            ) from error
