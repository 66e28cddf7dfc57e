"""What is told of rounds: their orders, how many sources were read, what stands apart."""

from collections.abc import Mapping

from qualkit.domain.rounds import Coverage, Round, RoundOrder, RoundView
from qualkit.translation import N_, _, ngettext

NO_ROUND = N_(
    "No round is going on. n begins one: the sources again, in another order if you like."
)

ORDERS: Mapping[RoundOrder, str] = {
    RoundOrder.NUMBERED: N_("as they were brought in"),
    RoundOrder.REVERSED: N_("the last first"),
    RoundOrder.SHUFFLED: N_("by chance"),
    RoundOrder.SPARSEST: N_("those with the fewest coded passages first"),
}
"""What each order does."""


def read_and_not(read: int, sources: int) -> str:
    """Write "2 read, 4 not yet"."""
    said = ngettext("{count} read", "{count} read", read).format(count=read)
    if read == sources:
        return said
    return _("{read}, {others} not yet").format(read=said, others=sources - read)


def about_round(view: RoundView) -> str:
    """Give what the round is for, its order and which sources stand apart."""
    lines = []
    if view.round is None:
        lines.append(_(NO_ROUND))
    else:
        parts = [view.round.note, _(ORDERS[view.round.order])]
        if view.round.closed_at:
            parts.append(_("closed"))
        lines.append(" · ".join(part for part in parts if part))
    if view.told:
        lines.append(view.told)
    return "\n".join(lines)


def about_source(view: RoundView, line: Coverage) -> str:
    """Give in words how densely a source is coded, and when it was last opened."""
    parts = [f"{line.label}: {line.told}"]
    if view.is_thin(line):
        parts.append(_("thinly beside the others"))
    if line.visited_on:
        parts.append(_("opened {day}").format(day=line.visited_on.isoformat()))
    return " · ".join(parts)


def state_of(of: Round) -> str:
    """Tell whether a round goes on, or when it was closed."""
    if of.closed_at is None:
        return _("going on")
    return _("closed on {day}").format(day=f"{of.closed_at.astimezone():%Y-%m-%d}")
