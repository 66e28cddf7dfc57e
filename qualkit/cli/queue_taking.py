"""Taking a phrase over: a code that begins from it, or one that is there."""

from typing import TYPE_CHECKING

import click

from qualkit.cli.context import pass_project
from qualkit.cli.messages import say
from qualkit.cli.options import why_option
from qualkit.cli.queue_places import PlaceChoice, chosen_places, place_choice
from qualkit.translation import _

if TYPE_CHECKING:
    from qualkit.services.project import Project


@click.command()
@click.argument("phrase")
@click.argument("name")
@place_choice
@why_option
@pass_project
def code(project: "Project", phrase: str, name: str, choice: PlaceChoice, why: str) -> None:
    """Begin a code from a phrase, and code places of it.

    Prints the ids of the codings, one a line. Of sources that nobody has read yet nothing is
    taken without --unread.

    \b
    Example:
      qualkit queue code 3 "lang wachten" --place P3:27
    """
    item = project.queue.find(phrase)
    places = chosen_places(project, item, choice)
    made = project.queue.code(item.id, places, name, choice.unread, why).value
    _tell_coded(project, [each.id for each in made])


@click.command()
@click.argument("phrase")
@click.argument("code")
@place_choice
@why_option
@pass_project
def attach(project: "Project", phrase: str, code: str, choice: PlaceChoice, why: str) -> None:
    """Code places of a phrase with a code there is.

    Prints the ids of the codings, one a line. More places may go to the code that a phrase went
    to before.

    \b
    Example:
      qualkit queue attach 3 "lang wachten" --all
    """
    item, found = project.queue.find(phrase), project.codes.find(code)
    places = chosen_places(project, item, choice)
    made = project.queue.attach(item.id, found.id, places, choice.unread, why).value
    _tell_coded(project, [each.id for each in made])


def _tell_coded(project: "Project", coding_ids: list[str]) -> None:
    for found in project.codings.some(coding_ids):
        said = _("Coded {place} with '{name}'.")
        say(said.format(place=found.reference, name=found.code.name))
        click.echo(found.coding.id)
