"""Drawing a picture with Matplotlib, as SVG or PNG: the same drawing gives the same bytes.

Only what draws imports this module, since Matplotlib takes its time to load.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

from matplotlib import get_data_path, rc_context, rcParams, rcParamsDefault
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, get_font
from matplotlib.patches import Circle, FancyBboxPatch, Polygon
from matplotlib.textpath import TextToPath

from qualkit.formats.drawing import Disc, Drawing, Font, Frame, Point, Route, Stroke, Style, Words

INK = "#1a1a1a"
PNG_DOTS = 200
"""Dots an inch, enough for print."""
MOST_DOTS = 20_000
"""Along one side of a PNG; a larger picture gets fewer an inch."""
POINTS = 72
"""An inch."""
HEAD = 7.0
"""The length of the head of an arrow, in points."""
UNKNOWN = "\u25a1"
"""Stands for a sign that the fonts do not have."""

_STROKES: dict[Stroke, tuple[float, tuple[float, tuple[float, ...] | None]]] = {
    Stroke.HAIR: (0.3, (0, None)),
    Stroke.SOLID: (1.0, (0, None)),
    Stroke.HEAVY: (1.8, (0, None)),
    Stroke.DASHED: (1.0, (0, (5, 3))),
    Stroke.DOTTED: (1.3, (0, (1.3, 2.2))),
    Stroke.MIXED: (1.2, (0, (7, 2.5, 1.3, 2.5))),
}
"""Width in points, and dashes."""


def measure(text: str, style: Style) -> float:
    """Give how wide words are in a style, in points."""
    width, _height, _descent = TextToPath().get_text_width_height_descent(
        _shown(text, style.value), _properties(style.value), ismath=False
    )
    return float(width)


def draw_png(drawing: Drawing) -> bytes:
    """Give a picture as PNG."""
    with _own_settings():
        output = BytesIO()
        dots = min(PNG_DOTS, MOST_DOTS * POINTS / max(drawing.width, drawing.height))
        _figure(drawing).savefig(output, format="png", dpi=dots, metadata={"Software": None})
    return output.getvalue()


def draw_svg(drawing: Drawing, title: str, description: str, name: str) -> str:
    """Give a picture as an SVG element, with its title and description for who cannot see it.

    `name` keeps its parts apart from those of another picture on the same page.
    """
    with _own_settings():
        output = BytesIO()
        nothing = dict.fromkeys(("Date", "Creator", "Format", "Type"))
        _figure(drawing).savefig(output, format="svg", metadata=nothing)
    return _tidy(output.getvalue().decode(), title, description, name)


def _tidy(svg: str, title: str, description: str, name: str) -> str:
    """Leave out the prologue and comments, and put in what the picture shows."""
    body = re.sub(r"<!--.*?-->\s*", "", svg[svg.index("<svg") :], flags=re.DOTALL)
    body = re.sub(r"\s*<metadata>.*?</metadata>", "", body, count=1, flags=re.DOTALL)
    body = re.sub(r'(\bid="|href="#|url\(#)', rf"\g<1>{name}-", body)
    # Before its own words are in: what a person wrote is not touched by any of this.
    head, _sign, rest = body.partition(">")
    labelled = f' role="img" aria-labelledby="{name}-title {name}-description"'
    about = (
        f'\n <title id="{name}-title">{escape(title)}</title>'
        f'\n <desc id="{name}-description">{escape(description)}</desc>'
    )
    return f"{head}{labelled}>{about}{rest}"


@contextmanager
def _own_settings() -> Iterator[None]:
    """Draw with Matplotlib's own settings, whatever a person's file of settings says."""
    with rc_context():
        rcParams.update({**rcParamsDefault, "backend": "agg"})
        rcParams.update(
            {"svg.hashsalt": "qualkit", "svg.fonttype": "path", "text.hinting": "no_hinting"}
        )
        yield


def _figure(drawing: Drawing) -> Figure:
    figure = Figure(figsize=(drawing.width / POINTS, drawing.height / POINTS), facecolor="white")
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.set_xlim(0, drawing.width)
    axes.set_ylim(drawing.height, 0)
    for frame in drawing.frames:
        _draw_frame(axes, frame)
    for route in drawing.routes:
        _draw_route(axes, route)
    for disc in drawing.discs:
        _draw_disc(axes, disc)
    for words in drawing.words:
        _draw_words(axes, words)
    return figure


def _draw_frame(axes: Axes, frame: Frame) -> None:
    width, dashes = _STROKES[frame.stroke]
    box = FancyBboxPatch(
        (frame.x, frame.y),
        frame.width,
        frame.height,
        boxstyle=f"round,pad=0,rounding_size={frame.round}" if frame.round else "square,pad=0",
        facecolor="white",
        edgecolor=INK,
        linewidth=width,
        linestyle=dashes if dashes[1] else "solid",
        clip_on=False,
    )
    axes.add_patch(box)


def _draw_route(axes: Axes, route: Route) -> None:
    width, dashes = _STROKES[route.stroke]
    points = list(route.points)
    if route.begins_with_head:
        points[0] = _draw_head(axes, points[1], points[0])
    if route.ends_with_head:
        points[-1] = _draw_head(axes, points[-2], points[-1])
    axes.plot(
        [x for x, _y in points],
        [y for _x, y in points],
        color=INK,
        linewidth=width,
        linestyle=dashes if dashes[1] else "solid",
        dash_capstyle="butt",
        solid_joinstyle="round",
        clip_on=False,
    )


def _draw_head(axes: Axes, start: Point, tip: Point) -> Point:
    """Draw the head of an arrow along a level or upright stretch; gives where the line ends."""
    along_x = (tip[0] > start[0]) - (tip[0] < start[0])
    along_y = (tip[1] > start[1]) - (tip[1] < start[1])
    foot = (tip[0] - HEAD * along_x, tip[1] - HEAD * along_y)
    half = HEAD * 0.42
    corners = [
        tip,
        (foot[0] - half * along_y, foot[1] - half * along_x),
        (foot[0] + half * along_y, foot[1] + half * along_x),
    ]
    axes.add_patch(Polygon(corners, facecolor=INK, edgecolor="none", clip_on=False))
    return foot


def _draw_disc(axes: Axes, disc: Disc) -> None:
    axes.add_patch(
        Circle(
            (disc.x, disc.y),
            disc.radius,
            facecolor=INK if disc.is_filled else "white",
            edgecolor=INK,
            linewidth=1.0,
            clip_on=False,
            zorder=3,
        )
    )
    if disc.text:
        font = Style.NUMBER.value
        below = disc.y + font.size * 0.36
        _draw_words(axes, Words(disc.x, below, disc.text, Style.NUMBER, "center"))


def _draw_words(axes: Axes, words: Words) -> None:
    font = words.style.value
    axes.text(
        words.x,
        words.y,
        _shown(words.text, font),
        fontproperties=_properties(font),
        color=INK,
        horizontalalignment=words.align,
        verticalalignment="baseline",
        parse_math=False,
        clip_on=False,
        zorder=4,
    )


@lru_cache
def _properties(font: Font) -> FontProperties:
    return FontProperties(fname=_path(font), size=font.size)


def _path(font: Font) -> str:
    return str(Path(get_data_path()) / "fonts" / "ttf" / font.file)


def _shown(text: str, font: Font) -> str:
    """Give words in signs that a font has."""
    known = get_font(_path(font))
    return "".join(sign if known.get_char_index(ord(sign)) else UNKNOWN for sign in text)
