"""Quotes and vignettes with what co-authors answered, and what came of reading their files."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from qualkit.domain.answer_sheets import Arrival, ArrivedAnswer, UnknownAnswer
from qualkit.domain.reviews import ReviewAnswer, ReviewDecision, ReviewState, state_of
from qualkit.domain.themes import ChosenQuote, Theme
from qualkit.domain.vignettes import Vignette


@dataclass(frozen=True, slots=True)
class ReviewedItem:
    """A quote or vignette as it is printed now, with the answers to it."""

    id: str
    theme: Theme
    words: str
    """As they are printed now."""
    answers: tuple[ReviewAnswer, ...]
    """By reviewer."""
    quote: ChosenQuote | None = None
    vignette: Vignette | None = None

    @property
    def state(self) -> ReviewState:
        """How it stands with the co-authors."""
        return state_of(self.answers)

    @property
    def place(self) -> str:
        """Where a quote comes from, as it is printed; of a vignette its title."""
        if self.vignette is not None:
            return self.vignette.title
        return self.quote.place if self.quote else ""

    @property
    def changed(self) -> tuple[ReviewAnswer, ...]:
        """The answers in which the words were changed, and that still wait."""
        return tuple(answer for answer in self.answers if answer.changed and answer.waits)


@dataclass(frozen=True, slots=True)
class RefusedSheet:
    """A file that could not be read, and why."""

    file_name: str
    message: str
    hint: str


class Tally(NamedTuple):
    """How many quotes and vignettes ended up how; each is counted once."""

    agreed: int
    shorten: int
    anonymise: int
    replace: int
    question: int
    remarks: int
    """Only a remark, and nothing decided."""
    conflicts: int
    changed: int
    """The words were changed, and nobody wants it otherwise."""


@dataclass(frozen=True, slots=True)
class ReviewReport:
    """What files of co-authors say, before or after they were brought in."""

    files: tuple[str, ...]
    """That were read."""
    arrived: tuple[ArrivedAnswer, ...]
    unknown: tuple[UnknownAnswer, ...]
    """About what is not in the project; nothing is kept of them."""
    refused: tuple[RefusedSheet, ...]
    items: tuple[ReviewedItem, ...]
    """What the answers are about, as it stands with all answers that there are then."""
    unnamed: tuple[str, ...] = ()
    """Files that do not tell who filled them in."""

    @property
    def fresh(self) -> tuple[ArrivedAnswer, ...]:
        """The answers that were not there already."""
        return tuple(each for each in self.arrived if each.arrival is not Arrival.SAME)

    @property
    def reviewers(self) -> tuple[str, ...]:
        """Who answered, each once."""
        return tuple(dict.fromkeys(each.answer.reviewer for each in self.arrived))

    @property
    def tally(self) -> Tally:
        """How many quotes and vignettes ended up how."""
        return tally(self.items)


def tally(items: Iterable[ReviewedItem]) -> Tally:
    """Count quotes and vignettes with an answer by what the co-authors want together."""
    kinds = [_sort_of(item.answers) for item in items if item.answers]
    return Tally(*(kinds.count(name) for name in Tally._fields))


def _sort_of(answers: Sequence[ReviewAnswer]) -> str:
    """Give the field of a tally under which something is counted."""
    if state_of(answers) is ReviewState.CONFLICTING:
        return "conflicts"
    if any(answer.changed for answer in answers):
        return "changed"
    wanted = {answer.decision for answer in answers if not answer.accepts}
    if not wanted:
        return "agreed"
    sterner = [each for each in ReviewDecision if each in wanted]
    return sterner[0].value if sterner else "remarks"
