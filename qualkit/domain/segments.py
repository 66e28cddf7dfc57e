"""Segments: stretches proposed for reading, and how a person may change their borders.

Segments are proposals. A coding points into the text itself and never at a segment, so nothing
here can move one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import pairwise

from qualkit.domain.sources import Role
from qualkit.domain.spans import Span
from qualkit.errors import InvalidInputError
from qualkit.translation import _


class Unit(StrEnum):
    """What a segment is."""

    TURN = "turn"
    MESSAGE = "message"
    PARAGRAPH = "paragraph"
    SENTENCE = "sentence"


@dataclass(frozen=True, slots=True)
class Segmentation:
    """The borders of the segments of one version, in order and without overlap."""

    id: str
    version_id: str
    unit: Unit
    borders: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Segment:
    """One stretch for reading, with who says it."""

    version_id: str
    position: int
    """1, 2, 3 … within the version."""
    span: Span
    line: int
    """The line its first word stands on, from 1."""
    speaker: str = ""
    role: Role = Role.UNKNOWN
    said_at: datetime | None = None
    """Local time as printed, of the first words."""


def check_borders(borders: Iterable[Span], text: str) -> tuple[Span, ...]:
    """Give the borders if they are in order, apart and inside `text`.

    Raises:
        InvalidInputError: two overlap, or one lies beyond the text.
    """
    checked = tuple(border.within(text) for border in borders)
    for left, right in pairwise(checked):
        if right.start < left.end:
            raise InvalidInputError(_("Two segments would overlap."))
    return checked


def merge(borders: Sequence[Span], first: int, last: int) -> tuple[Span, ...]:
    """Join segments `first` to `last` (positions from 1, both included) into one.

    Raises:
        InvalidInputError: there are no such segments, or fewer than two.
    """
    if not 1 <= first < last <= len(borders):
        raise InvalidInputError(
            _("There are no segments {first} to {last} to join.").format(first=first, last=last)
        )
    joined = Span(borders[first - 1].start, borders[last - 1].end)
    return (*borders[: first - 1], joined, *borders[last:])


def split(borders: Sequence[Span], text: str, offset: int) -> tuple[Span, ...]:
    """Cut the segment around `offset` in two, the second beginning there.

    Raises:
        InvalidInputError: no segment has text on both sides of `offset`.
    """
    for index, border in enumerate(borders):
        left, right = text[border.start : offset], text[offset : border.end]
        if border.start < offset < border.end and left.strip() and right.strip():
            halves = (Span(border.start, offset), Span(offset, border.end))
            trimmed = (half.trimmed(text) for half in halves)
            return (*borders[:index], *trimmed, *borders[index + 1 :])
    raise InvalidInputError(_("No segment can be split at {offset}.").format(offset=offset))


def move(borders: Sequence[Span], text: str, position: int, span: Span) -> tuple[Span, ...]:
    """Give the segment at `position` (from 1) new borders, without white space at their ends.

    Raises:
        InvalidInputError: there is no such segment, no words stand there, or it would overlap its
            neighbours.
    """
    if not 1 <= position <= len(borders):
        raise InvalidInputError(_("There is no segment {position}.").format(position=position))
    words = span.within(text).trimmed(text)
    changed = (*borders[: position - 1], words, *borders[position:])
    return check_borders(changed, text)
