"""The quote sheet: every chosen quote as it will be printed, for co-authors without the tool."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from qualkit.domain.themes import ChosenQuote
from qualkit.formats.csv_tables import write_table
from qualkit.formats.headings import headings
from qualkit.formats.templating import markdown_templates
from qualkit.formats.themes_report import cited

COLUMNS = (
    "quote_id",
    "theme",
    "claim",
    "quote",
    "label",
    "reference",
    "stance",
    "reason",
    "edited",
    "code",
)
"""The same in every language, so that a sheet can be read back."""


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """A quote with where it belongs."""

    theme_number: str
    """1, 1.1, 2 … as in the export of themes."""
    theme: str
    claim: str
    """Empty while it supports none."""
    item: ChosenQuote


def quotes_csv(rows: Iterable[QuoteRow], language: str) -> bytes:
    """Give the sheet as CSV, one quote a row."""
    return write_table(COLUMNS, map(_cells, rows), language)


def quotes_markdown(title: str, rows: Sequence[QuoteRow], language: str) -> str:
    """Give the sheet as Markdown to read, by theme and claim."""
    words = headings(language)

    def remarks(item: ChosenQuote) -> str:
        quote = item.quote
        parts = [words.stances[quote.stance]]
        if quote.reason:
            parts.append(f"{words.reason}: {words.reasons[quote.reason]}")
        if quote.printed is not None:
            parts.append(words.edited)
        return "; ".join([*parts, f"{words.code}: {item.segment.code.name}", quote.id])

    template = markdown_templates().get_template("quotes.md.j2")
    by_theme = [
        (number, theme, [(claim, list(items)) for claim, items in groupby(group, _claim_of)])
        for (number, theme), group in groupby(rows, _theme_of)
    ]
    return template.render(
        title=title, by_theme=by_theme, words=words, cited=cited, remarks=remarks
    )


def _theme_of(row: QuoteRow) -> tuple[str, str]:
    return row.theme_number, row.theme


def _claim_of(row: QuoteRow) -> str:
    return row.claim


def _cells(row: QuoteRow) -> tuple[str, ...]:
    quote, segment = row.item.quote, row.item.segment
    return (
        quote.id,
        row.theme,
        row.claim,
        row.item.words,
        row.item.label,
        row.item.reference,
        quote.stance,
        quote.reason or "",
        "no" if quote.printed is None else "yes",
        segment.code.name,
    )
