"""Batches of suggestions to go through: what was offered, where it stands, what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from qualkit.domain.lines import format_reference
from qualkit.domain.sources import Source
from qualkit.domain.spans import Span


class QueueDecision(StrEnum):
    """What a person did with a phrase of a batch."""

    CODED = "coded"
    """It became a code of its own."""
    ATTACHED = "attached"
    """It went to a code that was there."""
    WATCHED = "watched"
    """It is looked out for from now on; see `WatchedPhrase`."""
    REJECTED = "rejected"
    """It was left out of the sources where it stands."""
    REJECTED_EVERYWHERE = "rejected_everywhere"


@dataclass(frozen=True, slots=True)
class SuggestionBatch:
    """A file of suggestions that was read back into the project."""

    id: str
    number: int
    """1, 2, 3 … in the order in which they were loaded; people write `B2`."""
    file_name: str
    sha256: str
    """Of the file: what is in a batch is not loaded twice."""
    pipeline: str
    """As it is kept with a coding: `nl_qualkit_sm 1.1.0 (shipped)`."""
    author: str
    """Who loaded it."""
    loaded_at: datetime
    """UTC."""


@dataclass(frozen=True, slots=True)
class QueuedPlace:
    """One place where a phrase of a batch stands."""

    version_id: str
    start: int
    """Code points, half-open."""
    end: int

    @property
    def span(self) -> Span:
        """The place in its version."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class QueuedSuggestion:
    """A phrase of a batch, to decide on."""

    id: str
    batch_id: str
    rank: int
    """Its place in the batch, from 1."""
    phrase: str
    lemma: str
    """What its forms are grouped by."""
    reason: str
    """Why it was shown, in the language of the study."""
    places: tuple[QueuedPlace, ...]
    """In order of source and place."""
    decision: QueueDecision | None = None
    """None while it waits."""
    code_id: str | None = None
    """The code it went to."""
    decided_by: str = ""
    decided_at: datetime | None = None
    """UTC."""


@dataclass(frozen=True, slots=True)
class WatchedPhrase:
    """A phrase that is looked out for in reading."""

    id: str
    phrase: str
    lemma: str
    """What its forms are grouped by."""
    author: str
    since: datetime
    """UTC."""


@dataclass(frozen=True, slots=True)
class BatchEntry:
    """A batch with how far one is."""

    batch: SuggestionBatch
    phrases: int
    waiting: int
    """Phrases that nobody decided on yet."""


@dataclass(frozen=True, slots=True)
class PlaceInContext:
    """A place of a phrase with the words around it."""

    place: QueuedPlace
    segment: Span
    """The turn, message or paragraph it stands in: what to code when the phrase says too little."""
    source: Source
    label: str
    """The participant's printed label; the source's title where there is none."""
    line: int
    """From 1."""
    speaker: str
    """As written in the text; empty where nobody is named."""
    before: str
    """What stands before it in its segment, on one line, with the space between the two."""
    words: str
    after: str
    is_read: bool
    """Whether the source was read to its end before, or in a round."""
    codes: tuple[str, ...]
    """Names of the codes that passages over this place have."""

    @property
    def reference(self) -> str:
        """`P3:27`."""
        return format_reference(self.source.number, self.line)


@dataclass(frozen=True, slots=True)
class SuggestionView:
    """A phrase of a batch with its places in context."""

    suggestion: QueuedSuggestion
    batch: SuggestionBatch
    places: tuple[PlaceInContext, ...]
    """In order of source and place; the first so many when fewer were asked for."""
    unread: int
    """Of all places, those in sources that were not read yet."""

    @property
    def name(self) -> str:
        """`B2:3`."""
        return name_of(self.batch, self.suggestion)


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What came of a file of suggestions; apart from phrases, places are counted."""

    batch: SuggestionBatch | None
    """None when there was nothing new in the file."""
    phrases: int = 0
    places: int = 0
    known: int = 0
    """In the queue already, or decided on."""
    rejected: int = 0
    context: int = 0
    """What interviewers and helpers say."""
    misplaced: tuple[str, ...] = ()
    """Where nothing stands in the text: `P3` or the name of a document, each time."""
    unknown: tuple[str, ...] = ()
    """Of which the text is not in the project: `P3` or the name of a document, each time."""


def name_of(batch: SuggestionBatch, suggestion: QueuedSuggestion) -> str:
    """Give what people call a phrase of a batch: `B2:3`."""
    return f"B{batch.number}:{suggestion.rank}"


def touching(places: Sequence[QueuedPlace], other: QueuedPlace) -> bool:
    """Tell whether a stretch has words in common with one of some places."""
    return any(
        place.version_id == other.version_id and place.span.overlaps(other.span) for place in places
    )
