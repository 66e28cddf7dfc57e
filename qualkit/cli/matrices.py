"""Framework matrices: listed, made, given columns, and shown by case or by column."""

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from qualkit.cli.context import pass_project
from qualkit.cli.matrix_cells import cell, find_head, head_options, write
from qualkit.cli.matrix_records import cell_records, matrix_record
from qualkit.cli.messages import say
from qualkit.cli.options import json_option, why_option
from qualkit.cli.rendering import excerpt, number, print_json, print_table, words
from qualkit.domain.framework import ColumnHead, MatrixView
from qualkit.translation import _
from qualkit.tui.terms import term

if TYPE_CHECKING:
    from qualkit.services.project import Project

_OFFSETS = {"left": -1, "right": 1}


@click.command()
@json_option
@pass_project
def matrices(project: "Project", as_json: bool) -> None:
    """List the framework matrices.

    \b
    Example:
      qualkit matrices
    """
    views = [project.matrices.view(matrix.id) for matrix in project.matrices.all()]
    if as_json:
        print_json(map(matrix_record, views))
        return
    records = map(matrix_record, views)
    print_table(
        [
            words(_("Matrix")),
            number(_("Cases")),
            number(_("Written")),
            number(_("Nothing said")),
            words(_("Columns")),
        ],
        (
            (
                record["title"],
                str(record["cases"]),
                str(record["written"]),
                str(record["nothing_said"]),
                ", ".join(record["columns"]),
            )
            for record in records
        ),
        empty=_("There are no matrices. 'qualkit matrix make TITLE' makes one."),
    )


@click.group()
def matrix() -> None:
    """Fill framework matrices: cases by themes and codes.

    A matrix goes by its title or its id. What stands in a cell belongs to the case and the theme
    or code: every matrix that has both shows it.

    \b
    Example:
      qualkit matrix show "Per team"
    """


matrix.add_command(cell)
matrix.add_command(write)


@matrix.command()
@click.argument("title")
@click.option("--theme", "themes", multiple=True, help="A theme as a column; may be repeated.")
@click.option("--code", "codes", multiple=True, help="A code as a column; may be repeated.")
@click.option(
    "--group", metavar="PATTERN", help="Only this group of participants, as 'Politie {I}'."
)
@why_option
@pass_project
def make(
    project: "Project",
    title: str,
    themes: tuple[str, ...],
    codes: tuple[str, ...],
    group: str | None,
    why: str,
) -> None:
    """Make a matrix over all cases, or over a group of participants.

    \b
    Example:
      qualkit matrix make "Per team" --theme "Zichtbaar werk wint" --code kennis
    """
    heads = _heads(project, themes, codes)
    group_id = project.cases.find_group(group).id if group else None
    made = project.matrices.make(title, heads, group_id, why).value
    say(_("Made the matrix '{title}'.").format(title=made.title))


@matrix.command()
@click.argument("matrix")
@click.option("--case", "label", help="Only this case, over all columns.")
@head_options("Only the column of this theme.", "Only the column of this code.")
@json_option
@pass_project
def show(
    project: "Project",
    matrix: str,
    label: str | None,
    theme: str | None,
    code: str | None,
    as_json: bool,
) -> None:
    """Show what stands in a matrix, by case or by column.

    \b
    Example:
      qualkit matrix show "Per team" --case "Politie III"
    """
    view = project.matrices.view(project.matrices.find(matrix).id)
    case_id = project.cases.find(label).id if label else None
    head = find_head(project, theme, code) if theme or code else None
    records = cell_records(project, _wanted(view, case_id, head))
    if as_json:
        print_json(records)
        return
    print_table(
        [words(_("Case")), words(_("Column")), words(_("Cell")), words(_("Rests on"))],
        (
            (
                record["label"],
                record["name"],
                excerpt(record["summary"]) or f"[{term(record['state'])}]",
                ", ".join(record["references"]),
            )
            for record in records
        ),
        empty=_("There is nothing in this matrix: it has no cases or no columns."),
    )


@matrix.command()
@click.argument("matrix")
@click.argument("action", type=click.Choice(["add", "remove", "left", "right"]))
@head_options()
@why_option
@pass_project
def column(
    project: "Project", matrix: str, action: str, theme: str | None, code: str | None, why: str
) -> None:
    """Add a column, take it out or move it; what was written in its cells stays.

    \b
    Example:
      qualkit matrix column "Per team" add --code kennis
    """
    found, head = project.matrices.find(matrix), find_head(project, theme, code)
    if action == "add":
        project.matrices.add_columns(found.id, [head], why)
    elif action == "remove":
        project.matrices.remove_column(found.id, head, why)
    else:
        project.matrices.move_column(found.id, head, _OFFSETS[action], why)
    names = [item.name for item in project.matrices.view(found.id).columns]
    say(_("The columns are: {names}.").format(names=", ".join(names) or "–"))


@matrix.command()
@click.argument("matrix")
@click.argument("title")
@why_option
@pass_project
def rename(project: "Project", matrix: str, title: str, why: str) -> None:
    """Give a matrix another title.

    \b
    Example:
      qualkit matrix rename "Per team" "Capaciteit per team"
    """
    found = project.matrices.find(matrix)
    changed = project.matrices.rename(found.id, title, why).value
    say(_("The matrix '{old}' is now called '{new}'.").format(old=found.title, new=changed.title))


@matrix.command()
@click.argument("matrix")
@why_option
@pass_project
def remove(project: "Project", matrix: str, why: str) -> None:
    """Remove a matrix; what was written in its cells stays.

    \b
    Example:
      qualkit matrix remove "Per team"
    """
    found = project.matrices.find(matrix)
    project.matrices.remove(found.id, why)
    say(
        _("Removed the matrix '{title}'; what was written stays for other matrices.").format(
            title=found.title
        )
    )


def _heads(project: "Project", themes: tuple[str, ...], codes: tuple[str, ...]) -> list[ColumnHead]:
    return [
        *(ColumnHead(theme_id=project.themes.find(name).id) for name in themes),
        *(ColumnHead(code_id=project.codes.find(name).id) for name in codes),
    ]


def _wanted(view: MatrixView, case_id: str | None, head: ColumnHead | None) -> MatrixView:
    """Give a matrix with only the case and the column that are asked for."""
    return replace(
        view,
        cases=tuple(case for case in view.cases if case_id in (None, case.case_id)),
        columns=tuple(column for column in view.columns if head in (None, column.head)),
    )
