"""The project itself: made, opened on the screen, and the sample one."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from qualkit.cli.context import project_folder, tell_of_migrating
from qualkit.cli.messages import say
from qualkit.cli.options import LANGUAGE
from qualkit.cli.progress import stage_bar
from qualkit.cli.rendering import print_fields
from qualkit.domain.operations import Origin
from qualkit.domain.projects import Profile
from qualkit.errors import InvalidInputError
from qualkit.settings import load_settings
from qualkit.translation import N_, _
from qualkit.tui.words import count_of

if TYPE_CHECKING:
    from qualkit.services.demo import DemoReport

STAGES = {
    "sources": N_("Importing the interviews and chats"),
    "codes": N_("Coding passages"),
    "memos": N_("Writing memos"),
    "themes": N_("Making themes and choosing quotes"),
    "search": N_("Searching"),
    "suggestions": N_("Looking for phrases"),
    "exports": N_("Writing exports"),
}
"""What the demo does, in order."""

_PHRASES_SHOWN = 5


PROFILE = click.option(
    "--profile",
    type=click.Choice(Profile, case_sensitive=False),
    help="The form of thematic analysis; reflexive if not given.",
)


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option("-t", "--title", required=True, help="The title of the study.")
@click.option("--question", default="", help="The research question.")
@click.option(
    "--language",
    type=LANGUAGE,
    default="nl",
    show_default=True,
    help="Language of the texts and of exports.",
)
@PROFILE
def new(folder: Path, title: str, question: str, language: str, profile: Profile | None) -> None:
    """Make a project in a folder.

    The profile says which form of thematic analysis you do; it decides words, questions and
    exports, and can be changed later with 'qualkit project profile'.

    \b
      reflexive  Themes are your interpretation: patterns of shared meaning around
                 an idea. Codes grow as you read, and nothing is counted.
      codebook   A codebook that you agree on guides the coding, and themes may be
                 topics. Each code has a definition and says when to use it.
      framework  You sum up in your own words what each case says on each theme,
                 in a matrix that is read by case and by theme.
      variables  Codes are the values of characteristics that you record for each
                 case and count. This is not thematic analysis.

    \b
    Example:
      qualkit new study --title "Proef" --profile framework
    """
    # The store and what it needs are not loaded for --help.
    from qualkit.services.project import Project, new_info  # noqa: PLC0415

    info = new_info(title, question, language, profile or Profile.REFLEXIVE)
    with Project.create(folder, info, load_settings(), Origin.CLI) as project:
        if profile:
            project.method.settle()
    say(_("Made the project '{title}' in {folder}.").format(title=info.title, folder=folder))
    say(_("Next: {command}").format(command=f"qualkit -C {folder} import FILE..."))


@click.command("open")
@click.argument("folder", required=False, type=click.Path(path_type=Path), metavar="[PATH]")
@click.option("--tour", is_flag=True, help="With the guided tour of the sample project.")
@click.pass_context
def open_screen(ctx: click.Context, folder: Path | None, tour: bool) -> None:
    """Open a project on the whole screen.

    \b
    Example:
      qualkit open study
      qualkit open demo --tour
    """
    _run_app(folder or project_folder(ctx), tour)


@click.command()
@click.argument(
    "folder", default="demo", type=click.Path(path_type=Path), metavar="[DIR]", required=False
)
@click.option(
    "--themes",
    type=click.Path(path_type=Path, file_okay=False),
    help="One more folder to write the themes to.",
)
def demo(folder: Path, themes: Path | None) -> None:
    """Make the sample project and run the main job.

    From import to exports, in the folder demo if none is given. A folder that holds anything
    else than the sample project is left alone.

    \b
    Example:
      qualkit demo proef
    """
    from qualkit.services.demo import build_demo  # noqa: PLC0415 (not for --help)

    with stage_bar({name: _(words) for name, words in STAGES.items()}) as progress:
        report = build_demo(folder, load_settings(), themes, progress)
    _print_summary(report)
    if sys.stdin.isatty() and sys.stdout.isatty():
        question = _("Open the project now, with the guided tour of ten steps?")
        if click.confirm(question, default=True, err=True):
            _run_app(folder, tour=True)
    else:
        # Not `qualkit demo`: that would make it anew.
        say(_("Open it with: qualkit open {folder} --tour").format(folder=folder))


def open_or_explain(ctx: click.Context) -> None:
    """Open the project of the folder, or print the help when no project is there.

    Raises:
        ProjectMissingError: a folder was named with -C and there is none in it.
    """
    from qualkit.services.project import Project  # noqa: PLC0415 (not for --help)

    if ctx.obj is not None or Project.is_in(Path()):
        _run_app(project_folder(ctx))
        return
    click.echo(ctx.get_help())
    click.echo(err=True)
    say(_("There is no project in this folder. Begin with 'qualkit demo', or 'qualkit new DIR'."))


def _run_app(folder: Path, tour: bool = False) -> None:
    """Open a project on the whole screen, with the guided tour if that is wanted.

    Raises:
        InvalidInputError: there is no terminal.
    """
    from qualkit.services.project import Project  # noqa: PLC0415 (not for --help)

    settings = load_settings()
    # What is wrong with the project is said before the screen is taken.
    Project.open(folder, settings, Origin.TUI, tell_of_migrating).close()
    # Textual's own sign that a browser stands in for the terminal.
    in_browser = "TEXTUAL_DRIVER" in os.environ
    if not in_browser and not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise InvalidInputError(
            _("A project can only be opened on a terminal."),
            _("Every step has a command too; 'qualkit --help' lists them."),
        )
    from qualkit.tui.app import run_app  # noqa: PLC0415 (heavy; only to open the screen)

    run_app(folder, settings, tour)


def _print_summary(report: "DemoReport") -> None:
    print_fields(
        [
            (_("Project"), str(report.folder)),
            (_("Imported"), count_of(report.sources, "source")),
            (_("Segmented"), count_of(report.segments, "segment")),
            (_("Coded"), _coded(report)),
            (_("Noted"), count_of(report.memos, "memo")),
            (_("Searched"), _searched(report)),
            (_("Noticed"), _noticed(report)),
            (_("Themes"), _themes(report)),
            (_("Recorded"), _recorded(report)),
            (_("Exported"), _exported(report)),
        ]
    )
    if report.kept is not None:
        message = _("The sample project in which somebody had worked is now in {folder}.")
        say(message.format(folder=report.kept))


def _coded(report: "DemoReport") -> str:
    passages, codes = count_of(report.codings, "passage"), count_of(report.codes, "code")
    return _("{passages} with {codes}").format(passages=passages, codes=codes)


def _searched(report: "DemoReport") -> str:
    segments = count_of(report.hits, "segment")
    return _("'{words}' stands in {segments}").format(words=report.search, segments=segments)


def _noticed(report: "DemoReport") -> str:
    return _("{phrases} … ({count}; {pipeline}, tier: {tier})").format(
        phrases=", ".join(report.phrases[:_PHRASES_SHOWN]),
        count=count_of(len(report.phrases), "phrase"),
        pipeline=report.pipeline.name,
        tier=_(report.pipeline.tier),
    )


def _themes(report: "DemoReport") -> str:
    themes, quotes = count_of(report.themes, "theme"), count_of(report.quotes, "quote")
    return _("{themes} with {quotes}").format(themes=themes, quotes=quotes)


def _recorded(report: "DemoReport") -> str:
    return _("{steps}, all of which can be undone").format(steps=count_of(report.steps, "step"))


def _exported(report: "DemoReport") -> str:
    folders = ", ".join(sorted({str(path.parent) for path in report.exports}))
    return _("{files} in {folders}").format(
        files=count_of(len(report.exports), "file"), folders=folders
    )
