"""Phrases noticed in the text, and codes that may fit: offered, never applied."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Static

from qualkit.domain.suggestions import CodeSuggestion, PipelineInfo, Suggestion
from qualkit.translation import N_, _
from qualkit.tui.reading.margin import WATCHED
from qualkit.tui.widgets.cells import cut
from qualkit.tui.widgets.row_list import Line, RowList

TIERS = {
    "named": N_("the pipeline you named"),
    "installed": N_("an installed pipeline"),
    "shipped": N_("the pipeline that comes with qualkit"),
    "basic": N_("no trained pipeline: basic level"),
}
"""What ran, for people."""

DIGITS = 9
"""Phrases that a digit can accept."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A row: a heading, a phrase, or a code that may fit."""

    heading: str = ""
    hint: str = ""
    """What can be done with the rows below the heading."""
    suggestion: Suggestion | None = None
    fit: CodeSuggestion | None = None
    digit: str = ""
    is_watched: bool = False
    """Whether the phrase is looked out for."""

    @property
    def key(self) -> str:
        """Name the row, so that the cursor stays with it."""
        if self.suggestion:
            return f"phrase {self.suggestion.lemma}"
        return f"code {self.fit.code.id}" if self.fit else f"heading {self.heading}"


class OfferList(RowList[Offer]):
    """Rows of which the headings are passed over."""

    def set_items(self, items: Sequence[Offer], at: str = "") -> None:
        """Show other rows; the cursor never stays on a heading."""
        super().set_items(items, at)
        self.move_to(self.cursor)

    def move_to(self, row: int) -> None:
        """Go to a row, or over a heading to the next one in that direction."""
        if not self.items:
            super().move_to(row)
            return
        wanted = max(min(row, len(self.items) - 1), 0)
        ahead = range(wanted, len(self.items))
        behind = range(wanted, -1, -1)
        for rows in (ahead, behind) if wanted >= self.cursor else (behind, ahead):
            for each in rows:
                if not self.items[each].heading:
                    super().move_to(each)
                    return


class SuggestionPanel(Vertical):
    """What is offered for one source, what found it, or that it is being looked for."""

    class Opened(Message):
        """The person wants to see a phrase in the text, or to code with a code that may fit."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.here: Sequence[Suggestion] = ()
        """The phrases at the place of the cursor, in the order of their digits."""

    def compose(self) -> ComposeResult:
        """Put a heading above the rows."""
        yield Static("", classes="panel-heading", markup=False)
        yield OfferList(_draw, lambda offer: offer.key, height=2)
        yield Static("", classes="panel-foot", markup=False)

    @property
    def rows(self) -> OfferList:
        """The list that takes the focus."""
        return self.query_one(OfferList)

    @property
    def current(self) -> Suggestion | None:
        """The phrase at the cursor of the list."""
        return self.rows.current.suggestion if self.rows.current else None

    @property
    def current_fit(self) -> CodeSuggestion | None:
        """The code at the cursor of the list."""
        return self.rows.current.fit if self.rows.current else None

    def rank_of(self, suggestion: Suggestion) -> int:
        """Give the place of a phrase among the phrases as they are listed now, from 1."""
        phrases = [offer.suggestion for offer in self.rows.items if offer.suggestion]
        return 1 + phrases.index(suggestion)

    def wait(self) -> None:
        """Say that phrases are being looked for."""
        self.here = ()
        self._say(_("Phrases in this text"), _("looking for phrases…"))
        self.rows.set_items(())

    def found_by(self, pipeline: PipelineInfo) -> None:
        """Tell what found the phrases."""
        tier = _(TIERS.get(pipeline.tier, pipeline.tier))
        self._say(_("Suggestions (f)"), f"{tier} ({pipeline.name} {pipeline.version})")
        self.rows.empty = _("Nothing stands out.")

    def show(
        self,
        here: Sequence[Suggestion],
        fits: Sequence[CodeSuggestion],
        elsewhere: Sequence[Suggestion],
        is_watched: Callable[[Suggestion], bool],
    ) -> None:
        """Show the phrases of this place, the codes that may fit it, and the other phrases."""
        self.here = here[:DIGITS]
        offers = [
            replace(offer, is_watched=is_watched(offer.suggestion)) if offer.suggestion else offer
            for offer in _rows_of(here, fits, elsewhere)
        ]
        if offers != self.rows.items:
            self.rows.set_items(offers)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Go to the phrase in the text, or code with the code."""
        event.stop()
        self.post_message(self.Opened())

    def _say(self, heading: str, foot: str) -> None:
        self.query_one(".panel-heading", Static).update(heading)
        self.query_one(".panel-foot", Static).update(foot)


def _rows_of(
    here: Sequence[Suggestion], fits: Sequence[CodeSuggestion], elsewhere: Sequence[Suggestion]
) -> Iterator[Offer]:
    if here:
        yield Offer(_("Here"), _("a digit codes · z rejects · + watches"))
        for place, suggestion in enumerate(here, start=1):
            yield Offer(suggestion=suggestion, digit=str(place) if place <= DIGITS else "")
    if fits:
        yield Offer(_("Your codes that may fit"), _("Enter opens the code prompt"))
        for fit in fits:
            yield Offer(fit=fit)
    if elsewhere:
        yield Offer(_("Elsewhere in this text"), _("Enter goes there · z rejects · + watches"))
        for suggestion in elsewhere:
            yield Offer(suggestion=suggestion)


def _draw(offer: Offer, width: int) -> Sequence[Line]:
    if offer.suggestion:
        count = len(offer.suggestion.occurrences)
        digit = f"{offer.digit} " if offer.digit else ""
        times = f"  {count}×" if count > 1 else ""
        times += f"  {WATCHED}" if offer.is_watched else ""
        phrase = cut(offer.suggestion.phrase, width - len(times) - len(digit))
        return [
            [(digit, "accent"), (phrase, "strong"), (times, "muted")],
            [(cut(offer.suggestion.reason, width), "muted")],
        ]
    if offer.fit:
        return [
            [(cut(offer.fit.path, width), "strong")],
            [(cut(evidence_of(offer.fit), width), "muted")],
        ]
    return [[(cut(offer.heading, width), "accent")], [(cut(offer.hint, width), "muted")]]


def evidence_of(fit: CodeSuggestion) -> str:
    """Give why a code may fit, with the passages to compare."""
    return f"{fit.evidence} ({', '.join(fit.references)})" if fit.references else fit.evidence
