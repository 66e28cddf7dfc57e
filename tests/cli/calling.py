"""Calling commands as a person does, and texts to call them on."""

import json
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from qualkit.cli.main import main

ROOT = Path(__file__).parents[2]

NOTES = """---
kind: interview
title: Gesprek wijkteam
label: Politie I
date: 2026-03-12
speakers: I = interviewer, R = participant
---
I: Hoe is het met de bezetting?
R: We zijn met anderhalf man. Er is te weinig tijd
om alles te lezen, dus het blijft liggen.

I: En de scholing?
R: Die komt er niet van. Het blijft liggen.
"""

CHAT = """[2026-02-04 19:31] bezoeker: de wachttijd is lang
[2026-02-04 19:32] medewerker: Dat is vervelend. Hoe lang wacht u?
[2026-02-04 19:33] bezoeker: drie weken al
"""


class Command:
    """Calls commands on one project."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, *arguments: str, stdin: str | bytes | None = None) -> Result:
        """Run a command that may fail."""
        result = CliRunner().invoke(main, ["-C", str(self.folder), *arguments], input=stdin)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    def ok(self, *arguments: str, stdin: str | bytes | None = None) -> Result:
        """Run a command that has to succeed."""
        result = self(*arguments, stdin=stdin)
        assert result.exit_code == 0, result.output
        return result

    def json(self, *arguments: str) -> list[dict[str, Any]]:
        """Run a command with --json and read what it prints."""
        loaded: list[dict[str, Any]] = json.loads(self.ok(*arguments, "--json").stdout)
        return loaded

    def history(self) -> list[str]:
        """Give what the history says was done."""
        return [step["summary"] for step in self.json("history")]


def on_terminal(*arguments: str, keys: str = "", editor: str = "") -> tuple[int, str]:
    """Run a process on a pseudo-terminal of its own; give its exit code and what was shown."""
    import pty  # noqa: PLC0415 (not there on Windows)

    child, terminal = pty.fork()
    if child == 0:
        os.environ["EDITOR"] = editor
        os.execv(sys.executable, [sys.executable, "-m", "qualkit", *arguments])
    os.write(terminal, keys.encode())
    seen = b""
    # Linux ends a pseudo-terminal with an error.
    with suppress(OSError):
        while chunk := os.read(terminal, 4096):
            seen += chunk
    _, status = os.waitpid(child, 0)
    os.close(terminal)
    return os.waitstatus_to_exitcode(status), seen.decode()
