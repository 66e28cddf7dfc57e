"""Projects of every age open, after a copy was made; one from the future is left as it is."""

import os
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
import sqlite_utils

from qualkit.domain.codes import CodeChange
from qualkit.domain.operations import Origin
from qualkit.domain.sources import SourceText
from qualkit.domain.text import sha256_of
from qualkit.errors import NothingToUndoError, ProjectTooNewError
from qualkit.services.project import Project
from qualkit.settings import Settings
from qualkit.store.migrations import migrations

DATA = Path(__file__).parents[1] / "data"
SCHEMAS = {
    "m001_initial": DATA / "schema_m001.sql",
    "m002_suggestions": DATA / "schema_m002.sql",
    "m003_code_descriptions": DATA / "schema_m003.sql",
    "m004_themes": DATA / "schema_m004.sql",
    "m005_leaving": DATA / "schema_m005.sql",
    "m006_batches": DATA / "schema_m006.sql",
}
ME = Settings("onderzoeker")

Migration = Callable[[sqlite_utils.Database], None]


def schema(path: Path) -> list[tuple[str, str, str]]:
    with closing(sqlite3.connect(path)) as raw:
        return sorted(
            raw.execute(
                "SELECT type, name, coalesce(sql, '') FROM sqlite_master"
                " WHERE tbl_name <> '_sqlite_migrations'"
            )
        )


def contents(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as raw:
        return list(raw.iterdump())


def open_project(folder: Path) -> Project:
    return Project.open(folder, ME, Origin.CLI)


@pytest.fixture
def register() -> Iterator[Callable[[Migration], None]]:
    """Registers a later migration on the real list, for one test only."""
    released = list(migrations._migrations)

    def add(migration: Migration) -> None:
        migrations()(migration)

    yield add
    migrations._migrations[:] = released


def m998_adds_a_column(db: sqlite_utils.Database) -> None:
    # transform() makes the table anew, which is what loses triggers and search without a word.
    db.table("segment").transform(rename={"said_at": "said_at"}, types={"line": int})
    db.execute("CREATE TABLE later (id TEXT PRIMARY KEY)")


def m999_fails_half_way(db: sqlite_utils.Database) -> None:
    db.execute("DELETE FROM bookmark")
    db.execute("DROP TABLE citation")
    raise RuntimeError("half-way")


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_released_migration_was_not_edited(tmp_path: Path, name: str) -> None:
    with closing(sqlite3.connect(tmp_path / "old.db")) as old:
        old.executescript(SCHEMAS[name].read_text("utf-8"))
    with closing(sqlite3.connect(tmp_path / "fresh.db")) as raw:
        fresh = sqlite_utils.Database(raw)
        later = [each.name for each in migrations.pending(fresh)]
        after = later.index(name) + 1
        migrations.apply(fresh, stop_before=later[after] if after < len(later) else None)
        raw.commit()
    assert schema(tmp_path / "fresh.db") == schema(tmp_path / "old.db")


def test_every_migration_has_its_schema_kept(tmp_path: Path) -> None:
    with closing(sqlite_utils.Database(memory=True)) as empty:
        assert [each.name for each in migrations.pending(empty)] == list(SCHEMAS)


def make_old_project(path: Path, name: str = "m001_initial") -> None:
    """Write a project as an earlier release kept it, with a coding that began as a suggestion."""
    applied = list(SCHEMAS)[: list(SCHEMAS).index(name) + 1]
    with closing(sqlite3.connect(path)) as old, old:
        old.executescript(SCHEMAS[name].read_text("utf-8"))
        migrations.ensure_migrations_table(sqlite_utils.Database(old))
        old.executemany(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " VALUES ('qualkit', ?, '2026-11-21')",
            [(each,) for each in applied],
        )
        at, body = "2026-11-21T10:00:00+00:00", "Wie belt, gaat voor."
        sha256 = sha256_of(body)
        coding = (
            'coding (id, version_id, start, "end", code_id, coder, created_at, strong, suggestion)'
        )
        old.executescript(
            f"""
            INSERT INTO project VALUES ('p', 'Oud onderzoek', '{at}', '', 'nl', 'reflexive');
            INSERT INTO text VALUES ('{sha256}', '{body}');
            INSERT INTO source VALUES
                ('s', 1, 'Wijkteam', 'interview', 'notes', 'nl', '{at}', NULL, '');
            INSERT INTO version VALUES ('v', 's', 1, '{sha256}', 'f', '[]', '{at}', '.txt');
            INSERT INTO segmentation VALUES ('g', 'v', 'paragraph', '[{{"start": 0, "end": 20}}]');
            INSERT INTO code (id, name, created_at, description, status, position)
                VALUES ('k', 'zichtbaar werk', '{at}', 'Wat men ziet.', 'active', 0);
            INSERT INTO {coding} VALUES ('c', 'v', 0, 8, 'k', 'onderzoeker', '{at}', 1, 'wie belt');
            INSERT INTO {coding} VALUES ('d', 'v', 10, 20, 'k', 'onderzoeker', '{at}', 0, '');
            """
        )


def test_a_project_of_the_first_release_opens(tmp_path: Path) -> None:
    make_old_project(tmp_path / "project.db")
    with open_project(tmp_path) as project:
        assert project.info.title == "Oud onderzoek"
        project.codes.add("capaciteit")
        project.history.undo()


def test_what_began_as_a_suggestion_in_the_first_release_still_says_so(tmp_path: Path) -> None:
    make_old_project(tmp_path / "project.db")
    with open_project(tmp_path) as project:
        first, second = [found.coding for found in project.codings.select()]
        assert (first.suggestion, first.strong) == ("wie belt", True)
        assert (first.suggestion_rank, first.suggestion_pipeline) == (None, "")
        assert second.suggestion == ""
        assert project.suggestions.rejections() == ()
        project.suggestions.reject("wie belt")
        project.codings.remove([first.id])
        project.history.undo()
        assert first in [found.coding for found in project.codings.select()]


def test_a_description_of_the_second_release_stays_and_gets_parts(tmp_path: Path) -> None:
    make_old_project(tmp_path / "project.db", "m002_suggestions")
    with open_project(tmp_path) as project:
        code = project.codes.find("zichtbaar werk")
        assert (code.description, code.boundary, code.colour) == ("Wat men ziet.", "", None)
        project.codes.describe(code.id, CodeChange(boundary="Wie mailt, hoort er niet bij."))
        assert project.codes.find("zichtbaar werk").boundary == "Wie mailt, hoort er niet bij."
        project.history.undo()
        assert project.codes.find("zichtbaar werk") == code
    (copy,) = (tmp_path / "backups").iterdir()
    assert copy.name.startswith("before-m003_code_descriptions-")


def test_migrating_copies_the_project_first_and_keeps_everything(
    folder: Path,
    project: Project,
    notes: SourceText,
    register: Callable[[Migration], None],
) -> None:
    project.codings.add_new(notes.version.id, notes.version.utterances[1].span, "capaciteit")
    project.close()
    before = contents(folder / "project.db")
    register(m998_adds_a_column)
    with open_project(folder) as migrated:
        (copy,) = (folder / "backups").iterdir()
        assert copy.name.startswith("before-m998_adds_a_column-")
        assert stat.S_IMODE(copy.stat().st_mode) == 0o600
        assert contents(copy) == before
        assert [found.words for found in migrated.codings.select()] == [
            "Te weinig mensen voor te veel meldingen. Wie belt, gaat voor. "
            "Het digitale werk blijft liggen; dat is geen onwil."
        ]
        last = migrated.history.entries()[-1].operation
        assert last.kind == "migration"
        assert "m998_adds_a_column" in last.summary
        with pytest.raises(NothingToUndoError):
            migrated.history.undo()
    open_project(folder).close()
    assert len(list((folder / "backups").iterdir())) == 1, "nothing is migrated twice"


def test_search_finds_old_and_new_words_after_a_migration(
    folder: Path,
    project: Project,
    notes: SourceText,
    tmp_path: Path,
    register: Callable[[Migration], None],
) -> None:
    project.close()
    register(m998_adds_a_column)
    later = tmp_path / "later.txt"
    later.write_text("R: Het rooster is krap.\n\nR: Het rooster is vol.\n", "utf-8")
    with open_project(folder) as migrated:
        assert [hit.source.number for hit in migrated.searching.find("meldingen")] == [1]
        migrated.imports.run([later])
        assert [hit.source.number for hit in migrated.searching.find("rooster")] == [2]
        migrated.history.undo()
        assert migrated.searching.find("rooster") == ()


def test_a_failing_migration_leaves_the_project_as_it_was_and_pending(
    folder: Path,
    project: Project,
    notes: SourceText,
    register: Callable[[Migration], None],
) -> None:
    project.bookmarks.put("lezen", {"regel": 12})
    project.close()
    before = contents(folder / "project.db")
    register(m998_adds_a_column)
    register(m999_fails_half_way)
    for _ in range(2):  # it stays pending, so it fails again
        with pytest.raises(RuntimeError, match="half-way"):
            open_project(folder)
        assert contents(folder / "project.db") == before
    migrations._migrations.pop()
    with open_project(folder) as repaired:
        assert repaired.bookmarks.get("lezen") == {"regel": 12}


def test_a_project_from_a_newer_qualkit_is_refused_and_left_byte_for_byte(
    folder: Path, project: Project
) -> None:
    project.close()
    path = folder / "project.db"
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("PRAGMA journal_mode = DELETE")
        raw.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " VALUES ('qualkit', 'm777_from_the_future', '2030-01-01')"
        )
    os.utime(path, (1_000_000, 1_000_000))
    before, listing = path.read_bytes(), sorted(folder.iterdir())
    with pytest.raises(ProjectTooNewError, match=r"newer qualkit \(m777_from_the_future\)") as no:
        open_project(folder)
    assert no.value.hint == "It was left as it is. Install the newer version to open it."
    assert path.read_bytes() == before
    assert path.stat().st_mtime == 1_000_000
    assert sorted(folder.iterdir()) == listing
