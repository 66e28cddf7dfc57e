"""Segments: listed, proposed anew and corrected; no coding moves with them."""

from typing import TYPE_CHECKING

import click

from qualkit.cli.context import pass_project
from qualkit.cli.messages import say
from qualkit.cli.options import json_option, why_option
from qualkit.cli.passages import Place, find_span, place_options
from qualkit.cli.records import segment_record
from qualkit.cli.rendering import excerpt, fixed, number, print_json, print_table, words
from qualkit.domain.lines import format_reference
from qualkit.domain.segments import Segment, Unit
from qualkit.domain.sources import Role, SourceText
from qualkit.translation import _
from qualkit.tui.words import count_of

if TYPE_CHECKING:
    from qualkit.services.project import Project


@click.command()
@click.argument("sources", nargs=-1)
@click.option(
    "--role",
    "roles",
    type=click.Choice(Role, case_sensitive=False),
    multiple=True,
    help="Only what this role says; may be given more than once.",
)
@json_option
@pass_project
def segments(
    project: "Project", sources: tuple[str, ...], roles: tuple[Role, ...], as_json: bool
) -> None:
    """List the segments of sources.

    Without SOURCES, of all.

    \b
    Example:
      qualkit segments P3 --role participant
    """
    found = [
        (text, segment)
        for text in _texts(project, sources)
        for segment in project.segments.of(text.source.id)
        if not roles or segment.role in roles
    ]
    if as_json:
        print_json(segment_record(text, segment) for text, segment in found)
        return
    print_table(
        [fixed(_("Place")), number(_("Segment")), words(_("Speaker")), words(_("Words"))],
        (
            (
                format_reference(text.source.number, segment.line),
                str(segment.position),
                segment.speaker,
                excerpt(segment.span.of(text.text)),
            )
            for text, segment in found
        ),
        empty=_("There are no such segments."),
    )


@click.group()
def segment() -> None:
    """Correct the borders of segments.

    Segments are for reading: codings stay where they are.

    \b
    Example:
      qualkit segment merge P3 4 5
    """


@segment.command()
@click.argument("source")
@click.option(
    "--by",
    "unit",
    type=click.Choice(Unit, case_sensitive=False),
    required=True,
    help="What a segment is.",
)
@why_option
@pass_project
def propose(project: "Project", source: str, unit: Unit, why: str) -> None:
    """Segment a source anew.

    By turn, message, paragraph or sentence; borders that you moved are lost, but undo brings
    them back.

    \b
    Example:
      qualkit segment propose P3 --by sentence
    """
    found = project.sources.find(source)
    _report(found.number, project.segments.propose(found.id, unit, why).value)


@segment.command()
@click.argument("source")
@click.argument("first", type=int)
@click.argument("last", type=int)
@why_option
@pass_project
def merge(project: "Project", source: str, first: int, last: int, why: str) -> None:
    """Join the segments FIRST to LAST into one.

    \b
    Example:
      qualkit segment merge P3 4 5
    """
    found = project.sources.find(source)
    _report(found.number, project.segments.merge(found.id, first, last, why).value)


@segment.command()
@click.argument("source")
@place_options
@why_option
@pass_project
def split(project: "Project", source: str, place: Place, why: str) -> None:
    """Cut a segment in two.

    The second part begins at the place given.

    \b
    Example:
      qualkit segment split P3 --text "Maar dan de vraag"
    """
    text = project.sources.read(project.sources.find(source).id)
    offset = find_span(text, place).start
    _report(text.source.number, project.segments.split(text.source.id, offset, why).value)


@segment.command()
@click.argument("source")
@click.argument("position", type=int)
@place_options
@why_option
@pass_project
def move(project: "Project", source: str, position: int, place: Place, why: str) -> None:
    """Give the segment with number POSITION new borders.

    \b
    Example:
      qualkit segment move P3 4 --span 310:498
    """
    text = project.sources.read(project.sources.find(source).id)
    span = find_span(text, place)
    _report(text.source.number, project.segments.move(text.source.id, position, span, why).value)


def _texts(project: "Project", names: tuple[str, ...]) -> list[SourceText]:
    found = (
        [project.sources.find(name) for name in names]
        if names
        else [entry.source for entry in project.sources.entries()]
    )
    return [project.sources.read(source.id) for source in found]


def _report(source_number: int, found: tuple[Segment, ...]) -> None:
    now = count_of(len(found), "segment")
    say(_("P{number} now has {segments}.").format(number=source_number, segments=now))
