"""Exports: files for people without the tool."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from qualkit.cli.context import pass_project
from qualkit.cli.messages import say
from qualkit.translation import _
from qualkit.tui.words import count_of

if TYPE_CHECKING:
    from qualkit.services.exports import ExportReport
    from qualkit.services.project import Project

to_option = click.option(
    "--to", type=click.Path(path_type=Path), help="Where to; in the project's exports if not given."
)


@click.group()
def export() -> None:
    """Write files for people without the tool.

    They are in the language of the study. Files of an earlier export there are replaced.

    \b
    Example:
      qualkit export themes --to themas/
    """


@export.command()
@to_option
@click.option("--format", "kind", type=click.Choice(["md", "html"]), help="md unless --to says.")
@pass_project
def themes(project: "Project", to: Path | None, kind: str | None) -> None:
    """Write the themes with their stories, claims and quotes.

    As md, --to is a folder with an index and a file a theme; as html it is one page.

    \b
    Example:
      qualkit export themes --to themas.html --format html
    """
    kind = kind or _format_of(to, ("html",), "md")
    name = "themes" if kind == "md" else "themes.html"
    _report("theme", project.exports.themes(to or _default(project, name), kind))


@export.command()
@to_option
@click.option("--format", "kind", type=click.Choice(["csv", "md"]), help="csv unless --to says.")
@pass_project
def quotes(project: "Project", to: Path | None, kind: str | None) -> None:
    """Write the chosen quotes as they will be printed.

    \b
    Example:
      qualkit export quotes --to citaten.csv
    """
    kind = kind or _format_of(to, ("csv", "md"), "csv")
    _report("quote", project.exports.quotes(to or _default(project, f"quotes.{kind}"), kind))


@export.command()
@to_option
@click.option("--format", "kind", type=click.Choice(["md", "csv"]), help="md unless --to says.")
@pass_project
def codebook(project: "Project", to: Path | None, kind: str | None) -> None:
    """Write the codes with what they mean and how much they hold.

    \b
    Example:
      qualkit export codebook --to codeboek.md
    """
    kind = kind or _format_of(to, ("md", "csv"), "md")
    _report("code", project.exports.codebook(to or _default(project, f"codebook.{kind}"), kind))


@export.command()
@to_option
@click.option("--format", "kind", type=click.Choice(["csv", "md"]), help="csv unless --to says.")
@pass_project
def history(project: "Project", to: Path | None, kind: str | None) -> None:
    """Write the history: who did what, when, and why.

    \b
    Example:
      qualkit export history --to logboek.csv
    """
    kind = kind or _format_of(to, ("csv", "md"), "csv")
    _report("step", project.exports.history(to or _default(project, f"history.{kind}"), kind))


def _format_of(to: Path | None, known: tuple[str, ...], otherwise: str) -> str:
    """Give the format that the name of the target says, if it says one."""
    suffix = to.suffix.lower().removeprefix(".") if to else ""
    return suffix if suffix in known else otherwise


def _default(project: "Project", name: str) -> Path:
    return project.folder / "exports" / name


def _report(noun: str, report: "ExportReport") -> None:
    say(_("Exported {things}:").format(things=count_of(report.items, noun)))
    for path in report.files:
        say(f"  {path}")
    for path in report.removed:
        say(_("  {path} (removed: of an earlier export)").format(path=path))
