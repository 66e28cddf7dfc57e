"""`kill -9` in the middle of an import: the project opens, is whole, and the import runs again."""

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from qualkit.domain.operations import Origin
from qualkit.services.project import Project, new_info
from qualkit.settings import Settings

FILES = 500
ME = Settings("onderzoeker")

# The child waits at one point for ever; the test kills it there. No clock is involved.
CHILD = """
import sys
from pathlib import Path
from qualkit.domain.operations import Origin
from qualkit.services.project import Project
from qualkit.settings import Settings

folder, inbox, point = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
phase, _, number = point.partition(":")
seen = 0

def here():
    print("ready", flush=True)
    sys.stdin.read()

def progress(done, total):
    if phase == "reading" and done == int(number):
        here()

def on_statement(sql):
    global seen
    if phase == "writing" and sql.startswith("INSERT INTO text"):
        seen += 1
        if seen == int(number):
            here()
    if phase == "recording" and sql.startswith('INSERT INTO "operation"'):
        here()
    if phase == "committing" and sql == "COMMIT":
        here()

project = Project.open(folder, Settings("onderzoeker"), Origin.BATCH)
project._workspace.database.tables.conn.set_trace_callback(on_statement)
project.imports.run([inbox], progress=progress)
print("finished", flush=True)
"""


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "post"
    folder.mkdir()
    for number in range(FILES):
        (folder / f"{number:03}.txt").write_text(
            f"I: Vraag {number}?\nR: Antwoord {number} over wachttijden en roosters.\n", "utf-8"
        )
    return folder


def kill_at(point: str, folder: Path, inbox: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", CHILD, str(folder), str(inbox), point],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    ) as child:
        assert child.stdout
        assert child.stdout.readline() == "ready\n"
        os.kill(child.pid, signal.SIGKILL)
        assert child.wait() == -signal.SIGKILL


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no kill -9 here")
@pytest.mark.parametrize(
    "point", ["reading:250", "writing:1", "writing:300", "recording:", "committing:"]
)
def test_an_import_that_is_killed_leaves_nothing_and_can_be_run_again(
    tmp_path: Path, inbox: Path, point: str
) -> None:
    folder = tmp_path / "studie"
    with Project.create(folder, new_info("Proef"), ME, Origin.CLI) as project:
        project.codes.add("capaciteit")

    kill_at(point, folder, inbox)

    with Project.open(folder, ME, Origin.CLI) as project:
        assert project.sources.entries() == ()
        assert project.searching.find("wachttijden") == ()
        assert [entry.operation.kind for entry in project.history.entries()] == ["code.add"]
        with closing(sqlite3.connect(folder / "project.db")) as raw:
            assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert raw.execute("PRAGMA foreign_key_check").fetchall() == []

        report = project.imports.run([inbox]).value
        assert (len(report.imported), report.repeated, report.refused) == (FILES, (), ())
        assert len(project.searching.find("wachttijden", limit=2 * FILES)) == FILES
    kept = [path.name for path in (folder / "sources").iterdir()]
    assert len(kept) == FILES
    assert all(name.endswith(".txt") for name in kept)
