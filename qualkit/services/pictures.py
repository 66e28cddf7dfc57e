"""Pictures of the map and the spread; Matplotlib is loaded when one is drawn, and not before."""

from qualkit.domain.thematic_maps import ThematicMap
from qualkit.formats.map_layout import lay_out_map
from qualkit.formats.map_text import described
from qualkit.formats.map_words import map_words


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
