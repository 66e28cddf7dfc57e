"""The cells of framework matrices: looked into, and written."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import click

from qualkit.cli.bodies import read_body
from qualkit.cli.context import pass_project
from qualkit.cli.messages import say
from qualkit.cli.options import gathered, json_option, why_option
from qualkit.cli.records import coding_record
from qualkit.cli.rendering import excerpt, fixed, print_fields, print_json, print_table, words
from qualkit.domain.framework import NOT_YET_READ, CellContent, CellPlace, ColumnHead
from qualkit.translation import _
from qualkit.tui.terms import term

if TYPE_CHECKING:
    from qualkit.services.project import Project

F = TypeVar("F", bound=Callable[..., None])


def head_options(
    of_theme: str = "The theme of the column.", of_code: str = "The code of the column."
) -> Callable[[F], F]:
    """Add options for a column: its theme, or its code."""

    def decorate(command: F) -> F:
        with_code = click.option("--code", help=of_code)(command)
        return click.option("--theme", help=of_theme)(with_code)

    return decorate


def find_head(project: "Project", theme: str | None, code: str | None) -> ColumnHead:
    """Give what a column is about.

    Raises:
        UsageError: neither a theme nor a code was named, or both.
        NotFoundError: there is none of that name.
    """
    if (theme is None) == (code is None):
        raise click.UsageError(_("Name the column with --theme or with --code."))
    if theme is not None:
        return ColumnHead(theme_id=project.themes.find(theme).id)
    return ColumnHead(code_id=project.codes.find(code or "").id)


@click.command()
@click.argument("case")
@head_options()
@json_option
@pass_project
def cell(project: "Project", case: str, theme: str | None, code: str | None, as_json: bool) -> None:
    """Show a cell, and the passages of the case that it may rest on.

    \b
    Example:
      qualkit matrix cell "Politie III" --code kennis
    """
    place = CellPlace(project.cases.find(case).id, find_head(project, theme, code))
    content, offered = project.matrix_cells.content(place), project.matrix_cells.offered(place)
    linked = set(content.coding_ids)
    if as_json:
        print_json({**coding_record(item), "linked": item.coding.id in linked} for item in offered)
        return
    print_fields([(_("State"), term(content.state)), (_("Words"), content.summary)])
    print_table(
        [fixed(_("Rests on it")), fixed(_("Coding")), fixed(_("Place")), words(_("Words"))],
        (
            (
                _("yes") if item.coding.id in linked else "",
                item.coding.id[:8],
                item.reference,
                excerpt(item.words),
            )
            for item in offered
        ),
        empty=_("There are no passages of this case in that column."),
    )


@dataclass(frozen=True, slots=True)
class CellMarks:
    """What is said of a cell besides words."""

    linked: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    nothing_said: bool = False
    clear: bool = False


@click.command()
@click.argument("case")
@click.argument("words", required=False, metavar="[WORDS]")
@head_options()
@gathered(
    "marks",
    CellMarks,
    click.option("--link", "linked", multiple=True, metavar="CODING", help="Rest on this coding."),
    click.option("--unlink", "left", multiple=True, metavar="CODING", help="No longer rest on it."),
    click.option(
        "--nothing-said", is_flag=True, help="It was read, and nothing was said about it."
    ),
    click.option("--clear", is_flag=True, help="Empty the cell first; alone, it is not yet read."),
)
@why_option
@pass_project
def write(
    project: "Project",
    case: str,
    words: str | None,
    theme: str | None,
    code: str | None,
    marks: CellMarks,
    why: str,
) -> None:
    """Write a cell in your own words ('-' reads them from stdin), or say what it rests on.

    \b
    Example:
      qualkit matrix write "Politie III" --code kennis "Eén collega weet hoe het moet."
    """
    place = CellPlace(project.cases.find(case).id, find_head(project, theme, code))
    now = NOT_YET_READ if marks.clear else project.matrix_cells.content(place)
    summary = now.summary
    if words is not None or marks == CellMarks():
        summary = read_body(words, summary)
    kept = project.matrix_cells.keep(place, _marked(project, now, summary, marks), why).value
    say(_("The cell is kept: {state}.").format(state=term(kept.state)))


def _marked(project: "Project", now: CellContent, summary: str, marks: CellMarks) -> CellContent:
    """Give what a cell is to hold: these words, and what the marks say of it."""
    new = [project.codings.get(each).coding.id for each in marks.linked]
    gone = {project.codings.get(each).coding.id for each in marks.left}
    rests_on = tuple(each for each in dict.fromkeys((*now.coding_ids, *new)) if each not in gone)
    stays_silent = now.nothing_said and not summary.strip() and not rests_on
    return CellContent(summary, marks.nothing_said or stays_silent, rests_on)
