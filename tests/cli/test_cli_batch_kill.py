"""`kill -9` in the middle of a batch: nothing of it stays, and the next run ends the same."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from qualkit.cli.batch_running import KEPT_BESIDE
from tests.cli.calling import ROOT
from tests.services.batch_sets import PARTS, chat

COMMAND = [sys.executable, "-m", "qualkit", "suggest", "--top", "30", "--workers", "2", "--log"]


@pytest.fixture(scope="module")
def chats(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Enough text for several units."""
    folder = tmp_path_factory.mktemp("gesprekken")
    for number in range(60):
        text = "\n".join(chat(number * 40 + part) for part in range(40))
        (folder / f"gesprek-{number:03}.txt").write_text(text, "utf-8")
    return folder


def begun(chats: Path, out: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [*COMMAND, "--from", str(chats), "--out", str(out)],
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        start_new_session=True,
    )


def finished(chats: Path, out: Path) -> bytes:
    with begun(chats, out) as running:
        told = running.communicate()[1]
    assert running.returncode == 0, told
    return out.read_bytes()


def stopped(chats: Path, out: Path, sign: signal.Signals) -> tuple[int, set[str]]:
    """Stop a run once the first unit is read; give its exit code, and what it leaves to go on."""
    with begun(chats, out) as running:
        assert running.stderr is not None
        # The first line comes when the first unit is done.
        assert '"words"' in running.stderr.readline()
        workers = psutil.Process(running.pid).children(recursive=True)
        os.kill(running.pid, sign)
        code = running.wait()
        was_told = "goes on from there" in running.stderr.read()
        assert was_told == (sign == signal.SIGINT)
    _gone, left = psutil.wait_procs(workers, timeout=60)
    assert not left, "a worker does not outlive the program"
    assert not out.exists()
    return code, kept_beside(out)


def kept_beside(out: Path) -> set[str]:
    """Name the parts that a run to a file has read."""
    return {path.name for path in out.with_name(f"{out.name}{KEPT_BESIDE}").rglob(PARTS)}


unix = pytest.mark.skipif(os.name == "nt", reason="signals are of Unix")


@unix
def test_a_run_that_is_killed_goes_on_where_it_was(chats: Path, tmp_path: Path) -> None:
    out = tmp_path / "nacht.jsonl"
    code, kept = stopped(chats, out, signal.SIGKILL)
    assert code == -signal.SIGKILL
    assert kept, "what was read is kept"
    written = finished(chats, out)
    assert kept <= kept_beside(out)
    assert written == finished(chats, tmp_path / "rustig.jsonl")


@unix
def test_ctrl_c_stops_a_run_and_keeps_what_was_read(chats: Path, tmp_path: Path) -> None:
    code, kept = stopped(chats, tmp_path / "nacht.jsonl", signal.SIGINT)
    assert code == 130
    assert kept
