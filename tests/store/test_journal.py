"""Steps are written whole with their trace, and played backwards only when that is safe."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from qualkit.domain.codes import Code
from qualkit.domain.identity import utc_now
from qualkit.domain.operations import Origin
from qualkit.errors import (
    InvalidInputError,
    NotFoundError,
    NothingToUndoError,
    UndoConflictError,
)
from qualkit.store.database import Database
from qualkit.store.history import history
from qualkit.store.journal import Journal, record_migration
from qualkit.store.opening import create_database


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = create_database(tmp_path / "project.db")
    yield opened
    opened.close()


@pytest.fixture
def journal(database: Database) -> Journal:
    return Journal(database, "onderzoeker", Origin.CLI)


def code(name: str, code_id: str = "") -> Code:
    return Code(code_id or name, name, utc_now())


def add(journal: Journal, name: str) -> None:
    with journal.operation("code.add", f"Made {name}", "omdat") as step:
        step.add(code(name))


def rename(journal: Journal, database: Database, code_id: str, name: str) -> None:
    with journal.operation("code.rename", f"Renamed {code_id}") as step:
        step.change(replace(database.find(Code, "id = ?", [code_id])[0], name=name))


def names(database: Database) -> list[str]:
    return [found.name for found in database.find(Code, order="name")]


def trace(database: Database) -> list[tuple[str, str]]:
    rows = database.query("SELECT kind, summary FROM operation ORDER BY number")
    return [(row["kind"], row["summary"]) for row in rows]


def test_a_step_is_kept_with_who_when_and_why(database: Database, journal: Journal) -> None:
    before = utc_now()
    add(journal, "a")
    (entry,) = history(database)
    operation = entry.operation
    assert (operation.number, operation.actor, operation.origin) == (1, "onderzoeker", Origin.CLI)
    assert (operation.kind, operation.summary, operation.why) == ("code.add", "Made a", "omdat")
    assert before <= operation.at <= utc_now()
    assert (entry.changes, entry.undone) == (1, False)


def test_a_failing_step_writes_nothing_and_leaves_no_trace(
    database: Database, journal: Journal
) -> None:
    add(journal, "a")
    with (
        pytest.raises(RuntimeError),
        journal.operation("code.add", "Made b") as step,
    ):
        step.add(code("b"))
        step.delete(database.find(Code, "id = 'a'")[0])
        raise RuntimeError
    assert names(database) == ["a"]
    assert trace(database) == [("code.add", "Made a")]
    assert database.value("SELECT count(*) FROM change") == 1
    add(journal, "c")  # the connection is usable afterwards
    assert names(database) == ["a", "c"]


def test_a_step_that_changes_nothing_leaves_no_operation(
    database: Database, journal: Journal
) -> None:
    add(journal, "a")
    with journal.operation("code.rename", "Renamed a to a") as step:
        step.change(database.find(Code)[0])
    with journal.operation("code.add", "Nothing at all"):
        pass
    assert len(history(database)) == 1


def test_a_row_that_is_gone_cannot_be_changed_or_deleted(
    database: Database, journal: Journal
) -> None:
    for act in ("change", "delete"):
        with (
            pytest.raises(NotFoundError, match="code is no longer in the project"),
            journal.operation("code.x", "On a ghost") as step,
        ):
            getattr(step, act)(code("spook"))
    assert names(database) == []
    assert trace(database) == []


def test_undo_and_redo_bring_back_the_very_rows(database: Database, journal: Journal) -> None:
    add(journal, "a")
    kept = list(database.query("SELECT * FROM code"))
    rename(journal, database, "a", "b")
    renamed = list(database.query("SELECT * FROM code"))
    journal.undo()
    assert list(database.query("SELECT * FROM code")) == kept
    journal.undo()
    assert names(database) == []
    journal.redo()
    assert list(database.query("SELECT * FROM code")) == kept
    journal.redo()
    assert list(database.query("SELECT * FROM code")) == renamed


def test_history_grows_in_order_and_tells_what_is_undone(
    database: Database, journal: Journal
) -> None:
    def flags() -> list[tuple[int, str, bool]]:
        return [
            (entry.operation.number, entry.operation.kind, entry.undone)
            for entry in history(database)
        ]

    add(journal, "a")
    add(journal, "b")
    journal.undo()
    assert flags() == [(1, "code.add", False), (2, "code.add", True), (3, "undo", False)]
    journal.redo()
    assert [undone for _, _, undone in flags()] == [False] * 4
    journal.undo()
    journal.undo()
    assert [undone for _, _, undone in flags()] == [True, True, False, False, False, False]
    assert [number for number, _, _ in flags()] == [1, 2, 3, 4, 5, 6]
    reverts = [entry.operation.reverts for entry in history(database)]
    ids = [entry.operation.id for entry in history(database)]
    assert reverts == [None, None, ids[1], ids[2], ids[3], ids[0]]


def test_a_new_step_clears_what_could_be_redone(database: Database, journal: Journal) -> None:
    add(journal, "a")
    add(journal, "b")
    journal.undo()
    add(journal, "c")
    with pytest.raises(NothingToUndoError, match="nothing to redo"):
        journal.redo()
    journal.undo()
    journal.undo()
    assert names(database) == []
    with pytest.raises(NothingToUndoError, match="nothing to undo"):
        journal.undo()


def test_undo_is_refused_when_the_row_has_changed_since(
    database: Database, journal: Journal
) -> None:
    add(journal, "a")
    rename(journal, database, "a", "b")
    with database.writing():  # past the journal, as a repair by hand would be
        database.tables.execute("UPDATE code SET name = 'met de hand'")
    before = trace(database)
    with pytest.raises(UndoConflictError, match="has changed since"):
        journal.undo()
    assert names(database) == ["met de hand"]
    assert trace(database) == before


def test_undo_stops_at_the_last_migration(database: Database, journal: Journal) -> None:
    add(journal, "a")
    add(journal, "b")
    journal.undo()
    with database.writing():
        record_migration(database, ["m999_later"])
    with pytest.raises(NothingToUndoError):
        journal.undo()
    with pytest.raises(NothingToUndoError):
        journal.redo()
    add(journal, "c")
    journal.undo()
    with pytest.raises(NothingToUndoError):
        journal.undo()
    assert names(database) == ["a"]
    assert [entry.operation.kind for entry in history(database)][3] == "migration"


def test_steps_inside_steps_are_one(database: Database, journal: Journal) -> None:
    with pytest.raises(RuntimeError), database.writing():
        add(journal, "a")
        raise RuntimeError
    assert names(database) == []
    with database.writing():
        add(journal, "a")
        add(journal, "b")
    assert names(database) == ["a", "b"]


def test_signs_that_are_no_text_are_refused_in_words(database: Database, journal: Journal) -> None:
    with pytest.raises(InvalidInputError, match="signs that are not text"):
        add(journal, "half \ud800")
    assert trace(database) == []


def test_undo_after_reopening_goes_on_where_it_was(tmp_path: Path) -> None:
    path = tmp_path / "project.db"
    first = create_database(path)
    add(Journal(first, "a", Origin.CLI), "x")
    first.close()
    second = Database(path)
    try:
        undone = Journal(second, "b", Origin.TUI).undo()
        assert (undone.actor, undone.origin, undone.summary) == ("b", Origin.TUI, "Made x")
        assert names(second) == []
    finally:
        second.close()
