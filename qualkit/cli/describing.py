"""What a project says about itself: shown, described, and its profile changed."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from qualkit.cli.context import pass_project
from qualkit.cli.messages import say
from qualkit.cli.options import gathered, json_option, why_option
from qualkit.cli.records import project_record
from qualkit.cli.rendering import local_time, print_fields, print_json
from qualkit.domain.projects import Profile
from qualkit.translation import _
from qualkit.tui.terms import term

if TYPE_CHECKING:
    from qualkit.services.project import Project

GAP = "[…]"
"""Stands where the method statement has nothing yet."""


@click.group()
def project() -> None:
    """Show or describe the project itself.

    \b
    Example:
      qualkit project show
    """


@project.command()
@json_option
@pass_project
def show(project: "Project", as_json: bool) -> None:
    """Show what the project says about itself.

    \b
    Example:
      qualkit project show
    """
    info = project.info
    if as_json:
        print_json([project_record(info)])
        return
    print_fields(
        [
            (_("Title"), info.title),
            (_("Question"), info.question),
            (_("Language"), info.language),
            (_("Profile"), term(info.profile)),
            (_("Approach"), info.approach or GAP),
            (_("Assumptions"), info.assumptions or GAP),
            (_("Standpoint"), info.standpoint or GAP),
            (_("Selection"), info.selection or GAP),
            (_("Who coded"), info.coders or GAP),
            (_("Made"), local_time(info.created_at)),
            (_("Folder"), str(project.folder.resolve())),
        ]
    )


@dataclass(frozen=True, slots=True)
class Described:
    """What a project says about itself; None leaves it as it is."""

    title: str | None = None
    question: str | None = None
    profile: Profile | None = None
    approach: str | None = None
    assumptions: str | None = None
    standpoint: str | None = None
    selection: str | None = None
    coders: str | None = None


@project.command()
@gathered(
    "described",
    Described,
    click.option("--title", help="The title of the study."),
    click.option("--question", help="The research question."),
    click.option(
        "--profile",
        type=click.Choice(Profile, case_sensitive=False),
        help="The declared form of thematic analysis.",
    ),
    click.option("--approach", help="Which form of thematic analysis, and why."),
    click.option("--assumptions", help="What is taken for granted about language and experience."),
    click.option("--standpoint", help="Where you yourself stand."),
    click.option("--selection", help="How participants and material were chosen."),
    click.option("--coders", help="Who coded, in which role."),
)
@why_option
@pass_project
def describe(project: "Project", described: Described, why: str) -> None:
    """Change the title, the question, the declared method or the method statement.

    \b
    Example:
      qualkit project describe --question "Wat staat een melding in de weg?"
    """
    if described == Described():
        raise click.UsageError(_("Say what to change, for example with --title."))
    changed = project.describe(
        described.title,
        described.question,
        described.profile,
        described.approach,
        described.assumptions,
        described.standpoint,
        described.selection,
        described.coders,
        why,
    ).value
    say(_("Described the project '{title}'.").format(title=changed.title))


@project.command()
@click.argument("profile", type=click.Choice(Profile, case_sensitive=False))
@click.option(
    "--why", default="", metavar="REASON", help="Your reason, kept as a memo on the project."
)
@pass_project
def profile(project: "Project", profile: Profile, why: str) -> None:
    """Go on with another form of analysis; nothing that was written is lost.

    'qualkit new --help' tells what the four profiles are.

    \b
    Example:
      qualkit project profile codebook --why "Het team codeert met één codeboek."
    """
    project.method.change_profile(profile, why)
    say(_("The profile is now: {profile}.").format(profile=term(profile)))
