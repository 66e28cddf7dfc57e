"""The passages of two sources as they are drawn: who says it, the words, and what is marked."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from qualkit.domain.differing_words import differing_words
from qualkit.domain.lines import format_reference
from qualkit.domain.pair_views import PairSide, PairView, alike_places, bands
from qualkit.domain.segments import Segment
from qualkit.domain.spans import Span
from qualkit.tui.reading.wrapping import wrap


class Spot(NamedTuple):
    """A passage: of the first source (0) or the second (1), and its place in it, from 0."""

    side: int
    place: int


class Mark(StrEnum):
    """Why words are drawn as they are; a later one covers an earlier one."""

    CONTEXT = "context"
    """Said by an interviewer or helper."""
    SPEAKER = "speaker"
    DIFFERS = "differs"
    """The alike passage does not have them there."""
    SHARED = "shared"
    """Rare, and in the other as well."""
    HERE = "here"
    """The rare words that one went to."""


@dataclass(frozen=True, slots=True)
class DrawnPassage:
    """A passage as it is drawn, before it is wrapped."""

    reference: str
    """`P3:27`."""
    words: str
    """Who says it and, behind that, the words themselves."""
    begin: int
    """Where in `words` the words themselves begin."""
    offset: int
    """Where those begin in the text."""
    marks: tuple[tuple[Span, Mark], ...]
    """In code points of `words`."""

    def rows(self, width: int) -> Iterator[tuple[int, int]]:
        """Give where the rows begin and end when it is drawn in a column."""
        at = 0
        for line in self.words.split("\n"):
            begin, line_end = at, at + len(line)
            for end in wrap(self.words, begin, line_end, width):
                yield begin, end
                begin = end
            at = line_end + 1

    def place_of(self, span: Span) -> Span:
        """Give where a stretch of the text stands in the words that are drawn."""
        by = self.begin - self.offset
        return Span(max(span.start + by, self.begin), span.end + by)


class PairPassages:
    """All passages of both sources, and which are alike."""

    def __init__(self, view: PairView) -> None:
        """Look at a pair; nothing is drawn before it is asked for."""
        self.sides = view.first, view.second
        self.alike: dict[Spot, list[Spot]] = {}
        """The passages of the other that are like a passage, in order."""
        for left, right in sorted(alike_places(view)):
            self.alike.setdefault(Spot(0, left), []).append(Spot(1, right))
            self.alike.setdefault(Spot(1, right), []).append(Spot(0, left))
        self.bands = bands(view)
        self.beside: dict[Spot, Spot] = {}
        """Of the alike passages, those that stand beside each other."""
        for band in self.bands:
            if band.is_alike:
                one, other = Spot(0, band.first.start), Spot(1, band.second.start)
                self.beside |= {one: other, other: one}
        lasts = (Spot(side, len(each.passages) - 1) for side, each in enumerate(self.sides))
        self.reference_width = max(
            (len(self.reference(spot)) for spot in lasts if spot.place >= 0), default=0
        )
        """Cells of the longest reference."""
        self._drawn: dict[Spot, DrawnPassage] = {}

    def segment(self, spot: Spot) -> Segment:
        """Give the passage at a spot."""
        return self.sides[spot.side].passages[spot.place]

    def spot_of(self, side: int, offset: int) -> Spot | None:
        """Give the passage of a source in which an offset of its text lies."""
        starts = [passage.span.start for passage in self.sides[side].passages]
        place = bisect_right(starts, offset) - 1
        return Spot(side, place) if place >= 0 else None

    def reference(self, spot: Spot) -> str:
        """Give how one refers to a passage."""
        return format_reference(self.sides[spot.side].source.number, self.segment(spot).line)

    def drawn(self, spot: Spot) -> DrawnPassage:
        """Give a passage as it is drawn."""
        if spot not in self._drawn:
            self._drawn[spot] = self._draw(spot)
        return self._drawn[spot]

    def own_words(self, spot: Spot) -> str:
        """Give the words of a passage."""
        return self.segment(spot).span.of(self.sides[spot.side].text)

    def differing(self, spot: Spot) -> tuple[Span, ...]:
        """Give the words in which a passage differs from the one that is like it, as its words go.

        Of more than one that is the one beside it.
        """
        others = self.alike.get(spot)
        if not others:
            return ()
        other = self.beside.get(spot, others[0])
        return differing_words(self.own_words(spot), self.own_words(other))[0]

    def shared_in(self, spot: Spot) -> Iterator[Span]:
        """Give the rare words of a passage that stand in the other source as well."""
        span = self.segment(spot).span
        return (each for each in self.sides[spot.side].shared if each.overlaps(span))

    def _draw(self, spot: Spot) -> DrawnPassage:
        segment = self.segment(spot)
        moment = f"{segment.said_at:%H:%M}" if segment.said_at else ""
        elsewhere = (each for each in self.alike.get(spot, ()) if each != self.beside.get(spot))
        like = " ".join(f"≈ {self.reference(each)}" for each in elsewhere)
        told = [segment.speaker, moment, f"({like})" if like else ""]
        prefix = " ".join(filter(None, told))
        before = f"{prefix}: " if prefix else ""
        begin = len(before)
        words = before + self.own_words(spot)
        return DrawnPassage(
            self.reference(spot),
            words,
            begin,
            segment.span.start,
            tuple(self._marks(spot, begin, len(words))),
        )

    def _marks(self, spot: Spot, begin: int, end: int) -> Iterator[tuple[Span, Mark]]:
        segment = self.segment(spot)
        if not segment.role.is_evidence:
            yield Span(0, end), Mark.CONTEXT
        if begin:
            yield Span(0, begin), Mark.SPEAKER
        for span in self.differing(spot):
            yield Span(span.start + begin, span.end + begin), Mark.DIFFERS
        by = begin - segment.span.start
        for span in self.shared_in(spot):
            yield Span(max(span.start + by, begin), min(span.end + by, end)), Mark.SHARED


def name_of(side: PairSide) -> str:
    """Name one of the two: its number, title, label and day."""
    source = side.source
    day = source.held_on.isoformat() if source.held_on else ""
    label = side.label if side.label != source.title else ""
    return " · ".join(filter(None, [f"P{source.number} {source.title}", label, day]))
