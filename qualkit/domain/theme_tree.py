"""Themes as a tree: subthemes behind the theme that they are part of."""

from collections.abc import Iterable
from dataclasses import dataclass

from qualkit.domain.themes import Theme, ThemeStatus


@dataclass(frozen=True, slots=True)
class ThemeEntry:
    """A theme as a line of the tree."""

    theme: Theme
    depth: int
    """0 for a theme that is part of none that is shown."""


def theme_tree(themes: Iterable[Theme], dropped: bool = True) -> tuple[ThemeEntry, ...]:
    """Order themes as a tree, depth first, siblings as they were given.

    Without dropped themes, what is below one stands in its place.
    """
    below: dict[str | None, list[Theme]] = {}
    given = list(themes)
    known = {theme.id for theme in given}
    for theme in given:
        below.setdefault(theme.parent_id if theme.parent_id in known else None, []).append(theme)
    entries: list[ThemeEntry] = []
    waiting = [(theme, 0) for theme in reversed(below.get(None, []))]
    while waiting:
        theme, depth = waiting.pop()
        is_shown = dropped or theme.status is not ThemeStatus.DROPPED
        if is_shown:
            entries.append(ThemeEntry(theme, depth))
        waiting.extend((child, depth + is_shown) for child in reversed(below.get(theme.id, [])))
    return tuple(entries)


def parts_of(themes: Iterable[Theme], theme_id: str) -> frozenset[str]:
    """Give the ids of a theme and of every subtheme below it that is not dropped."""
    below: dict[str | None, list[str]] = {}
    for theme in themes:
        if theme.status is not ThemeStatus.DROPPED:
            below.setdefault(theme.parent_id, []).append(theme.id)
    found, waiting = set[str](), [theme_id]
    while waiting:
        current = waiting.pop()
        found.add(current)
        waiting.extend(below.get(current, []))
    return frozenset(found)
