"""The options that say how a passage is quoted."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from qualkit.cli.claims import find_claim
from qualkit.cli.options import gathered
from qualkit.domain.quotability import Attribution
from qualkit.domain.quote_choices import QuoteChoice
from qualkit.domain.themes import QuoteReason, Stance

if TYPE_CHECKING:
    from qualkit.services.project import Project


@dataclass(frozen=True, slots=True)
class Choice:
    """How a passage is quoted; None for what was not said."""

    claim: int | None = None
    """Number of the claim within its theme, from 1; 0 for none."""
    stance: Stance | None = None
    reason: QuoteReason | None = None
    printed: str | None = None
    note: str | None = None
    attribution: Attribution | None = None

    def of_theme(self, project: "Project", theme_id: str) -> QuoteChoice:
        """Give the choice with the claim that the number stands for."""
        claim_id = find_claim(project, theme_id, self.claim).claim.id if self.claim else None
        return QuoteChoice(
            claim_id, self.stance, self.reason, self.printed, self.note, self.attribution
        )


choice_options = gathered(
    "choice",
    Choice,
    click.option("--claim", type=click.IntRange(min=0), help="Number of the claim; 0 for none."),
    click.option(
        "--stance",
        type=click.Choice(Stance, case_sensitive=False),
        help="How it relates to the theme.",
    ),
    click.option(
        "--reason",
        type=click.Choice(QuoteReason, case_sensitive=False),
        help="What sort of quote it is.",
    ),
    click.option(
        "--printed",
        metavar="WORDS",
        help="Edited words: only [...] and kinds such as [aantal] may differ.",
    ),
    click.option("--note", metavar="TEXT", help="Why it was chosen, in a sentence."),
    click.option(
        "--attribution",
        type=click.Choice(Attribution, case_sensitive=False),
        help="Under which name it is printed; without it as its source is.",
    ),
)
