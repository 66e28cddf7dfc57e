"""An overview of phrases as one page that needs nothing else: no script, no fonts, no network."""

from qualkit.domain.phrase_overview import PhraseOverview
from qualkit.domain.text import normalise
from qualkit.domain.wording import tongue
from qualkit.formats.phrase_overview_table import phrase_table
from qualkit.formats.templating import html_templates


def phrase_overview_html(overview: PhraseOverview) -> bytes:
    """Give the page; everything that comes from the material is escaped."""
    table = phrase_table(overview)
    page = (
        html_templates()
        .get_template("phrases.html.j2")
        .render(
            title=overview.title,
            language=tongue(overview.language),
            table=table,
            words=table.words,
            rows=tuple(zip(table.rows, table.shares, strict=True)),
            new_rows=tuple(zip(table.new_rows, table.new_shares, strict=True)),
        )
    )
    return normalise(page).encode()
