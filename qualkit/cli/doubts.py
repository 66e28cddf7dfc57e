"""The doubt list: raised, discussed, decided on and opened again."""

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from qualkit.cli.bodies import read_body
from qualkit.cli.context import pass_project
from qualkit.cli.memos import sharing_option
from qualkit.cli.messages import say, shown_id
from qualkit.cli.options import json_option, why_option
from qualkit.cli.passages import Place, find_target, place_options, placed_target
from qualkit.cli.records import Record
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
from qualkit.domain.doubts import Doubt, DoubtFilter
from qualkit.translation import _

if TYPE_CHECKING:
    from qualkit.services.project import Project


@click.group()
def doubt() -> None:
    """Keep what you doubt, discuss it, and close it with a decision.

    A doubt is a memo of that kind, and goes by the first signs of its id.

    \b
    Example:
      qualkit doubt raise --on P3:27 "Geldt dit ook online?"
    """


@doubt.command("list")
@click.option("--open/--closed", "is_open", default=None, help="Only open ones, or closed ones.")
@click.option("--mine", is_flag=True, help="Only those you raised or said something about.")
@click.option("--words", "held", default="", help="Only doubts that hold these words.")
@json_option
@pass_project
def list_doubts(
    project: "Project", is_open: bool | None, mine: bool, held: str, as_json: bool
) -> None:
    """List the doubts, open ones first.

    Private ones of others are left out.

    \b
    Example:
      qualkit doubt list --open
    """
    author = project.settings.coder if mine else ""
    found = project.doubts.all(DoubtFilter(is_open, author, words=held))
    if as_json:
        print_json(map(doubt_record, found))
        return
    print_table(
        [
            fixed(_("Id")),
            fixed(_("State")),
            words(_("On")),
            words(_("Doubt")),
            words(_("Decision")),
        ],
        (
            (
                shown_id(each.memo.id),
                (_("open") if each.is_open else _("closed")) + ("" if each.memo.shared else " *"),
                each.about,
                excerpt(each.memo.body),
                excerpt(each.decision.text) if each.decision else "",
            )
            for each in found
        ),
        empty=_("There are no such doubts."),
    )
    if any(not each.memo.shared for each in found):
        say(_("* private: it stays out of exports"))


@doubt.command()
@click.argument("doubt")
@json_option
@pass_project
def show(project: "Project", doubt: str, as_json: bool) -> None:
    """Show a doubt with what was said about it.

    \b
    Example:
      qualkit doubt show 7be1c204
    """
    found = project.doubts.get(doubt)
    if as_json:
        print_json([doubt_record(found)])
        return
    print_fields(
        [
            (_("On"), found.about),
            (_("Words"), found.passage.words if found.passage else ""),
            (_("By"), found.memo.author),
            (_("Raised"), local_time(found.memo.created_at)),
            (_("State"), _("open") if found.is_open else _("closed")),
            (_("Shared"), _("yes") if found.memo.shared else _("no")),
            (_("Id"), found.memo.id),
        ]
    )
    print_text(f"\n{found.memo.body}")
    for remark in found.remarks:
        print_text(f"\n{remark.author}, {local_time(remark.made_at)}\n{remark.text}")
    if found.decision:
        told = _("Decided by {name}, {date}").format(
            name=found.decision.author, date=local_time(found.decision.decided_at)
        )
        print_text(f"\n{told}\n{found.decision.text}")


@doubt.command("raise")
@click.argument("body", required=False)
@click.option(
    "--on",
    "about",
    default="project",
    metavar="THING",
    help="project, P3, P3:27-29, source:NAME, code:NAME, theme:NAME, coding:ID or case:LABEL.",
)
@place_options
@sharing_option
@pass_project
def raise_doubt(
    project: "Project", body: str | None, about: str, place: Place, shared: bool | None
) -> None:
    """Raise a doubt on something; prints its id.

    BODY is the text, '-' for stdin, or left out to write it in your editor. With --on a source,
    --lines, --span or --text puts the doubt on a passage of it.

    \b
    Example:
      qualkit doubt raise --on P3:27 "Geldt dit ook online?"
    """
    target = placed_target(project, find_target(project, about), place)
    made = project.doubts.raise_on(target, read_body(body), shared).value
    say(_("Raised a doubt on {thing}.").format(thing=project.memos.name_of(target)))
    click.echo(made.id)


@doubt.command()
@click.argument("doubt")
@click.argument("text", required=False)
@pass_project
def remark(project: "Project", doubt: str, text: str | None) -> None:
    """Say something about a doubt, in your own name.

    \b
    Example:
      qualkit doubt remark 7be1c204 "Alleen aan de balie, denk ik."
    """
    found = project.doubts.get(doubt)
    project.doubts.remark(found.memo.id, read_body(text))
    say(_("Your remark stands under the doubt on {thing}.").format(thing=found.about))


@doubt.command()
@click.argument("doubt")
@click.argument("text", required=False)
@why_option
@pass_project
def decide(project: "Project", doubt: str, text: str | None, why: str) -> None:
    """Close a doubt with a decision.

    \b
    Example:
      qualkit doubt decide 7be1c204 "Blijft, als uitzondering in het verhaal."
    """
    found = project.doubts.get(doubt)
    project.doubts.decide(found.memo.id, read_body(text), why)
    say(_("The doubt on {thing} is closed.").format(thing=found.about))


@doubt.command()
@click.argument("doubt")
@why_option
@pass_project
def reopen(project: "Project", doubt: str, why: str) -> None:
    """Open a doubt again; what was decided stays as a remark.

    \b
    Example:
      qualkit doubt reopen 7be1c204
    """
    found = project.doubts.get(doubt)
    project.doubts.reopen(found.memo.id, why)
    say(_("The doubt on {thing} is open again.").format(thing=found.about))


def doubt_record(doubt: Doubt) -> Record:
    """Give a doubt with what was said about it and how it was closed."""
    return {
        **asdict(doubt.memo),
        "about": doubt.about,
        "words": doubt.passage.words if doubt.passage else "",
        "label": doubt.passage.label if doubt.passage else "",
        "is_open": doubt.is_open,
        "remarks": [asdict(remark) for remark in doubt.remarks],
        "decision": asdict(doubt.decision) if doubt.decision else None,
    }
