"""Phrases that are looked out for, as commands of the queue."""

from typing import TYPE_CHECKING

import click

from qualkit.cli.context import pass_project
from qualkit.cli.messages import say, shown_id
from qualkit.cli.options import json_option, why_option
from qualkit.cli.queue_records import watched_record
from qualkit.cli.rendering import fixed, number, print_json, print_table, words
from qualkit.domain.queue import QueuedPlace
from qualkit.translation import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualkit.services.project import Project

NAMED = 4
"""References of a watched phrase that a table names."""


@click.command()
@click.argument("phrase", required=False)
@click.option("--words", "own", metavar="WORDS", help="Words of your own, not from the queue.")
@why_option
@pass_project
def watch(project: "Project", phrase: str | None, own: str | None, why: str) -> None:
    """Look out for a phrase from now on, in all its forms.

    \b
    Example:
      qualkit queue watch 3
      qualkit queue watch --words "op papier"
    """
    if (phrase is None) == (own is None):
        raise click.UsageError(_("Name a phrase of the queue, or give --words."))
    if own is not None:
        watched = project.queue.watch_phrase(own, why).value.phrase
    else:
        watched = project.queue.watch(project.queue.find(phrase or "").id, why).value.phrase
    say(_("'{phrase}' is looked out for. 'qualkit undo' takes that back.").format(phrase=watched))


@click.command()
@json_option
@pass_project
def watched(project: "Project", as_json: bool) -> None:
    """List the watched phrases, with where they stand.

    \b
    Example:
      qualkit queue watched
    """
    found = [(item, project.queue.places_of(item)) for item in project.queue.watched()]
    if as_json:
        print_json(watched_record(item, places) for item, places in found)
        return
    print_table(
        [fixed(_("Id")), words(_("Phrase")), number(_("Places")), words(_("Where"))],
        (
            (shown_id(item.id), item.phrase, str(len(places)), _where(project, places))
            for item, places in found
        ),
        empty=_("No phrase is looked out for."),
    )


@click.command()
@click.argument("phrase")
@why_option
@pass_project
def unwatch(project: "Project", phrase: str, why: str) -> None:
    """Look out for a phrase no longer.

    \b
    Example:
      qualkit queue unwatch "op papier"
    """
    dropped = project.queue.unwatch(project.queue.find_watched(phrase).id, why).value
    say(_("'{phrase}' is looked out for no longer.").format(phrase=dropped.phrase))


def _where(project: "Project", places: "Sequence[QueuedPlace]") -> str:
    shown = project.queue.in_context(places[:NAMED])
    told = ", ".join(dict.fromkeys(place.reference for place in shown))
    more = len(places) - NAMED
    return _("{names} and {count} more").format(names=told, count=more) if more > 0 else told
