"""Codes: the codebook listed, and every change to it."""

from typing import TYPE_CHECKING

import click

from qualkit.cli.context import pass_project
from qualkit.cli.messages import counted, say
from qualkit.cli.options import json_option, why_option
from qualkit.cli.records import code_record, operation_record
from qualkit.cli.rendering import (
    excerpt,
    fixed,
    local_time,
    number,
    print_fields,
    print_heading,
    print_json,
    print_table,
    words,
)
from qualkit.domain.codes import CodeEntry, CodeLevel, CodeStatus

if TYPE_CHECKING:
    from qualkit.services.project import Project

level_option = click.option(
    "--level",
    type=click.Choice(CodeLevel, case_sensitive=False),
    help="Whether it stays with what is said or reads beneath it.",
)


@click.command()
@click.option("--active", is_flag=True, help="Leave out retired codes.")
@json_option
@pass_project
def codes(project: "Project", active: bool, as_json: bool) -> None:
    """List the codebook with its counts.

    \b
    Example:
      qualkit codes --active
    """
    entries = project.codes.entries(retired=not active)
    if as_json:
        print_json(map(code_record, entries))
        return
    print_table(
        [words("Code"), number("Codings"), number("Sources"), number("Cases"), words("Meaning")],
        (
            (
                "  " * entry.depth + _name(entry),
                str(entry.counts.codings),
                str(entry.counts.sources),
                str(entry.counts.cases),
                excerpt(entry.code.description),
            )
            for entry in entries
        ),
        empty="There are no codes yet. 'qualkit code add NAME' makes one.",
    )


@click.group()
def code() -> None:
    """Make, rename, move, merge, split or retire codes.

    A code goes by its name, its path ("parent > name") or its id.

    \b
    Example:
      qualkit code merge "weinig mensen" "te weinig mensen"
    """


@code.command()
@click.argument("path")
@click.option("--description", default="", help="What the code means.")
@level_option
@why_option
@pass_project
def add(project: "Project", path: str, description: str, level: CodeLevel | None, why: str) -> None:
    """Make a code; "parent > name" puts it under a parent.

    A parent that is not there is made too.

    \b
    Example:
      qualkit code add "capaciteit > te weinig mensen" --description "Te veel werk, te weinig uren"
    """
    made = project.codes.add(path, description, level, why).value
    say(f"Made the code '{_path(project, made.id)}'.")


@code.command()
@click.argument("code")
@click.argument("name")
@why_option
@pass_project
def rename(project: "Project", code: str, name: str, why: str) -> None:
    """Give a code another name.

    \b
    Example:
      qualkit code rename kennis "digitale kennis" --why "het ging nooit over wetskennis"
    """
    found = project.codes.find(code)
    changed = project.codes.rename(found.id, name, why).value
    say(f"'{found.name}' is now called '{changed.name}'.")


@code.command()
@click.argument("code")
@click.argument("description", required=False)
@level_option
@why_option
@pass_project
def describe(
    project: "Project", code: str, description: str | None, level: CodeLevel | None, why: str
) -> None:
    """Write what a code means, or mark it semantic or latent.

    \b
    Example:
      qualkit code describe wachttijd "Hoe lang iemand op antwoord wacht" --level semantic
    """
    if description is None and level is None:
        raise click.UsageError("Give a description, or --level.")
    found = project.codes.find(code)
    project.codes.describe(found.id, description, level, why)
    say(f"Described the code '{found.name}'.")


@code.command()
@click.argument("code")
@click.option("--under", metavar="PARENT", help="The code that becomes its parent.")
@click.option("--top", is_flag=True, help="Give it no parent.")
@why_option
@pass_project
def move(project: "Project", code: str, under: str | None, top: bool, why: str) -> None:
    """Put a code, with all below it, under another parent.

    \b
    Example:
      qualkit code move "te weinig mensen" --under capaciteit
    """
    if top == (under is not None):
        raise click.UsageError("Give either --under PARENT or --top.")
    found = project.codes.find(code)
    parent_id = project.codes.find(under).id if under is not None else None
    project.codes.move(found.id, parent_id, why)
    say(f"The code is now '{_path(project, found.id)}'.")


@code.command()
@click.argument("code")
@click.argument("into")
@why_option
@pass_project
def merge(project: "Project", code: str, into: str, why: str) -> None:
    """Let CODE go up in INTO.

    Its codings, the codes below it, memos and places in themes go along.

    \b
    Example:
      qualkit code merge "weinig mensen" "te weinig mensen" --why "zelfde idee"
    """
    old, new = project.codes.find(code), project.codes.find(into)
    project.codes.merge(old.id, new.id, why)
    entry = _entry(project, new.id)
    now = counted(entry.counts.codings, "coding")
    say(f"'{old.name}' went up in '{entry.path}', which now has {now}.")


@code.command()
@click.argument("code")
@click.argument("codings", nargs=-1, required=True, metavar="CODING...")
@click.option("--to", "name", required=True, metavar="NAME", help="The code beside it.")
@why_option
@pass_project
def split(project: "Project", code: str, codings: tuple[str, ...], name: str, why: str) -> None:
    """Give some codings of a code to another beside it.

    The other is made when it is not there.

    \b
    Example:
      qualkit code split capaciteit 3f2a90c1 88d01b7e --to "te weinig digitale kennis"
    """
    found = project.codes.find(code)
    ids = [project.codings.get(coding).coding.id for coding in codings]
    target = project.codes.split(found.id, name, ids, why).value
    say(f"{len(ids)} of the codings of '{found.name}' are now coded '{target.name}'.")


@code.command()
@click.argument("code")
@click.option("--restore", is_flag=True, help="Offer a retired code again.")
@why_option
@pass_project
def retire(project: "Project", code: str, restore: bool, why: str) -> None:
    """Stop offering a code; its codings stay.

    \b
    Example:
      qualkit code retire "overig"
    """
    found = project.codes.find(code)
    project.codes.retire(found.id, not restore, why)
    say(f"The code '{found.name}' is {'offered again' if restore else 'retired'}.")


@code.command()
@click.argument("code")
@why_option
@pass_project
def remove(project: "Project", code: str, why: str) -> None:
    """Remove a code that is not used.

    \b
    Example:
      qualkit code remove "typefout"
    """
    found = project.codes.find(code)
    project.codes.remove(found.id, why)
    say(f"Removed the code '{found.name}'.")


@code.command()
@click.argument("code")
@json_option
@pass_project
def show(project: "Project", code: str, as_json: bool) -> None:
    """Show a code: its meaning, its counts and how it came to be.

    \b
    Example:
      qualkit code show "te weinig mensen"
    """
    entry = _entry(project, project.codes.find(code).id)
    steps = project.codes.history(entry.code.id)
    if as_json:
        print_json([{**code_record(entry), "history": [operation_record(step) for step in steps]}])
        return
    print_fields(
        [
            ("Code", entry.path),
            ("Meaning", entry.code.description),
            ("Level", entry.code.level or ""),
            ("Status", entry.code.status),
            ("Codings", str(entry.counts.codings)),
            ("Sources", str(entry.counts.sources)),
            ("Cases", str(entry.counts.cases)),
            ("Id", entry.code.id),
        ]
    )
    print_heading("How it came to be")
    print_table(
        [fixed("When"), words("Who"), words("What"), words("Why")],
        (
            (
                local_time(step.operation.at),
                step.operation.actor,
                step.operation.summary + (" (undone)" if step.undone else ""),
                step.operation.why,
            )
            for step in steps
        ),
        empty="Nothing is on record.",
    )


def _entry(project: "Project", code_id: str) -> CodeEntry:
    return next(entry for entry in project.codes.entries() if entry.code.id == code_id)


def _path(project: "Project", code_id: str) -> str:
    return _entry(project, code_id).path


def _name(entry: CodeEntry) -> str:
    retired = entry.code.status is CodeStatus.RETIRED
    return f"{entry.code.name} (retired)" if retired else entry.code.name
