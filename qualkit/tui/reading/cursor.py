"""The reading cursor: it stands on a word, and may have a selection behind it."""

from dataclasses import dataclass

from qualkit.domain.spans import Span
from qualkit.tui.reading import selection as rules
from qualkit.tui.reading.layout import TextLayout
from qualkit.tui.reading.selection import Selection
from qualkit.tui.reading.stretches import Stretches
from qualkit.tui.reading.words import Words


@dataclass(slots=True)
class Cursor:
    """Where the person is; every move keeps to words that are drawn."""

    layout: TextLayout
    words: Words
    word: Span | None = None
    """The word it stands on; None in a text without words."""
    selection: Selection | None = None
    adjusting: bool = False
    """Whether plain moves move the end of the selection."""
    _goal: int | None = None
    """The column that moves up and down try to keep."""

    @property
    def offset(self) -> int:
        """Where it stands; code points."""
        return self.word.start if self.word else 0

    @property
    def span(self) -> Span | None:
        """What is selected, if anything."""
        return self.selection.span if self.selection else None

    @property
    def start(self) -> int:
        """Where the selection begins, or the word it stands on; code points."""
        return self.selection.span.start if self.selection else self.offset

    def put(self, layout: TextLayout) -> None:
        """Stand on the same word in a new layout, or near it where it is not drawn any more."""
        self.layout = layout
        self.words = Words(layout.text, layout.lines)
        word = self.words.at(self.offset, layout.line_at(self.offset))
        if word != self.word:
            self.word = word
            self.drop()

    def jump(self, offset: int, extend: bool = False) -> None:
        """Go to the word at an offset."""
        self._goal = None
        self._go(self.words.at(offset, self.layout.line_at(offset)), extend)

    def by_word(self, step: int, extend: bool = False) -> None:
        """Go one word on (1) or back (-1)."""
        if self.word is None:
            return
        self._goal = None
        line = self.layout.line_at(self.offset)
        if step > 0:
            self._go(self.words.after(self.word.end, line), extend)
        else:
            self._go(self.words.before(self.word.start, line), extend)

    def by_row(self, rows: int, extend: bool = False) -> None:
        """Go some rows down, or up; rows without words are passed over."""
        if self.word is None:
            return
        here, column = self.layout.place_of(self.word.start)
        goal = column if self._goal is None else self._goal
        if rows > 0:
            here = self.layout.row_of(self.word.end - 1)
        step = 1 if rows > 0 else -1
        target = max(0, min(here + rows, len(self.layout) - 1))
        for direction in (step, -step):
            found = self._on_row(target, direction, goal)
            if found and (found.start - self.word.start) * step > 0:
                self._go(found, extend)
                self._goal = goal
                return

    def take(self, units: Stretches) -> None:
        """Select the sentence or segment it stands in; again: one more."""
        if self.word is not None:
            self._hold(rules.take(self.selection, self.word, units, self.words))
            self.adjusting = False

    def take_word(self) -> None:
        """Select the word it stands on; again: one more in the same direction."""
        if self.word is None:
            return
        if self.selection is None:
            self.selection = Selection(self.word, self.word)
        else:
            self.by_word(1 if self.selection.forward else -1, extend=True)
        self.adjusting = False

    def shrink(self, units: Stretches) -> None:
        """Take a unit off the end that moves."""
        if self.selection:
            self._hold(rules.shrink(self.selection, units, self.words))

    def flip(self) -> None:
        """Go to the other end of the selection, so that it can be adjusted."""
        if self.selection:
            self._hold(self.selection.flipped())
            self.adjusting = True

    def select(self, span: Span) -> None:
        """Select a stretch, and stand at its end."""
        self._hold(rules.over(span, self.words))
        self.adjusting = False

    def toggle_free(self) -> None:
        """Begin selecting freely from here, or stop and keep what is selected."""
        if self.word is None:
            return
        self.adjusting = not self.adjusting
        if self.adjusting and self.selection is None:
            self.selection = Selection(self.word, self.word)

    def drop(self) -> None:
        """Select nothing."""
        self.selection, self.adjusting = None, False

    def _hold(self, selection: Selection | None) -> None:
        self._goal = None
        self.selection = selection
        if selection:
            # The ends of a selection hold signs such as a full stop; the cursor stands on a word.
            at = selection.active.start
            self.word = self.words.at(at, self.layout.line_at(at))
        else:
            self.adjusting = False

    def _go(self, word: Span | None, extend: bool) -> None:
        if word is None:
            return
        if extend and self.selection is None and self.word:
            self.selection = Selection(self.word, self.word)
        self.word = word
        if not (extend or self.adjusting):
            self.drop()
        elif self.selection:
            self.selection = self.selection.moved(word)

    def _on_row(self, row: int, step: int, column: int) -> Span | None:
        """Give the word at a column of a row, or of the next row with another word."""
        while 0 <= row < len(self.layout):
            place = self.layout.row(row)
            if self.layout.text[place.start : place.end].strip():
                word = self._word_at(row, column)
                if word and word != self.word:
                    return word
                if word:
                    # A word over many rows is passed in one step.
                    edge = word.end - 1 if step > 0 else word.start
                    row = self.layout.row_of(edge)
            row += step
        return None

    def _word_at(self, row: int, column: int) -> Span | None:
        place = self.layout.row(row)
        offset = self.layout.offset_at(row, column - place.indent)
        line = self.layout.line_at(offset)
        word = self.words.at(offset, line)
        if word and word.start >= place.end:
            word = self.words.before(place.end, line)
        return word
