"""Two programs at one project: real processes, one lock, nothing lost."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

import pytest

from qualkit.domain.codes import Code
from qualkit.domain.identity import utc_now
from qualkit.domain.operations import Origin
from qualkit.domain.sources import SourceText
from qualkit.errors import NotFoundError, ProjectBusyError
from qualkit.services.project import Project
from qualkit.store.database import Database
from qualkit.store.journal import Journal

OTHER_PROGRAM = """
import sys
from pathlib import Path
from qualkit.domain.operations import Origin
from qualkit.services.project import Project
from qualkit.settings import Settings

with Project.open(Path(sys.argv[1]), Settings("collega"), Origin.BATCH) as project:
    print("ready", flush=True)
    for line in sys.stdin:
        word, _, name = line.strip().partition(" ")
        if word == "add":
            project.codes.add(name)
        elif word == "hold":
            project._workspace.database.tables.execute("BEGIN IMMEDIATE")
        elif word == "release":
            project._workspace.database.tables.execute("COMMIT")
        elif word == "undo":
            project.history.undo()
        print("done", flush=True)
"""


class Say(Protocol):
    """Tells the other program to do something, and waits until it did."""

    def __call__(self, what: str, wait: bool = True) -> None: ...


@pytest.fixture
def process(folder: Path, project: Project) -> Iterator[subprocess.Popen[str]]:
    """Another program with the project open."""
    with subprocess.Popen(
        [sys.executable, "-c", OTHER_PROGRAM, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    ) as running:
        assert running.stdout
        assert running.stdout.readline() == "ready\n"
        yield running
        assert running.stdin
        running.stdin.close()


@pytest.fixture
def say(process: subprocess.Popen[str]) -> Say:
    """Tells the other program to do something."""

    def tell(what: str, wait: bool = True) -> None:
        assert process.stdin
        assert process.stdout
        process.stdin.write(what + "\n")
        process.stdin.flush()
        if wait:
            assert process.stdout.readline() == "done\n"

    return tell


def names(project: Project) -> list[str]:
    return [entry.code.name for entry in project.codes.entries()]


def test_who_waits_too_long_gets_a_sentence_and_loses_nothing(
    folder: Path, project: Project, say: Say
) -> None:
    say("hold")
    database = Database(folder / "project.db", busy_seconds=0.1)
    try:
        journal = Journal(database, "onderzoeker", Origin.TUI)
        with pytest.raises(ProjectBusyError) as caught, journal.operation("code.add", "x") as step:
            step.add(Code("a", "a", utc_now()))
        assert caught.value.message == (
            f"Another program is writing to {folder} and did not finish within 0.1 seconds."
        )
        assert caught.value.hint == "Nothing was changed. Try again in a moment."
        assert names(project) == [], "reading goes on meanwhile"
        say("release")
        with journal.operation("code.add", "x") as step:
            step.add(Code("a", "a", utc_now()))
        assert names(project) == ["a"]
    finally:
        database.close()


def test_who_waits_a_moment_gets_the_lock(project: Project, say: Say) -> None:
    say("hold")
    connection = project._workspace.database.tables.conn

    def release_when_we_ask(sql: str) -> None:
        if sql == "BEGIN IMMEDIATE":
            connection.set_trace_callback(None)
            say("release", wait=False)

    connection.set_trace_callback(release_when_we_ask)
    project.codes.add("gewacht")
    assert names(project) == ["gewacht"]


def test_two_programs_write_in_turn_without_loss(project: Project, say: Say) -> None:
    for number in range(5):
        project.codes.add(f"van mij {number}")
        say(f"add van haar {number}")
    assert len(names(project)) == 10
    operations = [entry.operation for entry in project.history.entries()]
    assert [operation.number for operation in operations] == list(range(1, 11))
    assert [operation.actor for operation in operations] == ["onderzoeker", "collega"] * 5
    assert {operation.origin for operation in operations} == {Origin.CLI, Origin.BATCH}


def test_undo_takes_back_the_last_step_whoever_took_it(project: Project, say: Say) -> None:
    project.codes.add("van mij")
    say("add van haar")
    project.history.undo()
    assert names(project) == ["van mij"]
    say("undo")
    assert names(project) == []
    project.history.redo()
    assert names(project) == ["van mij"]


def test_a_reader_sees_what_another_wrote(project: Project, say: Say) -> None:
    seen = project.data_version()
    assert project.data_version() == seen
    project.codes.add("van mij")
    assert project.data_version() == seen, "own steps are no news"
    say("add van haar")
    assert project.data_version() != seen
    assert names(project) == ["van mij", "van haar"]


def test_a_write_after_a_read_waits_in_place_of_failing(project: Project, say: Say) -> None:
    database = project._workspace.database
    rows = database.query("SELECT * FROM operation UNION SELECT * FROM operation")
    say("add van haar")
    assert list(rows) == []
    project.codes.add("van mij")
    assert len(names(project)) == 2


def test_reads_of_one_block_see_one_moment(project: Project, say: Say) -> None:
    with project._workspace.database.reading():
        assert names(project) == []
        say("add van haar")
        assert names(project) == []
    assert names(project) == ["van haar"]


def test_a_step_of_another_between_reading_and_writing_is_not_written_over(
    project: Project, again: Callable[[str], Project]
) -> None:
    code = project.codes.add("capaciteit").value
    other = again("collega")
    connection = project._workspace.database.tables.conn

    def be_first(sql: str) -> None:
        if sql == "BEGIN IMMEDIATE":
            connection.set_trace_callback(None)
            other.codes.describe(code.id, "Mensen en uren.")

    connection.set_trace_callback(be_first)
    project.codes.rename(code.id, "bezetting")
    found = project.codes.find("bezetting")
    assert found.description == "Mensen en uren."


def test_what_another_removed_is_refused_in_words(
    project: Project, again: Callable[[str], Project], notes: SourceText
) -> None:
    other = again("collega")
    span = notes.version.utterances[1].span
    (coding,) = project.codings.add_new(notes.version.id, span, "capaciteit").value
    other.codings.remove([coding.id])
    for act in (
        lambda: project.codings.mark(coding.id),
        lambda: project.codings.remove([coding.id]),
        lambda: project.codings.resize(coding.id, span),
    ):
        with pytest.raises(NotFoundError, match="no longer in the project"):
            act()
