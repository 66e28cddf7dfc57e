"""The installed program in a real terminal of 80 by 24, driven through tmux.

The test reads the screen until it shows what is waited for; it never sleeps for a fixed time.
"""

import json
import os
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest

TMUX = shutil.which("tmux")
DEADLINE = 60.0
"""Seconds after which a screen that was waited for will not come any more."""

pytestmark = pytest.mark.skipif(
    TMUX is None and not os.environ.get("QUALKIT_NO_SKIP"), reason="tmux is not installed"
)


class Terminal:
    """A tmux session of its own, on a socket of its own."""

    def __init__(self, socket: Path) -> None:
        self._socket = socket
        self._name = f"qualkit-{uuid4().hex[:8]}"
        self.open()

    def open(self) -> None:
        self._tmux("-f", os.devnull, "new-session", "-d", "-s", self._name, "-x", "80", "-y", "24")

    def _tmux(self, *arguments: str) -> str:
        assert TMUX, "tmux is not installed, and QUALKIT_NO_SKIP says that it should be"
        done = subprocess.run(
            [TMUX, "-S", str(self._socket), *arguments], capture_output=True, text=True, check=True
        )
        return done.stdout

    def run(self, command: str) -> None:
        self._tmux("send-keys", "-t", self._name, "-l", f"{command}\n")

    def press(self, *keys: str) -> None:
        self._tmux("send-keys", "-t", self._name, *keys)

    @property
    def screen(self) -> str:
        return self._tmux("capture-pane", "-p", "-t", self._name)

    def wait_for(self, words: str) -> str:
        return self.wait_until(lambda screen: words in screen, words)

    def wait_until(self, holds: Callable[[str], bool], what: str) -> str:
        end = time.monotonic() + DEADLINE
        while not holds(screen := self.screen):
            assert time.monotonic() < end, f"waited for {what!r}, but the screen shows:\n{screen}"
        return screen

    def close(self) -> None:
        self._tmux("kill-server")


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    opened = Terminal(tmp_path / "socket")
    yield opened
    opened.close()


def listed(folder: Path, what: str) -> list[dict[str, str]]:
    """Ask a second process for a list."""
    done = subprocess.run(
        [sys.executable, "-m", "qualkit", "-C", str(folder), what, "--json"],
        capture_output=True,
        text=True,
        check=True,
    )
    found: list[dict[str, str]] = json.loads(done.stdout)
    return found


def codings(folder: Path) -> list[str]:
    """Give what is coded, with which code."""
    return sorted(f"{item['code']}: {item['words']}" for item in listed(folder, "codings"))


def program(folder: Path) -> str:
    """The command that opens a project and tells how it ended."""
    start = f"{shlex.quote(sys.executable)} -m qualkit {shlex.quote(str(folder))}"
    return f"clear; {start}; echo 'left with' $?"


def test_coding_undoing_leaving_and_doing_it_again(terminal: Terminal, folder: Path) -> None:
    before = codings(folder)
    terminal.run(program(folder))
    terminal.wait_for("Wachttijden")
    terminal.wait_for("Politie II")
    terminal.press("j")
    terminal.wait_until(lambda screen: "> " in screen and "P2" in screen.split("> ")[-1], "P2")
    terminal.press("Enter")
    terminal.wait_for("Eigenlijk alleen mijn collega")
    terminal.press("]")
    terminal.press("s")
    terminal.wait_for("selected")
    # Three keys after the selection: the prompt, one letter, and Enter.
    terminal.press("c")
    terminal.wait_for("Enter")
    terminal.press("b")
    terminal.wait_for("blijft liggen")
    terminal.press("Enter")
    terminal.wait_for("Coded: blijft liggen")
    added = "blijft liggen: Eigenlijk alleen mijn collega."
    assert codings(folder) == sorted([*before, added])

    terminal.press("u")
    terminal.wait_for("Undone")
    assert codings(folder) == before

    terminal.press("Escape")
    terminal.press("Escape")
    terminal.wait_for("Go on where you were: P2:3")
    terminal.press("q")
    terminal.wait_for("left with 0")

    terminal.run(program(folder))
    terminal.wait_for("Go on where you were: P2:3")
    terminal.press("r")
    terminal.wait_for("Done again")
    assert codings(folder) == sorted([*before, added])


def test_a_terminal_that_is_closed_loses_nothing(terminal: Terminal, folder: Path) -> None:
    terminal.run(program(folder))
    terminal.wait_for("Politie II")
    terminal.press("j", "Enter")
    terminal.wait_for("Eigenlijk alleen mijn collega")
    terminal.press("]", "m")
    terminal.wait_for("Esc keeps")
    terminal.run("Zie ook")
    terminal.wait_for("Zie ook")
    terminal.close()
    end = time.monotonic() + DEADLINE
    while not (memos := listed(folder, "memos")):
        assert time.monotonic() < end, "the memo that was being written is gone"
    assert [memo["body"].strip() for memo in memos] == ["Zie ook"]

    terminal.open()
    terminal.run(program(folder))
    terminal.wait_for("Eigenlijk alleen mijn collega")
    terminal.wait_for("line 3 of")
    terminal.press("Escape")
    terminal.wait_for("Go on where you were: P2:3")
