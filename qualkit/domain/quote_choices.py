"""How a passage is quoted: what is said of it when it is taken, and what is left as it was."""

from dataclasses import dataclass, replace

from qualkit.domain.quotability import Attribution
from qualkit.domain.text import one_line
from qualkit.domain.themes import Quote, QuoteReason, Stance


@dataclass(frozen=True, slots=True)
class QuoteChoice:
    """What is said of a quote; None for what is not said."""

    claim_id: str | None = None
    stance: Stance | None = None
    reason: QuoteReason | None = None
    printed: str | None = None
    """Its edited words; empty for the passage as it is."""
    note: str | None = None
    """Why it was chosen, in a sentence."""
    attribution: Attribution | None = None

    def over(self, quote: Quote) -> Quote:
        """Give a quote with what is said here."""
        printed, note = self.printed, self.note
        return replace(
            quote,
            claim_id=self.claim_id or quote.claim_id,
            stance=self.stance or quote.stance,
            reason=self.reason or quote.reason,
            printed=quote.printed if printed is None else one_line(printed) or None,
            note=quote.note if note is None else one_line(note),
            attribution=self.attribution or quote.attribution,
        )
