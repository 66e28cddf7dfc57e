"""The project's own list of words that could give somebody away."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from qualkit.cli.context import pass_project
from qualkit.cli.identifier_records import watched_record
from qualkit.cli.messages import say
from qualkit.cli.options import json_option, why_option
from qualkit.cli.rendering import fixed, print_json, print_table, words
from qualkit.domain.replacements import IdentifierKind
from qualkit.errors import UnreadableFileError
from qualkit.translation import _, ngettext
from qualkit.tui.terms import term

if TYPE_CHECKING:
    from qualkit.services.project import Project

LARGEST_LIST = 1_000_000
"""Bytes of a file with words."""

KINDS = click.Choice(IdentifierKind, case_sensitive=False)


@click.group("words")
def watched_words() -> None:
    """Keep the project's own list of words, which are always proposed.

    \b
    Example:
      qualkit identifiers words add place "de Waterplas"
    """


@watched_words.command("add")
@click.argument("kind", type=KINDS)
@click.argument("words_given", metavar="[WORDS]...", nargs=-1)
@click.option(
    "--from",
    "file",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A text file with the words, one to a line.",
)
@why_option
@pass_project
def add_words(
    project: "Project",
    kind: IdentifierKind,
    words_given: tuple[str, ...],
    file: Path | None,
    why: str,
) -> None:
    """Add words of one kind, given here or in a text file.

    \b
    Example:
      qualkit identifiers words add place "de Waterplas" "het Plein"
    """
    wanted = [*words_given, *(_read_lines(file) if file else ())]
    if not wanted:
        raise click.UsageError(_("Give the words, or a file with --from."))
    made = project.identifiers.watch(kind, wanted, why).value
    said = ngettext("{count} word is watched.", "{count} words are watched.", len(made))
    say(said.format(count=len(made)))


@watched_words.command("remove")
@click.argument("words_given", metavar="WORDS...", nargs=-1, required=True)
@why_option
@pass_project
def remove_words(project: "Project", words_given: tuple[str, ...], why: str) -> None:
    """Take words off the list; what was decided on them stays.

    \b
    Example:
      qualkit identifiers words remove "het Plein"
    """
    gone = project.identifiers.unwatch(words_given, why).value
    said = ngettext("{count} word taken off.", "{count} words taken off.", len(gone))
    say(said.format(count=len(gone)))


@watched_words.command("list")
@json_option
@pass_project
def list_words(project: "Project", as_json: bool) -> None:
    """List the words that are always proposed.

    \b
    Example:
      qualkit identifiers words list
    """
    watched = project.identifiers.watched()
    if as_json:
        print_json(map(watched_record, watched))
        return
    print_table(
        [fixed(_("Kind")), words(_("Words"))],
        ((term(each.kind), each.words) for each in watched),
        empty=_("No words are watched yet."),
    )


def _read_lines(file: Path) -> list[str]:
    """Give the words of a file, one to a line; lines that begin with # are left out.

    Raises:
        UnreadableFileError: it is not UTF-8, or far too large for a list of words.
    """
    if file.stat().st_size > LARGEST_LIST:
        raise UnreadableFileError(_("{file} is too large for a list of words.").format(file=file))
    try:
        lines = file.read_text("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise UnreadableFileError(
            _("{file} cannot be read as text.").format(file=file), _("Save it as UTF-8.")
        ) from error
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]
