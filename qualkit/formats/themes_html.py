"""Themes as one HTML page that needs nothing else: no script, no fonts, no network."""

from markupsafe import Markup

from qualkit.domain.quotation_marks import in_quotation_marks
from qualkit.domain.thematic_maps import MapLine
from qualkit.formats.decision_words import decision_words
from qualkit.formats.headings import headings
from qualkit.formats.map_text import line_told
from qualkit.formats.map_words import map_words
from qualkit.formats.spread_table import meaning
from qualkit.formats.templating import html_templates
from qualkit.formats.themes_report import ThemesReport


def render_themes(report: ThemesReport, map_picture: str = "", spread_picture: str = "") -> str:
    """Give the page; everything that comes from the project is escaped.

    The pictures are SVG elements of ours, put in as they are.
    """
    maps = map_words(report.language)

    def told(line: MapLine) -> str:
        return line_told(line, maps)

    return (
        html_templates()
        .get_template("themes.html.j2")
        .render(
            report=report,
            words=headings(report.language),
            maps=maps,
            decided=decision_words(report.language),
            in_quotation_marks=in_quotation_marks,
            line_told=told,
            meaning=meaning(report.spread, report.language) if report.spread else "",
            map_picture=Markup(map_picture),
            spread_picture=Markup(spread_picture),
        )
    )
