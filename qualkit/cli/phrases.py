"""A first look at the material: which phrases come back, as a table, as bars or as a page."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from qualkit.cli.batch_options import refuse_selection, selection_options
from qualkit.cli.batch_progress import batch_progress
from qualkit.cli.batch_running import Reading, reading_options
from qualkit.cli.batch_telling import describe, say_set_aside
from qualkit.cli.context import open_project
from qualkit.cli.messages import say
from qualkit.cli.options import gathered, json_option
from qualkit.cli.phrase_rows import (
    phrase_records,
    print_new,
    print_new_bars,
    print_phrase_bars,
    print_phrase_table,
    source_records,
)
from qualkit.cli.rendering import print_json
from qualkit.domain.batch_selection import BatchSelection
from qualkit.domain.phrase_overview import OverviewWish, PhraseOrder
from qualkit.formats.target_form import form_of
from qualkit.translation import _

if TYPE_CHECKING:
    from qualkit.domain.phrase_overview import PhraseOverview
    from qualkit.services.batch_run import Progress

wish_options = gathered(
    "wish",
    OverviewWish,
    click.option(
        "--top",
        type=click.IntRange(1, 10_000),
        default=30,
        show_default=True,
        help="How many phrases.",
    ),
    click.option(
        "--order",
        type=click.Choice(PhraseOrder, case_sensitive=False),
        default=PhraseOrder.FREQUENCY.value,
        show_default=True,
        help="By how often, by how many say it, or by where the most frequent first stand.",
    ),
    click.option(
        "--words",
        "least_words",
        type=click.IntRange(1, 6),
        default=1,
        show_default=True,
        help="Only phrases of so many words or more, articles left out.",
    ),
)


@click.command()
@selection_options
@reading_options
@wish_options
@click.option("--by-source", is_flag=True, help="Where phrases first stand, source by source.")
@click.option("--plot", is_flag=True, help="Draw bars instead of a table.")
@click.option(
    "--html",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write one page, with what could give somebody away masked.",
)
@json_option
@click.pass_context
def phrases(
    ctx: click.Context,
    selection: BatchSelection,
    reading: Reading,
    wish: OverviewWish,
    by_source: bool,
    plot: bool,
    html: Path | None,
    as_json: bool,
) -> None:
    """List the phrases that come back, for a first look.

    How often, by how many, and where first. Nothing is weighed and nothing is coded: frequent is
    not important. Without SOURCES, from all; what was read once is kept, as 'qualkit suggest' does.

    With --from, from a folder or table of conversations that are in no project.

    \b
    Example:
      qualkit phrases --top 20 --order spread
      qualkit phrases --kind chat --plot
      qualkit phrases --from gesprekken/ --cache gelezen/ --html woordgroepen.html
    """
    if html is not None:
        form_of(html, ("html",), "html")
    with batch_progress(reading.log) as progress:
        if reading.folder is None:
            overview = _over_project(ctx, selection, reading, wish, html, progress)
        else:
            refuse_selection(selection)
            overview = _over_folder(reading.folder, reading, wish, html, progress)
    if html is not None:
        _write(overview, html)
    if as_json:
        print_json(source_records(overview) if by_source else phrase_records(overview))
    elif html is None or plot or by_source:
        _print(overview, plot, by_source)
    say_set_aside(overview.set_aside)
    say(_("Frequent is not important: these counts are for a first look, and code nothing."))
    say(describe(overview.pipeline))


def _over_project(
    ctx: click.Context,
    selection: BatchSelection,
    reading: Reading,
    wish: OverviewWish,
    html: Path | None,
    progress: "Progress | None",
) -> "PhraseOverview":
    """Look over sources of a project; on her own screen, nothing is masked."""
    project = open_project(ctx)
    return project.phrase_overviews.over(
        reading.sources(project, selection),
        wish,
        reading.engine_to_use(),
        reading.pipeline,
        hides=html is not None,
        progress=progress,
    )


def _over_folder(
    folder: Path,
    reading: Reading,
    wish: OverviewWish,
    html: Path | None,
    progress: "Progress | None",
) -> "PhraseOverview":
    from qualkit.services.batch_masks import Masks  # noqa: PLC0415 (not for --help)
    from qualkit.services.phrase_overview import documents_overview  # noqa: PLC0415

    if html is None and reading.kept is None:
        raise click.UsageError(
            _("--from needs --cache, or --html: what is read is kept beside it.")
        )
    documents = reading.documents(folder)
    return documents_overview(
        reading.run_beside(html, progress),
        documents,
        folder.resolve().name,
        wish,
        Masks(reading.language, hides=html is not None),
        documents.count,
    )


def _write(overview: "PhraseOverview", target: Path) -> None:
    from qualkit.formats.atomic import write_whole  # noqa: PLC0415
    from qualkit.formats.phrase_overview_html import phrase_overview_html  # noqa: PLC0415

    write_whole(target, phrase_overview_html(overview))
    say(_("Wrote the overview to {path}.").format(path=target))


def _print(overview: "PhraseOverview", plot: bool, by_source: bool) -> None:
    if plot:
        if not by_source:
            print_phrase_bars(overview)
        print_new_bars(overview)
    elif by_source:
        print_new(overview)
    else:
        print_phrase_table(overview)
