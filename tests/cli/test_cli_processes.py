"""The program as a process of its own: exit codes, streams, signals and other processes."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from tests.cli.calling import NOTES, ROOT
from tests.migrations.test_migrations import make_old_project

Process = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture
def study(process: Process, tmp_path: Path) -> str:
    (tmp_path / "a.txt").write_text(NOTES, "utf-8")
    folder = str(tmp_path / "s")
    assert process("new", folder, "-t", "Proef").returncode == 0
    assert process("-C", folder, "import", str(tmp_path / "a.txt")).returncode == 0
    return folder


def test_undo_works_across_processes(process: Process, study: str) -> None:
    process("-C", study, "coding", "add", "1", "--lines", "2", "--new", "tijd")
    process("-C", study, "code", "rename", "tijd", "uren")
    for expected in ("Renamed", "Coded", "Imported"):
        done = process("-C", study, "undo")
        assert done.returncode == 0
        assert f"Undone: {expected}".encode() in done.stderr
    nothing = process("-C", study, "undo")
    assert (nothing.returncode, nothing.stderr) == (1, b"There is nothing to undo.\n")
    assert process("-C", study, "redo").returncode == 0
    assert len(json.loads(process("-C", study, "sources", "--json").stdout)) == 1


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["codes"], 1),
        (["codez"], 2),
        (["sources", "--kind", "x"], 2),
        (["search", b"\xff\xfe"], 2),
        (["import", b"\xff.txt"], 2),
        (["./nergens"], 1),
        (["--help"], 0),
        (["--version"], 0),
        ([], 0),
    ],
)
def test_no_input_gives_a_traceback(
    process: Process, arguments: list[str | bytes], code: int
) -> None:
    done = process(*arguments)
    assert done.returncode == code
    assert b"Traceback" not in done.stderr
    assert bool(done.stderr) == (code != 0 or not arguments)


@pytest.mark.skipif(sys.platform != "linux", reason="such names are of Linux")
def test_a_file_may_have_any_name(process: Process, study: str, tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/gek\xff.txt"
    Path(os.fsdecode(path)).write_text("Een verslag over scholing.", "utf-8")
    done = process("-C", study, "import", path)
    assert (done.returncode, b"Traceback" in done.stderr) == (0, False)
    again = process("-C", study, "import", path)
    assert b"is in the project already" in again.stderr


def test_a_terminal_without_unicode_gets_what_it_can_show(process: Process, study: str) -> None:
    process("-C", study, "memo", "add", "één")
    done = process("-C", study, "memos", "--json", PYTHONIOENCODING="ascii")
    assert json.loads(done.stdout)[0]["body"] == "één"
    table = process("-C", study, "memos", PYTHONIOENCODING="ascii")
    assert (table.returncode, table.stderr) == (0, b"")
    assert b"??n" in table.stdout


def test_no_colour_and_no_escapes_when_piped(process: Process, study: str) -> None:
    for arguments in (["sources"], ["search", "weinig"], ["--help"], ["suggest"]):
        done = process("-C", study, *arguments)
        assert done.returncode == 0
        assert b"\x1b" not in done.stdout + done.stderr


def test_a_reader_that_stops_early_is_no_error(process: Process, study: str) -> None:
    call = [sys.executable, "-m", "qualkit", "-C", study, "segments", "--json"]
    with subprocess.Popen(
        call, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 0


@pytest.mark.skipif(os.name == "nt", reason="signals are of Unix")
def test_an_interrupt_leaves_quietly_and_changes_nothing(process: Process, study: str) -> None:
    # A shell that runs tests in the background makes its children deaf to interrupts.
    listening = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    start = f"{listening}; from qualkit.__main__ import main; main()"
    call = [sys.executable, "-c", start, "-C", study, "memo", "add", "-"]
    with subprocess.Popen(call, stdin=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as running:
        assert running.stdin is not None
        assert running.stderr is not None
        # More than a pipe holds: once it is written, the program is reading.
        running.stdin.write(b"woorden " * 100_000)
        running.stdin.flush()
        # One that falls between two reads is only noticed after the next, so press on.
        while running.poll() is None:
            running.send_signal(signal.SIGINT)
            with suppress(subprocess.TimeoutExpired):
                running.wait(1)
        assert running.returncode == 130
        assert b"Traceback" not in running.stderr.read()
    assert process("-C", study, "memos", "--json").stdout == b"[]\n"


def test_a_project_of_an_earlier_version_says_that_it_is_brought_up_to_date(
    process: Process, tmp_path: Path
) -> None:
    folder = tmp_path / "oud"
    folder.mkdir()
    make_old_project(folder / "project.db")
    first = process("-C", str(folder), "sources")
    assert (first.returncode, first.stderr.count(b"brought up to date")) == (0, 1)
    assert b"Wijkteam" in first.stdout
    assert b"brought up to date" not in process("-C", str(folder), "sources").stderr
