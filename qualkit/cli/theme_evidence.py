"""What speaks for and against a theme: stances and absences; and names that read as a topic."""

from typing import TYPE_CHECKING

import click

from qualkit.cli.context import pass_project
from qualkit.cli.messages import say, shown_id
from qualkit.cli.options import why_option
from qualkit.domain.themes import Stance, Theme
from qualkit.translation import _
from qualkit.tui.terms import term

if TYPE_CHECKING:
    from qualkit.services.project import Project


@click.command()
@click.argument("theme")
@click.argument("coding")
@click.argument("stance", type=click.Choice(Stance, case_sensitive=False))
@why_option
@pass_project
def stance(project: "Project", theme: str, coding: str, stance: Stance, why: str) -> None:
    """Mark how a passage relates to its theme.

    \b
    Example:
      qualkit theme stance "Zichtbaar werk wint" 3f2a90c1 contrary
    """
    found = project.themes.find(theme)
    segment = project.codings.get(coding)
    project.theme_contents.set_stance(found.id, segment.coding.id, stance, why)
    said = _("{reference} is marked in '{theme}': {stance}.")
    say(said.format(reference=segment.reference, theme=found.name, stance=term(stance)))


@click.command()
@click.argument("theme")
@click.argument("text", required=False)
@click.option("--searched", metavar="WORDS", help="Where you looked, in your words.")
@click.option("--change", "changed", metavar="ID", help="Change this one in place of adding one.")
@click.option("--remove", "removed", metavar="ID", help="Take this one away.")
@why_option
@pass_project
def absence(
    project: "Project",
    theme: str,
    text: str | None,
    searched: str | None,
    changed: str | None,
    removed: str | None,
    why: str,
) -> None:
    """Note what did not come up under a theme, and where you looked.

    'qualkit theme show' lists them with their ids.

    \b
    Example:
      qualkit theme absence "Zichtbaar werk wint" "Geld noemt niemand." --searched "alle zes"
    """
    absences = project.absences
    found = project.themes.find(theme)
    if removed:
        absences.remove(absences.get(removed).id, why)
        say(_("The note is dropped."))
        return
    if changed:
        before = absences.get(changed)
        absences.edit(
            before.id,
            before.text if text is None else text,
            before.searched if searched is None else searched,
            why,
        )
        say(_("Kept what did not come up."))
        return
    if text is None:
        raise click.UsageError(_("Say what did not come up."))
    made = absences.add(found.id, text, searched or "", why).value
    say(_("Kept what did not come up ({id}).").format(id=shown_id(made.id)))


@click.command(name="keep-name")
@click.argument("theme")
@click.argument("note", default="")
@pass_project
def keep_name(project: "Project", theme: str, note: str) -> None:
    """Keep a name that reads as a topic; it is not asked about again.

    NOTE, if you give one, becomes a memo on the theme.

    \b
    Example:
      qualkit theme keep-name "Voordelen van contact" "zo heet het in de opdracht"
    """
    kept = project.theme_names.keep(project.themes.find(theme).id, note).value
    say(_("'{name}' keeps its name.").format(name=kept.name))


def ask_about_name(project: "Project", theme: Theme) -> None:
    """Ask, on stderr, about a name that reads as a topic; it stays as it is."""
    if project.theme_names.asks_about(theme):
        say(_("This looks like a topic. Which shared idea connects these passages?"))
        say(_("'qualkit theme edit' writes the idea; 'qualkit theme keep-name' keeps the name."))
