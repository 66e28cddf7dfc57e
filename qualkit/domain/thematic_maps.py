"""The thematic map: themes with their subthemes and codes, and the lines between them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from qualkit.domain.text import one_line
from qualkit.domain.theme_relations import RelationKind
from qualkit.domain.theme_tree import ThemeEntry
from qualkit.domain.themes import Theme, ThemeStatus

IDEA_LENGTH = 130
"""Code points of a central idea on the map."""


@dataclass(frozen=True, slots=True)
class MapTheme:
    """A theme on the map."""

    id: str
    number: str
    """"2", and "2.1" for the first subtheme of the second theme."""
    name: str
    idea: str
    status: ThemeStatus
    codes: tuple[str, ...] = ()
    """Names, in the order in which they were gathered."""
    subthemes: tuple["MapTheme", ...] = ()

    @property
    def short_idea(self) -> str:
        """The central idea, cut where it is long: after its first sentence if that will do."""
        idea = one_line(self.idea)
        first = idea.partition(". ")[0]
        if len(first) < len(idea) and len(first) < IDEA_LENGTH:
            return f"{first}."
        return one_line(idea, IDEA_LENGTH)

    def whole(self) -> Iterator["MapTheme"]:
        """Give the theme and all that is under it, from the top."""
        yield self
        for subtheme in self.subthemes:
            yield from subtheme.whole()


@dataclass(frozen=True, slots=True)
class MapLine:
    """A line between two themes."""

    number: int
    """1, 2, 3 … on the map."""
    theme: MapTheme
    other: MapTheme
    kind: RelationKind
    sentence: str
    """How they stand to each other, in the researcher's words; may be empty."""


@dataclass(frozen=True, slots=True)
class ThematicMap:
    """The themes of a project that are not dropped, and how they stand to each other."""

    title: str
    """Of the project."""
    themes: tuple[MapTheme, ...]
    """Those at the top, in the researcher's order."""
    lines: tuple[MapLine, ...]

    def everything(self) -> Iterator[MapTheme]:
        """Give every theme, each before its subthemes."""
        for theme in self.themes:
            yield from theme.whole()


def numbered(entries: Iterable[ThemeEntry]) -> tuple[tuple[str, Theme], ...]:
    """Give themes of a tree with their numbers: 1, 1.1, 1.2, 2 …"""
    found: list[tuple[str, Theme]] = []
    counts: list[int] = []
    for entry in entries:
        counts = [*counts, 0][: entry.depth + 1]
        counts[entry.depth] += 1
        found.append((".".join(map(str, counts)), entry.theme))
    return tuple(found)
