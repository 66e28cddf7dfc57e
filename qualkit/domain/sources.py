"""Sources, their immutable versions, and who speaks in them."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from operator import attrgetter

from qualkit.domain.spans import Span


class SourceKind(StrEnum):
    """What sort of material a source is."""

    INTERVIEW = "interview"
    TRANSCRIPT = "transcript"
    CHAT = "chat"
    RULING = "ruling"
    WEB = "web"
    NEWS = "news"


class TextKind(StrEnum):
    """What the words of a source are; printed under quotes and in the method paragraph."""

    NOTES = "notes"
    TRANSCRIPT = "transcript"
    CHAT = "chat"
    OFFICIAL = "official"


class Role(StrEnum):
    """What a speaker is in the conversation."""

    PARTICIPANT = "participant"
    VISITOR = "visitor"
    INTERVIEWER = "interviewer"
    HELPER = "helper"
    COURT = "court"
    PARTY = "party"
    UNKNOWN = "unknown"

    @property
    def is_evidence(self) -> bool:
        """Tell whether what is said counts as evidence; other turns are context."""
        return self not in (Role.INTERVIEWER, Role.HELPER)


@dataclass(frozen=True, slots=True)
class Source:
    """A document brought into the project."""

    id: str
    number: int
    """1, 2, 3 … in order of import; the `3` of a reference such as `P3:27`."""
    title: str
    kind: SourceKind
    text_kind: TextKind
    language: str
    imported_at: datetime
    """UTC."""
    held_on: date | None = None
    """The day the conversation was held or the document is dated."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Utterance:
    """What one speaker says after one speaker prefix."""

    marker_start: int
    """Where the prefix ("I:", "[2026-02-04 19:31] bezoeker:") begins."""
    start: int
    """Where the words begin, after the prefix."""
    end: int
    """Where the words end; half-open."""
    speaker: str
    """The name as printed in the prefix; empty for text that nobody says."""
    said_at: datetime | None = None
    """Local time as printed in the text, without a zone."""

    @property
    def span(self) -> Span:
        """The words, without the prefix."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Version:
    """One immutable text of a source."""

    id: str
    source_id: str
    number: int
    """1 for the text as imported, 2 for the first correction, …"""
    sha256: str
    """Of the text in UTF-8; names the text in the store."""
    file_sha256: str
    """Of the bytes that were imported; the same file twice is noticed by it."""
    utterances: tuple[Utterance, ...]
    """Who says what, in order; empty for running text. Fixed at import."""
    created_at: datetime
    """UTC."""
    file_suffix: str = ""
    """".docx" and the like, of the original kept in `sources/`."""

    def utterance_at(self, offset: int) -> Utterance | None:
        """Give what is being said at `offset`, its prefix included, or None."""
        return utterance_at(self.utterances, offset)


def utterance_at(utterances: Sequence[Utterance], offset: int) -> Utterance | None:
    """Give what is being said at an offset by utterances in order, prefixes included, or None."""
    index = bisect_right(utterances, offset, key=attrgetter("marker_start")) - 1
    if index < 0 or offset >= utterances[index].end:
        return None
    return utterances[index]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who speaks in a source."""

    id: str
    source_id: str
    name: str
    """As printed in the text's prefixes."""
    role: Role = Role.UNKNOWN


@dataclass(frozen=True, slots=True)
class SourceText:
    """A source with the version and the words that are read."""

    source: Source
    version: Version
    text: str
    speakers: tuple[Speaker, ...] = ()

    def role_of(self, utterance: Utterance) -> Role:
        """Give the role of who says `utterance`."""
        return self.role_named(utterance.speaker)

    def role_named(self, name: str) -> Role:
        """Give the role of the speaker with a name."""
        roles = (speaker.role for speaker in self.speakers if speaker.name == name)
        return next(roles, Role.UNKNOWN)
