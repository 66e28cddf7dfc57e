"""`python -m benchmarks [NAME...]`: measures, prints a table, judges nothing."""

from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

import click
from rich.console import Console

from benchmarks.measure import Result
from benchmarks.reporting import machine, table, write_figures

NAMES = (
    "startup",
    "tui",
    "search",
    "journal",
    "suggestions",
    "batch",
    "duplicates",
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
    where = machine()
    console.print(table(results, "Quick run, a tenth of the size" if quick else None, where))
    if target:
        write_figures(target, results, where, quick)


if __name__ == "__main__":
    main()
