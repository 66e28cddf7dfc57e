"""Moving and selecting on the reading screen."""

import gc
from collections.abc import Callable

from textual import work

from qualkit.domain.spans import Span
from qualkit.tui.reading.beside import beside
from qualkit.tui.reading.stretches import Stretches
from qualkit.tui.screens.reader_base import ReaderBase


class ReaderMoves(ReaderBase):
    """The keys that move the cursor and the ends of the selection."""

    _waiting: Callable[[], None] | None = None
    """What is to be done as soon as the sentences are found."""

    @work(exclusive=True, group="sentences")
    async def find_sentences(self) -> None:
        """Find the sentences beside the screen: loading spaCy takes about a second."""
        text = self.contents.text
        spans = await beside(self.project.segments.sentences, text)
        self.sentences = Stretches(spans)
        # spaCy leaves a million objects behind that never go away. Walking through them takes the
        # garbage collector longer than a key may take.
        gc.freeze()
        waiting, self._waiting = self._waiting, None
        if waiting:
            waiting()

    def when_sentences(self, act: Callable[[], None]) -> None:
        """Do something that needs the sentences, now or as soon as they are found."""
        if self.sentences is None:
            self._waiting = act
            self.say("Finding the sentences…")
        else:
            act()

    def moved(self) -> None:
        """Draw the cursor where it is now, and tell what is selected."""
        self.view.follow()
        self.say(self._selected())

    def jump_to(self, span: Span) -> None:
        """Select a stretch that may be out of sight."""
        self.cursor.select(span)
        self.view.show_selection()
        self.say(self._selected())

    def _selected(self) -> str:
        span = self.cursor.span
        if span is None:
            return ""
        text, view = self.contents.text, self.view
        count = len(span.of(text.text).split())
        parts = [f"{count} word{'' if count == 1 else 's'} selected"]
        inside = self.contents.said_in(span)
        speakers = {said.speaker for said in inside}
        if len(speakers) > 1:
            parts.append(f"from {len(speakers)} speakers")
        if any(not view.is_drawn(said.start) for said in inside):
            parts.append("some of them not shown now")
        keys = "arrows move the end · v stops" if self.cursor.adjusting else "c code · e other end"
        return f"{', '.join(parts)}   {keys} · Esc drops"

    def action_word_on(self) -> None:
        """Go a word on."""
        self.cursor.by_word(1)
        self.moved()

    def action_word_back(self) -> None:
        """Go a word back."""
        self.cursor.by_word(-1)
        self.moved()

    def action_row_down(self) -> None:
        """Go a row down."""
        self.cursor.by_row(1)
        self.moved()

    def action_row_up(self) -> None:
        """Go a row up."""
        self.cursor.by_row(-1)
        self.moved()

    def action_page_down(self) -> None:
        """Go a screenful on."""
        self.cursor.by_row(self.view.page)
        self.moved()

    def action_page_up(self) -> None:
        """Go a screenful back."""
        self.cursor.by_row(-self.view.page)
        self.moved()

    def action_to_begin(self) -> None:
        """Go to the begin of the text."""
        self.cursor.jump(0)
        self.moved()

    def action_to_end(self) -> None:
        """Go to the end of the text."""
        self.cursor.jump(len(self.contents.text.text))
        self.moved()

    def action_extend_on(self) -> None:
        """Move the end of the selection a word on."""
        self.cursor.by_word(1, extend=True)
        self.moved()

    def action_extend_back(self) -> None:
        """Move the end of the selection a word back."""
        self.cursor.by_word(-1, extend=True)
        self.moved()

    def action_extend_down(self) -> None:
        """Move the end of the selection a row down."""
        self.cursor.by_row(1, extend=True)
        self.moved()

    def action_extend_up(self) -> None:
        """Move the end of the selection a row up."""
        self.cursor.by_row(-1, extend=True)
        self.moved()

    def action_select_sentence(self) -> None:
        """Select the sentence; again: one more."""
        self.when_sentences(self.take_sentence)

    def take_sentence(self) -> None:
        """Select the sentence at the cursor, or one more."""
        self.cursor.take(self._drawn_sentences)
        self.moved()

    def action_shrink(self) -> None:
        """Take a sentence off the selection."""
        self.when_sentences(self._shrink)

    def _shrink(self) -> None:
        self.cursor.shrink(self._drawn_sentences)
        self.moved()

    def action_select_word(self) -> None:
        """Select the word; again: one more."""
        self.cursor.take_word()
        self.moved()

    def action_select_segment(self) -> None:
        """Select the turn, message or paragraph; again: one more."""
        self.cursor.take(self._drawn(self.contents.segments))
        self.moved()

    def action_select_freely(self) -> None:
        """Begin or stop selecting by moving."""
        self.cursor.toggle_free()
        self.moved()

    def action_other_end(self) -> None:
        """Go to the other end of the selection."""
        if self.cursor.selection is None:
            self.say("Nothing is selected: s selects the sentence, v selects freely.")
            return
        self.cursor.flip()
        self.moved()

    def action_next_segment(self) -> None:
        """Go to the next turn."""
        self._go_to(self._drawn(self.contents.segments).beginning_after(self.cursor.offset))

    def action_previous_segment(self) -> None:
        """Go to the begin of the turn, or to the turn before."""
        self._go_to(self._drawn(self.contents.segments).beginning_before(self.cursor.offset))

    def action_next_coding(self) -> None:
        """Go to the next coded segment."""
        codings = self._drawn(self.contents.codings.stretches)
        here = self.cursor.span
        span = codings.following(here) if here else codings.beginning_after(self.cursor.offset - 1)
        self._select_coding(span, "below")

    def action_previous_coding(self) -> None:
        """Go to the coded segment before."""
        codings = self._drawn(self.contents.codings.stretches)
        here = self.cursor.span
        span = codings.preceding(here) if here else codings.beginning_before(self.cursor.offset)
        self._select_coding(span, "above")

    def _select_coding(self, span: Span | None, where: str) -> None:
        if span is None:
            self.say(f"No coded segment {where}.")
        else:
            self.jump_to(span)

    def _go_to(self, span: Span | None) -> None:
        if span is not None:
            self.cursor.jump(span.start)
            self.moved()

    @property
    def _drawn_sentences(self) -> Stretches:
        return self._drawn(self.sentences or Stretches(()))

    def _drawn(self, stretches: Stretches) -> Stretches:
        """Leave out what stands in turns that are not shown."""
        if not self.view.only_evidence:
            return stretches
        return Stretches(span for span in stretches.spans if self.view.is_drawn(span.start))
