"""Suggestions: phrases noticed in the text, offered and never applied."""

from dataclasses import dataclass

from qualkit.domain.spans import Span


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a participant's words to look for phrases in."""

    source_id: str
    span: Span
    """Where `text` stands in its version."""
    text: str
    speaker_key: str = ""
    """Who says it, for spread over participants; any stable key."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place where a phrase stands."""

    source_id: str
    span: Span


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A phrase worth noticing."""

    phrase: str
    """As written in the text, in its most frequent form."""
    lemma: str
    """What its forms are grouped by."""
    score: float
    """0 to 1 within one list; higher is shown first."""
    reason: str
    """Why it is shown, in a few plain words, in the language of the study."""
    occurrences: tuple[Occurrence, ...]


@dataclass(frozen=True, slots=True)
class PipelineInfo:
    """Which spaCy pipeline ran."""

    tier: str
    """`named`, `installed`, `shipped` or `basic`."""
    name: str
    version: str


@dataclass(frozen=True, slots=True)
class SuggestionList:
    """Suggestions with the pipeline that made them."""

    suggestions: tuple[Suggestion, ...]
    pipeline: PipelineInfo
