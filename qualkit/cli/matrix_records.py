"""Framework matrices as JSON records; their keys are described in docs/commands.md."""

from collections import Counter
from dataclasses import asdict
from typing import TYPE_CHECKING

from qualkit.cli.records import Record
from qualkit.domain.framework import CellState, MatrixView

if TYPE_CHECKING:
    from qualkit.services.project import Project


def matrix_record(view: MatrixView) -> Record:
    """Give a matrix with the names of its columns, and how many of its cells are filled."""
    cases = {case.case_id for case in view.cases}
    states = Counter(
        content.state for place, content in view.contents.items() if place.case_id in cases
    )
    return {
        **asdict(view.matrix),
        "columns": [column.name for column in view.columns],
        "cases": len(view.cases),
        "written": states[CellState.WRITTEN],
        "nothing_said": states[CellState.NOTHING_SAID],
    }


def cell_records(project: "Project", view: MatrixView) -> list[Record]:
    """Give every cell of a matrix, case by case, with where its passages are."""
    cells = [
        (case, column, view.at(case, column)) for case in view.cases for column in view.columns
    ]
    linked = {each for _case, _column, content in cells for each in content.coding_ids}
    references = project.matrices.references(linked)
    return [
        {
            "case_id": case.case_id,
            "label": case.label,
            **asdict(column.head),
            "name": column.name,
            "state": content.state,
            "summary": content.summary,
            "codings": list(content.coding_ids),
            "references": [references[each] for each in content.coding_ids],
        }
        for case, column, content in cells
    ]
