"""The quote sheet as a bare table, and as text to read."""

from qualkit.domain.quotation_marks import in_quotation_marks
from qualkit.domain.text import normalise, one_line
from qualkit.formats.csv_tables import write_table
from qualkit.formats.sheet_table import QuoteSheet, SheetRow, cells_of
from qualkit.formats.sheet_words import COLUMNS, DECISION
from qualkit.formats.templating import markdown_templates


def sheet_csv(sheet: QuoteSheet) -> bytes:
    """Give the sheet as CSV: the keys in its first line, behind one the decisions there are."""
    choices = " / ".join(sheet.words.decisions.values())
    header = [f"{key} ({choices})" if key == DECISION else key for key in COLUMNS]
    rows = ([*cells_of(sheet, row).values()] for row in sheet.rows)
    return write_table(header, rows, sheet.language)


def sheet_markdown(sheet: QuoteSheet) -> bytes:
    """Give the sheet as Markdown to read, by theme and claim."""

    def remarks(row: SheetRow) -> str:
        return "; ".join(filter(None, (sheet.stance(row), row.reason, row.item_id)))

    def printed(row: SheetRow) -> str:
        if row.is_vignette:
            return one_line(row.words)
        return f"{in_quotation_marks(row.words)} {row.in_brackets}".rstrip()

    template = markdown_templates().get_template("sheet.md.j2")
    page = template.render(
        sheet=sheet,
        words=sheet.words,
        by_theme=sheet.by_theme(),
        printed=printed,
        remarks=remarks,
    )
    return normalise(page).encode()
