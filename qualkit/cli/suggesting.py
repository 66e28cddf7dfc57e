"""Suggestions: phrases worth noticing, offered as a list or a file."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from qualkit.cli.context import pass_project
from qualkit.cli.messages import say
from qualkit.cli.options import json_option
from qualkit.cli.progress import progress_bar
from qualkit.cli.records import Record, suggestion_record
from qualkit.cli.rendering import print_json, print_table, words
from qualkit.cli.suggestion_loading import load_suggestions
from qualkit.domain.suggestions import PipelineInfo
from qualkit.domain.text import json_safe
from qualkit.formats.atomic import write_whole
from qualkit.formats.csv_tables import write_table
from qualkit.translation import _
from qualkit.tui.words import count_of

if TYPE_CHECKING:
    from qualkit.services.project import Project

SUFFIXES = (".csv", ".jsonl", ".json")
COLUMNS = ("phrase", "lemma", "score", "reason", "places", "tier", "pipeline", "version")
PLACES_SHOWN = 4
"""References printed in a table; the files and JSON hold all of them."""


@click.command()
@click.argument("sources", nargs=-1)
@click.option(
    "--top",
    type=click.IntRange(1, 100_000),
    default=10,
    show_default=True,
    help="How many phrases.",
)
@click.option("--pipeline", metavar="NAME", help="A spaCy pipeline, or the folder of one.")
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write them to a file: .csv, .jsonl or .json.",
)
@click.option(
    "--load",
    type=click.Path(exists=True, path_type=Path),
    metavar="FILE",
    help="Read a file of a batch into the queue instead; 'qualkit queue' goes through it.",
)
@json_option
@pass_project
def suggest(
    project: "Project",
    sources: tuple[str, ...],
    top: int,
    pipeline: str | None,
    out: Path | None,
    load: Path | None,
    as_json: bool,
) -> None:
    """Offer phrases worth noticing.

    Without SOURCES, from all. They come from what participants say, and nothing is coded.

    \b
    Example:
      qualkit suggest P1 P2 --top 20 --out suggesties.csv
    """
    if load is not None:
        if sources or out is not None or as_json:
            raise click.UsageError(_("--load reads a file back, and goes with nothing else."))
        load_suggestions(project, load)
        return
    if out is not None and out.suffix.lower() not in SUFFIXES:
        raise click.UsageError(
            _("--out takes a file that ends in {suffixes}.").format(suffixes=", ".join(SUFFIXES))
        )
    passages = project.suggestions.passages([project.sources.find(name).id for name in sources])
    with progress_bar(_("Looking for phrases")) as progress:
        found = project.suggestions.suggest(
            passages,
            top,
            pipeline,
            (lambda done: progress(done, len(passages))) if progress else None,
        )
    records = [
        suggestion_record(item, project.suggestions.places(item), found.pipeline)
        for item in found.suggestions
    ]
    if out is not None:
        write_whole(out, _as_file(records, out.suffix.lower(), project.info.language))
        phrases = count_of(len(records), "phrase")
        say(_("Wrote {phrases} to {path}.").format(phrases=phrases, path=out))
    if as_json:
        print_json(records)
    elif out is None:
        _print_table(records)
    say(_describe(found.pipeline))


def _print_table(records: Sequence[Record]) -> None:
    print_table(
        [words(_("Phrase")), words(_("Why")), words(_("Places"))],
        ((record["phrase"], record["reason"], _shown_places(record)) for record in records),
        empty=_("No phrases were found."),
    )


def _shown_places(record: Record) -> str:
    places = [place["reference"] for place in record["places"]]
    more = len(places) - PLACES_SHOWN
    shown = ", ".join(places[:PLACES_SHOWN])
    return _("{places} and {count} more").format(places=shown, count=more) if more > 0 else shown


def _as_file(records: Sequence[Record], suffix: str, language: str) -> bytes:
    if suffix == ".json":
        return f"{_dump(records, indent=2)}\n".encode()
    if suffix == ".jsonl":
        return "".join(f"{_dump(record)}\n" for record in records).encode()
    rows = ([_cell(record[column]) for column in COLUMNS] for record in records)
    return write_table(COLUMNS, rows, language)


def _dump(item: object, indent: int | None = None) -> str:
    return json_safe(json.dumps(item, ensure_ascii=False, indent=indent))


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(f"{place['reference']} ({place['label']})" for place in value)
    return str(value)


def _describe(pipeline: PipelineInfo) -> str:
    """Tell which pipeline ran, and what it means when it was the simplest."""
    told = _("Found by {name} {version} (tier: {tier}).").format(
        name=pipeline.name, version=pipeline.version, tier=_(pipeline.tier)
    )
    if pipeline.tier == "basic":
        return " ".join([told, _("That is the basic level; 'qualkit pipeline' tells why.")])
    return told
