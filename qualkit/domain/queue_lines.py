"""A phrase of a batch as it is listed: without its places, of which there may be thousands."""

from dataclasses import dataclass

from qualkit.domain.queue import QueueDecision


@dataclass(frozen=True, slots=True)
class QueueLine:
    """A phrase of a batch on one line."""

    id: str
    rank: int
    """Its place in the batch, from 1."""
    phrase: str
    lemma: str
    """What its forms are grouped by."""
    reason: str
    """Why it was shown, in the language of the study."""
    decision: QueueDecision | None
    """None while it waits."""
    code_id: str | None
    """The code it went to."""
