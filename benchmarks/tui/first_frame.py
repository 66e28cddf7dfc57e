"""From starting the program to its first screen and the sources on it, on the large project."""

import shutil
from pathlib import Path
from statistics import median

from benchmarks.generator import SETTINGS, project_of
from benchmarks.measure import Result, spread
from benchmarks.plans import LARGE
from benchmarks.tui.terminal import Terminal
from qualkit.domain.operations import Origin
from qualkit.services.project import Project
from qualkit.tui.whereabouts import keep_places

BUDGET_SECONDS = 1.0
BUDGET_MEGABYTES = 300.0


def run(quick: bool) -> tuple[Result, ...]:
    """Start it several times in a terminal; the daily copy, made later on, is not waited for."""
    plan = LARGE.tenth() if quick else LARGE
    folder = project_of(plan)
    frames, filled = list[float](), list[float]()
    cpu, peaks = list[float](), list[float]()
    for _ in range(3 if quick else 9):
        begin_at_home(folder)
        with Terminal([str(folder)]) as terminal:
            frames.append(terminal.wait_for(f"Verzonnen: {plan.name}"))
            cpu.append(terminal.cpu_seconds or 0.0)
            filled.append(terminal.wait_for("Gesprek 1"))
            terminal.settle(quiet=1.0)
            if peak := terminal.peak_memory:
                peaks.append(peak)
    shutil.rmtree(folder / "backups", ignore_errors=True)
    note = f"{spread(frames, 's')}; processor time {median(cpu):.2f} s"
    memory = max(peaks) if peaks else None
    return (
        Result("first frame", median(frames), "s", BUDGET_SECONDS, note),
        Result("first frame with the sources", median(filled), "s", note=spread(filled, "s")),
        Result("memory with the sources", memory, "MB", BUDGET_MEGABYTES, "largest of all starts"),
    )


def begin_at_home(folder: Path) -> None:
    """Forget where one was: the program begins with the sources, and a source at its top."""
    with Project.open(folder, SETTINGS, Origin.BATCH) as project:
        keep_places(project.bookmarks, ())
        last = str(project.bookmarks.get("last").get("source_id", ""))
        for name in (f"reader:{last}", f"read:{last}", "last"):
            project.bookmarks.put(name, {})
