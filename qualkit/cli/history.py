"""The history, and the way back and forth through it."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

from qualkit.cli.context import pass_project
from qualkit.cli.messages import say
from qualkit.cli.options import DATE, json_option
from qualkit.cli.records import operation_record
from qualkit.cli.rendering import fixed, local_time, number, print_json, print_table, words
from qualkit.domain.operations import (
    Operation,
    OperationEntry,
    PlannedStep,
    StepFilter,
    Subject,
)
from qualkit.domain.periods import Period
from qualkit.translation import _, ngettext

if TYPE_CHECKING:
    from qualkit.services.project import Project

preview_option = click.option("--preview", is_flag=True, help="Only tell which steps these are.")


@click.command()
@click.option("--limit", type=click.IntRange(min=1), help="Only the last so many steps.")
@click.option("--since", type=DATE, help="Only steps of this day or later.")
@click.option("--until", type=DATE, help="Only steps of this day or earlier.")
@click.option(
    "--kind", type=click.Choice(Subject, case_sensitive=False), help="Only steps on these things."
)
@click.option("--actor", default="", help="Only steps of this person.")
@click.option("--words", "query", default="", help="Only steps that hold these words.")
@json_option
@pass_project
def history(
    project: "Project",
    limit: int | None,
    since: date | None,
    until: date | None,
    kind: Subject | None,
    actor: str,
    query: str,
    as_json: bool,
) -> None:
    """List what was done, newest last.

    A reason that was given afterwards is a memo on the step: 'qualkit memo add --on step:12'.

    \b
    Example:
      qualkit history --since 2026-03-01 --kind code
    """
    wanted = StepFilter(query, Period(since, until), actor, kind)
    entries = project.history.entries(wanted)[-limit if limit else 0 :]
    if as_json:
        print_json(map(operation_record, entries))
        return
    print_table(
        [number(_("No.")), fixed(_("When")), words(_("Who")), words(_("What")), words(_("Why"))],
        (
            (
                str(entry.operation.number),
                local_time(entry.operation.at),
                entry.operation.actor,
                _what(entry),
                "\n".join(filter(None, (entry.operation.why, *(m.body for m in entry.memos)))),
            )
            for entry in entries
        ),
        empty=_("There are no such steps.")
        if wanted != StepFilter()
        else _("Nothing was done yet."),
    )


@click.command()
@click.option("--to", type=click.IntRange(min=0), help="Take back every step after this one.")
@preview_option
@pass_project
def undo(project: "Project", to: int | None, preview: bool) -> None:
    """Take back the last step.

    With --to, every step after one is taken back, each by an undo of its own: all, or none.

    \b
    Example:
      qualkit undo --to 120 --preview
    """
    if to is None:
        if preview:
            raise click.UsageError(_("--preview needs --to."))
        done = project.history.undo().value
        say(_("Undone: {what}.").format(what=done.summary))
        say(_("'qualkit redo' does it again."))
    elif preview:
        _print_plan(project.history.plan_undo(to), _("No later step is left to take back."))
    else:
        _say_series(project.history.undo_to(to).value, _("Undone: {what}."))
        say(_("'qualkit redo --all' does them again, 'qualkit redo' one by one."))


@click.command()
@click.option("--to", type=click.IntRange(min=1), help="Do again up to and including this step.")
@click.option("--all", "everything", is_flag=True, help="Do again all that was undone.")
@preview_option
@pass_project
def redo(project: "Project", to: int | None, everything: bool, preview: bool) -> None:
    """Do again what was undone last.

    \b
    Example:
      qualkit redo --all
    """
    if to is not None and everything:
        raise click.UsageError(_("--to and --all do not go together."))
    is_series = to is not None or everything
    if preview:
        if not is_series:
            raise click.UsageError(_("--preview needs --to or --all."))
        _print_plan(project.history.plan_redo(to), _("There is nothing to redo."))
    elif is_series:
        _say_series(project.history.redo_to(to).value, _("Done again: {what}."))
    else:
        done = project.history.redo().value
        say(_("Done again: {what}.").format(what=done.summary))
        say(_("'qualkit undo' takes it back."))


def _say_series(done: Sequence[Operation], told: str) -> None:
    for operation in done:
        say(told.format(what=operation.summary))
    say(ngettext("{count} step", "{count} steps", len(done)).format(count=len(done)))


def _print_plan(planned: Sequence[PlannedStep], empty: str) -> None:
    print_table(
        [number(_("No.")), fixed(_("When")), words(_("What")), words(_("Cannot be, because"))],
        (
            (
                str(step.operation.number),
                local_time(step.operation.at),
                step.operation.summary,
                step.obstacle,
            )
            for step in planned
        ),
        empty=empty,
    )


def _what(entry: OperationEntry) -> str:
    """Say what was done, in words also where it was taken back."""
    summary = entry.operation.summary
    if entry.operation.kind == "undo":
        return _("Undone: {what}").format(what=summary)
    if entry.operation.kind == "redo":
        return _("Done again: {what}").format(what=summary)
    if entry.undone:
        return _("{what} (undone)").format(what=summary)
    return summary
