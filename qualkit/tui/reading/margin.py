"""The margin beside the text: line number, time, speaker, codings in lanes, memos.

All of it is told by signs; colour only helps.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rich.cells import cell_len

from qualkit.domain.spans import Span
from qualkit.tui.colours import colour_name
from qualkit.tui.reading.coded import Codings, lanes_of
from qualkit.tui.reading.layout import Row, TextLayout
from qualkit.tui.reading.lines import ShownLine
from qualkit.tui.widgets.cells import fit

LANES = 3
"""Lanes there is always room for, so that the text stays where it is when one codes."""

MOST_LANES = 6
LANE_COLOURS = 6
LONGEST_SPEAKER = 10
MEMO, CITED = "●", "○"
AGREED = "¦"
"""Beside every row of a passage on which something was agreed."""

OFFERED = "~"
"""Beside a row with a suggested phrase."""

WATCHED = "»"
"""Beside a row with a phrase that is looked out for."""


class Part(StrEnum):
    """A part of the margin with a style of its own; each lane has one beside these."""

    NUMBER = "number"
    SPEAKER = "speaker"
    CONTEXT = "context"
    NOTE = "note"
    OFFERED = "offered-sign"
    WATCHED = "watched-sign"
    AGREED = "agreed"
    LABEL = "label"
    """A label to jump to."""


@dataclass(frozen=True, slots=True)
class Notes:
    """Where there are memos, where a memo cites the text, and what is agreed on printing."""

    memos: Sequence[Span] = ()
    cited: Sequence[Span] = ()
    agreed: Sequence[Span] = ()

    def sign(self, start: int, end: int) -> str:
        """Give the sign for a stretch of text, or a blank."""
        for sign, spans in ((MEMO, self.memos), (CITED, self.cited)):
            if _touches(spans, start, end):
                return sign
        return " "

    def is_agreed_on(self, start: int, end: int) -> bool:
        """Tell whether something was agreed on printing some of a stretch."""
        return _touches(self.agreed, start, end)


def _touches(spans: Sequence[Span], start: int, end: int) -> bool:
    return any(span.start < end and start < span.end for span in spans)


@dataclass(frozen=True, slots=True)
class Columns:
    """How wide the parts of the margin are, in cells."""

    number: int
    time: int
    speaker: int
    lanes: int

    @classmethod
    def of(cls, lines: Sequence[ShownLine], lanes: int) -> "Columns":
        """Measure for some lines."""
        spoken = [line.utterance for line in lines if line.utterance and line.opens]
        speaker = max((cell_len(item.speaker) for item in spoken), default=0)
        return cls(
            number=max(len(str(lines[-1].number)) if lines else 1, 3),
            time=5 if any(item.said_at for item in spoken) else 0,
            speaker=min(speaker, LONGEST_SPEAKER),
            lanes=lanes,
        )

    @property
    def width(self) -> int:
        """All of the margin, with the blanks between its parts."""
        parts = (self.number, self.time, self.speaker)
        return sum(part + 1 for part in parts if part) + self.lanes + 3


class Lanes:
    """The codings of a text as marks beside its rows."""

    def __init__(self, codings: Codings, layout: TextLayout, most: int = MOST_LANES) -> None:
        """Give every coding a lane."""
        self._letters = codings.letters
        self._codings = codings
        rows = [layout.rows_over(coding.start, coding.end) for coding in codings.all]
        lanes = lanes_of(rows, most)
        self.count = max((lane + 1 for lane in lanes), default=0)
        self._places: Mapping[str, tuple[int, int, int]] = {
            coding.id: (lane, *span)
            for coding, lane, span in zip(codings.all, lanes, rows, strict=True)
        }

    def marks(self, index: int, row: Row) -> dict[int, tuple[str, str]]:
        """Give the sign in each lane beside a row, with the name of its style.

        A letter where a coding begins, then a line, then its foot; "+" where more than one begins
        in the last lane.
        """
        marks: dict[int, tuple[str, str]] = {}
        for coding in self._codings.over(row.start, max(row.end, row.start + 1)):
            lane, first, last = self._places[coding.id]
            letter = self._letters[coding.code_id]
            sign = letter if index == first else "└" if index == last else "│"
            marks[lane] = ("+" if lane in marks else sign), self._style_of(coding.code_id)
        return marks

    def _style_of(self, code_id: str) -> str:
        """Name the style of a code: that of its own colour, or one of a few by its letter."""
        if colour := self._codings.colours.get(code_id):
            return colour_name(colour)
        return f"lane-{ord(self._letters[code_id]) % LANE_COLOURS}"


NOTHING_NOTICED = " ", Part.OFFERED
"""Beside a row with no phrase that is offered or looked out for."""


def margin_of(
    index: int,
    row: Row,
    columns: Columns,
    lanes: Lanes,
    notes: Notes,
    noticed: tuple[str, str] = NOTHING_NOTICED,
) -> Iterator[tuple[str, str]]:
    """Yield what stands beside a row, left to right: signs, and the part of the margin they are."""
    name, time = _name_and_time(row, columns)
    number = str(row.line.number) if row.first else ""
    yield f"{number:>{columns.number}} ", Part.NUMBER
    if columns.time:
        yield f"{time} ", Part.NUMBER
    if columns.speaker:
        yield f"{name} ", Part.CONTEXT if row.line.context else Part.SPEAKER
    marks = lanes.marks(index, row)
    for lane in range(columns.lanes):
        yield marks.get(lane, (" ", ""))
    yield notes.sign(row.start, row.end), Part.NOTE
    yield noticed
    if notes.is_agreed_on(row.start, row.end):
        yield AGREED, Part.AGREED
        yield " " * row.indent, ""
    else:
        yield " " + " " * row.indent, ""


def _name_and_time(row: Row, columns: Columns) -> tuple[str, str]:
    """Give the speaker and the time to print beside a row, as wide as their columns.

    Who goes on speaking in a next message is not named again.
    """
    said = row.line.utterance
    if said is None or not (row.first and row.line.opens):
        return " " * columns.speaker, " " * columns.time
    time = f"{said.said_at:%H:%M}" if said.said_at else ""
    name = said.speaker if row.line.takes_over else ""
    return fit(name, columns.speaker), fit(time, columns.time)
