"""Phrases of the text on the reading screen: looked for beside it, and where they stand."""

import asyncio
from contextlib import suppress
from threading import Event

from textual import work
from textual.css.query import NoMatches

from qualkit.domain.spans import Span
from qualkit.domain.suggestions import Suggestion, SuggestionList, without_rejected
from qualkit.errors import QualkitError
from qualkit.services.suggestions import spare, suggest_in
from qualkit.tui.reading.beside import beside
from qualkit.tui.screens.reader_borders import ReaderBorders
from qualkit.tui.widgets.suggestion_list import SuggestionPanel

MOST_SUGGESTIONS = 20

SPARE_SUGGESTIONS = 20
"""Looked for on top, to take the place of what is rejected while one reads."""

UNLESS_CLOSING = suppress(NoMatches)
"""Work in a thread may outlive the widgets of a screen that is being closed."""


class ReaderPhrases(ReaderBorders):
    """Finds phrases in the text, and shows their places."""

    _suggesting: bool | None = None
    """None leaves it to whether the source was read to its end."""
    _read = False
    _noted: SuggestionList | None = None
    """What was found in the text, rejected phrases too."""
    _phrases: tuple[Suggestion, ...] = ()
    """What is shown of it."""
    _placed: tuple[Suggestion, ...] | None = None
    """The phrases whose places are shown in the text."""

    def place_panel(self) -> None:
        """Put the panel where there is room for it; the screen does."""

    @property
    def suggestions(self) -> SuggestionPanel:
        """The panel of suggestions."""
        return self.query_one(SuggestionPanel)

    @property
    def is_suggesting(self) -> bool:
        """Whether suggestions are shown."""
        return self._read if self._suggesting is None else self._suggesting

    def suggest_if_wanted(self) -> None:
        """Look for suggestions when they are to be shown, and stop when they are not."""

    @work(exclusive=True, group="suggestions")
    async def look_for_phrases(self) -> None:
        """Look for phrases in a thread, which stops when the screen is left."""
        service, left = self.project.suggestions, Event()
        passages = service.passages([self.source_id])
        most = MOST_SUGGESTIONS + SPARE_SUGGESTIONS + spare(service.rejections())

        def go_on(_done: int) -> None:
            if left.is_set():
                raise _LeftError

        try:
            self._noted = await beside(
                suggest_in, passages, service.language, most, service.pipeline_name(), go_on
            )
        except asyncio.CancelledError:
            left.set()
            raise
        except QualkitError as error:
            self.say_error(error)
            self._suggesting = False
            self.suggest_if_wanted()
            return
        self.leave_rejected_out()
        with UNLESS_CLOSING:
            self.suggestions.found_by(self._noted.pipeline)
            self.tell_place()

    def leave_rejected_out(self) -> None:
        """Take out of what is shown what was rejected, here or everywhere."""
        if self._noted is None:
            return
        rejections = self.attempt(self.project.suggestions.rejections) or ()
        found = self._noted.suggestions
        self._phrases = without_rejected(found, rejections, MOST_SUGGESTIONS)

    def is_watched(self, suggestion: Suggestion) -> bool:
        """Tell whether a phrase is looked out for."""
        return False

    def phrases_here(self) -> list[str] | None:
        """Give the phrases that digits accept; None while digits are recent codes."""
        return [item.phrase for item in self.suggestions_here()] if self.is_suggesting else None

    def show_places(self) -> None:
        """Show in the text where the phrases stand."""
        if self._placed is not self._phrases:
            self._placed = self._phrases
            self.view.show_offered(span for item in self._phrases for span in self.places_of(item))

    def suggestions_here(self) -> list[Suggestion]:
        """Give the phrases that stand in the segment at the cursor, best first."""
        return [item for item in self._phrases if self.place_here(item) is not None]

    def place_here(self, suggestion: Suggestion) -> Span | None:
        """Give where a phrase stands in the segment at the cursor."""
        segment = self.contents.segments.at(self.cursor.offset)
        spans = self.places_of(suggestion)
        return next((span for span in spans if segment and span.overlaps(segment)), None)

    def places_of(self, suggestion: Suggestion) -> list[Span]:
        """Give where a phrase stands in this text, in order."""
        places = suggestion.occurrences
        return sorted(place.span for place in places if place.source_id == self.source_id)


class _LeftError(Exception):
    """The person left the screen before the work was done."""
