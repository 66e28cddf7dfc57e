"""Themes as one HTML page that needs nothing else: no script, no fonts, no network."""

from qualkit.domain.wording import in_quotation_marks
from qualkit.formats.headings import headings
from qualkit.formats.templating import html_templates
from qualkit.formats.themes_report import ThemesReport, place_of


def render_themes(report: ThemesReport) -> str:
    """Give the page; everything that comes from the project is escaped."""
    return (
        html_templates()
        .get_template("themes.html.j2")
        .render(
            report=report,
            words=headings(report.language),
            in_quotation_marks=in_quotation_marks,
            place_of=place_of,
        )
    )
