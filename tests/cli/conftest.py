"""Real projects on disk, and the command line as a person calls it."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.calling import CHAT, NOTES, ROOT, Command


@pytest.fixture(autouse=True)
def _person(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Work as Anna, whatever the settings of this machine; narrow terminals are asked for."""
    monkeypatch.setenv("QUALKIT_CODER", "anna")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    for name in ("COLUMNS", "QUALKIT_PIPELINE", "FORCE_COLOR", "EDITOR", "VISUAL"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def empty(tmp_path: Path) -> Command:
    """A project without sources."""
    command = Command(tmp_path / "studie")
    command.ok("new", str(command.folder), "--title", "Proef")
    return command


@pytest.fixture
def cli(empty: Command, tmp_path: Path) -> Command:
    """A project with an interview (P1) and a chat (P2)."""
    for name, text in (("1-gesprek.txt", NOTES), ("2-chat.txt", CHAT)):
        (tmp_path / name).write_text(text, "utf-8")
    empty.ok("import", str(tmp_path / "1-gesprek.txt"), str(tmp_path / "2-chat.txt"))
    return empty


@pytest.fixture
def coded(cli: Command) -> Command:
    """The same with one coding on P1:2."""
    cli.ok("coding", "add", "P1", "--text", "anderhalf man", "--new", "capaciteit > weinig mensen")
    return cli


@pytest.fixture
def process(tmp_path: Path) -> Callable[..., "subprocess.CompletedProcess[bytes]"]:
    """Run `python -m qualkit` as a process of its own, in an empty folder."""
    place = tmp_path / "elders"
    place.mkdir()

    def run(
        *arguments: str | bytes, stdin: bytes = b"", **environment: str
    ) -> "subprocess.CompletedProcess[bytes]":
        return subprocess.run(
            [sys.executable, "-m", "qualkit", *arguments],
            cwd=place,
            input=stdin,
            capture_output=True,
            check=False,
            env={**os.environ, **environment},
            timeout=120,
        )

    return run
