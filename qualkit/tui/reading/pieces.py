"""Cutting a row into pieces that are drawn alike."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Flag, auto
from itertools import pairwise

from qualkit.domain.spans import Span
from qualkit.tui.reading.coded import Codings
from qualkit.tui.reading.layout import Row
from qualkit.tui.reading.stretches import Stretches
from qualkit.tui.reading.wrapping import clusters, is_narrow


class Look(Flag):
    """What there is to see about some words."""

    PLAIN = 0
    CONTEXT = auto()
    """Said by an interviewer or helper."""
    CODED = auto()
    CODED_AGAIN = auto()
    """Coded more than once."""
    HERE = auto()
    """In a coding that the cursor is in; or where the borders of the one being moved were."""
    OFFERED = auto()
    """A suggested phrase."""
    WATCHED = auto()
    """A phrase that is looked out for."""
    REPLACED = auto()
    """Something else is printed in its place."""
    FOUND = auto()
    SELECTED = auto()
    CURSOR = auto()


NOWHERE = Stretches(())


@dataclass(frozen=True, slots=True)
class Scene:
    """All that decides how words look at one moment."""

    codings: Codings = field(default_factory=Codings)
    cursor: Span | None = None
    selection: Span | None = None
    kept: Span | None = None
    """Where the borders were of the coding that is being moved."""
    found: Stretches = NOWHERE
    offered: Stretches = NOWHERE
    """Where the suggested phrases stand."""
    watched: Stretches = NOWHERE
    """Where the phrases stand that are looked out for."""
    replaced: Stretches = NOWHERE
    """Where something else is printed in the place of words."""

    @property
    def touched(self) -> list[Span]:
        """What looks as it does because of where the cursor is."""
        spans = [span for span in (self.cursor, self.selection, self.kept) if span]
        if self.cursor:
            spans.extend(coding.span for coding in self.codings.at(self.cursor.start))
        return spans


def pieces(text: str, row: Row, scene: Scene) -> list[tuple[int, int, Look]]:
    """Give the pieces of a row, `(start, end, look)` in code points, that cover it in order."""
    if row.start == row.end:
        return []
    marks = _marks(row, scene)
    ground = Look.CONTEXT if row.line.context else Look.PLAIN
    if row.line.fold:
        return [(row.start, row.end, ground | _look(row.start, marks))]
    # Blanks at which a row breaks are not coloured.
    inked = row.start + len(text[row.start : row.end].rstrip())
    edges = {row.start, inked, row.end}
    for span, _ in marks:
        edges.update((max(span.start, row.start), min(span.end, row.end)))
    words = text[row.start : row.end]
    if not is_narrow(words):
        edges = _snapped(edges, row.start, words)
    return [
        (start, end, ground | _look(start, marks) if start < inked else Look.PLAIN)
        for start, end in pairwise(sorted(edges))
    ]


def _marks(row: Row, scene: Scene) -> list[tuple[Span, Look]]:
    # While borders are moved, only the old ones of that coding stand out.
    at = scene.cursor.start if scene.cursor and not scene.kept else -1
    marks = [
        (coding.span, Look.CODED | Look.HERE if coding.span.contains(at) else Look.CODED)
        for coding in scene.codings.over(row.start, row.end)
    ]
    marks.extend((span, Look.OFFERED) for span in scene.offered.over(row.start, row.end))
    marks.extend((span, Look.WATCHED) for span in scene.watched.over(row.start, row.end))
    marks.extend((span, Look.REPLACED) for span in scene.replaced.over(row.start, row.end))
    marks.extend((span, Look.FOUND) for span in scene.found.over(row.start, row.end))
    if scene.kept:
        marks.append((scene.kept, Look.HERE))
    if scene.selection:
        marks.append((scene.selection, Look.SELECTED))
    if scene.cursor:
        marks.append((scene.cursor, Look.CURSOR))
    return [mark for mark in marks if mark[0].start < row.end and row.start < mark[0].end]


def _look(at: int, marks: Iterable[tuple[Span, Look]]) -> Look:
    look = Look.PLAIN
    for span, mark in marks:
        if span.contains(at):
            again = Look.CODED_AGAIN if Look.CODED in look & mark else Look.PLAIN
            look |= mark | again
    return look


def _snapped(edges: set[int], start: int, words: str) -> set[int]:
    """Move edges that fall inside a sign of several code points to its beginning."""
    found = set[int]()
    bounds = [cluster_start for cluster_start, _, _ in clusters(words)] + [len(words)]
    index = 0
    for edge in sorted(edges):
        while index + 1 < len(bounds) and bounds[index + 1] <= edge - start:
            index += 1
        found.add(start + bounds[index])
    return found
