"""Readings of themes: passage by passage, each stays, moves or is in doubt."""

from typing import TYPE_CHECKING

import click

from qualkit.cli.context import pass_project
from qualkit.cli.messages import say
from qualkit.cli.options import json_option, why_option
from qualkit.cli.reading_records import passage_record, reading_record
from qualkit.cli.rendering import excerpt, fixed, print_fields, print_json, print_table, words
from qualkit.domain.theme_readings import Verdict
from qualkit.errors import InvalidInputError
from qualkit.translation import _
from qualkit.tui.terms import term

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from qualkit.domain.codings import CodedSegment
    from qualkit.services.project import Project


@click.command()
@json_option
@pass_project
def readings(project: "Project", as_json: bool) -> None:
    """List how far you read each theme, and what is new since.

    \b
    Example:
      qualkit readings
    """
    themes = {theme.id: theme for theme in project.themes.all()}
    states = project.theme_readings.overview().values()
    if as_json:
        print_json(reading_record(themes[state.theme_id], state) for state in states)
        return
    print_table(
        [words(_("Theme")), words(_("Reading"))],
        ((themes[state.theme_id].name, state.told) for state in states),
        empty=_("There are no themes. 'qualkit theme add NAME' makes one."),
    )


@click.group()
def reading() -> None:
    """Read all passages of a theme in a row, and decide on each.

    \b
    Example:
      qualkit reading show "Zichtbaar werk wint"
    """


@reading.command()
@click.argument("theme")
@json_option
@pass_project
def show(project: "Project", theme: str, as_json: bool) -> None:
    """Show the passages of a theme, and what you decided on each in your last reading.

    \b
    Example:
      qualkit reading show "Zichtbaar werk wint"
    """
    found = project.themes.find(theme)
    current = project.theme_readings.current(found.id)
    members = {member.coding_id: member for member in current.members}
    segments = project.codings.some(members)
    if as_json:
        print_json(
            passage_record(
                segment, members[segment.coding.id], current.verdicts.get(segment.coding.id)
            )
            for segment in segments
        )
        return
    print_fields(
        [
            (_("Theme"), found.name),
            (_("Central idea"), found.central_idea),
            (_("Belongs"), found.belongs),
            (_("Excludes"), found.excludes),
            (_("Reading"), project.theme_readings.new_since(found.id).told),
        ]
    )
    _print_passages(segments, current.verdicts)


def _print_passages(segments: "Iterable[CodedSegment]", verdicts: "Mapping[str, Verdict]") -> None:
    """Print the passages of a theme with what was decided on each."""
    print_table(
        [fixed(_("Id")), fixed(_("Where")), fixed(_("Decided")), words(_("Passage"))],
        (
            (
                segment.coding.id[:8],
                segment.reference,
                term(verdict)
                if (verdict := verdicts.get(segment.coding.id))
                else _("not decided on"),
                excerpt(segment.words),
            )
            for segment in segments
        ),
        empty=_("There is no passage in this theme yet."),
    )


@reading.command()
@click.argument("theme")
@click.argument("coding")
@why_option
@pass_project
def stay(project: "Project", theme: str, coding: str, why: str) -> None:
    """Keep that a passage belongs to the theme.

    \b
    Example:
      qualkit reading stay "Zichtbaar werk wint" 3f2a90c1
    """
    segment = project.codings.get(coding)
    found = project.themes.find(theme)
    project.theme_readings.decide(found.id, segment.coding.id, Verdict.STAYS, why=why)
    say(_("{reference} stays.").format(reference=segment.reference))


@reading.command()
@click.argument("theme")
@click.argument("coding")
@click.option("--memo", default="", metavar="TEXT", help="What makes you doubt.")
@why_option
@pass_project
def doubt(project: "Project", theme: str, coding: str, memo: str, why: str) -> None:
    """Keep that a passage is in doubt, with a memo if you like.

    \b
    Example:
      qualkit reading doubt "Zichtbaar werk wint" 3f2a90c1 --memo "Of gaat dit over tijd?"
    """
    segment = project.codings.get(coding)
    found = project.themes.find(theme)
    project.theme_readings.decide(found.id, segment.coding.id, Verdict.DOUBT, memo, why)
    say(_("{reference} is in doubt.").format(reference=segment.reference))


@reading.command()
@click.argument("theme")
@click.argument("coding")
@click.option("--to", "other", metavar="THEME", help="The theme it goes to.")
@click.option("--no-fit", is_flag=True, help="It goes to the tray of what does not fit.")
@why_option
@pass_project
def move(
    project: "Project", theme: str, coding: str, other: str | None, no_fit: bool, why: str
) -> None:
    """Move a passage to another theme; without one it goes out of the theme.

    \b
    Example:
      qualkit reading move "Zichtbaar werk wint" 3f2a90c1 --to "Kennis in één hoofd"
    """
    if other and no_fit:
        raise InvalidInputError(
            _("A passage goes to a theme or does not fit, not both."),
            _("Give --to or --no-fit."),
        )
    segment = project.codings.get(coding)
    found = project.themes.find(theme)
    to_theme_id = project.themes.find(other).id if other else None
    project.theme_readings.move(found.id, segment.coding.id, to_theme_id, not no_fit, why)
    say(_("{reference} moved.").format(reference=segment.reference))


@reading.command()
@click.argument("theme")
@pass_project
def finish(project: "Project", theme: str) -> None:
    """Finish your reading of a theme; what is not decided on is left for later.

    \b
    Example:
      qualkit reading finish "Zichtbaar werk wint"
    """
    found = project.themes.find(theme)
    project.theme_readings.finish(found.id)
    say(project.theme_readings.new_since(found.id).told)


@reading.command()
@click.argument("theme")
@pass_project
def begin(project: "Project", theme: str) -> None:
    """Read a theme anew, with nothing decided; an earlier reading stays on record.

    \b
    Example:
      qualkit reading begin "Zichtbaar werk wint"
    """
    found = project.themes.find(theme)
    project.theme_readings.begin(found.id)
    say(_("Begun anew; your earlier reading stays on record."))
