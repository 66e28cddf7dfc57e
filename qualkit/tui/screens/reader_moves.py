"""Moving on the reading screen: by word, row, page, turn and coding, and by labels."""

from textual import on

from qualkit.domain.spans import Span
from qualkit.translation import _
from qualkit.tui.screens.reader_selecting import ReaderSelecting
from qualkit.tui.widgets.text_view import TextView


class ReaderMoves(ReaderSelecting):
    """The keys that move the cursor, and with it the end of a selection that is adjusted."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tell what can be done now: while labels are shown, keys are their letters."""
        if self.is_open and self.view.is_labelled:
            return action == "back"
        return super().check_action(action, parameters)

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

    def action_next_segment(self) -> None:
        """Go to the next turn."""
        self._go_to(self.drawn(self.contents.segments).beginning_after(self.cursor.offset))

    def action_previous_segment(self) -> None:
        """Go to the begin of the turn, or to the turn before."""
        self._go_to(self.drawn(self.contents.segments).beginning_before(self.cursor.offset))

    def action_next_coding(self) -> None:
        """Go to the next coded segment."""
        codings = self.drawn(self.contents.codings.stretches)
        here = self.cursor.span
        span = codings.following(here) if here else codings.beginning_after(self.cursor.offset - 1)
        self._select_coding(span, _("No coded segment below."))

    def action_previous_coding(self) -> None:
        """Go to the coded segment before."""
        codings = self.drawn(self.contents.codings.stretches)
        here = self.cursor.span
        span = codings.preceding(here) if here else codings.beginning_before(self.cursor.offset)
        self._select_coding(span, _("No coded segment above."))

    def _select_coding(self, span: Span | None, otherwise: str) -> None:
        if span is None:
            self.say(otherwise)
        elif self.cursor.held:
            self._reach(span)
        else:
            self.jump_to(span)

    def _go_to(self, span: Span | None) -> None:
        if span is not None:
            self.cursor.jump(span.start)
            self.moved()

    def action_jump(self) -> None:
        """Show letters at the sentences in sight; typing them goes there."""
        self.when_sentences(self._show_labels)

    def _show_labels(self) -> None:
        places = self._places_in_sight()
        if not places:
            self.say(_("There is no sentence in sight."))
            return
        self.view.focus()
        self.view.show_labels(places)
        self.refresh_bindings()
        if self._is_adjusting:
            self.say(_("Type the letters of the place to select up to.   Esc leaves"))
        else:
            self.say(_("Type the letters of the place to go to.   Esc leaves"))

    def _places_in_sight(self) -> list[Span]:
        """Give the sentences that begin in sight, and the folded turns."""
        sight = self.view.in_sight
        if sight is None:
            return []
        places: dict[int, Span] = {}
        for sentence in self.drawn_sentences.over(sight.start, sight.end):
            if sentence.start >= sight.start:
                fold = self.view.fold_at(sentence.start)
                place = fold.span if fold else sentence
                places.setdefault(place.start, place)
        return list(places.values())

    @on(TextView.Labelled)
    def _go_to_labelled(self, event: TextView.Labelled) -> None:
        """Go to the place whose label was typed; while a selection is adjusted, extend it there."""
        self.refresh_bindings()
        if event.place is None:
            self.moved()
        elif self._is_adjusting:
            self._reach(event.place)
        else:
            self._go_to(event.place)

    def _reach(self, span: Span) -> None:
        self.cursor.reach(span)
        self.moved()

    @property
    def _is_adjusting(self) -> bool:
        return self.cursor.held or (self.cursor.adjusting and self.cursor.selection is not None)
