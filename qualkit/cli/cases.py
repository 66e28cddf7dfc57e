"""Cases: the labels under which sources are printed."""

from typing import TYPE_CHECKING

import click

from qualkit.cli.context import pass_project
from qualkit.cli.messages import say
from qualkit.cli.options import LABEL, json_option, why_option
from qualkit.cli.records import case_record
from qualkit.cli.rendering import fixed, print_json, print_table, words
from qualkit.translation import _
from qualkit.tui.terms import term

if TYPE_CHECKING:
    from qualkit.services.project import Project


@click.group()
def case() -> None:
    """Say under which label a source is printed.

    \b
    Example:
      qualkit case assign P3 "Politie III"
    """


@case.command("list")
@json_option
@pass_project
def list_cases(project: "Project", as_json: bool) -> None:
    """List the cases with their sources.

    \b
    Example:
      qualkit case list
    """
    entries = project.cases.entries()
    if as_json:
        print_json(case_record(*entry) for entry in entries)
        return
    print_table(
        [words(_("Label")), fixed(_("Kind")), words(_("Sources"))],
        (
            (
                label,
                term(item.kind),
                ", ".join(f"P{source.number} {source.title}" for source in sources),
            )
            for item, label, sources in entries
        ),
        empty=_("There are no cases. 'qualkit case assign SOURCE LABEL' makes one."),
    )


@case.command()
@click.argument("source")
@click.argument("label", type=LABEL)
@why_option
@pass_project
def assign(project: "Project", source: str, label: str, why: str) -> None:
    """Print a source under a label, in place of the one it had.

    \b
    Example:
      qualkit case assign P3 "Politie III"
    """
    found = project.sources.find(source)
    project.cases.assign(found.id, label, why)
    say(
        _("P{number} '{title}' is printed as '{label}'.").format(
            number=found.number, title=found.title, label=label
        )
    )


@case.command()
@click.argument("pattern")
@click.argument("new_pattern")
@why_option
@pass_project
def relabel(project: "Project", pattern: str, new_pattern: str, why: str) -> None:
    """Print a whole group of participants under another pattern.

    {I} in a pattern stands for a Roman number, {1} for an Arabic one.

    \b
    Example:
      qualkit case relabel "Politie {I}" "Eenheid {1}"
    """
    changed = project.labels.relabel(pattern, new_pattern, why).value
    say(_("The group is printed as '{label}'.").format(label=changed.pattern))
