"""Who is heard under which theme, and which codes and themes stand together."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from qualkit.cli.context import pass_project
from qualkit.cli.options import json_option
from qualkit.cli.records import Record
from qualkit.cli.rendering import fixed, number, print_json, print_table, words
from qualkit.translation import _

if TYPE_CHECKING:
    from qualkit.analysis.spread_matrix import SpreadMatrix
    from qualkit.analysis.together import Together
    from qualkit.services.project import Project

HEARD, SILENT = "x", "·"

everybody_option = click.option(
    "--everybody", is_flag=True, help="Count what only interviewers and helpers say as well."
)


@click.command()
@click.option("--theme", "themes", multiple=True, help="Only this theme; may be repeated.")
@click.option("--numbers", is_flag=True, help="Print how many passages instead of a mark.")
@everybody_option
@json_option
@pass_project
def spread(
    project: "Project", themes: tuple[str, ...], numbers: bool, everybody: bool, as_json: bool
) -> None:
    """Show who is heard under which theme, and who is not.

    Participants stand in the order of their labels, themes in yours. A mark says that somebody is
    heard; how often is for the writer, and printed when asked for.

    \b
    Example:
      qualkit spread --numbers
    """
    theme_ids = [project.themes.find(name).id for name in themes]
    matrix = project.spreads.matrix(theme_ids, evidence=not everybody)
    if as_json:
        print_json(_rows(matrix))
        return
    print_table(
        [fixed(_("Participant")), *(words(theme.name) for theme in matrix.themes)],
        ((row.label, *_marks(matrix, place, numbers)) for place, row in enumerate(matrix.rows)),
        empty=_("There are no sources yet."),
    )


def _marks(matrix: "SpreadMatrix", place: int, numbers: bool) -> Iterator[str]:
    for theme in matrix.themes:
        passages = matrix.cell(matrix.rows[place], theme.id).passages
        yield (str(passages) if numbers else HEARD) if passages else SILENT


def _rows(matrix: "SpreadMatrix") -> Iterator[Record]:
    for row in matrix.rows:
        cells = [(theme, matrix.cell(row, theme.id)) for theme in matrix.themes]
        yield {
            "label": row.label,
            "kind": row.kind,
            "source_ids": row.source_ids,
            "themes": [
                {
                    "theme_id": theme.id,
                    "theme": theme.name,
                    "passages": cell.passages,
                    "coding_ids": cell.coding_ids,
                }
                for theme, cell in cells
                if cell.passages
            ],
        }


@click.command()
@click.option("--theme", "of", multiple=True, help="Only codes of this theme; may be repeated.")
@click.option("--themes", "of_themes", is_flag=True, help="List themes that share passages.")
@everybody_option
@json_option
@pass_project
def together(
    project: "Project", of: tuple[str, ...], of_themes: bool, everybody: bool, as_json: bool
) -> None:
    """List which codes stand together, and in how many places.

    Two codes stand together where passages that are coded with them overlap. Pairs stand in the
    order of the codebook.

    \b
    Example:
      qualkit together --theme "Zichtbaar werk wint"
      qualkit together --themes
    """
    if of and of_themes:
        raise click.UsageError(_("Give --theme or --themes, not both."))
    if of_themes:
        read = project.together.themes(not everybody)
        found, names = read.found, {theme.id: theme.name for theme in read.themes}
        headings = (_("Theme"), _("Other theme"))
    else:
        theme_ids = [project.themes.find(name).id for name in of]
        codes = project.together.codes(theme_ids, not everybody)
        found, names = codes.found, {entry.code.id: entry.path for entry in codes.entries}
        headings = (_("Code"), _("Other code"))
    if as_json:
        print_json(_pairs(found, names))
        return
    print_table(
        [words(headings[0]), words(headings[1]), number(_("Places"))],
        ((names[one], names[other], str(found.places(one, other))) for one, other in found.pairs()),
        empty=_("No two of them share a place."),
    )


def _pairs(found: "Together", names: dict[str, str]) -> Iterator[Record]:
    for one, other in found.pairs():
        yield {
            "one_id": one,
            "one": names[one],
            "other_id": other,
            "other": names[other],
            "places": found.places(one, other),
            "coding_ids": found.coding_ids(one, other),
        }
