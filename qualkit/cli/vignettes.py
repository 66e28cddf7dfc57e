"""Vignettes: what happened, in one's own words, from passages that are not printed."""

from typing import TYPE_CHECKING

import click

from qualkit.cli.bodies import read_body
from qualkit.cli.context import pass_project
from qualkit.cli.messages import say, shown_id
from qualkit.cli.options import json_option, why_option
from qualkit.cli.rendering import (
    excerpt,
    fixed,
    print_fields,
    print_heading,
    print_json,
    print_table,
    print_text,
    words,
)
from qualkit.cli.theme_records import vignette_record
from qualkit.domain.vignettes import MadeOf, VignetteView, help_with, usually_made_of
from qualkit.translation import _
from qualkit.tui.vignette_text import hints_of, told_of_vignette

if TYPE_CHECKING:
    from qualkit.services.project import Project

made_of_option = click.option(
    "--made-of",
    type=click.Choice(MadeOf, case_sensitive=False),
    help="One case, or composed from several.",
)


@click.group()
def vignette() -> None:
    """Tell in your own words what may not be quoted.

    A vignette goes by its id, or the first signs of it. The passages that it rests on are never
    printed.

    \b
    Example:
      qualkit vignette add "Wachten" "Bezet" --from 3f2a90c1 "Iemand belt al weken."
    """


@vignette.command("list")
@click.argument("theme", required=False)
@json_option
@pass_project
def list_vignettes(project: "Project", theme: str | None, as_json: bool) -> None:
    """List the vignettes, of one theme or of all.

    \b
    Example:
      qualkit vignette list "Wachten"
    """
    themes = [project.themes.find(theme)] if theme else project.themes.all()
    found = [(each, view) for each in themes for view in project.vignettes.of_theme(each.id)]
    if as_json:
        print_json(vignette_record(view) for _theme, view in found)
        return
    print_table(
        [
            fixed(_("Id")),
            words(_("Theme")),
            words(_("Title")),
            words(_("Made of")),
            words(_("Vignette")),
        ],
        (
            (shown_id(view.vignette.id), each.name, view.title, view.note, excerpt(view.words))
            for each, view in found
        ),
        empty=_("There are no vignettes yet. 'qualkit vignette add THEME TITLE' writes one."),
    )


@vignette.command()
@click.argument("vignette")
@json_option
@pass_project
def show(project: "Project", vignette: str, as_json: bool) -> None:
    """Show a vignette as it is printed, and the passages that it rests on.

    \b
    Example:
      qualkit vignette show 7be1c204
    """
    view = project.vignettes.get(vignette)
    if as_json:
        print_json([vignette_record(view)])
        return
    print_fields(
        [
            (_("Vignette"), view.title),
            (_("Theme"), project.themes.find(view.vignette.theme_id).name),
            (_("Printed with it"), view.note),
            (_("Id"), view.vignette.id),
        ]
    )
    print_text(f"\n{view.words}")
    if view.passages:
        print_heading(_("It rests on, and does not print:"))
    for passage in view.passages:
        print_text(f"  {shown_id(passage.coding.id)}  {passage.reference} “{passage.words}”")
    _point_out(project, view)


@vignette.command()
@click.argument("theme")
@click.argument("title")
@click.argument("text", required=False)
@click.option(
    "--from", "codings", multiple=True, metavar="CODING", help="A passage it rests on; repeatable."
)
@made_of_option
@why_option
@pass_project
def add(
    project: "Project",
    theme: str,
    title: str,
    text: str | None,
    codings: tuple[str, ...],
    made_of: MadeOf | None,
    why: str,
) -> None:
    """Write a vignette under a theme; prints its id.

    TEXT is the story, '-' for stdin, or left out to write it in your editor. Exact days and ages,
    and words that stand in a passage, are pointed out and left as they are.

    \b
    Example:
      qualkit vignette add "Wachten" "Bezet" --from 3f2a90c1 "Iemand belt al weken."
    """
    theme_id = project.themes.find(theme).id
    coding_ids = [project.codings.get(coding).coding.id for coding in codings]
    if made_of is None:
        made_of = usually_made_of(project.vignettes.cases_behind(coding_ids))
    made = project.vignettes.add(theme_id, title, read_body(text), made_of, coding_ids, why).value
    view = project.vignettes.get(made.id)
    say(_("Wrote the vignette '{title}' ({note}).").format(title=made.title, note=view.note))
    _point_out(project, view)
    click.echo(made.id)


@vignette.command()
@click.argument("vignette")
@click.argument("text", required=False)
@click.option("--title", help="A new title.")
@made_of_option
@why_option
@pass_project
def edit(
    project: "Project",
    vignette: str,
    text: str | None,
    title: str | None,
    made_of: MadeOf | None,
    why: str,
) -> None:
    """Change a vignette; what is not given stays.

    Without TEXT and without options, it opens in your editor.

    \b
    Example:
      qualkit vignette edit 7be1c204 --made-of composite
    """
    found = project.vignettes.get(vignette).vignette
    if text is not None or (title is None and made_of is None):
        text = read_body(text, found.text)
    project.vignettes.edit(found.id, title, text, made_of, why=why)
    view = project.vignettes.get(found.id)
    say(_("Changed the vignette '{title}' ({note}).").format(title=view.title, note=view.note))
    _point_out(project, view)


@vignette.command()
@click.argument("vignette")
@click.argument("coding")
@why_option
@pass_project
def link(project: "Project", vignette: str, coding: str, why: str) -> None:
    """Let a vignette rest on one more passage, which is not printed.

    \b
    Example:
      qualkit vignette link 7be1c204 3f2a90c1
    """
    found = project.vignettes.get(vignette).vignette
    segment = project.codings.get(coding)
    project.vignettes.link(found.id, segment.coding.id, why)
    _tell(project, found.id)


@vignette.command()
@click.argument("vignette")
@click.argument("coding")
@why_option
@pass_project
def unlink(project: "Project", vignette: str, coding: str, why: str) -> None:
    """Let a vignette no longer rest on a passage.

    \b
    Example:
      qualkit vignette unlink 7be1c204 3f2a90c1
    """
    found = project.vignettes.get(vignette).vignette
    project.vignettes.unlink(found.id, project.codings.get(coding).coding.id, why)
    _tell(project, found.id)


@vignette.command()
@click.argument("vignette")
@click.argument("direction", type=click.Choice(["up", "down"]))
@why_option
@pass_project
def move(project: "Project", vignette: str, direction: str, why: str) -> None:
    """Move a vignette one place up or down under its theme.

    \b
    Example:
      qualkit vignette move 7be1c204 up
    """
    found = project.vignettes.get(vignette).vignette
    order = project.vignettes.move(found.id, -1 if direction == "up" else 1, why).value
    say(_("The order is now: {names}.").format(names=", ".join(item.title for item in order)))


@vignette.command()
@click.argument("vignette")
@why_option
@pass_project
def drop(project: "Project", vignette: str, why: str) -> None:
    """Remove a vignette; the passages that it rests on stay.

    \b
    Example:
      qualkit vignette drop 7be1c204
    """
    found = project.vignettes.get(vignette).vignette
    project.vignettes.drop(found.id, why)
    said = _("Removed the vignette '{title}'. 'qualkit undo' brings it back.")
    say(said.format(title=found.title))


def _tell(project: "Project", vignette_id: str) -> None:
    """Say what a vignette rests on now."""
    view = project.vignettes.get(vignette_id)
    say(told_of_vignette(view))


def _point_out(project: "Project", view: VignetteView) -> None:
    """Say what may be told with less; the vignette is kept as it is."""
    text = view.vignette.text
    identifiers = project.identifiers.in_words(text)
    found = help_with(text, view.passages, project.info.language, identifiers)
    for hint in hints_of(text, found):
        say(hint.told)
