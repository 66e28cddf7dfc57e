"""The history, and the way back and forth through it."""

from typing import TYPE_CHECKING

import click

from qualkit.cli.context import pass_project
from qualkit.cli.messages import say
from qualkit.cli.options import json_option
from qualkit.cli.records import operation_record
from qualkit.cli.rendering import fixed, local_time, number, print_json, print_table, words

if TYPE_CHECKING:
    from qualkit.services.project import Project


@click.command()
@click.option("--limit", type=click.IntRange(min=1), help="Only the last so many steps.")
@json_option
@pass_project
def history(project: "Project", limit: int | None, as_json: bool) -> None:
    """List what was done, newest last.

    \b
    Example:
      qualkit history --limit 20
    """
    entries = project.history.entries()[-limit if limit else 0 :]
    if as_json:
        print_json(map(operation_record, entries))
        return
    print_table(
        [number("No"), fixed("When"), words("Who"), words("What"), words("Why")],
        (
            (
                str(entry.operation.number),
                local_time(entry.operation.at),
                entry.operation.actor,
                _what(entry.operation.kind, entry.operation.summary)
                + (" (undone)" if entry.undone else ""),
                entry.operation.why,
            )
            for entry in entries
        ),
        empty="Nothing was done yet.",
    )


@click.command()
@pass_project
def undo(project: "Project") -> None:
    """Take back the last step.

    \b
    Example:
      qualkit undo
    """
    say(f"Undone: {project.history.undo().value.summary}.")
    say("'qualkit redo' does it again.")


@click.command()
@pass_project
def redo(project: "Project") -> None:
    """Do again what was undone last.

    \b
    Example:
      qualkit redo
    """
    say(f"Done again: {project.history.redo().value.summary}.")
    say("'qualkit undo' takes it back.")


def _what(kind: str, summary: str) -> str:
    verb = {"undo": "Undone: ", "redo": "Done again: "}.get(kind, "")
    return verb + summary
