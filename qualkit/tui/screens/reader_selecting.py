"""Selecting on the reading screen: by sign, word, sentence, turn and paragraph."""

import gc
import time
from collections.abc import Callable, Sequence

from textual import on, work

from qualkit.domain.sources import SourceText
from qualkit.domain.spans import Span
from qualkit.translation import _, ngettext
from qualkit.tui.reading.beside import beside
from qualkit.tui.reading.growing import Units
from qualkit.tui.reading.lines import ShownLine
from qualkit.tui.reading.stretches import Stretches
from qualkit.tui.screens.reader_base import ReaderBase
from qualkit.tui.widgets.text_view import TextView

MOST_KEPT = 8
"""Kinds of stretches; each change to the codings makes new ones."""

AT_A_TIME = 8
"""Sentences that are found without giving way: some 2 ms of work."""

GIVE_WAY_SECONDS = 0.002


class ReaderSelecting(ReaderBase):
    """The keys, and the mouse, that select."""

    _waiting: Callable[[], None] | None = None
    """What is to be done as soon as the sentences are found."""
    _units: tuple[str, Units] | None = None
    """The larger units of the text, with the version they belong to."""

    def __init__(self, source_id: str) -> None:
        """Show a source of the project."""
        super().__init__(source_id)
        self._kept_drawn: dict[int, tuple[Stretches, Sequence[ShownLine], Stretches]] = {}
        """What is left of stretches where turns are not shown, so that no key waits for it."""

    @work(exclusive=True, group="sentences")
    async def find_sentences(self) -> None:
        """Find the sentences beside the screen: loading spaCy takes about a second."""
        self.sentences = Stretches(await beside(self._found_sentences, self.contents.text))
        # spaCy leaves a million objects behind that never go away. Walking through them takes the
        # garbage collector longer than a key may take.
        gc.freeze()
        waiting, self._waiting = self._waiting, None
        if waiting:
            waiting()

    def _found_sentences(self, text: SourceText) -> list[Span]:
        """Find them little by little, so that a key never waits for more than a few."""
        found = list[Span]()
        for sentence in self.project.segments.sentences(text):
            found.append(sentence)
            # Two threads of Python share one interpreter; who waits for the sentences comes first.
            if self._waiting is None and len(found) % AT_A_TIME == 0:
                time.sleep(GIVE_WAY_SECONDS)
        return found

    def when_sentences(self, act: Callable[[], None]) -> None:
        """Do something that needs the sentences, now or as soon as they are found."""
        if self.sentences is None:
            self._waiting = act
            self.say(_("Finding the sentences…"))
        else:
            act()

    def moved(self) -> None:
        """Draw the cursor where it is now, and tell what is selected."""
        # Told here and now, not when the view's message arrives: it is drawn in the same frame.
        with self.view.prevent(TextView.Moved):
            self.view.follow()
        self.say(self.selected_words())
        self.tell_where()

    def jump_to(self, span: Span) -> None:
        """Select a stretch that may be out of sight."""
        self.cursor.select(span)
        with self.view.prevent(TextView.Moved):
            self.view.show_selection()
        self.say(self.selected_words())
        self.tell_where()

    def tell_where(self) -> None:
        """Tell about a new place of the cursor."""
        self.tell_place()

    def selected_words(self) -> str:
        """Tell how much is selected, and what the keys do with it."""
        span = self.cursor.span
        if span is None:
            return ""
        if self.cursor.adjusting:
            keys = _("arrows move the end · v stops")
        else:
            keys = _("c code · e other end")
        return "   ".join([self.amount_of(span), " · ".join([keys, _("Esc drops")])])

    def amount_of(self, span: Span) -> str:
        """Tell how much a stretch is, and whose words."""
        count = len(span.of(self.contents.text.text).split())
        words = ngettext("{count} word selected", "{count} words selected", count)
        parts = [words.format(count=count)]
        inside = self.contents.said_in(span)
        speakers = {said.speaker for said in inside}
        if len(speakers) > 1:
            parts.append(_("from {count} speakers").format(count=len(speakers)))
        if any(not self.view.is_drawn(said.start) for said in inside):
            parts.append(_("some of them not shown now"))
        return ", ".join(parts)

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

    def action_sign_on(self) -> None:
        """Move the end of the selection one sign on."""
        self.cursor.by_sign(1)
        self.moved()

    def action_sign_back(self) -> None:
        """Move the end of the selection one sign back."""
        self.cursor.by_sign(-1)
        self.moved()

    def action_select_sentence(self) -> None:
        """Select the sentence; again: one more."""
        self.when_sentences(self.take_sentence)

    def take_sentence(self) -> None:
        """Select the sentence at the cursor, or one more."""
        self.cursor.take(self.drawn_sentences)
        self.moved()

    def action_shrink(self) -> None:
        """Take a sentence off the selection."""
        self.when_sentences(self._shrink)

    def _shrink(self) -> None:
        self.cursor.shrink(self.drawn_sentences)
        self.moved()

    def action_select_word(self) -> None:
        """Select the word; again: one more."""
        self.cursor.take_word()
        self.moved()

    def action_select_segment(self) -> None:
        """Select the turn, message or paragraph; again: one more."""
        self.cursor.take(self.drawn(self.contents.segments))
        self.moved()

    def action_select_paragraph(self) -> None:
        """Select the paragraph; again: one more."""
        self.cursor.take(self.drawn(self.units.paragraphs))
        self.moved()

    def action_grow(self) -> None:
        """Select the next larger unit around what is selected."""
        self.when_sentences(self._grow)

    def _grow(self) -> None:
        units = self.units
        kinds = (self.contents.segments, units.paragraphs, units.turns)
        if self.cursor.grow([self.drawn_sentences, *map(self.drawn, kinds)]):
            self.moved()
        else:
            self.say(_("There is nothing larger than all of the text."))

    def action_grow_back(self) -> None:
        """Select what was selected before it grew."""
        if self.cursor.grow_back():
            self.moved()
        else:
            self.say(_("The selection did not grow just now: a selects what is around."))

    def action_select_freely(self) -> None:
        """Begin or stop selecting by moving."""
        self.cursor.toggle_free()
        self.moved()

    def action_other_end(self) -> None:
        """Go to the other end of the selection."""
        if self.cursor.selection is None:
            self.say(_("Nothing is selected: s selects the sentence, v selects freely."))
            return
        self.cursor.flip()
        self.moved()

    @on(TextView.Clicked)
    def _select_unit(self, event: TextView.Clicked) -> None:
        """Select the word of a double click, the sentence of a triple one."""
        if self.cursor.held:
            return
        self.cursor.drop()
        if event.times == 2:
            self.action_select_word()
        else:
            self.action_select_sentence()

    @property
    def units(self) -> Units:
        """The larger units of the text."""
        text = self.contents.text
        if self._units is None or self._units[0] != text.version.id:
            self._units = text.version.id, Units(text)
        return self._units[1]

    @property
    def drawn_sentences(self) -> Stretches:
        """The sentences that are shown, as far as they are found."""
        return self.drawn(self.sentences or Stretches(()))

    def drawn(self, stretches: Stretches) -> Stretches:
        """Leave out what stands in turns that are not shown."""
        view = self.view
        if not view.only_evidence:
            return stretches
        kept = self._kept_drawn.get(id(stretches))
        if kept is None or kept[0] is not stretches or kept[1] is not view.lines:
            if len(self._kept_drawn) > MOST_KEPT:
                self._kept_drawn.clear()
            left = Stretches(span for span in stretches.spans if view.is_drawn(span.start))
            kept = self._kept_drawn[id(stretches)] = stretches, view.lines, left
        return kept[2]
