"""`qualkit --help` beside importing click: whether anything heavy crept in."""

import subprocess
import sys
from statistics import median

from benchmarks.measure import Result, by_turns
from benchmarks.tui.terminal import QUALKIT

BUDGET = 2.0


def run(quick: bool) -> tuple[Result, ...]:
    """Time whole processes by turns."""
    ours = (*QUALKIT, "--help")
    pair = by_turns(
        lambda: subprocess.run(ours, check=True, capture_output=True),
        lambda: subprocess.run([sys.executable, "-c", "import click"], check=True),
        runs=5 if quick else 25,
    )
    note = f"{median(pair.ours) * 1000:.0f} ms against {median(pair.theirs) * 1000:.0f} ms"
    return (Result("qualkit --help / import click", pair.ratio, "x", BUDGET, note),)
