"""Themes: listed, made, filled, told and moved."""

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from qualkit.cli.bodies import read_body
from qualkit.cli.context import pass_project
from qualkit.cli.messages import say
from qualkit.cli.options import json_option, why_option
from qualkit.cli.quantifiers import basis
from qualkit.cli.records import quotes_of, theme_record, whole_theme_record
from qualkit.cli.rendering import excerpt, fixed, number, print_json, print_table, words
from qualkit.cli.theme_page import print_theme
from qualkit.domain.themes import ThemeStatus, ThemeView
from qualkit.translation import _
from qualkit.tui.terms import term
from qualkit.tui.words import count_of

if TYPE_CHECKING:
    from qualkit.services.project import Project


@click.command()
@click.option(
    "--status",
    "statuses",
    type=click.Choice(ThemeStatus, case_sensitive=False),
    multiple=True,
    help="Only themes that have come so far; may be given more than once.",
)
@json_option
@pass_project
def themes(project: "Project", statuses: tuple[ThemeStatus, ...], as_json: bool) -> None:
    """List the themes.

    \b
    Example:
      qualkit themes --status settled
    """
    views = [
        project.themes.view(theme.id)
        for theme in project.themes.all()
        if not statuses or theme.status in statuses
    ]
    if as_json:
        print_json(map(theme_record, views))
        return
    print_table(
        [
            words(_("Theme")),
            fixed(_("Status")),
            number(_("Codes")),
            number(_("Passages")),
            number(_("Quotes")),
            words(_("Central idea")),
        ],
        (
            (
                view.theme.name,
                term(view.theme.status),
                str(len(view.codes)),
                str(len(view.passages)),
                str(len(quotes_of(view))),
                excerpt(view.theme.central_idea),
            )
            for view in views
        ),
        empty=_("There are no such themes. 'qualkit theme add NAME' makes one."),
    )


@click.group()
def theme() -> None:
    """Make themes and gather codes and passages.

    A theme goes by its name or its id.

    \b
    Example:
      qualkit theme put "Zichtbaar werk wint" --code capaciteit
    """


@theme.command()
@click.argument("name")
@click.option("--idea", default="", help="Its central idea, in one or two sentences.")
@click.option("--belongs", default="", help="What belongs to it.")
@click.option("--excludes", default="", help="What is near but does not.")
@click.option(
    "--status",
    type=click.Choice(ThemeStatus, case_sensitive=False),
    default=ThemeStatus.CANDIDATE,
    help="How far it has come.",
)
@why_option
@pass_project
def add(
    project: "Project",
    name: str,
    idea: str,
    belongs: str,
    excludes: str,
    status: ThemeStatus,
    why: str,
) -> None:
    """Make a theme.

    \b
    Example:
      qualkit theme add "Zichtbaar werk wint" --idea "Wat niemand ziet, verliest het."
    """
    made = project.themes.add(name, idea, belongs, excludes, status, why).value
    say(_("Made the theme '{name}'.").format(name=made.name))


@theme.command()
@click.argument("theme")
@click.option("--name", help="Another name.")
@click.option("--idea", help="Its central idea, in one or two sentences.")
@click.option("--belongs", help="What belongs to it.")
@click.option("--excludes", help="What is near but does not.")
@click.option(
    "--status", type=click.Choice(ThemeStatus, case_sensitive=False), help="How far it has come."
)
@why_option
@pass_project
def edit(
    project: "Project",
    theme: str,
    name: str | None,
    idea: str | None,
    belongs: str | None,
    excludes: str | None,
    status: ThemeStatus | None,
    why: str,
) -> None:
    """Change a theme's name, central idea, scope or status.

    \b
    Example:
      qualkit theme edit "Zichtbaar werk wint" --status settled
    """
    if all(value is None for value in (name, idea, belongs, excludes, status)):
        raise click.UsageError(_("Say what to change, for example with --idea."))
    found = project.themes.find(theme)
    changed = replace(
        found,
        name=found.name if name is None else name,
        central_idea=found.central_idea if idea is None else idea.strip(),
        belongs=found.belongs if belongs is None else belongs.strip(),
        excludes=found.excludes if excludes is None else excludes.strip(),
        status=status or found.status,
    )
    say(_("Changed the theme '{name}'.").format(name=project.themes.edit(changed, why).value.name))


@theme.command()
@click.argument("theme")
@click.argument("direction", type=click.Choice(["up", "down"]))
@why_option
@pass_project
def move(project: "Project", theme: str, direction: str, why: str) -> None:
    """Move a theme one place up or down in your order.

    \b
    Example:
      qualkit theme move "Zichtbaar werk wint" up
    """
    found = project.themes.find(theme)
    order = project.themes.move(found.id, -1 if direction == "up" else 1, why).value
    say(_("The order is now: {names}.").format(names=", ".join(item.name for item in order)))


@theme.command()
@click.argument("theme")
@click.option("--code", "codes", multiple=True, help="A code to gather; may be repeated.")
@click.option("--coding", "codings", multiple=True, help="One coded passage; may be repeated.")
@why_option
@pass_project
def put(
    project: "Project", theme: str, codes: tuple[str, ...], codings: tuple[str, ...], why: str
) -> None:
    """Gather codes, or single coded passages, under a theme.

    \b
    Example:
      qualkit theme put "Zichtbaar werk wint" --code capaciteit --coding 3f2a90c1
    """
    theme_id, code_ids, coding_ids = _things(project, theme, codes, codings)
    if code_ids:
        project.theme_contents.put_codes(theme_id, code_ids, why)
    for coding_id in coding_ids:
        project.theme_contents.put_passage(theme_id, coding_id, why)
    _report(project.themes.view(theme_id))


@theme.command()
@click.argument("theme")
@click.option("--code", "codes", multiple=True, help="A code to take out; may be repeated.")
@click.option("--coding", "codings", multiple=True, help="One gathered passage; may be repeated.")
@why_option
@pass_project
def take(
    project: "Project", theme: str, codes: tuple[str, ...], codings: tuple[str, ...], why: str
) -> None:
    """Take codes, or single passages, out of a theme; codings stay.

    \b
    Example:
      qualkit theme take "Zichtbaar werk wint" --code pakkans --why "ander idee"
    """
    theme_id, code_ids, coding_ids = _things(project, theme, codes, codings)
    for code_id in code_ids:
        project.theme_contents.take_code(theme_id, code_id, why)
    for coding_id in coding_ids:
        project.theme_contents.take_passage(theme_id, coding_id, why)
    _report(project.themes.view(theme_id))


@theme.command()
@click.argument("theme")
@click.argument("body", required=False)
@pass_project
def narrate(project: "Project", theme: str, body: str | None) -> None:
    """Write the story of a theme, printed in its summary.

    BODY is the text, '-' for stdin, or left out to write it in your editor.

    \b
    Example:
      qualkit theme narrate "Zichtbaar werk wint" - < verhaal.md
    """
    found = project.themes.find(theme)
    story = read_body(body, project.themes.view(found.id).narrative)
    project.themes.narrate(found.id, story)
    say(_("Wrote the story of the theme '{theme}'.").format(theme=found.name))


@theme.command()
@click.argument("theme")
@why_option
@pass_project
def remove(project: "Project", theme: str, why: str) -> None:
    """Remove a theme with its claims and quotes.

    Codes and codings stay.

    \b
    Example:
      qualkit theme remove "Zichtbaar werk wint"
    """
    found = project.themes.find(theme)
    project.themes.remove(found.id, why)
    say(_("Removed the theme '{name}'. 'qualkit undo' brings it back.").format(name=found.name))


@theme.command()
@click.argument("theme")
@json_option
@pass_project
def show(project: "Project", theme: str, as_json: bool) -> None:
    """Show a theme with its codes, claims, quotes and passages.

    \b
    Example:
      qualkit theme show "Zichtbaar werk wint"
    """
    view = project.themes.view(project.themes.find(theme).id)
    if as_json:
        print_json([whole_theme_record(view)])
    else:
        print_theme(view)


theme.add_command(basis)


def _things(
    project: "Project", theme: str, codes: tuple[str, ...], codings: tuple[str, ...]
) -> tuple[str, list[str], list[str]]:
    if not codes and not codings:
        raise click.UsageError(_("Name codes with --code, or coded passages with --coding."))
    return (
        project.themes.find(theme).id,
        [project.codes.find(name).id for name in codes],
        [project.codings.get(name).coding.id for name in codings],
    )


def _report(view: ThemeView) -> None:
    say(
        _("The theme '{name}' has {codes} and {passages}.").format(
            name=view.theme.name,
            codes=count_of(len(view.codes), "code"),
            passages=count_of(len(view.passages), "passage"),
        )
    )
