"""Changes to one code: it is made, renamed, described, moved, retired or removed."""

from dataclasses import fields
from typing import TYPE_CHECKING

import click

from qualkit.cli.context import pass_project
from qualkit.cli.messages import say
from qualkit.cli.options import gathered, why_option
from qualkit.domain.codes import CodeChange, CodeColour, CodeLevel
from qualkit.translation import _

if TYPE_CHECKING:
    from qualkit.services.project import Project

NONE = "none"
"""What takes a mark away."""


def _mark(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """Read a mark; the word that takes it away becomes an empty one."""
    return "" if value == NONE else value


change_options = gathered(
    "change",
    CodeChange,
    click.option("--when", "use_when", metavar="TEXT", help="When to use it."),
    click.option("--when-not", "not_when", metavar="TEXT", help="When not to use it."),
    click.option("--example", metavar="TEXT", help="A passage that shows it."),
    click.option("--boundary", metavar="TEXT", help="A case that is only just in or out."),
    click.option(
        "--level",
        type=click.Choice([*CodeLevel, NONE], case_sensitive=False),
        callback=_mark,
        help="Whether it stays with what is said or reads beneath it.",
    ),
    click.option(
        "--colour",
        type=click.Choice([*CodeColour, NONE], case_sensitive=False),
        callback=_mark,
        help="A colour for the eye, beside its letter.",
    ),
)


@click.command()
@click.argument("path")
@click.option("--description", default="", help="What the code means.")
@click.option(
    "--level",
    type=click.Choice(CodeLevel, case_sensitive=False),
    help="Whether it stays with what is said or reads beneath it.",
)
@click.option(
    "--colour",
    type=click.Choice(CodeColour, case_sensitive=False),
    help="A colour for the eye, beside its letter.",
)
@why_option
@pass_project
def add(
    project: "Project",
    path: str,
    description: str,
    level: CodeLevel | None,
    colour: CodeColour | None,
    why: str,
) -> None:
    """Make a code; "parent > name" puts it under a parent.

    A parent that is not there is made too.

    \b
    Example:
      qualkit code add "capaciteit > te weinig mensen" --description "Te veel werk, te weinig uren"
    """
    made = project.codes.add(path, description, level, why, colour).value
    say(_("Made the code '{path}'.").format(path=project.codes.entry(made.id, counted=False).path))


@click.command()
@click.argument("code")
@click.argument("name")
@why_option
@pass_project
def rename(project: "Project", code: str, name: str, why: str) -> None:
    """Give a code another name.

    \b
    Example:
      qualkit code rename kennis "digitale kennis" --why "het ging nooit over wetskennis"
    """
    found = project.codes.find(code)
    changed = project.codes.rename(found.id, name, why).value
    say(_("'{name}' is now called '{other}'.").format(name=found.name, other=changed.name))


@click.command()
@click.argument("code")
@click.argument("description", required=False)
@change_options
@why_option
@pass_project
def describe(project: "Project", code: str, change: CodeChange, why: str) -> None:
    """Write what a code means, mark it semantic or latent, or give it a colour.

    What is not given stays; an empty text ("") takes what was there away, and so does "none" for a
    level or colour.

    \b
    Example:
      qualkit code describe wachttijd "Hoe lang iemand op antwoord wacht" --level semantic
      qualkit code describe wachttijd --when "Er is een duur genoemd"
    """
    if all(getattr(change, field.name) is None for field in fields(change)):
        raise click.UsageError(_("Give a description, or one of the options."))
    found = project.codes.find(code)
    project.codes.describe(found.id, change, why)
    say(_("Described the code '{name}'.").format(name=found.name))


@click.command()
@click.argument("code")
@click.option("--under", metavar="PARENT", help="The code that becomes its parent.")
@click.option("--top", is_flag=True, help="Give it no parent.")
@why_option
@pass_project
def move(project: "Project", code: str, under: str | None, top: bool, why: str) -> None:
    """Put a code, with all below it, under another parent.

    \b
    Example:
      qualkit code move "te weinig mensen" --under capaciteit
    """
    if top == (under is not None):
        raise click.UsageError(_("Give either --under PARENT or --top."))
    found = project.codes.find(code)
    parent_id = project.codes.find(under).id if under is not None else None
    project.codes.move(found.id, parent_id, why)
    say(
        _("The code is now '{path}'.").format(
            path=project.codes.entry(found.id, counted=False).path
        )
    )


@click.command()
@click.argument("code")
@click.option("--restore", is_flag=True, help="Offer a retired code again.")
@why_option
@pass_project
def retire(project: "Project", code: str, restore: bool, why: str) -> None:
    """Stop offering a code; its codings stay.

    \b
    Example:
      qualkit code retire "overig"
    """
    found = project.codes.find(code)
    project.codes.retire(found.id, not restore, why)
    said = (
        _("The code '{name}' is offered again.") if restore else _("The code '{name}' is retired.")
    )
    say(said.format(name=found.name))


@click.command()
@click.argument("code")
@why_option
@pass_project
def remove(project: "Project", code: str, why: str) -> None:
    """Remove a code that is not used.

    \b
    Example:
      qualkit code remove "typefout"
    """
    found = project.codes.find(code)
    project.codes.remove(found.id, why)
    say(_("Removed the code '{name}'.").format(name=found.name))
