"""Wrapping a line of text into rows of terminal cells, and columns back into offsets.

Cells are not code points: a letter with a combining accent is one cell, an emoji two. A row is
never cut inside such a cluster.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from rich.cells import split_graphemes

_NARROW = re.compile(r"[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482–—‘’‚“”„•…€●○]*")
"""Signs that are one cell each everywhere: with only these, cells are code points."""

_FLAG_LETTERS = re.compile(r"[\U0001f1e6-\U0001f1ff]")
"""Two of them in a row are a flag."""

_WINDOW = 2_048
"""Code points that are looked at together: a line may be as long as a whole text."""

_LONGEST_SIGN = 64
"""Code points; a family of four with skin tones has eleven."""

_INVISIBLE = "\u200b"
_JOINERS = "\u200d\ufe0f"
_DRAWN = {ord("\t"): " "} | dict.fromkeys(
    (0xAD, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), _INVISIBLE
)
"""Signs that would upset a terminal's columns (or turn its text around), one for one."""


def drawn(words: str) -> str:
    """Give words as a terminal is to draw them: as many code points, a tab as one blank."""
    shown = words.translate(_DRAWN)
    # With nothing before it to join or to change, such a sign would upset how cells are counted.
    return _INVISIBLE + shown[1:] if shown[:1] in _JOINERS and shown else shown


def is_narrow(words: str) -> bool:
    """Tell whether each code point of `words` is drawn in exactly one cell."""
    return _NARROW.fullmatch(words) is not None


def clusters(words: str) -> list[tuple[int, int, int]]:
    """Give what is drawn as one sign: `(start, end, cells)`, in code points of `words`."""
    spans, _ = split_graphemes(drawn(words))
    return _with_flags(words, spans) if _FLAG_LETTERS.search(words) else spans


def _with_flags(words: str, spans: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Join the two letters of a flag, which a terminal draws as one sign."""
    joined: list[tuple[int, int, int]] = []
    is_open = False
    for start, end, cells in spans:
        is_letter = _FLAG_LETTERS.match(words, start) is not None
        if is_letter and is_open:
            first, _, before = joined.pop()
            joined.append((first, end, before + cells))
        else:
            joined.append((start, end, cells))
        # A letter with something added to it (an accent) is no half of a flag.
        is_open = is_letter and not is_open and end == start + 1
    return joined


def sign_after(text: str, start: int, end: int) -> int:
    """Give where the first sign of `text[start:end]` ends."""
    signs = clusters(text[start : min(start + _LONGEST_SIGN, end)])
    return start + signs[0][1] if signs else start


def sign_before(text: str, start: int, end: int) -> int:
    """Give where the last sign of `text[start:end]` begins."""
    begin = max(end - _LONGEST_SIGN, start)
    signs = clusters(text[begin:end])
    return begin + signs[-1][0] if signs else end


def wrap(text: str, start: int, end: int, width: int) -> Iterator[int]:
    """Yield where each row of `text[start:end]` ends; blanks at which a row breaks stay in it."""
    width = max(width, 2)
    if end - start <= width and is_narrow(text[start:end]):
        yield end
        return
    line = text[start:end]
    cut = _wrap_narrow if is_narrow(line) else _wrap_wide
    for row_end in cut(line, width):
        yield start + row_end


def column_of(words: str, at: int) -> int:
    """Give the cell, from 0, in which the code point `words[at]` is drawn."""
    if is_narrow(words):
        return at
    column = 0
    for _, cluster_end, cells in clusters(words):
        if at < cluster_end:
            break
        column += cells
    return column


def offset_of(words: str, column: int) -> int:
    """Give which code point of `words` is drawn at a cell; the last one beyond the end."""
    if is_narrow(words):
        return max(min(column, len(words) - 1), 0)
    seen = 0
    found = 0
    for cluster_start, _, cells in clusters(words):
        found = cluster_start
        seen += cells
        if column < seen:
            break
    return found


def _wrap_narrow(line: str, width: int) -> Iterator[int]:
    at, end = 0, len(line)
    while end - at > width:
        at = _narrow_row(line, at, width)
        yield at
    if at < end or not end:
        yield end


def _narrow_row(line: str, at: int, width: int) -> int:
    """Give where a row from `at` ends when each code point up to there is one cell."""
    end = len(line)
    if end - at <= width:
        return end
    cut = line.rfind(" ", at, at + width + 1) + 1
    if not line[at:cut].strip():
        cut = at + width
    while cut < end and line[cut] == " ":
        cut += 1
    return cut


def _wrap_wide(line: str, width: int) -> Iterator[int]:
    at, end = 0, len(line)
    signs = _Signs(line)
    while at < end:
        at = _plain_row(line, at, width) or signs.row(at, width)
        yield at


def _plain_row(line: str, at: int, width: int) -> int | None:
    """Give where a row from `at` ends when only narrow signs are near it: most rows."""
    if not is_narrow(line[at : at + width + 2]):
        return None
    cut = _narrow_row(line, at, width)
    # An accent may stand on the blank at which the row would break.
    return cut if is_narrow(line[cut : cut + 1]) else None


class _Signs:
    """The signs of a long line, measured a window at a time."""

    def __init__(self, line: str) -> None:
        self._line = line
        self._measure(0, _WINDOW)

    def row(self, at: int, width: int) -> int:
        """Give where a row from `at` ends; at least one sign is drawn."""
        room = _WINDOW
        while True:
            first = bisect_left(self._starts, at)
            cut = self._cut(first, width) if at < self._end else None
            if cut is not None:
                return cut
            self._measure(at, room)
            room *= 2

    def _measure(self, start: int, room: int) -> None:
        spans = clusters(self._line[start : start + room])
        if start + room < len(self._line) and len(spans) > 1:
            # The last sign may go on behind the window.
            spans.pop()
        self._starts = [start + begin for begin, _, _ in spans]
        self._end = start + spans[-1][1] if spans else start
        self._columns = [0]
        for _, _, cells in spans:
            self._columns.append(self._columns[-1] + cells)

    def _cut(self, first: int, width: int) -> int | None:
        """Give where the row ends that begins with a sign; None when the window is too short."""
        columns, count = self._columns, len(self._starts)
        is_last = self._end == len(self._line)
        # The first sign that does not fit any more.
        full = max(bisect_right(columns, columns[first] + width) - 1, first + 1)
        if full >= count:
            return self._end if is_last else None
        cut = next((i for i in range(full, first, -1) if self._is_blank(i)), full)
        if all(self._is_blank(i) for i in range(first, cut)):
            cut = full
        while cut < count and self._is_blank(cut):
            cut += 1
        if cut == count:
            return self._end if is_last else None
        return self._starts[cut]

    def _is_blank(self, index: int) -> bool:
        start = self._starts[index]
        last = index + 1 == len(self._starts)
        sign = self._line[start : self._end if last else self._starts[index + 1]]
        return sign.isspace() and sign != "\xa0"
