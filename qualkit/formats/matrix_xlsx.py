"""A framework matrix as a spreadsheet: headings that stay in sight, and no cell is a formula.

The same matrix gives the same bytes.
"""

import re
from io import BytesIO
from textwrap import wrap

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from qualkit.formats.matrix_table import MatrixWords, PrintedCell, PrintedMatrix, matrix_words

CASE_WIDTH = 18
"""Of the column of labels, in characters."""
CELL_WIDTH = 42
LINE_HEIGHT = 15.0
MOST_HEIGHT = 409.0
"""Of a row, in points: Excel's own limit."""
MOST_SIGNS = 32_000
"""Excel takes no more than 32,767 in a cell; what is beyond is told by [...]."""

_NOT_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\]")
_A4 = 9


def matrix_xlsx(matrix: PrintedMatrix, language: str) -> bytes:
    """Give a matrix as the bytes of an .xlsx file."""
    file = BytesIO()
    # In memory: by way of temporary files, times of the day would come along.
    book = Workbook(file, {"in_memory": True, "strings_to_formulas": False})
    created_at = matrix.created_at.replace(tzinfo=None, microsecond=0)
    book.set_properties({"title": matrix.title, "comments": matrix.method, "created": created_at})
    sheet = book.add_worksheet(_sheet_name(matrix.title))
    _write(sheet, matrix, matrix_words(language), _Formats(book))
    sheet.freeze_panes(1, 1)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.repeat_columns(0)
    sheet.set_footer("&L&F&R&P / &N")
    book.close()
    return file.getvalue()


class _Formats:
    """How cells look: never by colour alone, since a state is told in words."""

    def __init__(self, book: Workbook) -> None:
        whole = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#999999"}
        self.head: Format = book.add_format({**whole, "bold": True, "bg_color": "#EEEEEE"})
        self.label: Format = book.add_format({**whole, "bold": True})
        self.said: Format = book.add_format(whole)
        self.state: Format = book.add_format({**whole, "italic": True, "font_color": "#555555"})


def _write(sheet: Worksheet, matrix: PrintedMatrix, words: MatrixWords, formats: _Formats) -> None:
    sheet.set_column(0, 0, CASE_WIDTH)
    if matrix.columns:
        sheet.set_column(1, len(matrix.columns), CELL_WIDTH)
    for column, heading in enumerate((words.case, *matrix.columns)):
        sheet.write_string(0, column, heading, formats.head)
    for row, (label, cells) in enumerate(matrix.rows, start=1):
        sheet.write_string(row, 0, label, formats.label)
        texts = [_text(cell, words) for cell in cells]
        # Excel finds the height of a row itself, other programs do not.
        lines = max((_lines(text, CELL_WIDTH) for text in texts), default=1)
        lines = max(lines, _lines(label, CASE_WIDTH))
        sheet.set_row(row, min(lines * LINE_HEIGHT, MOST_HEIGHT))
        for column, (cell, text) in enumerate(zip(cells, texts, strict=True), start=1):
            looks = formats.said if cell.summary else formats.state
            sheet.write_string(row, column, text, looks)


def _text(cell: PrintedCell, words: MatrixWords) -> str:
    """Give a cell's words with its references under them."""
    said, references = cell.lines(words)
    if len(said) + len(references) >= MOST_SIGNS:
        said = f"{said[: max(MOST_SIGNS - len(references), 0)]} [...]"
    return "\n".join(filter(None, (said, references)))


def _lines(text: str, width: int) -> int:
    """Tell how many lines a text takes at most in a column, words kept whole."""
    return sum(max(len(wrap(line, width - 2)), 1) for line in text.split("\n"))


def _sheet_name(title: str) -> str:
    """Give a name that a spreadsheet takes for a sheet: at most 31 signs, and not all of them."""
    tidy = _NOT_IN_SHEET_NAMES.sub(" ", title).strip(" '")[:31].strip(" '")
    # Excel keeps this name for itself.
    return "Matrix" if tidy.casefold() in ("", "history") else tidy
