"""What a batch found and did, as a table, as JSON and in a few lines."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from qualkit.cli.messages import say
from qualkit.cli.records import Record
from qualkit.cli.rendering import print_json, print_table, words
from qualkit.domain.listed_names import some_of
from qualkit.domain.suggestions import PipelineInfo
from qualkit.translation import _, ngettext
from qualkit.tui.words import count_of

if TYPE_CHECKING:
    from qualkit.domain.batch_documents import SetAside
    from qualkit.services.batch_run import Batch, BatchReport

PLACES_SHOWN = 4
"""References printed in a table; the files and JSON hold all of them."""

NAMED = 10
"""Documents that were set aside and are named; what is more is counted."""

_COLUMNS = ("rank", "source", "label", "line")


def print_phrases(batch: "Batch", as_json: bool) -> None:
    """Print the phrases with their places."""
    records = _records(batch)
    if as_json:
        print_json(records)
        return
    print_table(
        [words(_("Phrase")), words(_("Why")), words(_("Places"))],
        ((record["phrase"], record["reason"], _shown_places(record)) for record in records),
        empty=_("No phrases were found."),
    )


def say_report(report: "BatchReport", long: bool) -> None:
    """Tell what was set aside, and with `long` how much was read and what it took."""
    say_set_aside(report.set_aside)
    if not long:
        return
    read = count_of(report.words_read, "word")
    say(
        _("{passages} of {sources}, {words}; read in this run: {read}.").format(
            passages=count_of(report.passages, "passage"),
            sources=count_of(report.sources, "source"),
            words=count_of(report.words, "word"),
            read=read,
        )
    )
    memory = _("Memory: {own} MB here.").format(own=report.memory // 1_000_000)
    if report.worker_memory:
        memory = _("Memory: {own} MB here, {worker} MB in the largest worker.").format(
            own=report.memory // 1_000_000, worker=report.worker_memory // 1_000_000
        )
    say(memory)


def say_set_aside(aside: "Sequence[SetAside]") -> None:
    """Tell which documents could not be read."""
    for each in aside[:NAMED]:
        say(_("Set aside: {name}. {why}").format(name=each.name, why=each.why))
    if len(aside) > NAMED:
        more = ngettext("and {count} more", "and {count} more", len(aside) - NAMED)
        say(more.format(count=len(aside) - NAMED))


def describe(pipeline: PipelineInfo) -> str:
    """Tell which pipeline ran, and what it means when it was the simplest."""
    told = _("Found by {name} {version} (tier: {tier}).").format(
        name=pipeline.name, version=pipeline.version, tier=_(pipeline.tier)
    )
    if pipeline.tier == "basic":
        return " ".join([told, _("That is the basic level; 'qualkit pipeline' tells why.")])
    return told


def _records(batch: "Batch") -> list[Record]:
    places: list[dict[tuple[Any, ...], None]] = [{} for _one in batch.rows.ranked]
    for some in batch.rows.batches:
        for row in some.select(_COLUMNS).to_pylist():
            reference = f"{row['source']}:{row['line']}"
            places[row["rank"] - 1][reference, row["label"] or row["source"]] = None
    pipeline = batch.report.pipeline
    return [
        {
            "phrase": one.phrase,
            "lemma": one.lemma,
            "score": round(one.score, 4),
            "reason": one.reason,
            "places": [{"reference": each, "label": label} for each, label in found],
            "tier": pipeline.tier,
            "pipeline": pipeline.name,
            "version": pipeline.version,
        }
        for one, found in zip(batch.rows.ranked, places, strict=True)
    ]


def _shown_places(record: Record) -> str:
    places: Sequence[str] = [place["reference"] for place in record["places"]]
    return some_of(places, PLACES_SHOWN)
