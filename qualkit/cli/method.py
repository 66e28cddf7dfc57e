"""The method paragraph: shown, and written in own words."""

from typing import TYPE_CHECKING

import click

from qualkit.cli.bodies import read_body
from qualkit.cli.context import pass_project
from qualkit.cli.messages import say
from qualkit.cli.options import json_option, why_option
from qualkit.cli.rendering import print_json
from qualkit.translation import _, ngettext

if TYPE_CHECKING:
    from qualkit.services.method_paragraph import MethodParagraph
    from qualkit.services.project import Project

_IN_EDITOR = "\n"
"""The value of `--edit` without a text."""


@click.command()
@click.option(
    "--edit",
    "text",
    is_flag=False,
    flag_value=_IN_EDITOR,
    metavar="[TEXT]",
    help="Print these words instead; '-' reads them from stdin, without TEXT your editor opens.",
)
@click.option("--reset", is_flag=True, help="Print again what is made from what happened.")
@why_option
@json_option
@pass_project
def method(project: "Project", text: str | None, reset: bool, why: str, as_json: bool) -> None:
    """Show the method paragraph, or write it in your own words.

    It is made from what happened in the project, in the language of the study. What nobody wrote
    down is a gap in brackets: it is never filled in for you.

    \b
    Example:
      qualkit method --edit "Zes gesprekken zijn gevoerd en samen gelezen."
    """
    if text is not None and reset:
        raise click.UsageError(_("Give --edit or --reset, not both."))
    if text is not None:
        present = "\n\n".join(project.method_paragraph.get().printed)
        written = read_body(None if text == _IN_EDITOR else text, present)
        project.method_paragraph.edit(written, why)
    if reset:
        project.method_paragraph.edit("", why)
    paragraph = project.method_paragraph.get()
    if as_json:
        print_json([_record(paragraph)])
        return
    click.echo("\n\n".join(paragraph.printed))
    _tell(paragraph)


def _tell(paragraph: "MethodParagraph") -> None:
    """Say how many gaps there are, and what is otherwise than when she wrote her own words."""
    if count := len(paragraph.gaps):
        gaps = ngettext("{count} gap is still open.", "{count} gaps are still open.", count)
        say(gaps.format(count=count))
    if paragraph.changed:
        say(_("Since you wrote it, this has changed:"))
        for told in paragraph.changed:
            say(f"  {told}")


def _record(paragraph: "MethodParagraph") -> dict[str, object]:
    return {
        "printed": paragraph.printed,
        "made": paragraph.made,
        "own": paragraph.own,
        "gaps": paragraph.gaps,
        "changed": paragraph.changed,
    }
