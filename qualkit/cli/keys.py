"""The key file: who the participants really are, apart from the project."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from qualkit.cli.context import pass_project
from qualkit.cli.messages import say
from qualkit.cli.rendering import fixed, print_table, words
from qualkit.errors import InvalidInputError
from qualkit.translation import _, ngettext

if TYPE_CHECKING:
    from qualkit.services.key_file import KeyFile
    from qualkit.services.project import Project

file_option = click.option(
    "--file",
    "place",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Another key file than the usual one.",
)


@click.group()
def key() -> None:
    """Keep who the participants really are, in a file apart from the project.

    Nothing else opens it: no screen, no export, no search. It is not in the project folder and not
    in the history, so 'qualkit undo' does not touch it.

    \b
    Example:
      qualkit key set "Politie III"
    """


@key.command("set")
@click.argument("label")
@file_option
@pass_project
def set_name(project: "Project", label: str, place: Path | None) -> None:
    """Keep the name of a participant; it is asked for, or read from stdin.

    A name is never part of the command, which a shell would keep.

    \b
    Example:
      qualkit key set "Politie III"
    """
    found = project.cases.find(label)
    names = _open(project, place)
    names.names()  # asks for the passphrase first, where there is one
    if sys.stdin.isatty():
        name = str(click.prompt(_("Name of {label}").format(label=label), err=True))
    else:
        name = sys.stdin.readline()
    names.put(found.id, name)
    say(_("Kept at {place}.").format(place=names.place))


@key.command()
@click.argument("label", required=False)
@file_option
@pass_project
def show(project: "Project", label: str | None, place: Path | None) -> None:
    """Show the names, or that of one participant.

    \b
    Example:
      qualkit key show "Politie III"
    """
    wanted = project.cases.find(label).id if label else None
    names = _open(project, place).names()
    labels = {case.id: told for case, told, _of in project.cases.entries()}
    print_table(
        [words(_("Label")), words(_("Name"))],
        (
            (labels.get(case_id, _("no longer in the project")), name)
            for case_id, name in sorted(names.items(), key=lambda item: labels.get(item[0], ""))
            if wanted in (None, case_id)
        ),
        empty=_("There is no name in the key file. 'qualkit key set LABEL' puts one there."),
    )


@key.command()
@click.argument("label")
@file_option
@pass_project
def remove(project: "Project", label: str, place: Path | None) -> None:
    """Forget the name of a participant; this cannot be undone.

    \b
    Example:
      qualkit key remove "Politie III"
    """
    is_gone = _open(project, place).remove(project.cases.find(label).id)
    say(_("The name is gone.") if is_gone else _("There was no name for that participant."))


@key.command()
@file_option
@pass_project
def where(project: "Project", place: Path | None) -> None:
    """Tell where the key file is.

    \b
    Example:
      qualkit key where
    """
    names = _open(project, place)
    click.echo(str(names.place))
    if not names.exists:
        say(_("It is not there yet."))
    elif names.is_encrypted:
        say(_("It is encrypted."))
    else:
        say(_("Whoever reads that file reads the names. 'qualkit key encrypt' closes it."))


@key.command()
@file_option
@pass_project
def encrypt(project: "Project", place: Path | None) -> None:
    """Encrypt the key file with a passphrase, or with another than before.

    \b
    Example:
      qualkit key encrypt
    """
    names = _open(project, place)
    names.names()  # asks for the passphrase that it has, before the new one
    names.encrypt(_passphrase(_("New passphrase"), twice=True))
    say(_("It is encrypted. Without the passphrase nobody can read the names any more."))


@key.command()
@file_option
@pass_project
def decrypt(project: "Project", place: Path | None) -> None:
    """Write the key file in clear again.

    \b
    Example:
      qualkit key decrypt
    """
    _open(project, place).decrypt()
    say(_("It is no longer encrypted."))


@key.command()
@file_option
@pass_project
def check(project: "Project", place: Path | None) -> None:
    """Tell in which lines of the sources a name of the key file stands; not which name.

    \b
    Example:
      qualkit key check
    """
    names = _open(project, place)
    labels = {case.id: told for case, told, _of in project.cases.entries()}
    found = [
        each
        for entry in project.sources.entries()
        for each in names.find_in(project.sources.read(entry.source.id))
    ]
    print_table(
        [fixed(_("Place")), words(_("Whose name")), words(_("What"))],
        (
            (
                each.reference,
                labels.get(each.case_id, _("no longer in the project")),
                _("a part of it") if each.is_part else _("all of it"),
            )
            for each in found
        ),
        empty=_("No name of the key file stands in the sources."),
    )
    if found:
        told = ngettext(
            "{count} place. 'qualkit identifiers' replaces names in what is printed.",
            "{count} places. 'qualkit identifiers' replaces names in what is printed.",
            len(found),
        )
        say(told.format(count=len(found)))


def _open(project: "Project", place: Path | None) -> "KeyFile":
    """Give the key file, and say so when it lies in the project."""
    from qualkit.services.key_file import KeyFile, usual_place  # noqa: PLC0415 (not for --help)

    info = project.info
    place = place or usual_place(project.settings, info.id)
    names = KeyFile(place, info.id, lambda: _passphrase(_("Passphrase of the key file")))
    if names.place.resolve().is_relative_to(project.folder.resolve()):
        say(_("This key file lies in the project: whoever copies the project copies the names."))
    return names


def _passphrase(told: str, twice: bool = False) -> str:
    """Ask for a passphrase unseen; another program gives it on stdin, on a line of its own."""
    if not sys.stdin.isatty():
        given = [sys.stdin.readline().rstrip("\n") for _turn in range(2 if twice else 1)]
        if len(set(given)) > 1:
            raise InvalidInputError(_("The two passphrases are not the same."))
        return given[0]
    asked = click.prompt(
        told,
        default="",
        show_default=False,
        hide_input=True,
        confirmation_prompt=_("Once more") if twice else False,
        err=True,
    )
    return str(asked)
