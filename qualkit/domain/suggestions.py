"""Suggestions: phrases noticed in the text, offered and never applied."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from qualkit.domain.codes import Code
from qualkit.domain.spans import Span
from qualkit.domain.text import folded
from qualkit.translation import N_


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


TIERS = (N_("named"), N_("installed"), N_("shipped"), N_("basic"))
"""How a pipeline came to be the one that runs; the first that is there does."""


@dataclass(frozen=True, slots=True)
class PipelineInfo:
    """Which spaCy pipeline ran."""

    tier: str
    """`named`, `installed`, `shipped` or `basic`."""
    name: str
    version: str

    def __str__(self) -> str:
        """Give it as it is kept with a coding: `nl_qualkit_sm 1.0.0 (shipped)`."""
        return f"{self.name} {self.version} ({self.tier})"


@dataclass(frozen=True, slots=True)
class SuggestionList:
    """Suggestions with the pipeline that made them."""

    suggestions: tuple[Suggestion, ...]
    pipeline: PipelineInfo


FITTING_CODES = N_("codes that may fit")
"""Stands where a pipeline's name does, when one of her own codes was offered for a passage."""


@dataclass(frozen=True, slots=True)
class SuggestedBy:
    """What a coding began from."""

    phrase: str
    """The suggested phrase; for one of her own codes that was offered, its path."""
    rank: int
    """Its place in the list she saw, from 1."""
    pipeline: str
    """What suggested it: name, version and tier of a pipeline."""


@dataclass(frozen=True, slots=True)
class Rejection:
    """A phrase that is not to be suggested again."""

    id: str
    lemma: str
    """What its forms are grouped by; another form of it is left out too."""
    phrase: str
    """As it was shown when it was rejected."""
    source_id: str | None = None
    """The source it is left out of; None for all of them."""


@dataclass(frozen=True, slots=True)
class CodeSuggestion:
    """One of the researcher's own codes that may fit a passage."""

    code: Code
    path: str
    """Names from the root: `capaciteit > te weinig mensen`."""
    evidence: str
    """Why it is offered, as a sentence in the language of the study."""
    references: tuple[str, ...] = ()
    """Up to three coded passages that the passage is like: `P3:27`."""


class RejectedPhrases:
    """Tells in which sources a phrase was rejected."""

    def __init__(self, rejections: Iterable[Rejection]) -> None:
        """Take what was rejected."""
        self._sources: dict[str, set[str | None]] = {}
        for rejection in rejections:
            for name in {folded(rejection.lemma), folded(rejection.phrase)}:
                self._sources.setdefault(name, set()).add(rejection.source_id)

    def sources_of(self, phrase: str, lemma: str) -> set[str | None]:
        """Give the sources that a phrase was rejected in; with None: everywhere.

        Another pipeline may group forms otherwise, so the phrase itself counts as well.
        """
        return {
            source_id
            for name in (folded(lemma), folded(phrase))
            for source_id in self._sources.get(name, ())
        }


def without_rejected(
    suggestions: Iterable[Suggestion], rejections: Iterable[Rejection], top: int
) -> tuple[Suggestion, ...]:
    """Give the first `top` suggestions that were not rejected.

    A phrase that was rejected for some sources only is left with its places in the others.
    """
    phrases = RejectedPhrases(rejections)
    kept = []
    for suggestion in suggestions:
        rejected = phrases.sources_of(suggestion.phrase, suggestion.lemma)
        places = tuple(
            place
            for place in suggestion.occurrences
            if None not in rejected and place.source_id not in rejected
        )
        if places:
            kept.append(replace(suggestion, occurrences=places))
    return tuple(kept[:top])
