"""Project files: private, copied once a day; what is no project is refused in one sentence."""

import os
import shutil
import sqlite3
import stat
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from qualkit.domain.operations import Origin
from qualkit.domain.sources import SourceText
from qualkit.errors import (
    ProjectDamagedError,
    ProjectExistsError,
    ProjectMissingError,
    QualkitError,
)
from qualkit.services.project import Project, new_info
from qualkit.settings import Settings
from qualkit.store.opening import SNAPSHOTS_KEPT

ME = Settings("onderzoeker")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def open_project(folder: Path) -> Project:
    return Project.open(folder, ME, Origin.CLI)


def test_everything_with_text_in_it_is_private(
    folder: Path, project: Project, notes: SourceText
) -> None:
    project.snapshot()
    assert {mode(path) for path in (folder, *folder.iterdir()) if path.is_dir()} == {0o700}
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert len(files) >= 3
    assert {mode(path) for path in files} == {0o600}


def test_files_stay_private_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        with Project.create(tmp_path / "studie", new_info("Proef"), ME, Origin.CLI) as project:
            project.snapshot()
    finally:
        os.umask(before)
    assert {mode(path) for path in tmp_path.rglob("*") if path.is_file()} == {0o600}


def test_a_snapshot_is_a_whole_project_and_made_once_a_day(
    folder: Path, project: Project, notes: SourceText, tmp_path: Path
) -> None:
    made = project.snapshot()
    assert made == folder / "backups" / f"day-{datetime.now(UTC):%Y%m%d}.db"
    assert project.snapshot() is None
    spare = tmp_path / "terug"
    spare.mkdir()
    shutil.copy(made, spare / "project.db")
    with open_project(spare) as restored:
        assert restored.sources.read(notes.source.id).text == notes.text


def test_only_the_newest_daily_copies_stay(folder: Path, project: Project) -> None:
    backups = folder / "backups"
    backups.mkdir()
    for day in range(1, 13):
        (backups / f"day-202601{day:02}.db").write_bytes(b"")
    (backups / "before-m002-20260101T000000.db").write_bytes(b"")
    project.snapshot()
    left = sorted(path.name for path in backups.iterdir())
    assert left[0].startswith("before-"), "copies from before a migration stay"
    days = left[1:]
    assert len(days) == SNAPSHOTS_KEPT
    assert days[0] == "day-20260107.db"


def test_a_copy_that_was_cut_short_does_not_count(folder: Path, project: Project) -> None:
    backups = folder / "backups"
    backups.mkdir()
    (backups / ".part-1-day.db").write_bytes(b"half")
    assert project.snapshot() is not None


def damage_nothing_there(path: Path) -> None:
    path.unlink()


def damage_other_file(path: Path) -> None:
    path.write_text("Dit is een boodschappenlijst. " * 100)


def damage_empty(path: Path) -> None:
    path.write_bytes(b"")


def damage_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def damage_truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def damage_header_only(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:100])


def damage_other_database(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE boeken (titel TEXT)")


def damage_overwritten(path: Path) -> None:
    raw = bytearray(path.read_bytes())
    raw[100:4096] = b"\xaa" * 3996
    path.write_bytes(raw)


@pytest.mark.parametrize(
    ("damage", "error"),
    [
        (damage_nothing_there, ProjectMissingError),
        (damage_empty, ProjectMissingError),
        (damage_folder, ProjectMissingError),
        (damage_other_database, ProjectMissingError),
        (damage_other_file, ProjectDamagedError),
        (damage_truncated, ProjectDamagedError),
        (damage_header_only, ProjectDamagedError),
        (damage_overwritten, ProjectDamagedError),
    ],
)
def test_what_is_no_project_is_refused_in_one_sentence_and_left_alone(
    tmp_path: Path, damage: object, error: type[QualkitError]
) -> None:
    folder = tmp_path / "studie"
    Project.create(folder, new_info("Proef"), ME, Origin.CLI).close()
    path = folder / "project.db"
    assert callable(damage)
    damage(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(error) as caught:
        open_project(folder)
    assert "\n" not in caught.value.message
    assert caught.value.message.endswith(".")
    assert caught.value.hint
    assert (path.read_bytes() if path.is_file() else None) == before
    assert not (folder / "project.db-wal").exists()


def test_damage_found_while_reading_is_told_in_one_sentence(
    folder: Path, project: Project, notes: SourceText
) -> None:
    project.close()
    path = folder / "project.db"
    raw = path.read_bytes()
    pages = [raw[start : start + 4096] for start in range(0, len(raw), 4096)]
    words = b"Te weinig mensen"
    path.write_bytes(b"".join(b"\xaa" * 4096 if words in page else page for page in pages))
    with open_project(folder) as damaged:
        assert damaged.info.title == "Proef"
        with pytest.raises(ProjectDamagedError, match="cannot be read as a project"):
            damaged.sources.read(notes.source.id)


@pytest.mark.parametrize("damage", [damage_folder, damage_other_database, damage_other_file])
def test_a_new_project_never_overwrites_something_else(tmp_path: Path, damage: object) -> None:
    folder = tmp_path / "studie"
    folder.mkdir()
    path = folder / "project.db"
    path.touch()
    assert callable(damage)
    damage(path)
    before, rights = (path.read_bytes() if path.is_file() else None), mode(path)
    with pytest.raises((ProjectExistsError, ProjectDamagedError)):
        Project.create(folder, new_info("Proef"), ME, Origin.CLI)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert mode(path) == rights


def test_a_second_project_in_the_same_folder_is_refused(folder: Path, project: Project) -> None:
    with pytest.raises(ProjectExistsError, match="already holds a project"):
        Project.create(folder, new_info("Nog een"), ME, Origin.CLI)
    assert project.info.title == "Proef"


def test_making_a_project_can_go_on_after_it_was_cut_short(tmp_path: Path) -> None:
    folder = tmp_path / "studie"
    Project.create(folder, new_info("Eerst"), ME, Origin.CLI).close()
    with closing(sqlite3.connect(folder / "project.db")) as raw, raw:
        raw.execute("DELETE FROM project")  # as if killed just before its last step
    assert not Project.is_in(folder)
    with Project.create(folder, new_info("Daarna"), ME, Origin.CLI) as project:
        assert project.info.title == "Daarna"


def test_a_text_that_was_tampered_with_is_noticed(
    folder: Path, project: Project, notes: SourceText
) -> None:
    with closing(sqlite3.connect(folder / "project.db")) as raw, raw:
        raw.execute("UPDATE text SET body = replace(body, 'Te weinig', 'Genoeg')")
    with pytest.raises(ProjectDamagedError, match="not as it was imported"):
        project.sources.read(notes.source.id)
