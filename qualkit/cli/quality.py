"""The quality conversation: what is seen in the material, a question, and answers to it."""

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from qualkit.cli.context import open_project, pass_project
from qualkit.cli.messages import say
from qualkit.cli.options import json_option
from qualkit.cli.records import Record
from qualkit.cli.rendering import print_heading, print_json, print_text
from qualkit.domain.information_power import information_power_note
from qualkit.domain.quality import POINTS, AnswerKind, Asked
from qualkit.translation import _
from qualkit.tui.quality_text import whole_question

if TYPE_CHECKING:
    from qualkit.services.project import Project


@click.group(invoke_without_command=True)
@click.option(
    "--point",
    "points",
    type=click.IntRange(min(POINTS), max(POINTS)),
    multiple=True,
    help="Only this point, 1 to 15; may be given more than once.",
)
@click.option(
    "--language-check", "language", is_flag=True, help="Look at the words in your own text as well."
)
@json_option
@click.pass_context
def check(ctx: click.Context, points: tuple[int, ...], language: bool, as_json: bool) -> None:
    """Ask questions about your material; nothing is counted, and nothing is held up.

    The points are those of the declared method. Each question goes by the key that stands above
    it.

    \b
    Example:
      qualkit check --point 3
    """
    if ctx.invoked_subcommand is not None:
        return
    quality = open_project(ctx).quality
    wanted = [
        each
        for each in quality.points(language or _asks_for_wording(points))
        if not points or each in points
    ]
    asked = quality.asked(wanted)
    if as_json:
        print_json(map(_record, asked))
        return
    last = 0
    for each in asked:
        if each.point != last:
            print_heading(f"{each.point}  {_(POINTS[each.point])}")
            last = each.point
        print_text(f"\n{each.key}\n{whole_question(each)}")
    if not asked:
        say(_("There is nothing to ask now."))


@check.command()
@click.argument("key")
@click.option("--note", metavar="TEXT", help="A note of your own.")
@click.option("--later", is_flag=True, help="Leave it for later.")
@click.option("--not-applicable", is_flag=True, help="It does not apply here.")
@pass_project
def answer(
    project: "Project", key: str, note: str | None, later: bool, not_applicable: bool
) -> None:
    """Answer a question, in place of an earlier answer.

    \b
    Example:
      qualkit check answer 12:standpoint --note "Wij werken zelf bij een hulplijn."
    """
    if sum((note is not None, later, not_applicable)) != 1:
        raise click.UsageError(_("Give one of --note, --later and --not-applicable."))
    kind = AnswerKind.NOTE
    if note is None:
        kind = AnswerKind.LATER if later else AnswerKind.NOT_APPLICABLE
    observation = project.quality.find(key)
    project.quality.answer(observation, kind, note or "")
    say(_("Answered: {seen}").format(seen=observation.seen))


@check.command()
@click.argument("key")
@pass_project
def reopen(project: "Project", key: str) -> None:
    """Take an answer back; the question stands open again.

    \b
    Example:
      qualkit check reopen 12:standpoint
    """
    taken = project.quality.retract(key).value
    say(_("Open again: {seen}").format(seen=taken.seen))


@check.command()
def power() -> None:
    """Print five questions on whether the material can carry the study, for a memo.

    \b
    Example:
      qualkit check power > vragen.md
    """
    print_text(information_power_note().strip())


def _asks_for_wording(points: tuple[int, ...]) -> bool:
    from qualkit.services.quality import LANGUAGE  # noqa: PLC0415 (not for --help)

    return LANGUAGE in points


def _record(each: Asked) -> Record:
    observation, answer = each.observation, each.answer
    about = observation.about if observation else None
    return {
        "key": each.key,
        "point": each.point,
        "seen": observation.seen if observation else None,
        "question": observation.question if observation else None,
        "about": about and f"{about.object_type}:{about.object_id}",
        "codings": observation.codings if observation else (),
        "sources": observation.sources if observation else (),
        "passages": [asdict(passage) for passage in observation.passages] if observation else [],
        "answer": answer and answer.kind,
        "note": answer.text if answer else "",
        "author": answer and answer.author,
        "answered_at": answer and answer.answered_at,
        "seen_then": answer and answer.seen,
        "changed": each.has_changed,
    }
