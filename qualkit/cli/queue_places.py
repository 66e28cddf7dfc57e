"""Which places of a phrase a person takes over."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from qualkit.cli.messages import say
from qualkit.cli.options import gathered
from qualkit.domain.queue import QueuedPlace, QueuedSuggestion
from qualkit.errors import InvalidInputError
from qualkit.translation import _
from qualkit.tui.words import count_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualkit.domain.queue import PlaceInContext
    from qualkit.services.project import Project


@dataclass(frozen=True, slots=True)
class PlaceChoice:
    """What was said of the places."""

    references: tuple[str, ...] = ()
    every: bool = False
    segment: bool = False
    unread: bool = False


place_choice = gathered(
    "choice",
    PlaceChoice,
    click.option(
        "--place",
        "references",
        multiple=True,
        metavar="P3:27",
        help="A line where the phrase stands; may be repeated.",
    ),
    click.option("--all", "every", is_flag=True, help="Every place that was read."),
    click.option(
        "--segment", is_flag=True, help="The whole turn, message or paragraph, not the words alone."
    ),
    click.option("--unread", is_flag=True, help="Also in sources that nobody has read yet."),
)
"""Adds `--place`, `--all`, `--segment` and `--unread`; the command gets them as `choice`."""


def chosen_places(
    project: "Project", item: QueuedSuggestion, choice: PlaceChoice
) -> "Sequence[QueuedPlace]":
    """Give the places that were named, or all; the only one when there is no more.

    Raises:
        UsageError: none was named, or both some and all.
        InvalidInputError: the phrase does not stand on a line that was named.
    """
    if choice.every and choice.references:
        raise click.UsageError(_("--all takes every place; leave --place out."))
    if not choice.every and not choice.references and len(item.places) > 1:
        raise click.UsageError(
            _(
                "'{phrase}' stands in more than one place: name one with --place, or give --all."
            ).format(phrase=item.phrase)
        )
    shown = project.queue.view(item.id).places
    wanted = _named(item, shown, choice.references) if choice.references else shown
    if choice.every and not choice.unread:
        read = [place for place in wanted if place.is_read]
        if read and len(read) < len(wanted):
            left = count_of(len(wanted) - len(read), "place")
            say(_("Not read yet, and left out: {places}.").format(places=left))
        wanted = read or wanted
    return [_taken(place, choice.segment) for place in wanted]


def _named(
    item: QueuedSuggestion, shown: "Sequence[PlaceInContext]", references: tuple[str, ...]
) -> "Sequence[PlaceInContext]":
    wanted = {reference.strip().upper() for reference in references}
    missing = sorted(wanted - {place.reference for place in shown})
    if missing:
        raise InvalidInputError(
            _("'{phrase}' does not stand at {place}.").format(phrase=item.phrase, place=missing[0]),
            _("'qualkit queue show' tells where it stands."),
        )
    return [place for place in shown if place.reference in wanted]


def _taken(shown: "PlaceInContext", segment: bool) -> QueuedPlace:
    if not segment:
        return shown.place
    return QueuedPlace(shown.place.version_id, shown.segment.start, shown.segment.end)
