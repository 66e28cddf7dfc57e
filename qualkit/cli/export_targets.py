"""Where exports go, and what is said of them; shared by the commands that write files."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from qualkit.cli.messages import say
from qualkit.formats.target_form import form_of
from qualkit.translation import _
from qualkit.tui.words import count_of

if TYPE_CHECKING:
    from qualkit.services.exports import ExportReport
    from qualkit.services.project import Project

to_option = click.option(
    "--to", type=click.Path(path_type=Path), help="Where to; in the project's exports if not given."
)


def format_of(to: Path | None, known: tuple[str, ...], otherwise: str) -> str:
    """Give the format that the name of the target says, if it says one; see `form_of`."""
    return form_of(to, known, otherwise) if to else otherwise


def default_target(project: "Project", name: str) -> Path:
    """Give where a file goes that nobody named a place for."""
    return project.folder / "exports" / name


def tell_written(noun: str, report: "ExportReport") -> None:
    """Say what was written, what was taken away, and what a person should know of it."""
    say(_("Exported {things}:").format(things=count_of(report.items, noun)))
    for path in report.files:
        say(f"  {path}")
    for path in report.removed:
        say(_("  {path} (removed: of an earlier export)").format(path=path))
    for remark in report.remarks:
        say(remark)
