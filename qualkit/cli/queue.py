"""The queue: suggestions of a batch, gone through one by one."""

from typing import TYPE_CHECKING

import click

from qualkit.cli.context import pass_project
from qualkit.cli.messages import say
from qualkit.cli.options import json_option, why_option
from qualkit.cli.queue_records import batch_record, place_record, queued_record
from qualkit.cli.queue_taking import attach, code
from qualkit.cli.queue_watching import unwatch, watch, watched
from qualkit.cli.rendering import (
    fixed,
    local_time,
    number,
    print_fields,
    print_heading,
    print_json,
    print_table,
    print_text,
    words,
)
from qualkit.domain.queue import QueuedSuggestion, name_of
from qualkit.translation import _
from qualkit.tui.terms import term
from qualkit.tui.words import count_of

if TYPE_CHECKING:
    from qualkit.services.project import Project

SHOWN_PLACES = 20


@click.group()
def queue() -> None:
    """Go through the suggestions of a batch.

    A phrase goes by its rank (3, or B2:3 where there are more batches), or the first signs of its
    id. 'qualkit suggest --load FILE' brings a batch in.

    \b
    Example:
      qualkit queue list
    """


@queue.command("list")
@click.option("--batch", help="Only of this batch: B2.")
@click.option("--all", "decided", is_flag=True, help="Also what was decided on.")
@json_option
@pass_project
def list_phrases(project: "Project", batch: str | None, decided: bool, as_json: bool) -> None:
    """List the phrases that wait, by rank.

    \b
    Example:
      qualkit queue list --batch B2
    """
    service = project.queue
    batch_id = service.find_batch(batch).id if batch is not None else None
    items = service.all(batch_id) if decided else service.waiting(batch_id)
    batches = {entry.batch.id: entry.batch for entry in service.batches()}
    unread = service.unread_counts(items)
    codes = {entry.code.id: entry.code.name for entry in project.codes.entries(counted=False)}
    if as_json:
        print_json(
            queued_record(item, batches[item.batch_id], unread[item.id], codes) for item in items
        )
        return
    columns = [fixed(_("Name")), words(_("Phrase")), words(_("Why")), number(_("Places"))]
    columns.append(number(_("Not read")))
    if decided:
        columns.append(words(_("Decided")))
    print_table(
        columns,
        (
            (
                name_of(batches[item.batch_id], item),
                item.phrase,
                item.reason,
                str(len(item.places)),
                str(unread[item.id] or ""),
                *([_decided(item, codes)] if decided else []),
            )
            for item in items
        ),
        empty=_("No phrase waits. 'qualkit suggest --load FILE' brings in a batch."),
    )


@queue.command()
@click.argument("phrase")
@click.option(
    "--places",
    type=click.IntRange(1, 100_000),
    default=SHOWN_PLACES,
    show_default=True,
    help="How many places.",
)
@json_option
@pass_project
def show(project: "Project", phrase: str, places: int, as_json: bool) -> None:
    """Show a phrase with its places in context.

    \b
    Example:
      qualkit queue show 3
    """
    view = project.queue.view(project.queue.find(phrase).id, places)
    if as_json:
        print_json(map(place_record, view.places))
        return
    item = view.suggestion
    names = {entry.code.id: entry.code.name for entry in project.codes.entries(counted=False)}
    print_fields(
        [
            (_("Name"), view.name),
            (_("Phrase"), item.phrase),
            (_("Why"), item.reason),
            (_("Places"), str(len(item.places))),
            (_("Not read"), str(view.unread or "")),
            (_("Decided"), _decided(item, names)),
            (_("Found by"), view.batch.pipeline),
            (_("Id"), item.id),
        ]
    )
    for place in view.places:
        told = [place.reference, place.label, *(f"[{name}]" for name in place.codes)]
        if not place.is_read:
            told.append(_("(not read yet)"))
        print_heading(" ".join(told))
        print_text(f"{place.before}{place.words}{place.after}")
    more = len(item.places) - len(view.places)
    if more > 0:
        say(_("{places} more; --places shows them.").format(places=count_of(more, "place")))


@queue.command()
@click.argument("phrases", nargs=-1, required=True, metavar="PHRASE...")
@click.option("--everywhere", is_flag=True, help="Also in sources that are yet to come.")
@why_option
@pass_project
def reject(project: "Project", phrases: tuple[str, ...], everywhere: bool, why: str) -> None:
    """Leave phrases out of the suggestions, where they stand.

    Each is a step of its own.

    \b
    Example:
      qualkit queue reject 4 5 9 --everywhere
    """
    service = project.queue
    reject_one = service.reject_everywhere if everywhere else service.reject
    for item in [service.find(name) for name in phrases]:
        reject_one(item.id, why)
        say(_("'{phrase}' is not suggested again.").format(phrase=item.phrase))
    say(_("'qualkit undo' takes the last one back."))


@queue.command()
@json_option
@pass_project
def batches(project: "Project", as_json: bool) -> None:
    """List the batches, with how far you are.

    \b
    Example:
      qualkit queue batches
    """
    entries = project.queue.batches()
    if as_json:
        print_json(map(batch_record, entries))
        return
    print_table(
        [
            fixed(_("Batch")),
            words(_("File")),
            fixed(_("Loaded")),
            number(_("Phrases")),
            number(_("Waiting")),
            words(_("Found by")),
        ],
        (
            (
                f"B{entry.batch.number}",
                entry.batch.file_name,
                local_time(entry.batch.loaded_at),
                str(entry.phrases),
                str(entry.waiting),
                entry.batch.pipeline,
            )
            for entry in entries
        ),
        empty=_("No batch was loaded. 'qualkit suggest --load FILE' brings one in."),
    )


@queue.command()
@click.argument("batch")
@why_option
@pass_project
def drop(project: "Project", batch: str, why: str) -> None:
    """Take a batch out of the queue; what was coded from it stays.

    \b
    Example:
      qualkit queue drop B2
    """
    dropped = project.queue.drop(project.queue.find_batch(batch).id, why).value
    told = _("B{number} ({file}) is out of the queue. 'qualkit undo' brings it back.")
    say(told.format(number=dropped.number, file=dropped.file_name))


def _decided(item: QueuedSuggestion, codes: dict[str, str]) -> str:
    if item.decision is None:
        return ""
    return f"{term(item.decision)} {codes.get(item.code_id or '', '')}".strip()


for _command in (code, attach, watch, watched, unwatch):
    queue.add_command(_command)
