"""A stretch of text: code points, half-open."""

from dataclasses import dataclass

from qualkit.errors import InvalidInputError
from qualkit.translation import _


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """`[start, end)` in Unicode code points into the text of one version."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse an empty or reversed stretch.

        Raises:
            InvalidInputError: `start` is negative or not before `end`.
        """
        if not 0 <= self.start < self.end:
            raise InvalidInputError(
                _("{start}-{end} is not a stretch of text.").format(start=self.start, end=self.end)
            )

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """Tell whether another stretch lies inside this one, or is the same."""
        return self.start <= other.start and other.end <= self.end

    def contains(self, offset: int) -> bool:
        """Tell whether the code point at `offset` lies inside."""
        return self.start <= offset < self.end

    def of(self, text: str) -> str:
        """Give the words of this stretch of `text`."""
        return text[self.start : self.end]

    def trimmed(self, text: str) -> "Span":
        """Give the same stretch without white space at its ends.

        Raises:
            InvalidInputError: the stretch holds nothing but white space.
        """
        words = self.of(text)
        if not words.strip():
            raise InvalidInputError(
                _("No words stand at {start}-{end}.").format(start=self.start, end=self.end)
            )
        start = self.start + len(words) - len(words.lstrip())
        return Span(start, start + len(words.strip()))

    def within(self, text: str) -> "Span":
        """Give this span if it fits `text`.

        Raises:
            InvalidInputError: it ends beyond the text.
        """
        if self.end > len(text):
            raise InvalidInputError(
                _("The passage ends at {end}, but the text has {count} characters.").format(
                    end=self.end, count=len(text)
                )
            )
        return self
