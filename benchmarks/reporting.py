"""Figures as a table for people and as JSON, with the machine they were measured on."""

import json
import os
import platform
import sqlite3
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from importlib.metadata import version
from pathlib import Path

from rich.table import Table

from benchmarks.measure import Result


def machine() -> str:
    """Tell the date, the machine with its load, and the versions that matter."""
    load = os.getloadavg()[0]
    return (
        f"{date.today()}, {os.cpu_count()} cores (load {load:.1f}), {platform.machine()}, "
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, "
        f"Textual {version('textual')}, spaCy {version('spacy')}"
    )


def table(results: Sequence[Result], title: str | None, caption: str) -> Table:
    """Lay out figures beside their budgets."""
    laid_out = Table(title=title, caption=caption)
    laid_out.add_column("what")
    laid_out.add_column("measured", justify="right")
    laid_out.add_column("budget", justify="right")
    laid_out.add_column("within")
    laid_out.add_column("note", style="dim")
    for result in results:
        measured = "-" if result.measured is None else f"{result.measured:,.2f} {result.unit}"
        within = {True: "yes", False: "[red]no[/red]", None: ""}[result.within]
        laid_out.add_row(result.name, measured, _budget(result), within, result.note)
    return laid_out


def write_figures(target: Path, results: Sequence[Result], where: str, quick: bool) -> None:
    """Write figures to a file."""
    figures = [{**asdict(result), "within": result.within} for result in results]
    told = {"machine": where, "quick": quick, "results": figures}
    target.write_text(json.dumps(told, indent=2) + "\n")


def _budget(result: Result) -> str:
    if result.budget is None:
        return ""
    return f"≥ {result.budget:g}" if result.at_least else f"{result.budget:g}"
