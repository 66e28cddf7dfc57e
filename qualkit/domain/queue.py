"""Batches of suggestions to go through: what was offered, where it stands, what became of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

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
