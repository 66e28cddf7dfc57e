"""Where the command line begins: its commands, and what becomes of errors.

Nothing but click is imported here, so that `qualkit --help` answers at once.
"""

import os
import sys
from collections.abc import Mapping, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import Any, ClassVar, NoReturn

import click

from qualkit import __version__
from qualkit.cli.lazy import Lazy, LazyGroup
from qualkit.cli.translated import speak_click, translated
from qualkit.errors import QualkitError
from qualkit.settings import load_settings
from qualkit.translation import N_, _, language_of_locale, use_language

INTERRUPTED = 130
"""The exit code after Ctrl-C."""

SECTIONS: Mapping[str, Mapping[str, Lazy]] = {
    N_("Start"): {
        "demo": Lazy("qualkit.cli.projects:demo", "Make the sample project and run the main job."),
        "new": Lazy("qualkit.cli.projects:new", "Make a project in a folder."),
        "open": Lazy("qualkit.cli.projects:open_screen", "Open a project on the whole screen."),
        "serve": Lazy("qualkit.cli.serving:serve", "Show a project in a browser on this machine."),
        "import": Lazy("qualkit.cli.imports:import_files", "Bring files into the project."),
        "project": Lazy("qualkit.cli.describing:project", "Show or describe the project itself."),
    },
    N_("Lists"): {
        "sources": Lazy("qualkit.cli.sources:sources", "List the sources."),
        "segments": Lazy("qualkit.cli.segments:segments", "List the segments of sources."),
        "codes": Lazy("qualkit.cli.codes:codes", "List the codebook with its counts."),
        "codings": Lazy("qualkit.cli.codings:codings", "List the coded segments."),
        "themes": Lazy("qualkit.cli.themes:themes", "List the themes."),
        "readings": Lazy(
            "qualkit.cli.readings:readings",
            "List how far you read each theme, and what is new since.",
        ),
        "rounds": Lazy("qualkit.cli.rounds:rounds", "List the rounds of reading."),
        "memos": Lazy("qualkit.cli.memos:memos", "List the memos."),
        "matrices": Lazy("qualkit.cli.matrices:matrices", "List the framework matrices."),
        "quantifiers": Lazy(
            "qualkit.cli.quantifiers:quantifiers",
            "List the team's words for how many, with the shares they stand for.",
        ),
        "history": Lazy("qualkit.cli.history:history", "List what was done, newest last."),
    },
    N_("One thing at a time"): {
        "source": Lazy("qualkit.cli.sources:source", "Show, read or describe a source."),
        "segment": Lazy("qualkit.cli.segments:segment", "Correct the borders of segments."),
        "case": Lazy("qualkit.cli.cases:case", "Say under which label a source is printed."),
        "label": Lazy(
            "qualkit.cli.labels:label_group", "Say how groups of participants are printed."
        ),
        "key": Lazy(
            "qualkit.cli.keys:key",
            "Keep who the participants really are, in a file apart from the project.",
        ),
        "code": Lazy("qualkit.cli.codes:code", "Make, rename, move, merge, split or retire codes."),
        "coding": Lazy("qualkit.cli.codings:coding", "Code passages and correct their codings."),
        "memo": Lazy("qualkit.cli.memos:memo", "Write and change memos on anything."),
        "suggestion": Lazy(
            "qualkit.cli.suggestion:suggestion",
            "Reject suggestions, and see which codes may fit.",
        ),
        "queue": Lazy("qualkit.cli.queue:queue", "Go through the suggestions of a batch."),
        "board": Lazy(
            "qualkit.cli.board:board",
            "Show the working board, move what lies on it, and keep it as it is.",
        ),
        "theme": Lazy("qualkit.cli.themes:theme", "Make themes and gather codes and passages."),
        "reading": Lazy(
            "qualkit.cli.readings:reading",
            "Read all passages of a theme in a row, and decide on each.",
        ),
        "round": Lazy(
            "qualkit.cli.rounds:round_group",
            "Read the sources again, in rounds with an order of their own.",
        ),
        "claim": Lazy(
            "qualkit.cli.claims:claim", "Say what a theme claims, to be shown by quotes."
        ),
        "quantifier": Lazy("qualkit.cli.quantifiers:quantifier", "Agree on words for how many."),
        "quote": Lazy("qualkit.cli.quotes:quote", "Choose and edit the quotes of a theme."),
        "vignette": Lazy(
            "qualkit.cli.vignettes:vignette", "Tell in your own words what may not be quoted."
        ),
        "doubt": Lazy(
            "qualkit.cli.doubts:doubt",
            "Keep what you doubt, discuss it, and close it with a decision.",
        ),
        "matrix": Lazy(
            "qualkit.cli.matrices:matrix", "Fill framework matrices: cases by themes and codes."
        ),
    },
    N_("Whole project"): {
        "search": Lazy("qualkit.cli.searching:search", "Find passages by their words or codes."),
        "suggest": Lazy("qualkit.cli.suggesting:suggest", "Offer phrases worth noticing."),
        "phrases": Lazy(
            "qualkit.cli.phrases:phrases", "List the phrases that come back, for a first look."
        ),
        "pipeline": Lazy(
            "qualkit.cli.pipelines:pipeline", "List the language pipelines, and check them."
        ),
        "spread": Lazy(
            "qualkit.cli.spread:spread", "Show who is heard under which theme, and who is not."
        ),
        "together": Lazy(
            "qualkit.cli.spread:together",
            "List which codes stand together, and in how many places.",
        ),
        "map": Lazy("qualkit.cli.maps:thematic_map", "Show the thematic map in words."),
        "check": Lazy(
            "qualkit.cli.quality:check",
            "Ask questions about your material; nothing is counted, and nothing is held up.",
        ),
        "method": Lazy(
            "qualkit.cli.method:method",
            "Show the method paragraph, or write it in your own words.",
        ),
        "review": Lazy(
            "qualkit.cli.reviewing:review",
            "Bring in what co-authors answered to a quote sheet, and deal with it.",
        ),
        "mosaic": Lazy(
            "qualkit.cli.mosaic:mosaic",
            "Look at all that is printed under one label together, before it leaves.",
        ),
        "identifiers": Lazy(
            "qualkit.cli.identifiers:identifiers",
            "Propose words that could give somebody away, and keep what you decide on them.",
        ),
        "duplicates": Lazy(
            "qualkit.cli.duplicates:duplicates",
            "Propose sources that may be of one visitor or one text, and keep what you decide.",
        ),
        "export": Lazy("qualkit.cli.exporting:export", "Write files for people without the tool."),
        "decisions": Lazy(
            "qualkit.cli.decisions:decisions", "List what was decided, and why, oldest first."
        ),
        "wipe": Lazy(
            "qualkit.cli.wiping:wipe",
            "Remove exports, copied passages and backups from the project folder; not undoable.",
        ),
        "undo": Lazy("qualkit.cli.history:undo", "Take back the last step."),
        "redo": Lazy("qualkit.cli.history:redo", "Do again what was undone last."),
    },
}


class Refused(click.ClickException):
    """A request that could not be met, as a person reads it: exit code 1."""

    def __init__(self, message: str, hint: str = "") -> None:
        """Keep the sentence and the hint."""
        super().__init__(message)
        self.hint = hint

    def show(self, file: Any = None) -> None:
        """Print the sentence and the hint to stderr."""
        from qualkit.cli.messages import say  # noqa: PLC0415 (only after something went wrong)

        say(self.message)
        if self.hint:
            say(self.hint)


class Commands(LazyGroup):
    """The commands of qualkit; a folder in the place of a command is opened."""

    sections: ClassVar[Mapping[str, Mapping[str, Lazy]]] = SECTIONS

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Take `qualkit PATH` for `qualkit open PATH`."""
        known = args[0] in self.list_commands(ctx)
        if not known and (os.sep in args[0] or Path(args[0]).is_dir()):
            args = ["open", *args]
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command and turn what went wrong into a sentence.

        Raises:
            Refused: the request could not be met.
        """
        try:
            return super().invoke(ctx)
        except QualkitError as error:
            raise Refused(error.message, error.hint) from error
        except BrokenPipeError:
            _stop_writing()
            return None
        except OSError as error:
            # A full disk, a folder without rights: always the machine's, never a bug of ours.
            where = f"{error.filename}: " if error.filename else ""
            raise Refused(f"{where}{error.strerror or error}.") from error


@click.group(
    cls=Commands,
    name="qualkit",
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option(
    "-C",
    "--project",
    "folder",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="The project's folder; the one you are in if not given.",
)
@click.version_option(__version__, prog_name="qualkit", help="Show the version and exit.")
@click.pass_context
def main(ctx: click.Context, folder: Path | None) -> None:
    """Qualitative thematic analysis in the terminal.

    With a folder in the place of a command, or inside a project without a command, the project
    opens on the whole screen.

    \b
    Example:
      qualkit new study --title "Proef"
      qualkit -C study import interviews/
      qualkit study
    """
    ctx.obj = folder
    if ctx.invoked_subcommand is None:
        from qualkit.cli.projects import open_or_explain  # noqa: PLC0415 (not for --help)

        open_or_explain(ctx)


def run(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A terminal that cannot show a sign shows a question mark, never a traceback.
            stream.reconfigure(errors="replace")
    sys.exit(_run(list(sys.argv[1:] if arguments is None else arguments)))


def _run(arguments: list[str]) -> int:
    _choose_language()
    try:
        _refuse_undecodable(arguments)
        code = translated(main).main(arguments, prog_name="qualkit", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:
        _stop_writing()
        return 0
    return code if isinstance(code, int) else 0


def _choose_language() -> None:
    """Speak the person's language; settings that cannot be read are told by what needs them."""
    try:
        language = load_settings().language
    except QualkitError:
        language = language_of_locale()
    use_language(language)
    speak_click(language)


def _stop_writing() -> None:
    """Write to nowhere: whoever read our output has seen enough."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _refuse_undecodable(arguments: list[str]) -> None:
    """Refuse words that are not in the terminal's encoding; a file may have any name.

    Raises:
        UsageError: naming the argument.
    """
    for place, argument in enumerate(arguments, start=1):
        if any("\ud800" <= sign <= "\udfff" for sign in argument) and not Path(argument).exists():
            raise click.UsageError(
                _("Argument {place} holds bytes that are not UTF-8.").format(place=place)
            )
