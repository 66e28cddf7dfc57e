"""The words a cursor stands on: found around an offset, within what is drawn."""

import re
from collections.abc import Sequence

from qualkit.domain.spans import Span
from qualkit.tui.reading.lines import ShownLine

_WORD = re.compile(r"\S+")
_EDGE = "\"'“”‘’‚„«»()[]{}<>.,;:!?…–—*_"
"""Signs at the ends of a word that do not belong to it; alone they are a word."""

_LONGEST_WORD = 64
"""Code points that are looked at first; few words are longer."""


class Words:
    """Finds words before, at and after an offset; a word never holds a speaker prefix.

    A folded turn is one word: the cursor stands on it or passes it.
    """

    def __init__(self, text: str, lines: Sequence[ShownLine]) -> None:
        """Look in the drawn lines of a text."""
        self._text = text
        self._lines = lines

    def at(self, offset: int, line: int) -> Span | None:
        """Give the word at an offset, else the nearest after it, else before it.

        `line` is the index of the line that draws the offset.
        """
        return self.after(offset, line) or self.before(offset + 1, line)

    def after(self, offset: int, line: int) -> Span | None:
        """Give the first word that ends after `offset`, looking from a line on."""
        for index in range(line, len(self._lines)):
            shown = self._lines[index]
            if shown.fold:
                if shown.end > offset:
                    return shown.span
                continue
            at = self._begin(max(offset, shown.start), shown)
            for found in _WORD.finditer(self._text, at, shown.end):
                word = _core(found)
                if word.end > offset:
                    return word
        return None

    def before(self, offset: int, line: int) -> Span | None:
        """Give the last word that begins before `offset`, looking from a line back."""
        for index in range(line, -1, -1):
            shown = self._lines[index]
            if shown.fold:
                if shown.start < offset:
                    return shown.span
                continue
            at = min(offset, shown.end)
            while at > shown.start:
                begin = self._begin(at - 1, shown)
                found = _WORD.match(self._text, begin, shown.end)
                if found and (word := _core(found)).start < offset:
                    return word
                at = begin if begin < at else at - 1
        return None

    def last_in(self, span: Span) -> Span:
        """Give the last word of a stretch, to its very end."""
        return Span(_begin_of_run(self._text, span.start, span.end - 1), span.end)

    def first_in(self, span: Span) -> Span:
        """Give the first word of a stretch, from its very start."""
        found = _WORD.match(self._text, span.start, span.end)
        return Span(span.start, found.end() if found else span.end)

    def _begin(self, at: int, shown: ShownLine) -> int:
        """Give where the run of signs around `at` begins, or `at` itself on white space."""
        if at < len(self._text) and self._text[at].isspace():
            return at
        return _begin_of_run(self._text, shown.start, at)


def _begin_of_run(text: str, start: int, at: int) -> int:
    """Give where the signs begin that stand before `at` without white space, not before `start`."""
    room = _LONGEST_WORD
    while True:
        begin = max(at - room, start)
        run = text[begin:at].rsplit(None, 1)
        length = len(run[-1]) if run and not text[at - 1].isspace() else 0
        if begin + length < at or begin == start:
            return at - length
        room *= 8


def _core(found: re.Match[str]) -> Span:
    """Give a word without the signs around it; the signs where there is nothing else."""
    words = found[0]
    bare = words.strip(_EDGE)
    if not bare:
        return Span(found.start(), found.end())
    start = found.start() + len(words) - len(words.lstrip(_EDGE))
    return Span(start, start + len(bare))
