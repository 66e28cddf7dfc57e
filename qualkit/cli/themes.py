"""Themes: listed, made, filled, told and moved."""

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from qualkit.cli.bodies import read_body
from qualkit.cli.context import pass_project
from qualkit.cli.messages import say
from qualkit.cli.options import json_option, why_option
from qualkit.cli.quantifiers import basis
from qualkit.cli.rendering import excerpt, fixed, number, print_json, print_table, words
from qualkit.cli.theme_evidence import absence, ask_about_name, keep_name, stance
from qualkit.cli.theme_fields import Description, described, description_options
from qualkit.cli.theme_page import print_theme
from qualkit.cli.theme_records import quotes_of, theme_record, whole_theme_record
from qualkit.cli.theme_relating import compare, relate, unrelate
from qualkit.cli.theme_shaping import merge, split
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
    entries = project.themes.tree()
    depths = {entry.theme.id: entry.depth for entry in entries}
    counts = {key: len(found) for key, found in project.theme_contents.codings().items()}
    views = [
        project.themes.page(entry.theme.id)
        for entry in entries
        if not statuses or entry.theme.status in statuses
    ]
    if as_json:
        print_json(theme_record(view, counts[view.theme.id]) for view in views)
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
                "  " * depths[view.theme.id] + view.theme.name,
                term(view.theme.status),
                str(len(view.codes)),
                str(counts[view.theme.id]),
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
@description_options
@why_option
@pass_project
def add(project: "Project", name: str, given: Description, why: str) -> None:
    """Make a theme.

    In a reflexive study a name that reads as a topic is asked about, and kept.

    \b
    Example:
      qualkit theme add "Zichtbaar werk wint" --idea "Wat niemand ziet, verliest het."
    """
    made = project.themes.add(
        name,
        given.idea or "",
        given.belongs or "",
        given.excludes or "",
        given.status or ThemeStatus.CANDIDATE,
        why,
        given.relation or "",
        project.themes.find(given.under).id if given.under else None,
    ).value
    say(_("Made the theme '{name}'.").format(name=made.name))
    ask_about_name(project, made)


@theme.command()
@click.argument("theme")
@click.option("--name", help="Another name.")
@description_options
@click.option("--top", is_flag=True, help="No longer part of another theme.")
@why_option
@pass_project
def edit(
    project: "Project", theme: str, name: str | None, given: Description, top: bool, why: str
) -> None:
    """Change a theme's name, description, status or place under another.

    \b
    Example:
      qualkit theme edit "Zichtbaar werk wint" --status settled
      qualkit theme edit "Wie belt, gaat voor" --under "Zichtbaar werk wint"
    """
    if name is None and not top and given == Description():
        raise click.UsageError(_("Say what to change, for example with --idea."))
    if top and given.under:
        raise click.UsageError(_("Give --under or --top, not both."))
    found = project.themes.find(theme)
    changed = described(project, found, given)
    if top:
        changed = replace(changed, parent_id=None)
    kept = project.themes.edit(replace(changed, name=changed.name if name is None else name), why)
    say(_("Changed the theme '{name}'.").format(name=kept.value.name))
    if kept.value.name != found.name:
        ask_about_name(project, kept.value)


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
    story = read_body(body, project.themes.page(found.id).narrative)
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
    """Show a theme with its codes, claims, quotes, passages and relations.

    \b
    Example:
      qualkit theme show "Zichtbaar werk wint"
    """
    view = project.themes.view(project.themes.find(theme).id)
    if as_json:
        print_json([whole_theme_record(view)])
    else:
        print_theme(view, project.theme_readings.new_since(view.theme.id).told)


for command in (merge, split, relate, unrelate, compare, stance, absence, keep_name, basis):
    theme.add_command(command)


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
