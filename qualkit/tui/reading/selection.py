"""A selection with two ends: one stays, the other moves. Pure; nothing here knows a screen."""

from dataclasses import dataclass

from qualkit.domain.spans import Span
from qualkit.tui.reading.stretches import Stretches
from qualkit.tui.reading.words import Words


@dataclass(frozen=True, slots=True)
class Selection:
    """The words between two ends, both included."""

    anchor: Span
    """The word at the end that stays."""
    active: Span
    """The word at the end that moves: where the cursor is."""
    turned: bool = False
    """Where one word is both ends: whether its begin is the one that moves."""

    @property
    def span(self) -> Span:
        """All that is selected."""
        start = min(self.anchor.start, self.active.start)
        return Span(start, max(self.anchor.end, self.active.end))

    @property
    def forward(self) -> bool:
        """Tell whether the end that moves is the last one."""
        if self.active == self.anchor:
            return not self.turned
        return (self.active.end, self.active.start) >= (self.anchor.end, self.anchor.start)

    def flipped(self) -> "Selection":
        """Give the same words with the other end moving."""
        return Selection(self.active, self.anchor, turned=self.forward)

    def moved(self, active: Span) -> "Selection":
        """Give the selection with its moving end at another word."""
        return Selection(self.anchor, active)


def over(span: Span, words: Words) -> Selection:
    """Give the selection of a stretch, its last end moving."""
    return Selection(words.first_in(span), words.last_in(span))


def reaching(selection: Selection, edge: int, words: Words) -> Selection:
    """Give the selection with its moving end at an exact place, between two signs.

    Where nothing would be left of it, it stays as it is.
    """
    now = selection.span
    start, end = (now.start, edge) if selection.forward else (edge, now.end)
    if start >= end:
        return selection
    moved = over(Span(start, end), words)
    return moved if selection.forward else moved.flipped()


def take(selection: Selection | None, at: Span, units: Stretches, words: Words) -> Selection | None:
    """Select the unit at a word; one that is selected already is extended by the next unit.

    Gives None where there is no unit at all.
    """
    unit = units.at(at.start)
    if unit is None:
        return selection
    if selection is None:
        return over(unit, words)
    now = selection.span
    if unit.start <= now.start and now.end <= unit.end and now != unit:
        return over(unit, words)
    if selection.forward:
        later = unit if unit.end > now.end else units.beginning_after(now.end - 1)
        return selection.moved(words.last_in(later)) if later else selection
    earlier = unit if unit.start < now.start else units.beginning_before(now.start)
    return selection.moved(words.first_in(earlier)) if earlier else selection


def shrink(selection: Selection, units: Stretches, words: Words) -> Selection | None:
    """Take one unit off the end that moves; None when nothing would be left."""
    now = selection.span
    if selection.forward:
        end = units.end_before(now.end)
        if end is None or end <= now.start:
            return None
        return selection.moved(words.last_in(Span(now.start, end)))
    later = units.beginning_after(now.start)
    if later is None or later.start >= now.end:
        return None
    return selection.moved(words.first_in(Span(later.start, now.end)))
