"""Codes: the codebook listed, one code shown, and the group of all that changes codes."""

from typing import TYPE_CHECKING

import click

from qualkit.cli.code_changes import add, describe, move, remove, rename, retire
from qualkit.cli.code_merging import merge, split
from qualkit.cli.context import pass_project
from qualkit.cli.options import json_option
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
from qualkit.domain.codes import CodeEntry, CodeStatus
from qualkit.domain.operations import OperationEntry
from qualkit.translation import _
from qualkit.tui.terms import term

if TYPE_CHECKING:
    from qualkit.services.project import Project


@click.command()
@click.option("--active", is_flag=True, help="Leave out retired codes.")
@click.option("--below", is_flag=True, help="Count what is coded with the codes below as well.")
@json_option
@pass_project
def codes(project: "Project", active: bool, below: bool, as_json: bool) -> None:
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
        [
            words(_("Code")),
            number(_("Codings")),
            number(_("Sources")),
            number(_("Cases")),
            words(_("Meaning")),
        ],
        (_row(entry, below) for entry in entries),
        empty=_("There are no codes yet. 'qualkit code add NAME' makes one."),
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
@click.argument("code")
@json_option
@pass_project
def show(project: "Project", code: str, as_json: bool) -> None:
    """Show a code: its meaning, its counts and how it came to be.

    \b
    Example:
      qualkit code show "te weinig mensen"
    """
    entry = project.codes.entry(project.codes.find(code).id)
    steps = project.codes.history(entry.code.id)
    if as_json:
        print_json([{**code_record(entry), "history": [operation_record(step) for step in steps]}])
        return
    print_fields(_fields(entry))
    print_heading(_("How it came to be"))
    print_table(
        [fixed(_("When")), words(_("Who")), words(_("What")), words(_("Why"))],
        map(_step, steps),
        empty=_("Nothing is on record."),
    )


for _command in (add, rename, describe, move, merge, split, retire, remove):
    code.add_command(_command)


def _row(entry: CodeEntry, below: bool) -> tuple[str, ...]:
    counts = entry.with_below if below else entry.counts
    return (
        "  " * entry.depth + _name(entry),
        str(counts.codings),
        str(counts.sources),
        str(counts.cases),
        excerpt(entry.code.description),
    )


def _fields(entry: CodeEntry) -> list[tuple[str, str]]:
    code = entry.code
    return [
        (_("Code"), entry.path),
        (_("Meaning"), code.description),
        (_("Use when"), code.use_when),
        (_("Do not use when"), code.not_when),
        (_("Example"), code.example),
        (_("Boundary case"), code.boundary),
        (_("Level"), term(code.level) if code.level else ""),
        (_("Colour"), term(code.colour) if code.colour else ""),
        (_("Status"), term(code.status)),
        (_("Codings"), str(entry.counts.codings)),
        (_("Sources"), str(entry.counts.sources)),
        (_("Cases"), str(entry.counts.cases)),
        (_("Id"), code.id),
    ]


def _step(entry: OperationEntry) -> tuple[str, ...]:
    operation = entry.operation
    said = _("{what} (undone)") if entry.undone else "{what}"
    return (
        local_time(operation.at),
        operation.actor,
        said.format(what=operation.summary),
        operation.why,
    )


def _name(entry: CodeEntry) -> str:
    if entry.code.status is CodeStatus.RETIRED:
        return _("{name} (retired)").format(name=entry.code.name)
    return entry.code.name
