"""Wrapping a line of text into rows of terminal cells, and columns back into offsets.

Cells are not code points: a letter with a combining accent is one cell, an emoji two. A row is
never cut inside such a cluster.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from rich.cells import split_graphemes

_NARROW = re.compile(r"[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482–—‘’‚“”„•…€●○]*")
"""Signs that are one cell each everywhere: with only these, cells are code points."""

_INVISIBLE = "\u200b"
_DRAWN = {ord("\t"): " "} | dict.fromkeys(
    (0xAD, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), _INVISIBLE
)
"""Signs that would upset a terminal's columns (or turn its text around), one for one."""


def drawn(words: str) -> str:
    """Give words as a terminal is to draw them: as many code points, a tab as one blank."""
    return words.translate(_DRAWN)


def is_narrow(words: str) -> bool:
    """Tell whether each code point of `words` is drawn in exactly one cell."""
    return _NARROW.fullmatch(words) is not None


def clusters(words: str) -> list[tuple[int, int, int]]:
    """Give what is drawn as one sign: `(start, end, cells)`, in code points of `words`."""
    spans, _ = split_graphemes(drawn(words))
    return spans


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
        cut = line.rfind(" ", at, at + width + 1) + 1
        if not line[at:cut].strip():
            cut = at + width
        while cut < end and line[cut] == " ":
            cut += 1
        yield cut
        at = cut
    if at < end or not end:
        yield end


def _wrap_wide(line: str, width: int) -> Iterator[int]:
    spans = clusters(line)
    columns = [0]
    for _, _, cells in spans:
        columns.append(columns[-1] + cells)
    blank = [line[start:end].isspace() and line[start] != "\xa0" for start, end, _ in spans]
    at, count = 0, len(spans)
    while columns[count] - columns[at] > width:
        # The first cluster that does not fit any more; at least one is drawn.
        full = max(bisect_right(columns, columns[at] + width) - 1, at + 1)
        cut = next((i for i in range(full, at, -1) if i < count and blank[i]), None)
        if cut is None or all(blank[at:cut]):
            cut = full
        while cut < count and blank[cut]:
            cut += 1
        yield spans[cut - 1][1]
        at = cut
        if at == count:
            return
    yield len(line)
