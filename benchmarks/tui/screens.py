"""From the key to the last byte of a screen that looks at the whole study, on the large project."""

import shutil

from benchmarks.generator import SETTINGS, project_of
from benchmarks.measure import Result, spread
from benchmarks.plans import LARGE
from benchmarks.tui.first_frame import begin_at_home
from benchmarks.tui.terminal import Terminal
from qualkit.domain.operations import Origin
from qualkit.services.project import Project

BUDGET_SECONDS = 1.0
QUIET = 0.7
"""A screen is there when nothing more has come for so many seconds; they are not counted."""

ESCAPE = "\x1b"

SCREENS = {
    "board": "b",
    "spread": "p",
    "codes together": "o",
    "framework matrix": "f",
    "questions": "k",
    "rounds": "r",
    "map": "a",
    "themes": "t",
}


def run(quick: bool) -> tuple[Result, ...]:
    """Open each screen from the list of sources a few times, in one run of the program."""
    plan = LARGE.tenth() if quick else LARGE
    folder = project_of(plan)
    begin_at_home(folder)
    with Project.open(folder, SETTINGS, Origin.BATCH) as project:
        # Else the program makes the copy of the day while the screens are opened.
        project.snapshot()
    with Terminal([str(folder)]) as terminal:
        terminal.wait_for("Gesprek 1")
        terminal.settle(1.0)
        results = [
            _measure(terminal, name, key, 2 if quick else 5) for name, key in SCREENS.items()
        ]
    shutil.rmtree(folder / "backups")
    return tuple(results)


def _measure(terminal: Terminal, name: str, key: str, times: int) -> Result:
    opened = list[float]()
    for _ in range(times):
        terminal.press("g")
        seconds = terminal.press(key, patience=30, quiet=QUIET)
        if seconds is not None:
            opened.append(seconds)
        terminal.press(ESCAPE, quiet=QUIET)
    if not opened:
        return Result(f"open: {name}", None, "s", BUDGET_SECONDS, "the key drew nothing")
    return Result(f"open: {name}", max(opened), "s", BUDGET_SECONDS, spread(opened, "s"))
