"""Coding on the reading screen: what is selected, or the sentence at the cursor."""

from collections.abc import Callable, Sequence

from textual import events

from qualkit.domain.codings import Coding
from qualkit.domain.memos import ObjectType, Target
from qualkit.domain.quotability import Quotability
from qualkit.domain.spans import Span
from qualkit.domain.suggestions import FITTING_CODES, CodeSuggestion, SuggestedBy
from qualkit.domain.text import one_line
from qualkit.translation import _
from qualkit.tui.reading.recent import BOOKMARK, as_bookmark
from qualkit.tui.screens.code_prompt import CodeChoice, CodePrompt
from qualkit.tui.screens.reader_moves import ReaderMoves
from qualkit.tui.terms import term


class ReaderCoding(ReaderMoves):
    """The keys that code, uncode, mark and write memos."""

    noticed: tuple[Span, SuggestedBy] | None = None
    """Where the suggested phrase stands that was gone to last, and what suggested it."""
    digit = 1
    """The digit that was pressed last."""

    def on_key(self, event: events.Key) -> None:
        """Remember which digit was pressed, for the action that all of them share."""
        if event.character and event.character in "123456789":
            self.digit = int(event.character)

    def moved(self) -> None:
        """Draw the cursor; who drops a selection has left the suggestion it came from."""
        if self.cursor.span is None:
            self.noticed = None
        super().moved()

    def action_code(self) -> None:
        """Choose codes for what is selected, or for the sentence at the cursor."""
        self._on_passage(self._ask_for)

    def action_in_vivo(self) -> None:
        """Code with the words themselves as the name, to be edited."""
        span = self.passage()
        if span is not None:
            self.cursor.select(span)
            self.moved()
            self.ask(span, span.of(self.contents.text.text))

    def action_repeat_code(self) -> None:
        """Code with the code used last."""
        self._code_with_recent(1)

    def action_recent_code(self) -> None:
        """Code with the recently used code of the digit that was pressed."""
        self._code_with_recent(self.digit)

    def memo_about(self) -> tuple[Target, str] | None:
        """Give what a memo is about: what is selected, else the coding or turn at the cursor."""
        span = self.cursor.span
        codings = self._codings_here()
        exact = [coding for coding in codings if span is None or coding.span == span]
        if len(exact) == 1:
            coding = exact[0]
            name = _("{place}, coded '{name}'").format(
                place=self._reference(coding.span), name=self.contents.name_of(coding)
            )
            return Target(ObjectType.CODING, coding.id), name
        if span is None and self.cursor.word:
            span = self.contents.segments.at(self.cursor.offset) or self.cursor.word
        if span is None:
            return None
        version_id = self.contents.text.version.id
        words = one_line(span.of(self.contents.text.text), 30)
        target = Target(ObjectType.PASSAGE, version_id, span.start, span.end)
        return target, f"{self._reference(span)} '{words}'"

    def _on_passage(self, act: Callable[[Span], None]) -> None:
        """Act on what is selected; without a selection, on the sentence at the cursor."""
        if self.cursor.span is not None:
            act(self.cursor.span)
        else:
            self.when_sentences(lambda: self._on_sentence(act))

    def _on_sentence(self, act: Callable[[Span], None]) -> None:
        self.take_sentence()
        if self.cursor.span is not None:
            act(self.cursor.span)

    def fits_of(self, span: Span) -> tuple[CodeSuggestion, ...]:
        """Give the codes that may fit a passage, as far as they are known."""
        return ()

    def _ask_for(self, span: Span) -> None:
        noticed = self.noticed
        self.ask(span, noticed[1].phrase if noticed and noticed[0] == span else "")

    def ask(self, span: Span, start: str = "", highlighted: str = "") -> None:
        """Let the person choose codes for a passage.

        Args:
            span: The passage.
            start: Words to begin with.
            highlighted: The id of the code that the cursor stands on at first.
        """
        words = one_line(span.of(self.contents.text.text), 110)
        place = self._reference(span)
        printing = self.contents.printing_of(span)
        if printing is not Quotability.VERBATIM:
            place = _("{place} (printing: {terms})").format(place=place, terms=term(printing))
        prompt = CodePrompt(
            f"{place}  “{words}”",
            self.offered,
            self.recent,
            start,
            self.fits_of(span),
            highlighted,
        )
        self.app.push_screen(prompt, lambda choice: self._apply(span, choice))

    def _apply(self, span: Span, choice: CodeChoice | None) -> None:
        if choice is None:
            return
        began = self._began(span, choice)
        version_id = self.contents.text.version.id
        outcome = self.attempt(
            lambda: self.project.codings.add(
                version_id, span, choice.code_ids, began, new=choice.new
            )
        )
        if outcome is None:
            return
        used = [coding.code_id for coding in outcome.value]
        self.remember(used)
        self.cursor.adjusting = False
        paths = [self.contents.codes[each].path for each in choice.code_ids]
        self.done(outcome, _("Coded: {codes}.").format(codes=", ".join([*paths, *choice.new])))

    def remember(self, used: Sequence[str]) -> None:
        """Remember which codes were used just now, by id."""
        self.bookmark(BOOKMARK, as_bookmark(self.recent, used))

    def _began(self, span: Span, choice: CodeChoice) -> SuggestedBy | None:
        """Give the suggestion that a coding began from: a phrase, or a code that may fit."""
        noticed = self.noticed
        if noticed and span.overlaps(noticed[0]):
            return noticed[1]
        if choice.rank:
            return SuggestedBy(
                self.contents.codes[choice.code_ids[0]].path, choice.rank, FITTING_CODES
            )
        return None

    def _code_with_recent(self, digit: int) -> None:
        if digit > len(self.recent):
            self.say(_("No code was used so recently; c chooses one."))
            return
        choice = CodeChoice((self.recent[digit - 1],))
        self._on_passage(lambda span: self._apply(span, choice))

    def _codings_here(self) -> Sequence[Coding]:
        """Give the codings of what is selected, else those at the cursor."""
        span = self.passage()
        return self.contents.codings.on(span) if span else ()

    def _reference(self, span: Span) -> str:
        line = self.contents.text.text.count("\n", 0, span.start) + 1
        return f"P{self.contents.text.source.number}:{line}"
