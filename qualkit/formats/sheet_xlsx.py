"""The quote sheet as a spreadsheet: decisions from a list, and only answers can be changed.

Every cell is text, so that none is a formula, also when it is edited. The same sheet gives the same
bytes.
"""

from io import BytesIO
from math import ceil

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range
from xlsxwriter.worksheet import Worksheet

from qualkit.domain.text import normalise
from qualkit.formats.sheet_table import QuoteSheet, cells_of
from qualkit.formats.sheet_words import (
    CLAIM,
    COLUMNS,
    CONTEXT,
    DECISION,
    ITEM_ID,
    LABEL,
    QUOTE,
    REASON,
    REFERENCE,
    REMARK,
    REVIEWER,
    SHEET_ID,
    STANCE,
    THEME,
)

WIDTHS = {
    ITEM_ID: 12,
    THEME: 20,
    CLAIM: 32,
    QUOTE: 54,
    LABEL: 14,
    REFERENCE: 10,
    DECISION: 19,
    REMARK: 34,
    REASON: 20,
    STANCE: 12,
    CONTEXT: 110,
    SHEET_ID: 14,
}
"""Of each column, in characters; the reviewer's name stands above the rows, once."""

MOST_SIGNS = 32_000
"""Excel takes no more than 32,767 in a cell; what is beyond is told by [...]."""

_KEYS = tuple(key for key in COLUMNS if key != REVIEWER)
_AT = {key: column for column, key in enumerate(_KEYS)}
_TITLE_ROW, _LEAD_ROW, _NAME_ROW, _KEY_ROW, _HEAD_ROW = range(5)
_FIRST_ROW = _HEAD_ROW + 1
_LINE_HEIGHT = 15.0
_MOST_HEIGHT = 409.0
_A4 = 9


def sheet_xlsx(sheet: QuoteSheet) -> bytes:
    """Give the sheet as the bytes of an .xlsx file."""
    file = BytesIO()
    # In memory: by way of temporary files, times of the day would come along.
    book = Workbook(file, {"in_memory": True, "strings_to_formulas": False})
    created_at = sheet.created_at.replace(tzinfo=None, microsecond=0)
    book.set_properties(
        {"title": f"{sheet.words.sheet}: {normalise(sheet.title)}", "created": created_at}
    )
    formats = _Formats(book)
    page = book.add_worksheet(sheet.words.sheet)
    _write_head(page, sheet, formats)
    _write_rows(page, sheet, formats)
    _offer_decisions(page, sheet)
    _lay_out(page, sheet)
    _write_how(book.add_worksheet(sheet.words.how_name), sheet, formats)
    book.close()
    return file.getvalue()


class _Formats:
    """How cells look: what is to be filled in has a frame and a light ground."""

    def __init__(self, book: Workbook) -> None:
        text = {"text_wrap": True, "valign": "top", "num_format": "@", "font_size": 11}
        padded = {**text, "align": "left", "indent": 1}
        rule = {**padded, "bottom": 1, "border_color": "#BBBBBB"}
        answer = {**padded, "border": 1, "border_color": "#999999", "locked": False}
        self.title: Format = book.add_format({"bold": True, "font_size": 15, "valign": "vcenter"})
        self.lead: Format = book.add_format({**text, "text_wrap": False, "valign": "vcenter"})
        self.how: Format = book.add_format(text)
        self.bold: Format = book.add_format({**text, "bold": True})
        self.head: Format = book.add_format({**rule, "bold": True, "bg_color": "#E9E6DF"})
        self.key: Format = book.add_format({"num_format": "@", "font_color": "#777777"})
        self.name: Format = book.add_format({**answer, "bg_color": "#FFFBEB"})
        small = {"font_size": 8, "font_color": "#777777", "text_wrap": False}
        muted = {"font_size": 9, "font_color": "#444444"}
        self.cells: dict[str, Format] = {
            key: book.add_format(rule) for key in (THEME, CLAIM, LABEL, REFERENCE, REASON, STANCE)
        }
        self.cells[ITEM_ID] = self.cells[SHEET_ID] = book.add_format({**rule, **small})
        self.cells[CONTEXT] = book.add_format({**rule, **muted})
        self.cells[QUOTE] = book.add_format({**answer, "font_size": 12})
        self.cells[DECISION] = self.cells[REMARK] = self.name


def _write_head(page: Worksheet, sheet: QuoteSheet, formats: _Formats) -> None:
    """Write what stands above the rows: the title, how to answer, the name, keys and headings."""
    words = sheet.words
    page.set_row(_TITLE_ROW, 24)
    page.set_row(_LEAD_ROW, 20)
    page.write_string(_TITLE_ROW, 1, f"{words.sheet}: {normalise(sheet.title)}", formats.title)
    page.write_string(_LEAD_ROW, 1, words.lead, formats.lead)
    page.write_string(_NAME_ROW, 1, words.columns[REVIEWER], formats.bold)
    page.merge_range(_NAME_ROW, 2, _NAME_ROW, 3, "", formats.name)
    page.set_row(_NAME_ROW, 21)
    page.set_row(_HEAD_ROW, 18)
    if sheet.rows:
        joint, end = words.answered
        answers = xl_range(_FIRST_ROW, _AT[DECISION], _last_row(sheet), _AT[DECISION])
        told = f"{joint} {len(sheet.rows)} {end}"
        page.write_formula(
            _NAME_ROW, _AT[DECISION], f'=COUNTA({answers})&" {told}"', formats.lead, f"0 {told}"
        )
    page.set_row(_KEY_ROW, None, None, {"hidden": True})
    for column, key in enumerate(_KEYS):
        page.write_string(_KEY_ROW, column, key, formats.key)
        page.write_string(_HEAD_ROW, column, words.columns[key], formats.head)


def _write_rows(page: Worksheet, sheet: QuoteSheet, formats: _Formats) -> None:
    for number, row in enumerate(sheet.rows, start=_FIRST_ROW):
        cells = cells_of(sheet, row)
        # Excel finds the height of a row itself, other programs do not.
        height = max(
            *(_lines(cells[key], WIDTHS[key]) * _LINE_HEIGHT for key in (THEME, CLAIM, REASON)),
            _lines(cells[QUOTE], WIDTHS[QUOTE] * 11 // 12) * _LINE_HEIGHT * 12 / 11,
            _lines(cells[CONTEXT], WIDTHS[CONTEXT] * 11 // 9) * _LINE_HEIGHT * 9 / 11,
        )
        page.set_row(number, min(height + 6, _MOST_HEIGHT))
        for column, key in enumerate(_KEYS):
            if cells[key]:
                page.write_string(number, column, _fitting(cells[key]), formats.cells[key])
            else:
                page.write_blank(number, column, None, formats.cells[key])
    if not sheet.rows:
        page.write_string(_FIRST_ROW, 1, sheet.words.no_quotes, formats.lead)


def _offer_decisions(page: Worksheet, sheet: QuoteSheet) -> None:
    """Let a decision be chosen from a list."""
    title, message = sheet.words.wrong_decision
    last = max(_last_row(sheet), _FIRST_ROW)
    page.data_validation(
        _FIRST_ROW,
        _AT[DECISION],
        last,
        _AT[DECISION],
        {
            "validate": "list",
            "source": [*sheet.words.decisions.values()],
            "error_title": title,
            "error_message": message,
        },
    )


def _lay_out(page: Worksheet, sheet: QuoteSheet) -> None:
    for key, column in _AT.items():
        options = {"hidden": True} if key == SHEET_ID else {}
        page.set_column(column, column, WIDTHS[key], None, options)
    page.freeze_panes(_FIRST_ROW, 0)
    page.autofilter(_HEAD_ROW, 0, max(_last_row(sheet), _FIRST_ROW), len(_KEYS) - 1)
    changeable = ("format_cells", "format_columns", "format_rows", "sort", "autofilter")
    page.protect("", dict.fromkeys(changeable, True))
    page.set_selection(_NAME_ROW, 2, _NAME_ROW, 2)
    page.hide_gridlines(2)
    page.set_landscape()
    page.set_paper(_A4)
    page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    page.fit_to_pages(1, 0)
    page.repeat_rows(_HEAD_ROW)
    # The columns beyond, with what was said around a quote, would make the print too small to read.
    page.print_area(0, 0, max(_last_row(sheet), _FIRST_ROW), _AT[REMARK])
    page.set_footer(f"&L&F  {sheet.sheet_id}&R&P / &N")


def _write_how(page: Worksheet, sheet: QuoteSheet, formats: _Formats) -> None:
    """Tell on a sheet of its own how to answer, and what the decisions mean."""
    words = sheet.words
    page.set_column(0, 0, 24)
    page.set_column(1, 1, 90)
    page.hide_gridlines(2)
    page.write_string(0, 0, words.how_name, formats.title)
    row = 1
    for paragraph in (words.lead, *words.how, words.how_in_excel):
        page.merge_range(row, 0, row, 1, paragraph, formats.how)
        page.set_row(row, _LINE_HEIGHT * _lines(paragraph, 110) + 6)
        row += 1
    for decision, word in words.decisions.items():
        row += 1
        page.write_string(row, 0, word, formats.bold)
        page.write_string(row, 1, words.meanings[decision], formats.how)


def _last_row(sheet: QuoteSheet) -> int:
    return _FIRST_ROW + len(sheet.rows) - 1


def _fitting(text: str) -> str:
    return text if len(text) <= MOST_SIGNS else f"{text[:MOST_SIGNS]} [...]"


def _lines(text: str, width: int) -> int:
    """Tell about how many lines a text takes in a column, words kept whole."""
    return sum(max(ceil(len(line) * 1.1 / (width - 2)), 1) for line in text.split("\n"))
