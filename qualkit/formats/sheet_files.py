"""The formats of a quote sheet; what each needs is loaded when one is written."""

from collections.abc import Callable, Mapping

from qualkit.formats.sheet_csv import sheet_csv, sheet_markdown
from qualkit.formats.sheet_table import QuoteSheet


def _xlsx(sheet: QuoteSheet) -> bytes:
    from qualkit.formats.sheet_xlsx import sheet_xlsx  # noqa: PLC0415

    return sheet_xlsx(sheet)


def _docx(sheet: QuoteSheet) -> bytes:
    from qualkit.formats.sheet_docx import sheet_docx  # noqa: PLC0415

    return sheet_docx(sheet)


def _html(sheet: QuoteSheet) -> bytes:
    from qualkit.formats.sheet_html import sheet_html  # noqa: PLC0415

    return sheet_html(sheet)


SHEET_FORMATS: Mapping[str, Callable[[QuoteSheet], bytes]] = {
    "xlsx": _xlsx,
    "csv": sheet_csv,
    "docx": _docx,
    "html": _html,
    "md": sheet_markdown,
}
"""By the name of the format, the one that is meant for most co-authors first."""
