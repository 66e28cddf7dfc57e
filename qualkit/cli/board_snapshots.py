"""Snapshots of the board from the command line."""

from typing import TYPE_CHECKING

import click

from qualkit.cli.context import pass_project
from qualkit.cli.messages import say
from qualkit.cli.options import json_option, why_option
from qualkit.cli.rendering import (
    fixed,
    local_time,
    number,
    print_json,
    print_table,
    print_text,
    words,
)
from qualkit.translation import _

if TYPE_CHECKING:
    from qualkit.services.project import Project


@click.command()
@click.option("--note", default="", help="What you see in it now.")
@why_option
@pass_project
def snapshot(project: "Project", note: str, why: str) -> None:
    """Keep the whole board as it is now.

    \b
    Example:
      qualkit board snapshot --note "Voor het gesprek met het team"
    """
    project.board_snapshots.take(note, why)
    count = len(project.board_snapshots.all())
    say(_("The board is kept as snapshot {number}.").format(number=count))


@click.command()
@json_option
@pass_project
def snapshots(project: "Project", as_json: bool) -> None:
    """List the snapshots of the board, oldest first.

    \b
    Example:
      qualkit board snapshots
    """
    from qualkit.cli.board_page import shown_themes, snapshot_record  # noqa: PLC0415

    kept = list(enumerate(project.board_snapshots.all(), start=1))
    if as_json:
        print_json(snapshot_record(place, each) for place, each in kept)
        return
    print_table(
        [number("#"), fixed(_("Taken")), words(_("By")), number(_("Themes")), words(_("Note"))],
        (
            (
                str(place),
                local_time(each.taken_at),
                each.author,
                str(len(shown_themes(each))),
                each.note,
            )
            for place, each in kept
        ),
        empty=_("There are no snapshots. 'qualkit board snapshot' takes one."),
    )


@click.command()
@click.argument("snapshot")
@click.argument("other", required=False)
@json_option
@pass_project
def compare(project: "Project", snapshot: str, other: str | None, as_json: bool) -> None:
    """Tell what changed from a snapshot to another, or to now.

    \b
    Example:
      qualkit board compare 1 2
    """
    from qualkit.cli.board_page import change_records  # noqa: PLC0415

    old = project.board_snapshots.find(snapshot)
    new = project.board_snapshots.find(other) if other else None
    changes = project.board_snapshots.compare(old, new)
    if as_json:
        print_json(change_records(changes))
        return
    told = changes.sentences()
    if told:
        print_text("\n".join(told))
    else:
        say(_("Nothing changed on the board."))


@click.command()
@click.argument("snapshot")
@click.option("--preview", is_flag=True, help="Only tell what it would do.")
@why_option
@pass_project
def restore(project: "Project", snapshot: str, preview: bool, why: str) -> None:
    """Let the board be as it was, as one step.

    Themes made since are dropped and keep what they hold; themes that were removed come back
    without quotes.

    \b
    Example:
      qualkit board restore 1 --preview
    """
    found = project.board_snapshots.find(snapshot)
    if preview:
        told = project.board_snapshots.way_back(found.id).sentences()
        print_text("\n".join(told) or _("Nothing changed on the board."))
        return
    way = project.board_snapshots.restore(found.id, why).value
    print_text("\n".join(way.sentences()))
    say(_("The board is as it was then. 'qualkit undo' takes that back."))


@click.command()
@click.argument("snapshot")
@why_option
@pass_project
def forget(project: "Project", snapshot: str, why: str) -> None:
    """Remove a snapshot; the board stays as it is.

    \b
    Example:
      qualkit board forget 2
    """
    project.board_snapshots.remove(project.board_snapshots.find(snapshot).id, why)
    say(_("The snapshot is removed. 'qualkit undo' brings it back."))
