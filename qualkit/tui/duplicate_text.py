"""Pairs of sources in words: as rows of a list, and what is told above the two."""

from collections.abc import Iterator, Sequence

from qualkit.domain.duplicates import DecidedPair, LastLook, PairsWanted, PairVerdict
from qualkit.domain.pair_views import PairEntry
from qualkit.domain.sources import Source
from qualkit.translation import N_, N_n, _, ngettext
from qualkit.tui.terms import term
from qualkit.tui.widgets.cells import cut, fit
from qualkit.tui.widgets.row_list import Line
from qualkit.tui.words import count_of, local_time

ROW_LINES = 2

EMPTY = N_("""No pair of sources waits.

L looks in all sources for pairs that may be of one visitor or one text. You decide.""")

NONE_DECIDED = N_("Nothing was decided on a pair yet. f shows what waits.")

_COUNTED = {
    PairsWanted.WAITING: N_n("{count} pair waits", "{count} pairs wait"),
    PairsWanted.DECIDED: N_n("{count} pair decided on", "{count} pairs decided on"),
    PairsWanted.ALL: N_n("{count} pair in all", "{count} pairs in all"),
}

HELD = {
    PairVerdict.SAME: N_("Held for the same"),
    PairVerdict.DIFFERENT: N_("Held for different"),
    PairVerdict.UNSURE: N_("Unsure"),
}

LEGEND = N_("≈ alike · = the same · underlined: differs · inverted: rare, in both")


def count_told(count: int, wanted: PairsWanted) -> str:
    """Tell how many pairs are shown, and which."""
    return ngettext(*_COUNTED[wanted], count).format(count=count)


def look_told(look: LastLook | None) -> str:
    """Tell when one looked last, and what came in since."""
    if look is None:
        return _("Nobody looked for pairs yet: L looks.")
    told = _("Looked at {sources} on {moment}.").format(
        sources=count_of(look.sources, "source"), moment=local_time(look.at)
    )
    if not look.new_since:
        return told
    since = ngettext(
        "{count} source came in since: L looks again.",
        "{count} sources came in since: L looks again.",
        look.new_since,
    )
    return f"{told}  {since.format(count=look.new_since)}"


def name_of(source: Source, label: str) -> str:
    """Name a source in few words: its number, its label or else its title, and its day."""
    day = f" ({source.held_on.isoformat()})" if source.held_on else ""
    return f"P{source.number} {label or source.title}{day}"


def names_of(entry: PairEntry) -> tuple[str, str]:
    """Name both sources of a pair."""
    return name_of(entry.first, entry.labels[0]), name_of(entry.second, entry.labels[1])


def state_of(entry: PairEntry) -> str:
    """Tell in a word or two how a pair stands; nothing while it waits."""
    if entry.decided:
        return term(entry.decided.verdict)
    return _("one case") if entry.is_one_case else ""


def draw_pair(entry: PairEntry, width: int) -> Sequence[Line]:
    """Draw a pair: which two, how it stands, and why under that."""
    state = state_of(entry)
    room = (width - len(state) - 5) // 2 if state else (width - 3) // 2
    first, second = (cut(name, room) for name in names_of(entry))
    both = f"{first} · {second}"
    told = f"{fit(both, width - len(state) - 2)}  " if state else both
    return [
        [(told, "strong"), (state, "accent")],
        [("  ", ""), (cut(" ".join(entry.reasons), width - 2), "muted")],
    ]


def words_of_pair(entry: PairEntry) -> str:
    """Give what a filter looks at."""
    titles = entry.first.title, entry.second.title
    return " ".join([*names_of(entry), *titles, *entry.reasons, state_of(entry)])


def whole_pair(entry: PairEntry) -> str:
    """Tell all about a pair: which two, every reason, and what was decided."""
    return "\n".join([*names_of(entry), "", *told_of(entry)])


def told_of(entry: PairEntry, most: int | None = None) -> Iterator[str]:
    """Tell how a pair stands and why it is one: so many reasons, and one more if that is all."""
    if entry.decided:
        yield held(entry.decided)
    if entry.contradiction:
        yield f"! {entry.contradiction}"
    if cases := _cases(entry):
        yield cases
    # What was shown when it was decided, where nothing is found any more.
    reasons = entry.reasons or (entry.decided.shown if entry.decided else ())
    shown = reasons if most is None or len(reasons) <= most + 1 else reasons[:most]
    yield from (f"- {reason}" for reason in shown)
    left = len(reasons) - len(shown)
    if left:
        more = _("{count} more reasons: e shows them.")
        yield more.format(count=left)


def _cases(entry: PairEntry) -> str:
    """Tell how the two stand as cases, where that says something."""
    first, second = entry.labels
    if entry.is_one_case and first and first == second:
        return _("Both are in one case: {label}.").format(label=first)
    if entry.decided and entry.decided.verdict is PairVerdict.SAME:
        apart = first and second and first != second
        told = _("They stay in two cases: {one} and {other}.")
        return told.format(one=first, other=second) if apart else ""
    return _("By other decisions they are the same already.") if entry.is_one_case else ""


def held(decided: DecidedPair) -> str:
    """Tell what somebody decided, when, and the note."""
    said = _("{verdict}, by {author} on {moment}.").format(
        verdict=_(HELD[decided.verdict]),
        author=decided.author,
        moment=local_time(decided.decided_at),
    )
    return f"{said} “{decided.note}”" if decided.note else said
