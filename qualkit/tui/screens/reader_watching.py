"""Watched phrases on the reading screen: where they stand, the way to them, adding and removing."""

from pathlib import Path

from textual import work

from qualkit.domain.operations import Origin, Outcome
from qualkit.domain.queue import WatchedPhrase
from qualkit.domain.spans import Span
from qualkit.domain.suggestions import Suggestion
from qualkit.domain.text import folded, one_line
from qualkit.errors import QualkitError
from qualkit.services.project import Project
from qualkit.settings import Settings
from qualkit.translation import _
from qualkit.tui.reading.beside import beside
from qualkit.tui.reading.finding import next_of
from qualkit.tui.screens.reader_phrases import UNLESS_CLOSING
from qualkit.tui.screens.reader_suggesting import ReaderSuggesting

MOST_WORDS = 6
"""What is longer than that is a passage, and does not come back in the same words."""


class ReaderWatching(ReaderSuggesting):
    """The marks of watched phrases, and their keys."""

    _watched: tuple[tuple[Span, WatchedPhrase], ...] = ()
    """Where they stand in this text, in order."""
    _watched_phrases: tuple[WatchedPhrase, ...] = ()
    """What the places were looked for of."""

    def refresh_touched(self, touched: frozenset[str]) -> None:
        """Read again what changed, and look for what is watched from now on."""
        super().refresh_touched(touched)
        if self.is_open and touched & {"queue", "sources", "segments"}:
            self.look_for_watched(anew=not touched <= {"queue", "suggestions"})

    def look_for_watched(self, anew: bool = True) -> None:
        """Look where the watched phrases stand, unless they are the same and nothing else is."""
        phrases = self.attempt(self.project.queue.watched) or ()
        if phrases == self._watched_phrases and not (anew and phrases):
            return
        self._watched_phrases = phrases
        self._find_watched()

    @work(exclusive=True, group="watched")
    async def _find_watched(self) -> None:
        """Look in a thread, over a connection of its own: forms are looked up in a dictionary."""
        found: list[tuple[Span, WatchedPhrase]] = []
        if self._watched_phrases:
            version_id = self.contents.text.version.id
            folder, settings = self.project.folder, self.project.settings
            try:
                found = await beside(_places, folder, settings, self.source_id, version_id)
            except QualkitError as error:
                self.say_error(error)
                return
        self._watched = tuple(found)
        with UNLESS_CLOSING:
            self.view.show_watched(span for span, _named in self._watched)
            self.tell_place()

    def action_next_watched(self) -> None:
        """Go to the next place of a watched phrase, from the top again behind the last."""
        spans = [span for span, _named in self._watched if self.view.is_drawn(span.start)]
        span = next_of(spans, self.cursor.start, 1)
        if span is None:
            none = _("No phrase is looked out for yet: + does so with a word or a selection.")
            nowhere = _("Nothing that is looked out for stands in this text.")
            self.say(nowhere if self._watched_phrases else none)
            return
        self.jump_to(span)
        phrase = next(phrase for place, phrase in self._watched if place == span)
        told = _("'{phrase}' · {number} of {count} looked out for   O next")
        number, count = spans.index(span) + 1, len(spans)
        self.say(told.format(phrase=phrase.phrase, number=number, count=count))

    def action_watch(self) -> None:
        """Look out for the phrase of the list or the words at the cursor, or no longer."""
        panel = self.suggestions
        if panel.rows.has_focus and panel.current:
            phrase, known = panel.current.phrase, self._watched_as(panel.current)
        elif span := self.passage():
            phrase, known = one_line(span.of(self.contents.text.text)), self._watched_at(span)
        else:
            return
        if known:
            self._unwatch(known)
        elif len(phrase.split()) > MOST_WORDS:
            self.say(_("Select a word or a few: a long passage does not come back as it is."))
        else:
            self._watch(phrase)

    def is_watched(self, suggestion: Suggestion) -> bool:
        """Tell whether a phrase is looked out for."""
        return self._watched_as(suggestion) is not None

    def _watched_as(self, suggestion: Suggestion) -> WatchedPhrase | None:
        names = {folded(suggestion.phrase), folded(suggestion.lemma)}
        return next(
            (
                known
                for known in self._watched_phrases
                if {folded(known.phrase), folded(known.lemma)} & names
            ),
            None,
        )

    def _watched_at(self, span: Span) -> WatchedPhrase | None:
        """Give the watched phrase at a place; of what is selected, the same words."""
        at = self.cursor.span
        for place, phrase in self._watched:
            if place == at or (at is None and place.overlaps(span)):
                return phrase
        return None

    @work
    async def _watch(self, phrase: str) -> None:
        try:
            made = await beside(_watch, self.project.folder, self.project.settings, phrase)
        except QualkitError as error:
            self.say_error(error)
            return
        self.done(made, _("'{phrase}' is looked out for; O goes to it.").format(phrase=phrase))

    def _unwatch(self, known: WatchedPhrase) -> None:
        outcome = self.attempt(lambda: self.project.queue.unwatch(known.id))
        if outcome:
            told = _("'{phrase}' is no longer looked out for.")
            self.done(outcome, told.format(phrase=known.phrase))


def _places(
    folder: Path, settings: Settings, source_id: str, version_id: str
) -> list[tuple[Span, WatchedPhrase]]:
    """Give where the watched phrases stand in a text, in order."""
    with Project.open(folder, settings, Origin.TUI) as project:
        found = [
            (place.span, phrase)
            for phrase in project.queue.watched()
            for place in project.queue.places_of(phrase, [source_id])
            if place.version_id == version_id
        ]
    return sorted(found, key=lambda item: (item[0].start, -item[0].end))


def _watch(folder: Path, settings: Settings, phrase: str) -> Outcome[WatchedPhrase]:
    with Project.open(folder, settings, Origin.TUI) as project:
        return project.queue.watch_phrase(phrase)
