"""A framework matrix as a file: a spreadsheet, a Word table, CSV or Markdown."""

from qualkit.domain.framework import CellContent
from qualkit.domain.projects import ProjectInfo
from qualkit.domain.wording import method_sentence
from qualkit.formats.matrix_table import (
    PrintedCell,
    PrintedMatrix,
    matrix_csv,
    matrix_markdown,
)
from qualkit.services.matrices import Matrices
from qualkit.services.workspace import Workspace


def printed_matrix(workspace: Workspace, matrix_id: str) -> PrintedMatrix:
    """Give a matrix as it is printed.

    Raises:
        NotFoundError: it is gone.
    """
    info = workspace.database.find(ProjectInfo)[0]
    view = Matrices(workspace).view(matrix_id)
    linked = {each for content in view.contents.values() for each in content.coding_ids}
    references = Matrices(workspace).references(linked)

    def cell(content: CellContent) -> PrintedCell:
        found = dict.fromkeys(references[each] for each in content.coding_ids)
        return PrintedCell(content.state, content.summary, tuple(found))

    return PrintedMatrix(
        title=view.matrix.title,
        created_at=view.matrix.created_at,
        method=method_sentence(info.profile, info.language),
        columns=tuple(column.name for column in view.columns),
        rows=tuple(
            (case.label, tuple(cell(view.at(case, column)) for column in view.columns))
            for case in view.cases
        ),
    )


def matrix_content(printed: PrintedMatrix, format: str, language: str) -> bytes:
    """Give a matrix as the bytes of a file: "xlsx", "docx", "csv" or "md"."""
    # What writes office files is loaded only when one is written.
    if format == "xlsx":
        from qualkit.formats.matrix_xlsx import matrix_xlsx  # noqa: PLC0415

        return matrix_xlsx(printed, language)
    if format == "docx":
        from qualkit.formats.matrix_docx import matrix_docx  # noqa: PLC0415

        return matrix_docx(printed, language)
    if format == "csv":
        return matrix_csv(printed, language)
    return matrix_markdown(printed, language).encode()
