"""What co-authors answered to quotes and vignettes on a sheet."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


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
