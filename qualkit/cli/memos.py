"""Memos: all in one place, written and changed on anything."""

from typing import TYPE_CHECKING

import click

from qualkit.cli.bodies import read_body
from qualkit.cli.context import pass_project
from qualkit.cli.memo_finding import Wanted, find_memos, finding_options, kind_option
from qualkit.cli.messages import say, shown_id
from qualkit.cli.options import json_option, why_option
from qualkit.cli.passages import Place, find_target, place_options, placed_target
from qualkit.cli.records import memo_record
from qualkit.cli.rendering import (
    excerpt,
    fixed,
    local_time,
    print_fields,
    print_json,
    print_table,
    print_text,
    words,
)
from qualkit.domain.memos import MemoKind
from qualkit.translation import _

if TYPE_CHECKING:
    from qualkit.services.project import Project

sharing_option = click.option(
    "--shared/--private", default=None, help="Whether it may leave with an export."
)


@click.command()
@finding_options
@json_option
@pass_project
def memos(project: "Project", wanted: Wanted, as_json: bool) -> None:
    """List the memos.

    Private ones of others are left out.

    \b
    Example:
      qualkit memos --kind doubt --since 2026-03-01
    """
    entries = find_memos(project, wanted)
    if as_json:
        print_json(map(memo_record, entries))
        return
    print_table(
        [fixed(_("Id")), fixed(_("When")), fixed(_("Kind")), words(_("On")), words(_("Memo"))],
        (
            (
                shown_id(entry.memo.id),
                local_time(entry.memo.created_at),
                _(entry.memo.kind) + ("" if entry.memo.shared else " *"),
                entry.about,
                excerpt(entry.memo.body),
            )
            for entry in entries
        ),
        empty=_("There are no such memos."),
    )
    if any(not entry.memo.shared for entry in entries):
        say(_("* private: it stays out of exports"))


@click.group()
def memo() -> None:
    """Write and change memos on anything.

    A memo goes by its id, or the first signs of it.

    \b
    Example:
      qualkit memo add --on P3:27 "Hier klinkt berusting; ook in P1:19?"
    """


@memo.command()
@click.argument("body", required=False)
@click.option(
    "--on",
    "about",
    default="project",
    metavar="THING",
    help="project, P3, P3:27-29, source:NAME, code:NAME, theme:NAME, coding:ID, case:LABEL, "
    "or step:12 of the history.",
)
@place_options
@kind_option
@sharing_option
@click.option("--cites", multiple=True, metavar="THING", help="What it cites; as with --on.")
@pass_project
def add(
    project: "Project",
    body: str | None,
    about: str,
    place: Place,
    kind: MemoKind | None,
    shared: bool | None,
    cites: tuple[str, ...],
) -> None:
    """Write a memo; prints its id. P3:27 and [[code]] in its words are live references.

    BODY is the text, '-' for stdin, or left out to write it in your editor. With --on a source,
    --lines, --span or --text puts the memo on a passage of it.

    \b
    Example:
      qualkit memo add --on code:capaciteit --kind doubt "Is dit één idee of zijn het er twee?"
    """
    target = placed_target(project, find_target(project, about), place)
    cited = [find_target(project, thing) for thing in cites]
    kind = kind or MemoKind.ANALYTIC
    made = project.memos.add(target, read_body(body), kind, shared, cited).value
    say(_("Wrote a memo on {thing}.").format(thing=project.memos.entry(made.id).about))
    click.echo(made.id)


@memo.command()
@click.argument("memo")
@click.argument("body", required=False)
@kind_option
@sharing_option
@pass_project
def edit(
    project: "Project", memo: str, body: str | None, kind: MemoKind | None, shared: bool | None
) -> None:
    """Change a memo; what is not given stays.

    Without BODY and without options, it opens in your editor.

    \b
    Example:
      qualkit memo edit 7be1c204 "Berusting, en ook in P1:19." --shared
    """
    found = project.memos.get(memo)
    if body is not None or (kind is None and shared is None):
        body = read_body(body, found.body)
    project.memos.edit(found.id, body, kind, shared)
    say(_("Changed the memo on {thing}.").format(thing=project.memos.entry(found.id).about))


@memo.command()
@click.argument("memo")
@why_option
@pass_project
def remove(project: "Project", memo: str, why: str) -> None:
    """Remove a memo.

    \b
    Example:
      qualkit memo remove 7be1c204
    """
    entry = project.memos.entry(project.memos.get(memo).id)
    project.memos.remove(entry.memo.id, why)
    say(_("Removed the memo on {thing}. 'qualkit undo' brings it back.").format(thing=entry.about))


@memo.command()
@click.argument("memo")
@json_option
@pass_project
def show(project: "Project", memo: str, as_json: bool) -> None:
    """Show a memo whole, with what it cites.

    \b
    Example:
      qualkit memo show 7be1c204
    """
    entry = project.memos.entry(project.memos.get(memo).id)
    if as_json:
        print_json([memo_record(entry)])
        return
    print_fields(
        [
            (_("On"), entry.about),
            (_("Kind"), _(entry.memo.kind)),
            (_("By"), entry.memo.author),
            (_("Written"), local_time(entry.memo.created_at)),
            (_("Changed"), local_time(entry.memo.changed_at)),
            (_("Shared"), _("yes") if entry.memo.shared else _("no")),
            (_("Cites"), ", ".join(entry.cites)),
            (_("Id"), entry.memo.id),
        ]
    )
    print_text(f"\n{entry.memo.body}")
