"""Pictures of the map and the spread; Matplotlib is loaded when one is drawn, and not before."""

import re

from qualkit.domain.thematic_maps import ThematicMap
from qualkit.formats.map_layout import lay_out_map
from qualkit.formats.map_text import described, map_markdown
from qualkit.formats.map_words import map_words
from qualkit.formats.spread_layout import lay_out_spread
from qualkit.formats.spread_table import (
    SpreadTable,
    spread_csv,
    spread_described,
    spread_markdown,
)
from qualkit.formats.themes_report import ThemesReport


def map_content(whole: ThematicMap, format: str, language: str) -> bytes:
    """Give the thematic map as a file: "svg", "png", or "md" in words."""
    if format == "png":
        return map_png(whole, language)
    told = map_svg if format == "svg" else map_markdown
    return told(whole, language).encode()


def spread_content(table: SpreadTable, format: str, language: str) -> bytes:
    """Give the spread as a file: "svg", "png", "csv" or "md".

    Raises:
        InvalidInputError: it is too large for a picture.
    """
    if format == "png":
        return spread_png(table, language)
    if format == "csv":
        return spread_csv(table, language)
    told = spread_svg if format == "svg" else spread_markdown
    return told(table, language).encode()


def report_pictures(report: ThemesReport) -> dict[str, str]:
    """Give the pictures that go with an export of themes, by the names of their files.

    A spread that is too large for one is there as a table only.
    """
    words, language = map_words(report.language), report.language
    pictures = {}
    if report.pages:
        pictures[f"{words.file}.svg"] = map_svg(report.map, language)
    if report.spread and report.spread.fits_picture:
        pictures[f"{words.spread_file}.svg"] = spread_svg(report.spread, language)
    return pictures


def inline(svg: str) -> str:
    """Give an SVG element as it stands in an HTML page, which knows its namespaces."""
    return re.sub(r' xmlns(:xlink)?="[^"]*"', "", svg, count=2).replace(" xlink:href=", " href=")


def map_svg(map: ThematicMap, language: str) -> str:
    """Give the thematic map as an SVG element."""
    from qualkit.formats.matplotlib_drawing import draw_svg, measure  # noqa: PLC0415

    words = map_words(language)
    drawing = lay_out_map(map, language, measure)
    title = f"{words.map}: {map.title}"
    return draw_svg(drawing, title, described(map, language), words.file)


def map_png(map: ThematicMap, language: str) -> bytes:
    """Give the thematic map as PNG."""
    from qualkit.formats.matplotlib_drawing import draw_png, measure  # noqa: PLC0415

    return draw_png(lay_out_map(map, language, measure))


def spread_svg(table: SpreadTable, language: str) -> str:
    """Give the spread as an SVG element.

    Raises:
        InvalidInputError: it is too large for a picture.
    """
    from qualkit.formats.matplotlib_drawing import draw_svg, measure  # noqa: PLC0415

    words = map_words(language)
    drawing = lay_out_spread(table, language, measure)
    title = f"{words.spread}: {table.title}"
    return draw_svg(drawing, title, spread_described(table, language), words.spread_file)


def spread_png(table: SpreadTable, language: str) -> bytes:
    """Give the spread as PNG.

    Raises:
        InvalidInputError: it is too large for a picture.
    """
    from qualkit.formats.matplotlib_drawing import draw_png, measure  # noqa: PLC0415

    return draw_png(lay_out_spread(table, language, measure))
