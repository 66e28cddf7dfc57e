"""A framework matrix as a table in a Word file: landscape, the headings on every page.

The same matrix gives the same bytes.
"""

from docx import Document
from docx.oxml import OxmlElement
from docx.shared import Emu, Mm, Pt
from docx.table import Table, _Cell, _Row

from qualkit.formats.matrix_table import MatrixWords, PrintedCell, PrintedMatrix, matrix_words
from qualkit.formats.word_files import MARGIN, PAGE, bytes_of, describe, turn

CASE_WIDTH = Mm(28)
TEXT_SIZE = Pt(9)


def matrix_docx(matrix: PrintedMatrix, language: str) -> bytes:
    """Give a matrix as the bytes of a .docx file."""
    words = matrix_words(language)
    document = Document()
    describe(document, matrix.title, language, matrix.created_at)
    turn(document.sections[0])
    document.styles["Normal"].font.size = TEXT_SIZE
    document.add_heading(f"{words.matrix}: {matrix.title}", level=1)
    document.add_paragraph(matrix.method)
    document.add_paragraph(words.legend)
    table = document.add_table(rows=1, cols=1 + len(matrix.columns), style="Table Grid")
    _fill(table, matrix, words)
    if not matrix.rows:
        document.add_paragraph(words.no_rows)
    return bytes_of(document)


def _fill(table: Table, matrix: PrintedMatrix, words: MatrixWords) -> None:
    table.autofit = False
    room = PAGE[0] - 2 * MARGIN - CASE_WIDTH
    widths = [CASE_WIDTH, *[Emu(room // max(len(matrix.columns), 1))] * len(matrix.columns)]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    head = table.rows[0]
    for cell, heading in zip(head.cells, (words.case, *matrix.columns), strict=True):
        _say(cell, heading, bold=True)
    _mark(head, "w:tblHeader")
    for label, cells in matrix.rows:
        row: _Row = table.add_row()  # type: ignore[no-untyped-call]
        _mark(row, "w:cantSplit")
        first, *others = row.cells
        _say(first, label, bold=True)
        for cell, printed in zip(others, cells, strict=True):
            _say_cell(cell, printed, words)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width


def _say_cell(cell: _Cell, printed: PrintedCell, words: MatrixWords) -> None:
    said, references = printed.lines(words)
    _say(cell, said, italic=not printed.summary)
    if references:
        cell.add_paragraph(references).runs[0].italic = True


def _say(cell: _Cell, text: str, bold: bool = False, italic: bool = False) -> None:
    """Write lines in a cell, a paragraph each."""
    first, *others = text.split("\n")
    for paragraph in (cell.paragraphs[0], *(cell.add_paragraph() for _line in others)):
        paragraph.paragraph_format.space_after = Pt(2)
    for paragraph, line in zip(cell.paragraphs, (first, *others), strict=True):
        run = paragraph.add_run(line)
        run.bold, run.italic = bold or None, italic or None


def _mark(row: _Row, mark: str) -> None:
    """Let a row repeat on each page (`w:tblHeader`), or stay on one (`w:cantSplit`)."""
    row._tr.get_or_add_trPr().append(OxmlElement(mark))
