"""What co-authors answered to quotes and vignettes on a sheet."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import combinations

from qualkit.domain.word_diff import same_words


class ReviewDecision(StrEnum):
    """What a co-author wants done with a quote."""

    AGREE = "agree"
    SHORTEN = "shorten"
    ANONYMISE = "anonymise"
    """Make it less recognisable."""
    REPLACE = "replace"
    """Take another quote."""
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class ReviewAnswer:
    """One co-author's answer to one quote or vignette; a later one takes its place."""

    id: str
    reviewer: str
    received_at: datetime
    """UTC."""
    quote_id: str | None = None
    vignette_id: str | None = None
    decision: ReviewDecision | None = None
    """None where she wrote only a remark, or only changed the words."""
    remark: str = ""
    changed: str = ""
    """The words as she would have them; empty where she left them as they were."""
    asked: str = ""
    """The words that stood on the sheet she answered."""
    handled_at: datetime | None = None
    """When the researcher dealt with it, UTC; None while it waits for her."""
    handling: str = ""
    """What she did about it, in a line."""

    @property
    def item_id(self) -> str:
        """The quote or the vignette it is about."""
        return self.quote_id or self.vignette_id or ""

    @property
    def says(self) -> tuple[ReviewDecision | None, str, str, str]:
        """What she said: an answer that says the same is the same answer."""
        return self.decision, self.remark, self.changed, self.asked

    @property
    def accepts(self) -> bool:
        """Tell whether she wants it printed as it was asked."""
        return self.decision is ReviewDecision.AGREE and not self.changed

    @property
    def waits(self) -> bool:
        """Tell whether there is something for the researcher to do or to decide."""
        return self.handled_at is None and not self.accepts


class ReviewState(StrEnum):
    """How a quote or a vignette stands with the co-authors, what asks for attention first."""

    CONFLICTING = "conflicting"
    """They want different things, or different words."""
    OPEN = "open"
    """One of them wants something that was not dealt with yet."""
    HANDLED = "handled"
    """What they wanted was dealt with."""
    ACCEPTED = "accepted"
    NO_ANSWER = "no_answer"


def state_of(answers: Sequence[ReviewAnswer]) -> ReviewState:
    """Tell how something stands, by all answers to it."""
    if not answers:
        return ReviewState.NO_ANSWER
    if all(answer.accepts for answer in answers):
        return ReviewState.ACCEPTED
    if not any(answer.waits for answer in answers):
        return ReviewState.HANDLED
    standing = [answer for answer in answers if answer.handled_at is None]
    if any(are_at_odds(one, other) for one, other in combinations(standing, 2)):
        return ReviewState.CONFLICTING
    return ReviewState.OPEN


def are_at_odds(one: ReviewAnswer, other: ReviewAnswer) -> bool:
    """Tell whether two co-authors want different things, or different words.

    A question, or a remark alone, wants nothing yet.
    """
    if not (_wants(one) and _wants(other)):
        return False
    if one.accepts or other.accepts:
        return one.accepts is not other.accepts
    if one.changed and other.changed and not same_words(one.changed, other.changed):
        return True
    decisions = {one.decision, other.decision} - {None, ReviewDecision.AGREE}
    return len(decisions - {ReviewDecision.QUESTION}) > 1


def _wants(answer: ReviewAnswer) -> bool:
    return bool(answer.changed) or answer.decision not in (None, ReviewDecision.QUESTION)
