"""The queue: batches of suggestions to go through, phrase by phrase, and what is watched."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from qualkit.domain.codes import Code
from qualkit.domain.codings import Coding
from qualkit.domain.operations import Outcome
from qualkit.domain.queue import (
    BatchEntry,
    LoadReport,
    PlaceInContext,
    QueuedPlace,
    QueuedSuggestion,
    SuggestionBatch,
    SuggestionView,
    WatchedPhrase,
)
from qualkit.domain.queue_lines import QueueLine
from qualkit.domain.suggestions import RejectedPhrases, Rejection
from qualkit.formats.suggestion_files import SuggestionFile, read_suggestions
from qualkit.services import queue_decisions, queue_lines, queue_names, watching
from qualkit.services.queue_loading import load
from qualkit.services.queue_views import shown_places, without_rejected_places
from qualkit.services.workspace import Workspace, locked
from qualkit.store.queue import batch_entries, sources_of_versions, sources_read, suggestions_of
from qualkit.translation import _

TOUCHED = frozenset({"queue"})


class Queue:
    """Suggestions of batches, each for a person to decide on; nothing is coded by itself."""

    def __init__(self, workspace: Workspace) -> None:
        """Work on an open project."""
        self._workspace = workspace

    # What is in it

    def load(self, path: Path, why: str = "") -> Outcome[LoadReport]:
        """Take what is new in a file of suggestions into the queue, as one step.

        What stands in the queue already and what was rejected does not come in again.

        Raises:
            UnreadableFileError: it is not such a file.
        """
        # Read before anything is locked: a year of conversations takes half a minute.
        return self._take_in(read_suggestions(path), why)

    @locked
    def _take_in(self, file: SuggestionFile, why: str) -> Outcome[LoadReport]:
        return load(self._workspace, file, why)

    def batches(self) -> tuple[BatchEntry, ...]:
        """Give the batches in the order in which they were loaded, with how far one is."""
        return tuple(batch_entries(self._workspace.database))

    def all(self, batch_id: str | None = None) -> tuple[QueuedSuggestion, ...]:
        """Give the phrases of a batch or of all, decided or not, by batch and rank."""
        return tuple(suggestions_of(self._workspace.database, batch_id))

    def waiting(self, batch_id: str | None = None) -> tuple[QueuedSuggestion, ...]:
        """Give the phrases that nobody decided on, by batch and rank.

        Without the places in sources in which they were rejected since, here or in the reader.
        """
        database = self._workspace.database
        rejected = RejectedPhrases(database.find(Rejection))
        items = suggestions_of(database, batch_id, waiting=True)
        return tuple(without_rejected_places(database, items, rejected))

    def lines(self, batch_id: str, decided: bool = False) -> tuple[QueueLine, ...]:
        """Give the phrases of a batch that wait, or those that were decided on, without places.

        They are those of `waiting`, read at once however many places there are.
        """
        return queue_lines.lines(self._workspace, batch_id, decided)

    def phrase(self, suggestion_id: str) -> QueuedSuggestion:
        """Give a phrase with the places that it is offered at; all of them when none is left.

        Raises:
            NotFoundError: it is gone.
        """
        return queue_lines.phrase(self._workspace, suggestion_id)

    def find_batch(self, name: str) -> SuggestionBatch:
        """Give a batch by its number (`2` or `B2`), or the first signs of its id.

        Raises:
            NotFoundError: there is none.
        """
        return queue_names.find_batch(self._workspace, name)

    def find(self, name: str) -> QueuedSuggestion:
        """Give a phrase by its rank (`3`, or `B2:3`), or by the first signs of its id.

        Raises:
            NotFoundError: there is none.
            AmbiguousNameError: more than one batch has that rank.
        """
        return queue_names.find_phrase(self._workspace, name)

    def view(self, suggestion_id: str, most: int | None = None) -> SuggestionView:
        """Give a phrase with its places in context, or the first so many of them.

        Raises:
            NotFoundError: it is gone.
        """
        item = self._workspace.get(QueuedSuggestion, suggestion_id)
        database = self._workspace.database
        rejected = RejectedPhrases(database.find(Rejection))
        left = without_rejected_places(database, [item], rejected) or [item]
        places = left[0].places
        return SuggestionView(
            item,
            self._workspace.get(SuggestionBatch, item.batch_id),
            shown_places(database, places[:most]),
            len(self.unread(places)),
        )

    def in_context(self, places: Sequence[QueuedPlace]) -> tuple[PlaceInContext, ...]:
        """Give places with the words around them, as `view` does."""
        return shown_places(self._workspace.database, places)

    def unread(self, places: Sequence[QueuedPlace]) -> tuple[QueuedPlace, ...]:
        """Give those of some places that stand in a source that nobody has read yet.

        Read is what was read to its end on the screen, or in any round.
        """
        unread = self._unread_versions(places)
        return tuple(place for place in places if place.version_id in unread)

    def unread_counts(self, items: Sequence[QueuedSuggestion]) -> dict[str, int]:
        """Give how many places of each phrase stand in sources that nobody has read, by its id."""
        unread = self._unread_versions(place for item in items for place in item.places)
        return {item.id: sum(place.version_id in unread for place in item.places) for item in items}

    def _unread_versions(self, places: Iterable[QueuedPlace]) -> set[str]:
        database = self._workspace.database
        of_version = sources_of_versions(database, {place.version_id for place in places})
        read = sources_read(database)
        return {version_id for version_id, source_id in of_version.items() if source_id not in read}

    @locked
    def drop(self, batch_id: str, why: str = "") -> Outcome[SuggestionBatch]:
        """Take a batch out of the queue; codes and codings that were made of it stay.

        What was rejected stays rejected, and what is watched stays watched.

        Raises:
            NotFoundError: it is gone.
        """
        batch = self._workspace.get(SuggestionBatch, batch_id)
        summary = _("Took the batch '{file}' out of the queue").format(file=batch.file_name)
        with self._workspace.journal.operation("queue.drop", summary, why) as step:
            for item in self.all(batch.id):
                step.delete(item)
            step.delete(batch)
        return Outcome(batch, TOUCHED)

    # Decisions, one step each

    @locked
    def code(
        self,
        suggestion_id: str,
        places: Sequence[QueuedPlace],
        path: str,
        unread: bool = False,
        why: str = "",
    ) -> Outcome[tuple[Coding, ...]]:
        """Code places of a phrase with a code that is made where there is none.

        A place may be wider than the phrase, or its segment. In a source that nobody has read yet
        only when `unread` says so.

        Raises:
            InvalidInputError: it was decided on already, it does not stand there, or the name is
                empty.
            SourceNotReadError: a place is in a source that was not read.
        """
        return queue_decisions.code_places(
            self._workspace, suggestion_id, places, path, unread, why
        )

    @locked
    def attach(
        self,
        suggestion_id: str,
        code_id: str,
        places: Sequence[QueuedPlace],
        unread: bool = False,
        why: str = "",
    ) -> Outcome[tuple[Coding, ...]]:
        """Code places of a phrase with a code that is there; see `code`.

        More places may go to the code that a phrase went to before.
        """
        code = self._workspace.get(Code, code_id)
        return queue_decisions.code_places(
            self._workspace, suggestion_id, places, code, unread, why
        )

    @locked
    def watch(self, suggestion_id: str, why: str = "") -> Outcome[QueuedSuggestion]:
        """Look out for a phrase from now on.

        Raises:
            InvalidInputError: it was decided on already.
        """
        return queue_decisions.watch(self._workspace, suggestion_id, why)

    @locked
    def reject(self, suggestion_id: str, why: str = "") -> Outcome[QueuedSuggestion]:
        """Leave a phrase out of the suggestions from the sources where it stands.

        Raises:
            InvalidInputError: it was decided on already.
        """
        return queue_decisions.reject(self._workspace, suggestion_id, False, why)

    @locked
    def reject_everywhere(self, suggestion_id: str, why: str = "") -> Outcome[QueuedSuggestion]:
        """Leave a phrase out of all suggestions, also from sources that are yet to come.

        Raises:
            InvalidInputError: it was decided on already.
        """
        return queue_decisions.reject(self._workspace, suggestion_id, True, why)

    # What is watched

    def watched(self) -> tuple[WatchedPhrase, ...]:
        """Give the phrases that are looked out for, in the order in which that began."""
        return watching.watched_phrases(self._workspace)

    def find_watched(self, name: str) -> WatchedPhrase:
        """Give a watched phrase by its words, or by the first signs of its id.

        Raises:
            NotFoundError: nothing is watched under that name.
            AmbiguousNameError: more than one is.
        """
        return watching.find_watched(self._workspace, name)

    @locked
    def watch_phrase(self, phrase: str, why: str = "") -> Outcome[WatchedPhrase]:
        """Look out for a phrase in all its forms; once is enough.

        Raises:
            InvalidInputError: there are no words in it.
        """
        return watching.watch_phrase(self._workspace, phrase, why)

    @locked
    def unwatch(self, watched_id: str, why: str = "") -> Outcome[WatchedPhrase]:
        """Look out for a phrase no longer.

        Raises:
            NotFoundError: it is gone.
        """
        return watching.unwatch(self._workspace, watched_id, why)

    def places_of(
        self, watched: WatchedPhrase, source_ids: Sequence[str] = ()
    ) -> tuple[QueuedPlace, ...]:
        """Give where a watched phrase stands in what participants say, in any form, in order."""
        return watching.places_of(self._workspace, watched, source_ids)
