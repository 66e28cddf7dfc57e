"""The decision log: what gave the study its shape, and why."""

from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING

import click

from qualkit.cli.context import pass_project
from qualkit.cli.options import DATE, json_option
from qualkit.cli.rendering import fixed, number, print_json, print_table, words
from qualkit.domain.periods import Period
from qualkit.formats.decision_words import decision_told
from qualkit.translation import _

if TYPE_CHECKING:
    from qualkit.services.project import Project


@click.command()
@click.option("--since", type=DATE, help="Only decisions of this day or later.")
@click.option("--until", type=DATE, help="Only decisions of this day or earlier.")
@json_option
@pass_project
def decisions(project: "Project", since: date | None, until: date | None, as_json: bool) -> None:
    """List what was decided, and why, oldest first.

    It is read from the history and told in the language of the study; what was taken back is left
    out. A reason is what --why said, or a memo on the step.

    \b
    Example:
      qualkit decisions --since 2026-03-01
    """
    taken = project.decisions.entries(Period(since, until))
    language = project.info.language
    if as_json:
        print_json({**asdict(each), "told": decision_told(each, language)} for each in taken)
        return
    print_table(
        [number(_("Step")), fixed(_("Day")), words(_("Decision"))],
        (
            (
                "" if each.step is None else str(each.step),
                f"{each.at.astimezone():%Y-%m-%d}",
                decision_told(each, language),
            )
            for each in taken
        ),
        empty=_("Nothing was decided in this period.")
        if since or until
        else _("Nothing was decided yet."),
    )
