"""Making a project database, opening one of any age, and keeping copies of it."""

from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import sqlite_utils

from qualkit.errors import ProjectExistsError, ProjectMissingError, ProjectTooNewError
from qualkit.store import derived
from qualkit.store.database import BUSY_SECONDS, Database
from qualkit.store.journal import record_migration
from qualkit.store.migrations import migrations
from qualkit.translation import _

BACKUPS = "backups"
"""The folder beside the database where copies of it go."""

SNAPSHOTS_KEPT = 7
"""How many daily copies stay in `backups`."""


def create_database(path: Path) -> Database:
    """Make a private database file (mode 0600) with the present schema; its folder must exist.

    Raises:
        ProjectExistsError: something else stands there under that name.
        ProjectDamagedError: a file stands there that is not a database.
    """
    if path.exists() and not path.is_file():
        raise _taken(path)
    path.touch(mode=0o600, exist_ok=True)
    database = Database(path)
    try:
        if _is_foreign(database):
            raise _taken(path)
        path.chmod(0o600)
        database.write_ahead()
        with database.writing():
            migrations.apply(database.tables)
    except BaseException:
        database.close()
        raise
    return database


def open_database(
    path: Path,
    busy_seconds: float = BUSY_SECONDS,
    before_migrating: Callable[[], None] | None = None,
) -> Database:
    """Open a project database, bringing an older one up to date after copying it.

    That may take half a minute; `before_migrating` is called first.

    Raises:
        ProjectMissingError: there is no such file, or no project in it.
        ProjectTooNewError: it holds migrations that this qualkit does not know.
        ProjectDamagedError: it is not a database.
        ProjectBusyError: another program holds it for too long.
    """
    if not path.is_file():
        raise ProjectMissingError(
            _("There is no qualkit project in {folder}.").format(folder=path.parent),
            _("Make one with 'qualkit new DIR --title T', or point at one with -C DIR."),
        )
    database = Database(path, busy_seconds)
    try:
        _refuse_unknown(database)
        database.write_ahead()
        if migrations.pending(database.tables):
            if before_migrating:
                before_migrating()
            _migrate(database)
    except BaseException:
        database.close()
        raise
    return database


def snapshot(database: Database) -> Path | None:
    """Copy the database to `backups`, at most once a day; older daily copies make room.

    Gives the copy, or None when today's is already there.
    """
    folder = database.path.parent / BACKUPS
    target = folder / f"day-{datetime.now(UTC):%Y%m%d}.db"
    if target.exists():
        return None
    database.copy_to(target)
    for old in sorted(folder.glob("day-*.db"))[:-SNAPSHOTS_KEPT]:
        old.unlink()
    return target


def _taken(path: Path) -> ProjectExistsError:
    return ProjectExistsError(
        _("{path} exists already, and it is not a project of qualkit.").format(path=path),
        _("It was left as it is. Choose another folder."),
    )


def _is_foreign(database: Database) -> bool:
    """Tell whether a database holds tables, but none of ours."""
    with database.readable_errors():
        return bool(database.tables.table_names()) and not migrations.applied(database.tables)


def _refuse_unknown(database: Database) -> None:
    """Refuse a database without a schema of ours, or with one from the future."""
    with database.readable_errors():
        applied = {migration.name for migration in migrations.applied(database.tables)}
    if not applied:
        raise ProjectMissingError(
            _("{path} holds no project.").format(path=database.path),
            _("Make one with 'qualkit new DIR --title T'."),
        )
    with closing(sqlite_utils.Database(memory=True)) as empty:
        known = {migration.name for migration in migrations.pending(empty)}
    if unknown := sorted(applied - known):
        raise ProjectTooNewError(
            _("The project in {folder} was written by a newer qualkit ({names}).").format(
                folder=database.path.parent, names=", ".join(unknown)
            ),
            _("It was left as it is. Install the newer version to open it."),
        )


def _migrate(database: Database) -> None:
    """Copy the file, apply what is pending, and rebuild what is derived."""
    first = migrations.pending(database.tables)[0].name
    stamp = f"{datetime.now(UTC):%Y%m%dT%H%M%S}"
    database.copy_to(database.path.parent / BACKUPS / f"before-{first}-{stamp}.db")
    with database.writing():
        # Read again under the lock: another process may have been first.
        if pending := [migration.name for migration in migrations.pending(database.tables)]:
            migrations.apply(database.tables)
            derived.rebuild_all(database)
            record_migration(database, pending)
