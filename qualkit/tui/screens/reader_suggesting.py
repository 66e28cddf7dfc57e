"""Suggestions on the reading screen: their panel, her own codes that may fit, and their keys."""

import asyncio
from pathlib import Path

from textual import on, work

from qualkit.analysis.code_fit import CodeFit, Place
from qualkit.domain.operations import Origin
from qualkit.domain.spans import Span
from qualkit.domain.suggestions import CodeSuggestion, SuggestedBy, Suggestion
from qualkit.errors import QualkitError
from qualkit.services.fitting_codes import evidence_in
from qualkit.services.project import Project
from qualkit.settings import Settings
from qualkit.translation import _
from qualkit.tui.reading.beside import beside
from qualkit.tui.reading.finding import next_of
from qualkit.tui.screens.reader_phrases import UNLESS_CLOSING, ReaderPhrases
from qualkit.tui.screens.reject_prompt import RejectPrompt
from qualkit.tui.widgets.suggestion_list import SuggestionPanel

SETTLED_SECONDS = 0.15
"""How long the cursor rests before codes are compared with the passage there."""

LONGEST_PASSAGE = 5_000
"""Code points; what is longer is about more than any code, and would keep the screen waiting."""

COMPARED_WITH = frozenset({"codings", "codes", "sources"})
"""What is touched when codes have to be compared anew."""


class ReaderSuggesting(ReaderPhrases):
    """The panel of suggestions, the codes that may fit, and the keys of both."""

    _code_fit: CodeFit | None = None
    _fits: tuple[CodeSuggestion, ...] = ()
    _fits_at: Span | None = None
    """The passage that `_fits` are about."""

    # Showing them

    def action_show_suggestions(self) -> None:
        """Show phrases from this text, or hide them."""
        self._suggesting = not self.is_suggesting
        self.suggest_if_wanted()

    def suggest_if_wanted(self) -> None:
        """Look for suggestions when they are to be shown, and stop when they are not."""
        was_shown = self.has_class("-suggesting")
        self.place_panel()
        if self.is_suggesting and not was_shown:
            self.suggestions.wait()
            self.look_for_phrases()
            self.read_codes()
        elif not self.is_suggesting:
            self._placed = None
            self.view.show_offered(())
            for group in ("suggestions", "codes", "fits"):
                self.workers.cancel_group(self, group)
            self.view.focus()
        self.tell_place()

    def refresh_touched(self, touched: frozenset[str]) -> None:
        """Read again what changed; rejected phrases go, and come back when that is undone."""
        version = self.contents.text.version if self.is_open else None
        if "suggestions" in touched:
            self.leave_rejected_out()
        super().refresh_touched(touched)
        if not self.is_open or not self.is_suggesting:
            return
        if self.contents.text.version != version:
            self.look_for_phrases()
        if touched & COMPARED_WITH:
            self.read_codes()

    def tell_place(self) -> None:
        """Tell about the place of the cursor, and offer what fits it."""
        super().tell_place()
        if not self.is_suggesting:
            return
        self._offer()
        self.show_places()
        passage = self._passage_to_fit()
        if passage is not None and passage != self._fits_at:
            self.look_for_codes(passage)

    def _offer(self) -> None:
        """List the phrases of the segment first, and the codes that may fit it below them."""
        if self._noted is None:
            return
        here = self.suggestions_here()
        fits = self._fits if self._fits_at == self._passage_to_fit() else ()
        elsewhere = [item for item in self._phrases if item not in here]
        self.suggestions.show(here, fits, elsewhere, self.is_watched)

    # Codes that may fit

    @work(exclusive=True, group="codes")
    async def read_codes(self) -> None:
        """Read what to compare passages with, over a connection of its own."""
        folder, settings = self.project.folder, self.project.settings
        try:
            self._code_fit = await beside(_read_code_fit, folder, settings)
        except QualkitError as error:
            self.say_error(error)
            return
        passage = self._passage_to_fit()
        if passage is not None:
            self.look_for_codes(passage)

    @work(exclusive=True, group="fits")
    async def look_for_codes(self, passage: Span) -> None:
        """Compare a passage with the codes, as soon as the cursor rests there."""
        await asyncio.sleep(SETTLED_SECONDS)
        if self._code_fit is None:
            return
        text = self.contents.text
        taken = {item.code_id for item in self.contents.codings.over(passage.start, passage.end)}
        words, place = evidence_in(text, passage), Place(text.version.id, passage)
        found = await beside(self._code_fit.fitting, words, place, taken)
        offered = {entry.code.id for entry in self.offered}
        self._fits = tuple(fit for fit in found if fit.code.id in offered)
        self._fits_at = passage
        with UNLESS_CLOSING:
            self._offer()

    def _passage_to_fit(self) -> Span | None:
        span = self.cursor.span or self.contents.segments.at(self.cursor.offset)
        return span if span and span.end - span.start <= LONGEST_PASSAGE else None

    def fits_of(self, span: Span) -> tuple[CodeSuggestion, ...]:
        """Give the codes that may fit a passage, for the prompt."""
        at = self._fits_at
        return self._fits if self.is_suggesting and at and at.overlaps(span) else ()

    # Keys

    def action_to_suggestions(self) -> None:
        """Go to the suggestions."""
        if not self.is_suggesting:
            self.say(_("p shows phrases from this text."))
            return
        if not self.suggestions.display:
            self.action_panel()
        self.suggestions.rows.focus()

    def action_panel(self) -> None:
        """Show or hide the panel; the screen does."""

    def action_code(self) -> None:
        """Code what is selected; from the list, the phrase there, or with the code there."""
        panel = self.suggestions
        if panel.rows.has_focus and panel.current_fit:
            self._code_with_fit(panel.current_fit)
            return
        if panel.rows.has_focus and panel.current:
            self._go_to_phrase(panel.current)
        super().action_code()

    def action_recent_code(self) -> None:
        """Code with the phrase of the digit; while no suggestions are shown, a recent code."""
        if not self.is_suggesting:
            super().action_recent_code()
        elif self.digit > len(self.suggestions.here):
            self.say(
                _("No phrase here has that digit. While p hides them, digits are recent codes.")
            )
        else:
            suggestion = self.suggestions.here[self.digit - 1]
            span = self.place_here(suggestion)
            if span is not None:
                self._notice(suggestion, span)
                super().action_code()

    def action_reject(self) -> None:
        """Reject the phrase at the cursor of the list."""
        suggestion = self.suggestions.current
        if not self.is_suggesting or not self.suggestions.display or suggestion is None:
            self.say(_("z rejects the phrase at the cursor of the list: f goes there."))
            return
        reference = f"P{self.contents.text.source.number}"
        prompt = RejectPrompt(suggestion.phrase, reference)
        self.app.push_screen(prompt, lambda everywhere: self._reject(suggestion, everywhere))

    def _reject(self, suggestion: Suggestion, everywhere: bool | None) -> None:
        if everywhere is None:
            return
        source_id = None if everywhere else self.source_id
        service = self.project.suggestions
        outcome = self.attempt(
            lambda: service.reject(suggestion.phrase, source_id, suggestion.lemma)
        )
        if outcome:
            message = _("'{phrase}' is not suggested again.")
            self.done(outcome, message.format(phrase=suggestion.phrase))

    @on(SuggestionPanel.Opened)
    def _open(self) -> None:
        """Show the phrase in the text, or ask for codes with the one that may fit first."""
        panel = self.suggestions
        if panel.current_fit:
            self._code_with_fit(panel.current_fit)
        elif panel.current:
            self._go_to_phrase(panel.current)

    def _code_with_fit(self, fit: CodeSuggestion) -> None:
        passage = self._fits_at
        if passage is not None:
            self.jump_to(passage)
            self.ask(passage, highlighted=fit.code.id)

    def _go_to_phrase(self, suggestion: Suggestion) -> None:
        """Select the phrase in the text: the place after the one where one is."""
        spans = self.places_of(suggestion)
        span = next_of(spans, self.cursor.start if self.cursor.span in spans else -1, 1)
        if span is not None:
            self._notice(suggestion, span)

    def _notice(self, suggestion: Suggestion, span: Span) -> None:
        """Select a suggested phrase and remember what suggested it, as it is listed now."""
        assert self._noted is not None, "a phrase was found"
        rank = self.suggestions.rank_of(suggestion)
        self.jump_to(span)
        self.noticed = span, SuggestedBy(suggestion.phrase, rank, str(self._noted.pipeline))


def _read_code_fit(folder: Path, settings: Settings) -> CodeFit:
    with Project.open(folder, settings, Origin.TUI) as project:
        return project.suggestions.code_fit()
