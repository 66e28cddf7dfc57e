"""CSV tables that office programs open right and that cannot act as formulas.

UTF-8 with a byte order mark, because Excel takes any other UTF-8 file for Windows-1252. The
separator is the one that Excel expects where the language of the study is spoken: a semicolon
where a comma stands in decimals, as in Dutch, and a comma in English. A cell that a spreadsheet
would take for a formula gets an apostrophe before it; `unguarded` takes it off again.
"""

import csv
import io
from collections.abc import Iterable, Sequence

# Their full-width forms count as well, for spreadsheets set to an East Asian language.
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")

Cell = str | int | None


def write_table(header: Sequence[str], rows: Iterable[Sequence[Cell]], language: str) -> bytes:
    """Give a table as the bytes of a CSV file; an empty cell stands for None."""
    sheet = io.StringIO()
    writer = csv.writer(sheet, delimiter=separator(language), lineterminator="\r\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow([guarded(cell) if isinstance(cell, str) else cell for cell in row])
    return sheet.getvalue().encode("utf-8-sig")


def separator(language: str) -> str:
    """Give what stands between cells in the tables of a study."""
    return "," if language == "en" else ";"


def guarded(cell: str) -> str:
    """Give a cell with an apostrophe before it if a spreadsheet would take it for a formula."""
    return f"'{cell}" if _is_risky(cell) else cell


def unguarded(cell: str) -> str:
    """Give a cell as it was before `guarded`."""
    return cell[1:] if cell.startswith("'") and _is_risky(cell) else cell


def _is_risky(cell: str) -> bool:
    # A text that has apostrophes of its own there gets one more, so that taking off is exact.
    return cell.lstrip("'").startswith(_FORMULA_SIGNS)
