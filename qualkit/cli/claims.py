"""Claims: what a theme's summary says, to be shown by quotes."""

from typing import TYPE_CHECKING

import click

from qualkit.cli.context import pass_project
from qualkit.cli.messages import say
from qualkit.cli.options import json_option, why_option
from qualkit.cli.rendering import number, print_json, print_table, words
from qualkit.cli.theme_records import claim_record
from qualkit.domain.themes import ClaimView
from qualkit.errors import NotFoundError
from qualkit.translation import _

if TYPE_CHECKING:
    from qualkit.services.project import Project


@click.group()
def claim() -> None:
    """Say what a theme claims, to be shown by quotes.

    A claim goes by its number within the theme.

    \b
    Example:
      qualkit claim add "Zichtbaar werk wint" "Wat op straat gebeurt gaat voor."
    """


@claim.command("list")
@click.argument("theme")
@json_option
@pass_project
def list_claims(project: "Project", theme: str, as_json: bool) -> None:
    """List the claims of a theme with their numbers.

    \b
    Example:
      qualkit claim list "Zichtbaar werk wint"
    """
    claims = project.themes.view(project.themes.find(theme).id).claims
    if as_json:
        print_json(claim_record(place, item) for place, item in enumerate(claims, start=1))
        return
    print_table(
        [number(_("No.")), words(_("Claim")), number(_("Quotes"))],
        (
            (str(place), item.claim.text, str(len(item.quotes)))
            for place, item in enumerate(claims, start=1)
        ),
        empty=_("The theme has no claims yet. 'qualkit claim add THEME TEXT' adds one."),
    )


@claim.command()
@click.argument("theme")
@click.argument("text")
@why_option
@pass_project
def add(project: "Project", theme: str, text: str, why: str) -> None:
    """Add a claim to a theme, after those it has.

    \b
    Example:
      qualkit claim add "Zichtbaar werk wint" "Wat op straat gebeurt gaat voor."
    """
    found = project.themes.find(theme)
    project.quotes.claim(found.id, text, why)
    say(
        _("Claim {number} of '{theme}': {text}").format(
            number=len(project.themes.view(found.id).claims), theme=found.name, text=text
        )
    )


@claim.command()
@click.argument("theme")
@click.argument("number", type=click.IntRange(min=1))
@click.argument("text")
@why_option
@pass_project
def reword(project: "Project", theme: str, number: int, text: str, why: str) -> None:
    """Change what a claim says.

    \b
    Example:
      qualkit claim reword "Zichtbaar werk wint" 1 "Wat te zien is, gaat voor."
    """
    found = project.themes.find(theme)
    item = find_claim(project, found.id, number)
    changed = project.quotes.reword_claim(item.claim.id, text, why).value
    say(
        _("Claim {number} of '{theme}': {text}").format(
            number=number, theme=found.name, text=changed.text
        )
    )


@claim.command()
@click.argument("theme")
@click.argument("number", type=click.IntRange(min=1))
@why_option
@pass_project
def drop(project: "Project", theme: str, number: int, why: str) -> None:
    """Remove a claim; its quotes stay with the theme.

    \b
    Example:
      qualkit claim drop "Zichtbaar werk wint" 2
    """
    found = project.themes.find(theme)
    item = find_claim(project, found.id, number)
    project.quotes.drop_claim(item.claim.id, why)
    say(
        _("Dropped claim {number} of '{theme}'. 'qualkit undo' brings it back.").format(
            number=number, theme=found.name
        )
    )


def find_claim(project: "Project", theme_id: str, number: int) -> ClaimView:
    """Give the claim with a number, counted from 1 within its theme.

    Raises:
        NotFoundError: the theme has no such claim.
    """
    view = project.themes.view(theme_id)
    if not 1 <= number <= len(view.claims):
        raise NotFoundError(
            _("The theme '{theme}' has no claim {number}.").format(
                theme=view.theme.name, number=number
            ),
            _("'qualkit claim list THEME' shows the claims with their numbers."),
        )
    return view.claims[number - 1]
