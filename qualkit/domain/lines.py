"""Line references such as `P3:27`, the same on screen, in memos, sheets and exports.

A line is what stands between two newlines of a version's text, empty lines counted, so that the
number does not depend on the width of a terminal and agrees with any text editor.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

from qualkit.domain.spans import Span
from qualkit.errors import InvalidInputError
from qualkit.translation import _

# At most nine digits: no study has more lines, and no number is too large for the database.
REFERENCE = re.compile(
    r"\bP(?P<source>[0-9]{1,9}):(?P<first>[0-9]{1,9})(?:-(?P<last>[0-9]{1,9}))?\b"
)
"""A reference to a line, or to lines, inside running text."""


class LineIndex:
    """Finds the line of an offset and the span of a line, for one text."""

    def __init__(self, text: str) -> None:
        """Read the newlines of `text` once."""
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self._length = len(text)

    def __len__(self) -> int:
        """Count the lines."""
        return len(self._starts)

    def line_of(self, offset: int) -> int:
        """Give the number of the line, from 1, that holds the code point at `offset`."""
        return bisect_right(self._starts, offset)

    def bounds_of(self, line: int) -> tuple[int, int]:
        """Give where a line, counted from 1, starts and ends, without its newline.

        Raises:
            InvalidInputError: the text has no such line.
        """
        if not 1 <= line <= len(self._starts):
            raise InvalidInputError(
                _("The text has no line {line}; it has {count}.").format(line=line, count=len(self))
            )
        start = self._starts[line - 1]
        end = self._starts[line] - 1 if line < len(self._starts) else self._length
        return start, end

    def span_of(self, first: int, last: int) -> Span:
        """Give the stretch from line `first` to line `last`, both counted from 1 and included.

        Raises:
            InvalidInputError: there is no such line, or nothing stands on it.
        """
        return Span(self.bounds_of(first)[0], self.bounds_of(last)[1])


def format_reference(source_number: int, line: int) -> str:
    """Write a reference: `P3:27`."""
    return f"P{source_number}:{line}"


@dataclass(frozen=True, slots=True)
class Reference:
    """Lines of a source, as a person wrote them."""

    source_number: int
    first: int
    last: int


def find_references(text: str) -> tuple[Reference, ...]:
    """Find every `P3:27` and `P3:27-29` in running text, in order."""
    return tuple(
        Reference(int(hit["source"]), int(hit["first"]), int(hit["last"] or hit["first"]))
        for hit in REFERENCE.finditer(text)
    )
