"""Suggestions: phrases worth noticing, over sources or over files that are in no project."""

from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from qualkit.cli.batch_options import refuse_selection, selection_options
from qualkit.cli.batch_progress import batch_progress
from qualkit.cli.batch_running import Running, running_options
from qualkit.cli.batch_telling import describe, print_phrases, say_report
from qualkit.cli.context import open_project
from qualkit.cli.messages import say
from qualkit.cli.options import json_option
from qualkit.cli.suggestion_loading import load_suggestions
from qualkit.domain.batch_selection import BatchSelection
from qualkit.translation import _
from qualkit.tui.words import count_of

if TYPE_CHECKING:
    from qualkit.services.batch_run import Batch


@click.command()
@selection_options
@running_options
@click.option(
    "--top",
    type=click.IntRange(1, 100_000),
    default=10,
    show_default=True,
    help="How many phrases.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write every place of them: .csv, .jsonl, .parquet, or a folder of parts.",
)
@click.option(
    "--load",
    type=click.Path(exists=True, path_type=Path),
    metavar="FILE",
    help="Read a file of a batch into the queue instead; 'qualkit queue' goes through it.",
)
@json_option
@click.pass_context
def suggest(
    ctx: click.Context,
    selection: BatchSelection,
    running: Running,
    top: int,
    out: Path | None,
    load: Path | None,
    as_json: bool,
) -> None:
    """Offer phrases worth noticing.

    Without SOURCES, from all. They come from what participants say, and nothing is coded. What was
    read once is kept: a run that was stopped goes on, and the next one reads only what is new.
    In a file, what could give somebody away is masked.

    With --from, from a folder or table of conversations that are in no project.

    \b
    Example:
      qualkit suggest P1 P2 --top 20
      qualkit suggest --kind chat --workers 2 --top 500 --out suggesties.csv
      qualkit suggest --from gesprekken/ --out suggesties.parquet --log
    """
    if load is not None:
        _refuse_others(ctx)
        load_suggestions(open_project(ctx), load)
        return
    running.check(out)
    with batch_progress(running.log) as progress:
        if running.folder is None:
            batch = running.over_project(open_project(ctx), selection, top, out, progress)
        else:
            refuse_selection(selection)
            batch = running.over_folder(running.folder, top, out, progress)
    _give(batch, out, as_json, running)


def _refuse_others(ctx: click.Context) -> None:
    """See that nothing was asked for beside `--load`, which would do nothing with it."""
    said = ParameterSource.COMMANDLINE
    given = [name for name in ctx.params if ctx.get_parameter_source(name) is said]
    if given != ["load"]:
        raise click.UsageError(_("--load reads a file back, and goes with nothing else."))


def _give(batch: "Batch", out: Path | None, as_json: bool, running: Running) -> None:
    if out is not None:
        places = running.write(batch, out)
        told = _("Wrote {phrases} at {places} to {path}.")
        phrases = count_of(len(batch.rows.ranked), "phrase")
        say(told.format(phrases=phrases, places=count_of(places, "place"), path=out))
    if as_json or out is None:
        print_phrases(batch, as_json)
    say_report(batch.report, long=out is not None or running.folder is not None)
    say(describe(batch.report.pipeline))
