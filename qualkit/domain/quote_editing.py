"""Editing a quote without typing brackets: words are left out, or a kind is put in their place.

Whatever is done here, what comes of it is word for word: `quotes.deviations` names nothing in it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from qualkit.domain.quote_tokens import BRACKETED, OMISSION, tokens_of
from qualkit.domain.quotes import EditKind, edits
from qualkit.domain.spans import Span

_UNIT = re.compile(rf"(?:{BRACKETED}|\S)+")


@dataclass(frozen=True, slots=True, order=True)
class Cut:
    """A stretch of a passage in place of which something else is printed."""

    start: int
    """Code points into the words of the passage, half-open."""
    end: int
    sign: str
    """What is printed: `[...]`, or a kind such as `[aantal]`."""


@dataclass(frozen=True, slots=True)
class Editing:
    """A passage and the edits that were made in it so far."""

    words: str
    cuts: tuple[Cut, ...] = ()
    """By place; they do not touch each other."""

    @classmethod
    def of(cls, words: str, printed: str) -> "Editing | None":
        """Give the editing that leads to some printed words; None when they deviate."""
        found = edits(words, printed)
        if any(edit.kind is EditKind.DEVIATION for edit in found):
            return None
        return cls(words, tuple(Cut(edit.start, edit.end, edit.printed) for edit in found))

    @property
    def printed(self) -> str:
        """The words as they are printed."""
        pieces, cursor = [], 0
        for cut in self.cuts:
            pieces += [self.words[cursor : cut.start], cut.sign]
            cursor = cut.end
        return "".join([*pieces, self.words[cursor:]])

    def leave_out(self, span: Span) -> "Editing":
        """Put `[...]` in place of the words of a stretch; what is left out beside it goes along."""
        stretch = self._whole(span)
        start, end = stretch.start, stretch.end
        for cut in self.cuts:
            if (
                cut.sign == OMISSION
                and not self.words[cut.end : start].strip()
                and cut.end <= start
            ):
                start = cut.start
            if (
                cut.sign == OMISSION
                and not self.words[end : cut.start].strip()
                and end <= cut.start
            ):
                end = cut.end
        return self._with(Cut(start, end, OMISSION))

    def put(self, span: Span, kind: str) -> "Editing":
        """Put a kind in square brackets in place of the words of a stretch.

        Signs around those words stay: of "twaalf," the comma is printed.
        """
        stretch = self._whole(span)
        tokens = [
            token
            for token in tokens_of(stretch.of(self.words))
            if token.is_bracket or token.text[0].isalnum()
        ]
        if tokens:
            first, last = tokens[0].start, tokens[-1].end
            stretch = Span(stretch.start + first, stretch.start + last)
        return self._with(Cut(stretch.start, stretch.end, f"[{kind}]"))

    def take_back(self, span: Span) -> "Editing":
        """Print the words of a stretch as they stand in the passage again."""
        kept = [cut for cut in self.cuts if not _touches(cut, span)]
        return replace(self, cuts=tuple(kept))

    def _whole(self, span: Span) -> Span:
        """Widen a stretch to whole words, and to the edits that it touches."""
        start, end = span.start, span.end
        for unit in (*units_of(self.words), *(Span(cut.start, cut.end) for cut in self.cuts)):
            if unit.overlaps(span):
                start, end = min(start, unit.start), max(end, unit.end)
        return Span(start, end)

    def _with(self, made: Cut) -> "Editing":
        stretch = Span(made.start, made.end)
        kept = (cut for cut in self.cuts if not _touches(cut, stretch))
        return replace(self, cuts=tuple(sorted([*kept, made])))


def units_of(words: str) -> tuple[Span, ...]:
    """Give the stretches that a cursor walks over: words with their signs; brackets stay whole."""
    return tuple(Span(*match.span()) for match in _UNIT.finditer(words))


def cut_at(cuts: Iterable[Cut], span: Span) -> Cut | None:
    """Give the edit that touches a stretch, if any."""
    return next((cut for cut in cuts if _touches(cut, span)), None)


def _touches(cut: Cut, span: Span) -> bool:
    return cut.start < span.end and span.start < cut.end
