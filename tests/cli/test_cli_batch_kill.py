"""`kill -9` in the middle of a batch: nothing of it stays, and the next run ends the same."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from tests.cli.calling import ROOT
from tests.services.batch_sets import chat

COMMAND = [sys.executable, "-m", "qualkit", "suggest", "--top", "30", "--workers", "2", "--log"]


@pytest.fixture
def chats(tmp_path: Path) -> Path:
    """Enough text for several units."""
    folder = tmp_path / "gesprekken"
    folder.mkdir()
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


@pytest.mark.skipif(os.name == "nt", reason="signals are of Unix")
@pytest.mark.parametrize(("sign", "code"), [(signal.SIGKILL, -9), (signal.SIGINT, 130)])
def test_a_run_that_is_stopped_goes_on_where_it_was(
    chats: Path, tmp_path: Path, sign: signal.Signals, code: int
) -> None:
    out = tmp_path / "nacht.jsonl"
    with begun(chats, out) as running:
        assert running.stderr is not None
        # The first line comes when the first unit is done.
        assert '"words"' in running.stderr.readline()
        workers = psutil.Process(running.pid).children(recursive=True)
        os.kill(running.pid, sign)
        assert running.wait() == code
    _gone, left = psutil.wait_procs(workers, timeout=60)
    assert not left, "a worker does not outlive the program"
    assert not out.exists()
    kept = {path.name for path in (tmp_path / "nacht.jsonl.parts").rglob("*.safetensors")}
    assert kept, "what was read is kept"
    written = finished(chats, out)
    assert kept <= {path.name for path in (tmp_path / "nacht.jsonl.parts").rglob("*.safetensors")}
    assert written == finished(chats, tmp_path / "rustig.jsonl")
