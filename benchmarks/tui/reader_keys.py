"""From a key to the last byte of its frame, in a long source with thousands of codings."""

import shutil

from benchmarks.generator import SETTINGS, project_of
from benchmarks.measure import Result, percentile
from benchmarks.plans import LARGE
from benchmarks.tui.first_frame import begin_at_home
from benchmarks.tui.terminal import Terminal
from qualkit.domain.operations import Origin
from qualkit.services.project import Project

BUDGET = 33.0

DOWN, RIGHT, PAGE_DOWN, END, ENTER = "\x1b[B", "\x1b[C", "\x1b[6~", "\x1b[F", "\r"

KEYS = {
    "row down": DOWN,
    "word on": RIGHT,
    "page down": PAGE_DOWN,
    "next coding": "}",
    "select sentences": "s",
}


def run(quick: bool) -> tuple[Result, ...]:
    """Open the longest source from the list, and press keys in it."""
    plan = LARGE.tenth() if quick else LARGE
    last = plan.sources + 1
    folder = project_of(plan)
    begin_at_home(folder)
    with Project.open(folder, SETTINGS, Origin.BATCH) as project:
        # Else the program makes the copy of the day while the keys are pressed.
        project.snapshot()
    with Terminal([str(folder)]) as terminal:
        terminal.wait_for("Gesprek 1")
        terminal.settle(1.0)
        terminal.press(END)
        terminal.wait_for(f"P{last}")
        opened = terminal.press(ENTER, patience=20)
        terminal.settle(1.0)
        results = [Result("reader: open the source", opened, "s")]
        times = 20 if quick else 100
        results.extend(_measure(terminal, name, key, times) for name, key in KEYS.items())
    shutil.rmtree(folder / "backups")
    return tuple(results)


def _measure(terminal: Terminal, name: str, key: str, times: int) -> Result:
    before = terminal.cpu_seconds or 0.0
    frames = [1000 * frame for _ in range(times) if (frame := terminal.press(key)) is not None]
    if not frames:
        return Result(f"reader: {name}", None, "ms p95", BUDGET, "the key drew nothing")
    cpu = ((terminal.cpu_seconds or 0.0) - before) * 1000 / times
    note = (
        f"p50 {percentile(frames, 50):.1f} ms, processor time {cpu:.0f} ms a key, "
        f"{len(frames)} frames of {times} keys"
    )
    return Result(f"reader: {name}", percentile(frames, 95), "ms p95", BUDGET, note)
