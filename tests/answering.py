"""Filling in sheets as co-authors do: in a table program, in Word, on the page."""

import csv
import io
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from docx import Document
from openpyxl import load_workbook


class Filled(NamedTuple):
    """What is written on a sheet about one quote; None leaves what stands there."""

    decision: str = ""
    remark: str = ""
    quote: str | None = None


Answers = Mapping[str, Filled]
"""By the id of the quote or vignette."""


def fill(path: Path, answers: Answers, reviewer: str = "") -> Path:
    """Fill in a sheet of any format, in place."""
    _FILL[path.suffix](path, answers, reviewer)
    return path


def rows_of(path: Path) -> list[dict[str, str]]:
    """Read a sheet in CSV as it is, without the choices behind the heading."""
    text = path.read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def save_rows(
    path: Path, rows: list[dict[str, str]], separator: str = ";", encoding: str = "utf-8-sig"
) -> Path:
    """Save rows as some table program does."""
    sheet = io.StringIO()
    writer = csv.DictWriter(sheet, list(rows[0]), delimiter=separator, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    path.write_bytes(sheet.getvalue().encode(encoding))
    return path


def _fill_csv(path: Path, answers: Answers, reviewer: str) -> None:
    rows = rows_of(path)
    decision = next(key for key in rows[0] if key.startswith("decision"))
    for row in rows:
        filled = answers.get(row["item_id"], Filled())
        row[decision], row["remark"], row["reviewer"] = filled.decision, filled.remark, reviewer
        row["quote"] = row["quote"] if filled.quote is None else filled.quote
    save_rows(path, rows)


def _fill_xlsx(path: Path, answers: Answers, reviewer: str) -> None:
    book = load_workbook(path)
    page: Any = book.worksheets[0]
    keys: list[str] = []
    for row in page.iter_rows():
        values = [cell.value for cell in row]
        if "item_id" in values:
            keys = values
        elif values[1] in ("Uw naam", "Your name") and not keys:
            row[2].value = reviewer
        elif keys and (filled := answers.get(values[keys.index("item_id")])):
            row[keys.index("decision")].value = filled.decision
            _write_text(row[keys.index("remark")], filled.remark)
            if filled.quote is not None:
                _write_text(row[keys.index("quote")], filled.quote)
    book.save(path)


def _write_text(cell: Any, words: str) -> None:
    cell.value = words
    cell.data_type = "s"


def _fill_docx(path: Path, answers: Answers, reviewer: str) -> None:
    document = Document(str(path))
    document.tables[0].cell(0, 1).text = reviewer
    for table in document.tables[1:]:
        for row in table.rows:
            filled = answers.get(row.cells[0].text)
            if filled is None:
                continue
            if filled.quote is not None:
                row.cells[1].text = filled.quote
            if filled.decision:
                row.cells[3].text = filled.decision
            row.cells[4].text = filled.remark
    document.save(str(path))


_FILL: Mapping[str, Callable[[Path, Answers, str], None]] = {
    ".csv": _fill_csv,
    ".xlsx": _fill_xlsx,
    ".docx": _fill_docx,
}


def page_answers(path: Path, sheet_id: str, answers: Answers, reviewer: str = "") -> Path:
    """Save answers as the page does."""
    given = [
        {
            "item_id": item_id,
            "decision": filled.decision,
            "remark": filled.remark,
            **({} if filled.quote is None else {"quote": filled.quote}),
        }
        for item_id, filled in answers.items()
    ]
    held = {"sheet_id": sheet_id, "reviewer": reviewer, "answers": given}
    path.write_text(json.dumps(held, ensure_ascii=False), "utf-8")
    return path
