"""The reading cursor: it stands on a word, and may have a selection behind it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from qualkit.domain.spans import Span
from qualkit.tui.reading import selection as rules
from qualkit.tui.reading.growing import Step, larger
from qualkit.tui.reading.layout import TextLayout
from qualkit.tui.reading.selection import Selection
from qualkit.tui.reading.stretches import Stretches
from qualkit.tui.reading.words import Words
from qualkit.tui.reading.wrapping import sign_after


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
    held: bool = False
    """Whether they do so until it is let go: the selection is that of a coding being moved."""
    _grown: list[Step] = field(default_factory=list)
    """How the selection grew."""
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
        at = self.selection.active.start if self.selection else self.offset
        self.word = self.words.at(at, layout.line_at(at))
        if self.selection and not (layout.draws(at) or self.held):
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

    def drag(self, start: int, end: int) -> None:
        """Select from the word at one offset to that at another; in one word, only the signs."""
        first = self.words.at(start, self.layout.line_at(start))
        last = self.words.at(end, self.layout.line_at(end))
        if first is None or last is None:
            return
        if self.held:
            self.jump(end)
            return
        if first != last or self.layout.fold_at(first.start):
            self._hold(Selection(first, last))
            return
        low, high = max(min(start, end), first.start), min(max(start, end), first.end - 1)
        high = sign_after(self.layout.text, high, first.end)
        if low < high:
            dragged = rules.over(Span(low, high), self.words)
            self._hold(dragged if start <= end else dragged.flipped())

    def reach(self, span: Span) -> None:
        """Select up to and with a stretch; the other end stays."""
        if self.word is None:
            return
        now = self.selection or Selection(self.word, self.word)
        is_behind = span.start >= now.anchor.start
        active = self.words.last_in(span) if is_behind else self.words.first_in(span)
        self._hold(now.moved(active))

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

    def by_sign(self, step: int) -> None:
        """Move the end of the selection by one sign, on (1) or back (-1)."""
        if self.word is None:
            return
        selection = self.selection or Selection(self.word, self.word)
        now = selection.span
        if selection.forward:
            edge = self.layout.end_near(now.end, step)
        else:
            edge = self.layout.start_near(now.start, step)
        self._hold(rules.reaching(selection, edge, self.words))

    def grow(self, units: Sequence[Stretches]) -> bool:
        """Select the next larger unit around what is selected; tells whether there was one."""
        if self.word is None:
            return False
        before, word = self.selection, self.word
        span = self._next_larger(units)
        if span is None:
            return False
        self._hold(rules.over(span, self.words))
        assert self.selection is not None, "it grew"
        self._grown.append(Step(before, word, self.selection))
        return True

    def grow_back(self) -> bool:
        """Select what was selected before it grew; tells whether there was such a thing."""
        if not self._grown or self._grown[-1].after != self.selection:
            self._grown.clear()
            return False
        step = self._grown.pop()
        self._goal = None
        self.selection, self.word = step.before, step.word
        return True

    def _next_larger(self, units: Sequence[Stretches]) -> Span | None:
        if self.word is None or not self.layout.lines:
            return None
        if self.selection is None:
            return self.word
        span = self.selection.span
        first = self.words.at(span.start, self.layout.line_at(span.start))
        last = self.words.before(span.end, self.layout.line_at(span.end - 1))
        whole = Span(self.layout.lines[0].start, self.layout.lines[-1].end)
        ends = Stretches(word for word in (first, last) if word)
        return larger(span, [ends, *units], whole)

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

    def hold(self, span: Span) -> None:
        """Select a stretch of which moves then move the end, until it is let go."""
        self.select(span)
        self.held = True

    def drop(self) -> None:
        """Select nothing."""
        self.selection, self.adjusting, self.held = None, False, False

    def _hold(self, selection: Selection | None) -> None:
        self._goal = None
        if selection is None and self.held:
            return
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
        if not (extend or self.adjusting or self.held):
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
