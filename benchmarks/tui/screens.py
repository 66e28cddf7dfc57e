"""From the key to what a screen over the whole study says, on the large project."""

import shutil
from statistics import median

from benchmarks.generator import SETTINGS, project_of
from benchmarks.measure import Result, spread
from benchmarks.plans import LARGE
from benchmarks.tui.first_frame import begin_at_home
from benchmarks.tui.terminal import Terminal
from qualkit.domain.operations import Origin
from qualkit.services.project import Project

BUDGET_SECONDS = 1.0
QUIET = 0.3
"""A screen is at rest when nothing more has come for so many seconds."""
PATIENCE = 60.0
"""Seconds after which a screen is given up."""

ESCAPE = "\x1b"

SCREENS = {
    "board": ("b", "nowhere yet"),
    "spread": ("p", "Participants and themes"),
    "codes together": ("o", "  ="),
    "framework matrix": ("f", "Gesprek 3"),
    "questions": ("k", "Were they checked"),
    "rounds": ("r", "per 1,000"),
    "map": ("a", "Map of the themes"),
    "themes": ("t", "Central idea"),
    "quotes": ("q", "on the shortlist"),
    "answers": ("w", "There are no answers yet"),
}
"""The key of each screen, and words that stand on it once it is filled."""


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
        times = 2 if quick else 5
        results = [
            _measure(terminal, name, key, words, times) for name, (key, words) in SCREENS.items()
        ]
    shutil.rmtree(folder / "backups")
    return tuple(results)


def _measure(terminal: Terminal, name: str, key: str, words: str, times: int) -> Result:
    opened = list[float]()
    for _ in range(times):
        terminal.press("g")
        seconds = terminal.press_and_wait(key, words, PATIENCE)
        if seconds is not None:
            opened.append(seconds)
        terminal.settle(QUIET)
        terminal.press(ESCAPE, quiet=QUIET)
        terminal.settle(2 * QUIET)
    if not opened:
        return Result(f"open: {name}", None, "s", BUDGET_SECONDS, f"'{words}' did not appear")
    return Result(f"open: {name}", median(opened), "s", BUDGET_SECONDS, spread(opened, "s"))
