"""Merging themes, and splitting one: what a theme holds goes elsewhere."""

from typing import TYPE_CHECKING

import click

from qualkit.cli.context import pass_project
from qualkit.cli.messages import say
from qualkit.cli.options import why_option
from qualkit.cli.rendering import print_text
from qualkit.domain.theme_merges import ThemePart
from qualkit.translation import _
from qualkit.tui.theme_words import told_of_merge

if TYPE_CHECKING:
    from qualkit.services.project import Project


@click.command()
@click.argument("theme")
@click.argument("into")
@click.option("--preview", is_flag=True, help="Only tell what it would do.")
@why_option
@pass_project
def merge(project: "Project", theme: str, into: str, preview: bool, why: str) -> None:
    """Let THEME go up in INTO.

    Everything under it goes along: codes, passages with what was decided on them, claims, quotes,
    memos, relations, absences and subthemes. What both have is there once.

    \b
    Example:
      qualkit theme merge "Lawaai wint" "Zichtbaar werk wint" --why "zelfde idee"
      qualkit theme merge "Lawaai wint" "Zichtbaar werk wint" --preview
    """
    old, new = project.themes.find(theme), project.themes.find(into)
    if preview:
        print_text(told_of_merge(project.theme_merging.preview(old.id, new.id)))
        return
    project.theme_merging.merge(old.id, new.id, why)
    said = _("'{name}' went up in '{other}'. 'qualkit undo' brings it back.")
    say(said.format(name=old.name, other=new.name))


@click.command()
@click.argument("theme")
@click.option(
    "--code", "codes", multiple=True, metavar="CODE[=NAME]", help="A code; may be repeated."
)
@click.option(
    "--coding",
    "codings",
    multiple=True,
    metavar="CODING[=NAME]",
    help="One coded passage; may be repeated.",
)
@click.option(
    "--to",
    "name",
    default="",
    metavar="NAME",
    help="The new theme, for what has no NAME of its own.",
)
@why_option
@pass_project
def split(
    project: "Project",
    theme: str,
    codes: tuple[str, ...],
    codings: tuple[str, ...],
    name: str,
    why: str,
) -> None:
    """Give codes and passages of a theme to a new one, or to more, as one step.

    What is given leaves the theme; a code takes its passages along.

    \b
    Example:
      qualkit theme split "Zichtbaar werk wint" --code pakkans --to "Wie gepakt kan worden"
      qualkit theme split "Lawaai wint" --code pakkans=Straf --coding 3f2a90c1=Bel
    """
    found = project.themes.find(theme)
    chosen: dict[str, tuple[list[str], list[str]]] = {}
    for code, to in (_read(code, name) for code in codes):
        chosen.setdefault(to, ([], []))[0].append(project.codes.find(code).id)
    for coding, to in (_read(coding, name) for coding in codings):
        chosen.setdefault(to, ([], []))[1].append(project.codings.get(coding).coding.id)
    if not chosen:
        raise click.UsageError(_("Name codes with --code, or coded passages with --coding."))
    parts = [
        ThemePart(to, tuple(code_ids), tuple(coding_ids))
        for to, (code_ids, coding_ids) in chosen.items()
    ]
    made = project.theme_merging.split_over(found.id, parts, why).value
    names = ", ".join(f"'{each.name}'" for each in made)
    say(_("'{name}' is split: {names}.").format(name=found.name, names=names))


def _read(thing: str, name: str) -> tuple[str, str]:
    """Give what was named, and the theme it goes to.

    Raises:
        UsageError: it goes to none.
    """
    if name:
        return thing, name
    what, sign, to = thing.rpartition("=")
    if not sign or not what or not to.strip():
        raise click.UsageError(_("Give --to NAME, or a NAME with everything: CODE=NAME."))
    return what, to
