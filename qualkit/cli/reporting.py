"""The theme report: written, compared with the last one, and its templates to be changed."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from qualkit.cli.context import pass_project
from qualkit.cli.export_targets import default_target, format_of, tell_written, to_option
from qualkit.cli.messages import say
from qualkit.cli.options import json_option, unchecked_option
from qualkit.cli.rendering import fixed, print_json, print_table, words
from qualkit.translation import _
from qualkit.tui.terms import term

if TYPE_CHECKING:
    from qualkit.services.project import Project

FORMATS = ("docx", "pdf", "html", "md")
APPENDICES = ("codebook", "overview", "phrases", "development", "decisions")


@click.command()
@to_option
@click.option("--format", "kind", type=click.Choice(FORMATS), help="docx unless --to says.")
@click.option(
    "--appendix",
    "appendices",
    multiple=True,
    type=click.Choice([*APPENDICES, "none"]),
    help="Only this appendix; may be repeated. Without it all but phrases and decisions.",
)
@click.option("--numbers", is_flag=True, help="In who is heard, how many passages there are.")
@click.option(
    "--template",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Your own template, in place of the one in the project's folder or the program's.",
)
@unchecked_option
@pass_project
def report(
    project: "Project",
    to: Path | None,
    kind: str | None,
    appendices: tuple[str, ...],
    numbers: bool,
    template: Path | None,
    unchecked: str,
) -> None:
    """Write the report: the themes as prose with their quotes, and what they rest on.

    Behind the themes stand the material, who is heard, how the study was done, limitations and
    appendices. What is missing shows as a gap in brackets.

    \b
    Example:
      qualkit export report --to rapport.pdf
    """
    from qualkit.services.report_building import (  # noqa: PLC0415 (not for --help)
        USUAL_APPENDICES,
        ReportOptions,
    )

    kind = kind or format_of(to, FORMATS, "docx")
    chosen = tuple(each for each in appendices if each != "none")
    options = ReportOptions(chosen if appendices else USUAL_APPENDICES, numbers)
    target = to or default_target(project, f"report.{kind}")
    written = project.reports.write(target, kind, options, template, unchecked)
    tell_written("theme", written)


@click.command()
@json_option
@pass_project
def changes(project: "Project", as_json: bool) -> None:
    """List what would read otherwise than in the last report.

    \b
    Example:
      qualkit export changes
    """
    from qualkit.services.report_changes import (  # noqa: PLC0415 (not for --help)
        report_change,
        since_told,
    )

    since = project.reports.since()
    found = [report_change(each) for each in since.changed] if since else []
    if as_json:
        print_json(
            {
                "kind": each.kind,
                "id": each.item_id,
                "how": each.how,
                "before": each.before,
                "after": each.after,
            }
            for each in found
        )
        return
    if since is None:
        say(_("No report was written yet."))
        return
    say(since_told(since))
    print_table(
        [fixed(_("What")), fixed(_("How")), words(_("Then")), words(_("Now"))],
        [[term(each.kind), term(each.how), each.before, each.after] for each in found],
        _("Everything reads as it did then."),
    )


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), metavar="DIR")
@pass_project
def templates(project: "Project", folder: Path) -> None:
    """Write the templates of the report, to be changed.

    In the folder 'templates' of the project they are used without --template. What they are filled
    with is told in docs/report-templates.md.

    \b
    Example:
      qualkit export templates templates/
    """
    for path in project.reports.write_templates(folder):
        say(str(path))
