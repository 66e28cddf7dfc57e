"""Answers of co-authors: brought in from their files, listed, and dealt with."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from qualkit.cli.context import pass_project
from qualkit.cli.messages import say, shown_id
from qualkit.cli.options import json_option, why_option
from qualkit.cli.rendering import (
    Cell,
    excerpt,
    fixed,
    local_time,
    print_fields,
    print_heading,
    print_json,
    print_table,
    words,
)
from qualkit.cli.review_records import item_record, report_record
from qualkit.domain.reviews import ReviewAnswer, ReviewState
from qualkit.errors import InvalidInputError
from qualkit.translation import _
from qualkit.tui.review_text import (
    arrival_told,
    difference,
    report_notes,
    tally_told,
    wish,
    wishes,
)
from qualkit.tui.terms import term

if TYPE_CHECKING:
    from qualkit.domain.review_reports import ReviewedItem, ReviewReport
    from qualkit.services.project import Project


@click.group()
def review() -> None:
    """Bring in what co-authors answered to a quote sheet, and deal with it.

    A quote or vignette goes by its id, or the first signs of it.

    \b
    Example:
      qualkit review import citaten-sanne.xlsx antwoorden-joris.json
    """


@review.command("import")
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE..."
)
@click.option("--reviewer", default="", metavar="NAME", help="Who filled in files without a name.")
@click.option("--dry-run", is_flag=True, help="Tell what would come in, and keep nothing.")
@json_option
@why_option
@pass_project
def import_answers(
    project: "Project",
    files: tuple[Path, ...],
    reviewer: str,
    dry_run: bool,
    as_json: bool,
    why: str,
) -> None:
    """Bring in the answers in files that came back.

    FILE is a quote sheet in XLSX, CSV or DOCX, or the file that the page of quotes saves. Rows are
    known by their ids, in any order. Reading a file twice keeps nothing twice. Files that cannot
    be read are named and left out: the others come in, and the exit code is 1.

    \b
    Example:
      qualkit review import citaten-sanne.xlsx antwoorden-joris.json
    """
    if not reviewer and sys.stdin.isatty() and not as_json:
        reviewer = _ask_reviewer(project.reviews.read(files))
    if dry_run:
        report = project.reviews.read(files, reviewer)
    else:
        report = project.reviews.bring_in(files, reviewer, why).value
    if as_json:
        print_json([report_record(report)])
    else:
        _print_report(report, dry_run)
    if report.refused:
        click.get_current_context().exit(1)


def _ask_reviewer(report: "ReviewReport") -> str:
    """Ask who filled in a file that does not tell; nothing where all of them do, or more do not."""
    if len(report.unnamed) != 1:
        return ""
    name: str = click.prompt(
        _("Who filled in '{file}'?").format(file=report.unnamed[0]),
        default=report.reviewers[-1],
        err=True,
    )
    return name


def _print_report(report: "ReviewReport", dry_run: bool) -> None:
    for note in report_notes(report):
        say(note)
    names = ", ".join(report.reviewers)
    if dry_run:
        say(
            _("Would bring in {answers} of {names}.").format(
                answers=arrival_told(report), names=names
            )
        )
    elif report.fresh:
        told = _("Brought in {answers} of {names}. 'qualkit undo' takes it back.")
        say(told.format(answers=arrival_told(report), names=names))
    else:
        say(_("Nothing new: {answers}.").format(answers=arrival_told(report)))
    click.echo(tally_told(report.tally, len(report.unknown)))


@review.command("list")
@click.option("--open", "only_open", is_flag=True, help="Only what waits to be dealt with.")
@click.option("--conflicts", is_flag=True, help="Only what co-authors do not agree on.")
@json_option
@pass_project
def list_reviews(project: "Project", only_open: bool, conflicts: bool, as_json: bool) -> None:
    """List the quotes and vignettes with answers, what asks for attention first.

    \b
    Example:
      qualkit review list --open
    """
    wanted = set(ReviewState)
    if only_open:
        wanted = {ReviewState.OPEN, ReviewState.CONFLICTING}
    if conflicts:
        wanted &= {ReviewState.CONFLICTING}
    found = [item for item in project.reviews.items() if item.state in wanted]
    if as_json:
        print_json(map(item_record, found))
        return
    print_table(
        [fixed(_("Id")), fixed(_("State")), words(_("Answers")), words(_("Words"))],
        (
            (shown_id(item.id), term(item.state), wishes(item), excerpt(item.words))
            for item in found
        ),
        empty=_("There are no such answers. 'qualkit review import FILE' brings answers in."),
    )


@review.command()
@click.argument("item")
@json_option
@pass_project
def show(project: "Project", item: str, as_json: bool) -> None:
    """Show a quote or vignette with its answers, and what was changed in its words.

    {-words-} are taken out, {+words+} put in.

    \b
    Example:
      qualkit review show 51d07aa2
    """
    found = project.reviews.item(item)
    if as_json:
        print_json([item_record(found)])
        return
    print_fields(_fields_of(found))
    for answer in found.answers:
        print_heading(answer.reviewer)
        print_fields(_fields_of_answer(answer, found.words))


def _fields_of(item: "ReviewedItem") -> Iterator[tuple[str, Cell]]:
    yield _("Theme"), item.theme.name
    yield _("Words"), item.words
    yield _("Place"), item.place
    yield _("State"), term(item.state)


def _fields_of_answer(answer: ReviewAnswer, now: str) -> Iterator[tuple[str, Cell]]:
    yield _("Wants"), wish(answer)
    yield _("Changed"), difference(answer)
    yield _("Remark"), answer.remark
    yield _("Asked about"), answer.asked if answer.asked != now else ""
    yield _("Received"), local_time(answer.received_at)
    if answer.handled_at:
        yield _("Dealt with"), f"{local_time(answer.handled_at)}  {answer.handling}".rstrip()


@review.command()
@click.argument("item")
@click.argument("reviewer")
@why_option
@pass_project
def take(project: "Project", item: str, reviewer: str, why: str) -> None:
    """Print a quote or vignette in the words of a co-author, and close her answer.

    Words that are not in the source word for word are refused and named.

    \b
    Example:
      qualkit review take 51d07aa2 Sanne
    """
    answer = project.reviews.answer_of(project.reviews.item(item).id, reviewer)
    project.reviews.take_over(answer.id, why)
    say(_("It is printed in the words of {name} now.").format(name=answer.reviewer))


reviewer_option = click.option("--reviewer", metavar="NAME", help="Only the answer of one of them.")


@review.command()
@click.argument("item")
@click.argument("line", default="")
@reviewer_option
@pass_project
def handle(project: "Project", item: str, line: str, reviewer: str | None) -> None:
    """Close the answers to a quote or vignette, with a line on what you did.

    \b
    Example:
      qualkit review handle 51d07aa2 "Ingekort na overleg" --reviewer Sanne
    """
    project.reviews.handle(_answers(project, item, reviewer, closed=False), line)
    say(_("Dealt with. 'qualkit review reopen' opens it again."))


@review.command()
@click.argument("item")
@reviewer_option
@pass_project
def reopen(project: "Project", item: str, reviewer: str | None) -> None:
    """Let answers that were closed wait again.

    \b
    Example:
      qualkit review reopen 51d07aa2
    """
    project.reviews.reopen(_answers(project, item, reviewer, closed=True))
    say(_("It waits again."))


@review.command("set-aside")
@click.argument("quote")
@why_option
@pass_project
def set_aside(project: "Project", quote: str, why: str) -> None:
    """Put a quote back on the shortlist, and close the answers to it.

    \b
    Example:
      qualkit review set-aside 51d07aa2 --why "Sanne kent een beter citaat"
    """
    project.reviews.set_aside(project.quotes.get(quote).id, why)
    say(_("The quote is back on the shortlist, and is not printed."))


def _answers(project: "Project", item: str, reviewer: str | None, closed: bool) -> list[str]:
    """Give the ids of the answers that wait, or of those that are closed.

    Raises:
        NotFoundError: the co-author gave no answer.
        InvalidInputError: there are no such answers.
    """
    found = project.reviews.item(item)
    if reviewer is not None:
        return [project.reviews.answer_of(found.id, reviewer).id]
    wanted = [each.id for each in found.answers if (each.handled_at if closed else each.waits)]
    if not wanted:
        told = _("No answer to it is closed.") if closed else _("No answer to it waits.")
        raise InvalidInputError(told)
    return wanted
