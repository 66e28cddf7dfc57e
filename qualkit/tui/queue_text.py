"""A phrase of a batch as a row of a list, and where it stands, in words."""

from collections.abc import Mapping, Sequence

from qualkit.domain.queue import PlaceInContext, QueuedSuggestion
from qualkit.domain.queue_lines import QueueLine
from qualkit.translation import N_, _
from qualkit.tui.terms import term
from qualkit.tui.widgets.cells import cut, fit
from qualkit.tui.widgets.row_list import Line

RANK = 5
"""Cells of the number of a phrase."""

LONGEST_PHRASE = 30
"""Cells; the reason begins behind it."""

MARKED = "[x] "

EMPTY = N_("""There are no suggestions to go through.

In a terminal, this goes through every source and writes a list:
    qualkit suggest --out exports/night.csv

Then a brings it here. So does: qualkit suggest --load exports/night.csv""")

ALL_DECIDED = N_("""Every phrase of this batch is decided on.

f shows what was decided. b goes to another batch, a loads another file.""")

NONE_DECIDED = N_("""Nothing is decided yet.

f shows what waits.""")


def draw_line(line: QueueLine, width: int, paths: Mapping[str, str]) -> Sequence[Line]:
    """Draw a phrase: its number, and why it is shown or what became of it."""
    room = min(LONGEST_PHRASE, max(width - RANK, 8) // 2)
    about = cut(about_line(line, paths), width - RANK - room - 2)
    return [
        [
            (f"{fit(str(line.rank), RANK - 1, right=True)} ", "accent"),
            (f"{fit(line.phrase, room)}  ", "strong"),
            (about, "muted"),
        ]
    ]


def about_line(line: QueueLine, paths: Mapping[str, str]) -> str:
    """Tell why a phrase is shown, or what was decided; `paths` are those of codes, by id."""
    if line.decision is None:
        return line.reason
    told = term(line.decision)
    if line.code_id is None:
        return told
    return _("{decision}: {code}").format(decision=told, code=paths.get(line.code_id, ""))


def place_told(
    item: QueuedSuggestion, at: int, place: PlaceInContext, is_marked: bool
) -> list[str]:
    """Tell where the place in view is."""
    mark = MARKED if is_marked else ""
    told = [f"{mark}{place.reference}  {place.label}"]
    if place.speaker and place.speaker != place.label:
        told.append(place.speaker)
    count = len(item.places)
    return [*told, _("place {number} of {count}").format(number=at + 1, count=count)]


def known_told(place: PlaceInContext) -> str:
    """Tell whether the place was read, and how it is coded."""
    known = []
    if not place.is_read:
        told = _("Not read yet: first read P{number} (Enter).")
        known.append(told.format(number=place.source.number))
    if place.codes:
        known.append(_("Coded here: {codes}").format(codes=", ".join(place.codes)))
    return "  ".join(known)
