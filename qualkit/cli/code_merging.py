"""Merging codes, and splitting one: what a code holds goes elsewhere."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from qualkit.cli.context import pass_project
from qualkit.cli.messages import say
from qualkit.cli.options import why_option
from qualkit.cli.rendering import print_text
from qualkit.translation import _, ngettext

if TYPE_CHECKING:
    from qualkit.services.project import Project


@click.command()
@click.argument("code")
@click.argument("into")
@click.option("--preview", is_flag=True, help="Only tell what it would do.")
@why_option
@pass_project
def merge(project: "Project", code: str, into: str, preview: bool, why: str) -> None:
    """Let CODE go up in INTO.

    Its codings, the codes below it, memos and places in themes go along. A passage that is coded
    with both is counted once.

    \b
    Example:
      qualkit code merge "weinig mensen" "te weinig mensen" --why "zelfde idee"
      qualkit code merge "weinig mensen" "te weinig mensen" --preview
    """
    old, new = project.codes.find(code), project.codes.find(into)
    if preview:
        print_text("\n".join(project.codes.preview_merge(old.id, new.id).sentences()))
        return
    project.codes.merge(old.id, new.id, why)
    entry = project.codes.entry(new.id)
    count = entry.counts.codings
    said = ngettext(
        "'{name}' went up in '{path}', which now has {count} coding.",
        "'{name}' went up in '{path}', which now has {count} codings.",
        count,
    )
    say(said.format(name=old.name, path=entry.path, count=count))


@click.command()
@click.argument("code")
@click.argument("codings", nargs=-1, required=True, metavar="CODING[=NAME]...")
@click.option(
    "--to",
    "names",
    multiple=True,
    metavar="NAME",
    help="The code beside it, for codings without a NAME; may be repeated.",
)
@why_option
@pass_project
def split(
    project: "Project", code: str, codings: tuple[str, ...], names: tuple[str, ...], why: str
) -> None:
    """Give some codings of a code to others beside it, as one step.

    A code is made when it is not there. A coding that is named twice goes to both codes; one that
    is not named stays.

    \b
    Example:
      qualkit code split capaciteit 3f2a90c1 88d01b7e --to "te weinig digitale kennis"
      qualkit code split capaciteit 3f2a90c1=mensen 88d01b7e=kennis
    """
    found = project.codes.find(code)
    chosen: dict[str, list[str]] = {}
    for coding, wanted in _read_choices(codings, names):
        chosen.setdefault(project.codings.get(coding).coding.id, []).extend(wanted)
    targets = project.codes.split_over(found.id, chosen, why).value
    said = ngettext(
        "{count} of the codings of '{name}' is now coded {codes}.",
        "{count} of the codings of '{name}' are now coded {codes}.",
        len(chosen),
    )
    codes = ", ".join(f"'{target.name}'" for target in targets)
    say(said.format(count=len(chosen), name=found.name, codes=codes))


def _read_choices(codings: Sequence[str], names: Sequence[str]) -> list[tuple[str, Sequence[str]]]:
    """Give each coding with the codes it goes to.

    Raises:
        UsageError: one has none.
    """
    parts = [coding.partition("=") for coding in codings]
    choices = [(coding, [name] if sign else names) for coding, sign, name in parts]
    if any(not wanted for _coding, wanted in choices):
        raise click.UsageError(_("Give --to NAME, or a NAME with every coding: CODING=NAME."))
    return choices
