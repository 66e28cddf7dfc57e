"""Candidates: passages that a search found, each for a person to confirm before it is coded."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from qualkit.domain.code_queries import CodeMatch
from qualkit.domain.kwic import KwicLine
from qualkit.domain.search import Hit
from qualkit.domain.spans import Span


class Decision(StrEnum):
    """What a person decided about a candidate."""

    OPEN = "open"
    YES = "yes"
    NO = "no"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Found:
    """A place that a search found."""

    version_id: str
    span: Span
    around: Span | None
    """The segment in which whole sentences are to be taken; None takes the place as it is."""
    is_context: bool
    """Whether an interviewer or helper says it, who is no evidence."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that may be coded."""

    number: int
    """Its place in the collection, from 0; it stays the same."""
    source_id: str
    version_id: str
    span: Span
    """What will be coded; a person may adjust it."""
    proposed: Span
    """What was offered at first."""
    is_context: bool = False
    decision: Decision = Decision.OPEN


@dataclass(frozen=True, slots=True)
class Collection:
    """The candidates of one search for one code, with what was decided so far."""

    id: str
    query: str
    """What was searched for, as typed."""
    code: str
    """The code's path; it is made when there is none."""
    candidates: tuple[Candidate, ...]
    """Those to decide on; what is coded with it already is not among them."""
    already: int = 0
    """How many were left out because the passage is coded with it."""
    outdated: int = 0
    """How many were left out because the source has a newer text."""

    def counts(self) -> Counter[Decision]:
        """Count the candidates by decision."""
        return Counter(candidate.decision for candidate in self.candidates)

    @property
    def evidence(self) -> tuple[Candidate, ...]:
        """The candidates that count as evidence."""
        return tuple(candidate for candidate in self.candidates if not candidate.is_context)

    @property
    def confirmed(self) -> tuple[Candidate, ...]:
        """The candidates that were confirmed and are not coded yet."""
        return tuple(each for each in self.candidates if each.decision is Decision.YES)

    @property
    def is_waiting(self) -> bool:
        """Whether there is something left to decide or to code."""
        return bool(self.confirmed) or any(
            each.decision in (Decision.OPEN, Decision.LATER) for each in self.evidence
        )


@dataclass(frozen=True, slots=True)
class Confirmed:
    """A passage that a person wants coded."""

    version_id: str
    span: Span
    code: str
    """The code's path or id."""


def places_found(items: Iterable[Hit | KwicLine | CodeMatch]) -> list[Found]:
    """Give the places of what a search found, in its order."""
    return [place for item in items for place in _places(item)]


def _places(item: Hit | KwicLine | CodeMatch) -> Sequence[Found]:
    if isinstance(item, CodeMatch):
        is_context = bool(item.roles) and not any(role.is_evidence for role in item.roles)
        return [Found(item.version_id, item.span, None, is_context)]
    hit, spans = (item.hit, [item.span]) if isinstance(item, KwicLine) else (item, item.matches)
    segment = hit.segment
    is_context = not segment.role.is_evidence
    return [Found(segment.version_id, span, segment.span, is_context) for span in spans]
