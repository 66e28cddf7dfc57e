"""Rows and columns of a text at one width: a fast pass over all of it, then look-ups."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qualkit.tui.reading.lines import ShownLine
from qualkit.tui.reading.wrapping import column_of, offset_of, sign_after, sign_before, wrap

CONTEXT_INDENT = 2
"""Cells by which turns that are context stand in, so that they are seen without colour."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the screen."""

    start: int
    """Where its words begin; code points into the text."""
    end: int
    """Where they end; half-open."""
    line: ShownLine
    first: bool
    """Whether the line begins here."""

    @property
    def indent(self) -> int:
        """Cells left free before the words."""
        return CONTEXT_INDENT if self.line.context else 0


class TextLayout:
    """Where every code point of a text is drawn, for one width in cells."""

    def __init__(self, text: str, lines: Sequence[ShownLine], width: int) -> None:
        """Wrap every line once."""
        self.text = text
        self.lines = lines
        self.width = width
        self._starts, self._ends, self._lines = array("q"), array("q"), array("q")
        self._line_starts = array("q", (line.start for line in lines))
        for index, line in enumerate(lines):
            start = line.start
            room = width - CONTEXT_INDENT * line.context
            for end in [line.end] if line.fold else wrap(text, start, line.end, room):
                self._starts.append(start)
                self._ends.append(end)
                self._lines.append(index)
                start = end

    def __len__(self) -> int:
        """Count the rows."""
        return len(self._starts)

    def row(self, index: int) -> Row:
        """Give a row, counted from 0."""
        line = self._lines[index]
        first = index == 0 or self._lines[index - 1] != line
        return Row(self._starts[index], self._ends[index], self.lines[line], first)

    def row_of(self, offset: int) -> int:
        """Give the row that draws the code point at `offset`.

        For one that is not drawn (a newline, a speaker prefix, a turn that is left out) it is the
        last row before it, or the first row.
        """
        return max(bisect_right(self._starts, offset) - 1, 0)

    def place_of(self, offset: int) -> tuple[int, int]:
        """Give the row and the column, in cells from 0 and without indent, of an offset."""
        index = self.row_of(offset)
        start, end = self._starts[index], self._ends[index]
        if self.lines[self._lines[index]].fold:
            return index, 0
        at = max(min(offset, end) - start, 0)
        return index, column_of(self.text[start:end], at)

    def offset_at(self, row: int, column: int) -> int:
        """Give which code point is drawn at a row and column; the nearest one where none is."""
        index = max(min(row, len(self) - 1), 0)
        start, end = self._starts[index], self._ends[index]
        if self.lines[self._lines[index]].fold:
            return start
        return start + offset_of(self.text[start:end], column)

    def line_at(self, offset: int) -> int:
        """Give the index, in `lines`, of the line that draws an offset."""
        return max(bisect_right(self._line_starts, offset) - 1, 0)

    def draws(self, offset: int) -> bool:
        """Tell whether an offset is drawn, be it folded; no prefix, no turn that is left out."""
        if not self.lines:
            return False
        line = self.lines[self.line_at(offset)]
        return line.start <= offset <= line.end

    def fold_at(self, offset: int) -> ShownLine | None:
        """Give the folded turn that an offset is in."""
        if not self.lines:
            return None
        line = self.lines[self.line_at(offset)]
        return line if line.fold and line.start <= offset < line.end else None

    def rows_over(self, start: int, end: int) -> tuple[int, int]:
        """Give the first and the last row that draw some of `[start, end)`."""
        last = max(bisect_left(self._starts, end) - 1, 0)
        return min(self.row_of(start), last), last

    def end_near(self, offset: int, step: int) -> int:
        """Give where the next drawn sign ends behind an offset (1) or before it (-1).

        A folded turn is one sign. Where there is none, it is the offset itself.
        """
        for line in self._lines_from(offset, step):
            if step > 0 and offset < line.end:
                return self._sign_end(line, max(offset, line.start))
            if step < 0 and line.start < offset:
                at = line.end if line.end < offset else self._sign_start(line, offset)
                if at > line.start:
                    return at
        return offset

    def start_near(self, offset: int, step: int) -> int:
        """Give where the next drawn sign begins behind an offset (1) or before it (-1).

        A folded turn is one sign. Where there is none, it is the offset itself.
        """
        for line in self._lines_from(offset, step):
            if step < 0 and line.start < offset:
                return self._sign_start(line, min(offset, line.end))
            if step > 0 and offset < line.end:
                at = line.start if offset < line.start else self._sign_end(line, offset)
                if at < line.end:
                    return at
        return offset

    def _lines_from(self, offset: int, step: int) -> Iterator[ShownLine]:
        """Yield the lines that draw something, from that of an offset on, or back."""
        index = self.line_at(offset)
        while 0 <= index < len(self.lines):
            line = self.lines[index]
            if line.start < line.end:
                yield line
            index += step

    def _sign_end(self, line: ShownLine, at: int) -> int:
        return line.end if line.fold else sign_after(self.text, at, line.end)

    def _sign_start(self, line: ShownLine, at: int) -> int:
        return line.start if line.fold else sign_before(self.text, line.start, at)
