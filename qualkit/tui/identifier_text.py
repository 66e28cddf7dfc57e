"""Proposals and decisions on words, as lines of a list and in whole sentences."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content

from qualkit.domain.identifiers import Proposal
from qualkit.services.replacements import DecidedWords
from qualkit.translation import N_, _, ngettext
from qualkit.tui.terms import term
from qualkit.tui.widgets.cells import cut, cut_front, fit
from qualkit.tui.widgets.row_list import Line

Shown = Proposal | DecidedWords

EMPTY = N_("""Nothing is proposed here that is not decided on.

That does not make it anonymous: read on as somebody who knows these people.
w looks elsewhere, f shows what was decided, a adds words to look for.""")

NOTHING_DECIDED = N_("Nothing was decided yet. f shows what is proposed.")

LOOKING = N_("One moment: looking for names, places, dates …")

_KIND_WIDTH, _PLACE_WIDTH, _PRINTED_WIDTH = 13, 8, 18


def key_of(shown: Shown) -> str:
    """Name a row."""
    return shown.key if isinstance(shown, Proposal) else shown.replacement.id


def words_of(shown: Shown) -> str:
    """Give what a filter looks at."""
    if isinstance(shown, Proposal):
        return f"{term(shown.kind)} {shown.reference} {shown.label} {shown.words}"
    item = shown.replacement
    return f"{term(item.kind)} {shown.reference} {shown.label} {item.words} {item.printed or ''}"


def draw(shown: Shown, begins_kind: bool, width: int) -> Sequence[Line]:
    """Draw a row; the first of a kind names it."""
    if isinstance(shown, Proposal):
        return [_proposal_line(shown, begins_kind, width)]
    return [_decision_line(shown, width)]


def _proposal_line(item: Proposal, begins_kind: bool, width: int) -> Line:
    kind = term(item.kind) if begins_kind else ""
    room = width - _KIND_WIDTH - _PLACE_WIDTH - _PRINTED_WIDTH
    words = cut(item.words, room * 2 // 3)
    left = max(room - cell_len(words) - 2, 0)
    before = cut_front(item.before, left // 2)
    after = cut(item.after, left - cell_len(before))
    gap = " " * (left - cell_len(before) - cell_len(after) + 2)
    return [
        (fit(kind, _KIND_WIDTH - 1) + " ", "strong"),
        (fit(item.reference, _PLACE_WIDTH), "accent"),
        (before, "muted"),
        (words, "match"),
        (after + gap, "muted"),
        (cut(f"→ {item.printed}", _PRINTED_WIDTH), ""),
    ]


def _decision_line(entry: DecidedWords, width: int) -> Line:
    item = entry.replacement
    where = f"{entry.reference}  {entry.label}" if entry.source else _("everywhere")
    room = max((width - _KIND_WIDTH) // 3, 8)
    printed = f"→ {item.printed}" if item.printed else _("stays as it is")
    return [
        (fit(term(item.kind), _KIND_WIDTH - 1) + " ", "strong"),
        (fit(item.words, room - 2) + "  ", "match"),
        (fit(printed, room - 2) + "  ", ""),
        (cut(where, room), "accent"),
    ]


def whole(shown: Shown) -> Content:
    """Tell all there is about a row, below the list."""
    if not isinstance(shown, Proposal):
        return _whole_decision(shown)
    where = f"{shown.reference}  {shown.label}   "
    count = ngettext("{count} place", "{count} places", shown.places).format(count=shown.places)
    why = _("{kind}: {why}; found in {places}.").format(
        kind=term(shown.kind), why=_(shown.ground.value), places=count
    )
    return Content.assemble(
        (where, "$accent"),
        (f"… {shown.before}", "$muted"),
        (shown.words, "bold underline"),
        (f"{shown.after} …", "$muted"),
        "\n",
        why,
        "\n",
        _("r prints {printed} here, e everywhere; s and S leave it.").format(printed=shown.printed),
    )


def _whole_decision(entry: DecidedWords) -> Content:
    item = entry.replacement
    told = _("'{words}' stays as it is").format(words=item.words)
    if item.printed:
        told = _("'{words}' prints as {printed}").format(words=item.words, printed=item.printed)
    where = _("everywhere, also in sources to come")
    if entry.source:
        where = f"{entry.reference}, {entry.label}"
    return Content.assemble(f"{told}: {where}.", "\n", (_("x takes it back."), "$muted"))
