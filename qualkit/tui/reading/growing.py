"""Growing a selection to the next larger unit, and back exactly the way it came."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from qualkit.domain.proposals import propose
from qualkit.domain.segments import Unit
from qualkit.domain.sources import SourceText
from qualkit.domain.spans import Span
from qualkit.tui.reading.selection import Selection
from qualkit.tui.reading.stretches import Stretches


def larger(span: Span, units: Iterable[Stretches], whole: Span) -> Span | None:
    """Give the smallest run of whole units that holds a stretch and more; None beyond `whole`."""
    found = [
        around
        for kind in units
        if (around := _around(span, kind)) and around != span and around.holds(span)
    ]
    if whole != span and whole.holds(span):
        found.append(whole)
    return min(found, key=lambda each: (each.end - each.start, each.start), default=None)


def _around(span: Span, units: Stretches) -> Span | None:
    """Give the units that a stretch touches, as one."""
    touched = units.over(span.start, span.end)
    if not touched:
        return None
    return Span(touched[0].start, max(each.end for each in touched))


@dataclass(frozen=True, slots=True)
class Step:
    """One growth: what was selected before it, and what it gave."""

    before: Selection | None
    word: Span
    """Where the cursor stood."""
    after: Selection


class Units:
    """The paragraphs and the joined turns of a text; found when they are first wanted."""

    def __init__(self, text: SourceText) -> None:
        """Look in a text."""
        self._text = text

    @cached_property
    def paragraphs(self) -> Stretches:
        """Its paragraphs, each within one speaker's words."""
        return self._proposed(Unit.PARAGRAPH)

    @cached_property
    def turns(self) -> Stretches:
        """What each speaker says on end, however many lines or messages it takes."""
        return self._proposed(Unit.TURN)

    def _proposed(self, unit: Unit) -> Stretches:
        return Stretches(propose(self._text.text, self._text.version.utterances, unit))
