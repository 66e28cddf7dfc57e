"""`python -m benchmarks [NAME...]`: measures, prints a table, judges nothing."""

import json
import os
import platform
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import date
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from benchmarks.measure import Result

NAMES = (
    "startup",
    "tui",
    "search",
    "journal",
    "suggestions",
    "export",
)
"""The modules with a function `run(quick)`, in the order in which they are run."""


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("names", nargs=-1, type=click.Choice(NAMES))
@click.option("--quick", is_flag=True, help="A tenth of the size, fewer runs.")
@click.option("--json", "target", type=click.Path(path_type=Path), help="Write the figures here.")
def main(names: Sequence[str], quick: bool, target: Path | None) -> None:
    """Measure the budgets of DESIGN.md section 9; all of them, or those named."""
    console = Console()
    results: list[Result] = []
    for name in names or NAMES:
        run: Callable[[bool], tuple[Result, ...]] = import_module(f"benchmarks.{name}").run
        console.print(f"{name} …", style="dim")
        results.extend(run(quick))
    machine = _machine()
    console.print(_table(results, machine, quick))
    if target:
        figures = [{**asdict(result), "within": result.within} for result in results]
        target.write_text(
            json.dumps({"machine": machine, "quick": quick, "results": figures}, indent=2) + "\n"
        )


def _machine() -> str:
    load = os.getloadavg()[0]
    return (
        f"{date.today()}, {os.cpu_count()} cores (load {load:.1f}), {platform.machine()}, "
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, "
        f"Textual {version('textual')}, spaCy {version('spacy')}"
    )


def _table(results: Sequence[Result], machine: str, quick: bool) -> Table:
    table = Table(title="Quick run, a tenth of the size" if quick else None, caption=machine)
    table.add_column("what")
    table.add_column("measured", justify="right")
    table.add_column("budget", justify="right")
    table.add_column("within")
    table.add_column("note", style="dim")
    for result in results:
        measured = "-" if result.measured is None else f"{result.measured:.2f} {result.unit}"
        budget = "" if result.budget is None else f"{result.budget:g}"
        within = {True: "yes", False: "[red]no[/red]", None: ""}[result.within]
        table.add_row(result.name, measured, budget, within, result.note)
    return table


if __name__ == "__main__":
    main()
