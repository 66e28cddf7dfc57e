"""Pictures as plain data: words, frames, lines and discs at places in points, y downwards.

What is laid out here is drawn by `matplotlib_drawing`; nothing in a picture is told by colour.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum, StrEnum


@dataclass(frozen=True, slots=True)
class Font:
    """A font that comes with Matplotlib, and its size in points."""

    file: str
    size: float

    @property
    def leading(self) -> float:
        """From one line to the next."""
        return self.size * 1.32


class Style(Enum):
    """How words are set."""

    TITLE = Font("DejaVuSans-Bold.ttf", 13)
    NAME = Font("DejaVuSans-Bold.ttf", 10)
    PART = Font("DejaVuSans-Bold.ttf", 9)
    IDEA = Font("DejaVuSans-Oblique.ttf", 8.5)
    PLAIN = Font("DejaVuSans.ttf", 8.5)
    SMALL = Font("DejaVuSans.ttf", 8)
    NUMBER = Font("DejaVuSans-Bold.ttf", 8)

    @property
    def leading(self) -> float:
        """From one line to the next, in points."""
        return self.value.leading


class Stroke(StrEnum):
    """How a line runs; it tells a kind where others would use a colour."""

    HAIR = "hair"
    """A fine line that guides the eye and means nothing."""
    SOLID = "solid"
    HEAVY = "heavy"
    DASHED = "dashed"
    DOTTED = "dotted"
    MIXED = "mixed"


Measure = Callable[[str, Style], float]
"""Gives how wide words are in a style, in points."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Words:
    """A line of words; y is their base line."""

    x: float
    y: float
    text: str
    style: Style = Style.PLAIN
    align: str = "left"
    """Or "center"."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A box."""

    x: float
    y: float
    width: float
    height: float
    stroke: Stroke = Stroke.SOLID
    round: float = 0
    """The radius of its corners."""


@dataclass(frozen=True, slots=True)
class Route:
    """A line through some points, with the heads of an arrow where it has them."""

    points: tuple[Point, ...]
    stroke: Stroke = Stroke.SOLID
    begins_with_head: bool = False
    ends_with_head: bool = False


@dataclass(frozen=True, slots=True)
class Disc:
    """A round spot: white with a number in it, or filled."""

    x: float
    y: float
    radius: float
    text: str = ""
    is_filled: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """A whole picture; later things lie over earlier ones: frames, routes, discs, words."""

    width: float
    height: float
    frames: tuple[Frame, ...] = ()
    routes: tuple[Route, ...] = ()
    discs: tuple[Disc, ...] = ()
    words: tuple[Words, ...] = ()


def wrapped(text: str, width: float, style: Style, measure: Measure) -> list[str]:
    """Break text between words, and within one that is wider than a line."""
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and measure(joined, style) <= width:
            lines[-1] = joined
        else:
            lines.extend(_broken(word, width, style, measure))
    return lines


def _broken(word: str, width: float, style: Style, measure: Measure) -> Iterator[str]:
    """Give a word in pieces that fit, each but the last with a hyphen."""
    while len(word) > 2 and measure(word, style) > width:
        room = len(word) - 1
        while room > 1 and measure(f"{word[:room]}-", style) > width:
            room -= 1
        # Where the word has a hyphen of its own, that is the better place.
        own = word.rfind("-", 2, room)
        if own > room // 2:
            yield word[: own + 1]
            word = word[own + 1 :]
        else:
            yield f"{word[:room]}-"
            word = word[room:]
    yield word
