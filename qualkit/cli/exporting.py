"""Exports: files for people without the tool."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from qualkit.cli.context import pass_project
from qualkit.cli.export_targets import default_target, format_of, tell_written, to_option
from qualkit.cli.options import DATE, unchecked_option
from qualkit.cli.reporting import changes, report, templates
from qualkit.domain.memos import MemoKind
from qualkit.domain.operations import StepFilter
from qualkit.domain.periods import Period
from qualkit.errors import NotFoundError
from qualkit.translation import _

if TYPE_CHECKING:
    from qualkit.services.project import Project


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
@click.option("--spread", is_flag=True, help="Also show who is heard under which theme.")
@click.option("--numbers", is_flag=True, help="With it, how many passages there are.")
@click.option("--decisions", is_flag=True, help="Also tell what was decided, and why.")
@unchecked_option
@pass_project
def themes(
    project: "Project",
    to: Path | None,
    kind: str | None,
    spread: bool,
    numbers: bool,
    decisions: bool,
    unchecked: str,
) -> None:
    """Write the themes with their stories, claims and quotes.

    As md, --to is a folder with an index, a file a theme and pictures; as html it is one page.

    \b
    Example:
      qualkit export themes --to themas.html --format html
    """
    from qualkit.services.theme_reports import Chosen  # noqa: PLC0415 (not for --help)

    if numbers and not spread:
        raise click.UsageError(_("--numbers needs --spread."))
    kind = kind or format_of(to, ("html",), "md")
    target = to or default_target(project, "themes" if kind == "md" else "themes.html")
    chosen = Chosen(spread, numbers, decisions)
    tell_written("theme", project.exports.themes(target, kind, chosen, unchecked))


@export.command()
@to_option
@click.option(
    "--format",
    "kind",
    type=click.Choice(["xlsx", "csv", "docx", "html", "md"]),
    help="xlsx unless --to says.",
)
@click.option(
    "--theme",
    "names",
    multiple=True,
    help="Only this theme and those under it; may be given more than once.",
)
@click.option("--context/--no-context", default=True, help="Show what was said around each quote.")
@unchecked_option
@pass_project
def quotes(
    project: "Project",
    to: Path | None,
    kind: str | None,
    names: tuple[str, ...],
    context: bool,
    unchecked: str,
) -> None:
    """Write the quote sheet for co-authors: quotes as they will be printed, to be answered.

    They need no tool: xlsx, csv and docx are filled in, html is a page that saves the answers as a
    file, md is to read.

    \b
    Example:
      qualkit export quotes --to citaten.xlsx
    """
    from qualkit.services.sheets import OnSheet  # noqa: PLC0415 (not for --help)

    kind = kind or format_of(to, ("xlsx", "csv", "docx", "html", "md"), "xlsx")
    wanted = OnSheet([project.themes.find(name).id for name in names], context)
    target = to or default_target(project, f"quotes.{kind}")
    tell_written("quote", project.sheets.write(target, kind, wanted, unchecked))


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
    kind = kind or format_of(to, ("md", "csv"), "md")
    tell_written(
        "code", project.exports.codebook(to or default_target(project, f"codebook.{kind}"), kind)
    )


@export.command()
@to_option
@click.option("--format", "kind", type=click.Choice(["csv", "md"]), help="csv unless --to says.")
@click.option("--since", type=DATE, help="Only steps of this day or later.")
@click.option("--until", type=DATE, help="Only steps of this day or earlier.")
@pass_project
def history(
    project: "Project", to: Path | None, kind: str | None, since: date | None, until: date | None
) -> None:
    """Write the history: who did what, when, and why.

    As csv it is a table, as md a story day by day.

    \b
    Example:
      qualkit export history --to logboek.md --since 2026-03-01
    """
    kind = kind or format_of(to, ("csv", "md"), "csv")
    target = to or default_target(project, f"history.{kind}")
    wanted = StepFilter(period=Period(since, until))
    tell_written("step", project.exports.history(target, kind, wanted))


@export.command()
@to_option
@click.option("--format", "form", type=click.Choice(["md", "csv"]), help="md unless --to says.")
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice(MemoKind, case_sensitive=False),
    help="Only memos of this kind; may be given more than once.",
)
@pass_project
def memos(
    project: "Project", to: Path | None, form: str | None, kinds: tuple[MemoKind, ...]
) -> None:
    """Write the shared memos; private ones stay.

    \b
    Example:
      qualkit export memos --kind limitation --to beperkingen.md
    """
    form = form or format_of(to, ("md", "csv"), "md")
    tell_written(
        "memo", project.exports.memos(to or default_target(project, f"memos.{form}"), form, kinds)
    )


@export.command("map")
@to_option
@click.option(
    "--format", "kind", type=click.Choice(["svg", "png", "md"]), help="svg unless --to says."
)
@pass_project
def thematic_map(project: "Project", to: Path | None, kind: str | None) -> None:
    """Draw the thematic map, or write it in words (md).

    It reads in black and white: kinds are told by how a line runs.

    \b
    Example:
      qualkit export map --to kaart.svg
    """
    kind = kind or format_of(to, ("svg", "png", "md"), "svg")
    tell_written("theme", project.exports.map(to or default_target(project, f"map.{kind}"), kind))


@export.command()
@click.argument("matrix", required=False)
@to_option
@click.option(
    "--format",
    "kind",
    type=click.Choice(["xlsx", "docx", "csv", "md"]),
    help="xlsx unless --to says.",
)
@pass_project
def matrix(project: "Project", matrix: str | None, to: Path | None, kind: str | None) -> None:
    """Write a framework matrix: the one you name, or looked at last.

    \b
    Example:
      qualkit export matrix "Per team" --to per-team.docx
    """
    kind = kind or format_of(to, ("xlsx", "docx", "csv", "md"), "xlsx")
    found = project.matrices.find(matrix) if matrix else project.matrices.latest
    if found is None:
        raise NotFoundError(
            _("There is no matrix yet."), _("'qualkit matrix make TITLE' makes one.")
        )
    target = to or default_target(project, f"matrix.{kind}")
    tell_written("case", project.exports.matrix(target, found.id, kind))


@export.command()
@to_option
@click.option(
    "--format",
    "kind",
    type=click.Choice(["svg", "png", "csv", "md"]),
    help="svg unless --to says.",
)
@click.option("--numbers", is_flag=True, help="Also say how many passages there are.")
@pass_project
def spread(project: "Project", to: Path | None, kind: str | None, numbers: bool) -> None:
    """Show who is heard under which theme, as a picture or a table.

    \b
    Example:
      qualkit export spread --to spreiding.png
    """
    kind = kind or format_of(to, ("svg", "png", "csv", "md"), "svg")
    target = to or default_target(project, f"spread.{kind}")
    tell_written("row", project.exports.spread(target, kind, numbers))


@export.command()
@to_option
@click.option(
    "--format", "kind", type=click.Choice(["md", "html", "csv"]), help="md unless --to says."
)
@click.option("--since", type=DATE, help="Only decisions of this day or later.")
@click.option("--until", type=DATE, help="Only decisions of this day or earlier.")
@pass_project
def decisions(
    project: "Project", to: Path | None, kind: str | None, since: date | None, until: date | None
) -> None:
    """Write what was decided on themes, codes and method, and why.

    As md and html it is running text by day, as csv a table.

    \b
    Example:
      qualkit export decisions --to besluiten.md --since 2026-03-01
    """
    kind = kind or format_of(to, ("md", "html", "csv"), "md")
    target = to or default_target(project, f"decisions.{kind}")
    tell_written("decision", project.exports.decisions(target, kind, Period(since, until)))


@export.command()
@to_option
@click.option(
    "--format", "kind", type=click.Choice(["md", "html", "csv"]), help="md unless --to says."
)
@pass_project
def limitations(project: "Project", to: Path | None, kind: str | None) -> None:
    """Write what the material cannot show: the shared memos of that kind.

    \b
    Example:
      qualkit export limitations --to beperkingen.md
    """
    kind = kind or format_of(to, ("md", "html", "csv"), "md")
    target = to or default_target(project, f"limitations.{kind}")
    tell_written("limitation", project.exports.limitations(target, kind))


@export.command()
@to_option
@click.option(
    "--format", "kind", type=click.Choice(["docx", "md", "html"]), help="docx unless --to says."
)
@click.option("--since", type=DATE, help="Of those decided on, only since this day.")
@pass_project
def doubts(project: "Project", to: Path | None, kind: str | None, since: date | None) -> None:
    """Write the open doubts for the next meeting, with room for the decisions.

    Behind them stand those that were decided on. Private doubts are not in it.

    \b
    Example:
      qualkit export doubts --to overleg.docx --since 2026-03-01
    """
    kind = kind or format_of(to, ("docx", "md", "html"), "docx")
    target = to or default_target(project, f"doubts.{kind}")
    tell_written("open doubt", project.exports.doubts(target, kind, since))


for command in (report, changes, templates):
    export.add_command(command)
