"""Pairs of sources as tables: a list with reasons, and two texts side by side."""

from collections.abc import Sequence

from rich.text import Text

from qualkit.cli.rendering import (
    fixed,
    local_time,
    print_fields,
    print_heading,
    print_table,
    print_text,
    words,
)
from qualkit.domain.duplicates import PairsWanted
from qualkit.domain.lines import LineIndex, format_reference
from qualkit.domain.pair_views import PairEntry, PairSide, PairView, bands
from qualkit.domain.segments import Segment
from qualkit.domain.sources import Source
from qualkit.domain.spans import Span
from qualkit.domain.text import one_line, printable
from qualkit.translation import N_, _
from qualkit.tui.terms import term

_NONE = {
    PairsWanted.WAITING: N_("No pair waits."),
    PairsWanted.DECIDED: N_("Nothing was decided on any pair yet."),
    PairsWanted.ALL: N_("There are no pairs."),
}


def print_pairs(entries: Sequence[PairEntry], include: PairsWanted) -> None:
    """Print pairs, each with its reasons under each other."""
    print_table(
        [fixed(_("Pair")), words(_("Label")), fixed(_("State")), words(_("Why"))],
        (
            (
                f"P{entry.first.number} P{entry.second.number}",
                "\n".join(filter(None, dict.fromkeys(entry.labels))),
                _state(entry),
                "\n".join((*entry.reasons, *filter(None, [entry.contradiction]))),
            )
            for entry in entries
        ),
        empty=_(_NONE[include]),
    )


def print_pair(entry: PairEntry) -> None:
    """Print what is known of one pair."""
    decided = entry.decided
    print_fields(
        [
            (_("First"), _named(entry.first, entry.labels[0])),
            (_("Second"), _named(entry.second, entry.labels[1])),
            (_("State"), _state(entry)),
            (_("Note"), decided.note if decided else ""),
            (
                _("Decided"),
                f"{decided.author}, {local_time(decided.decided_at)}" if decided else "",
            ),
            (_("Contradicts"), entry.contradiction),
        ]
    )
    for reason in entry.reasons:
        print_text(f"- {reason}")


def print_alike(view: PairView) -> None:
    """Print what is alike in two texts, beside each other."""
    first, second = (LineIndex(side.text) for side in (view.first, view.second))
    print_heading(_("Alike"))
    print_table(
        [words(f"P{view.first.source.number}"), words(f"P{view.second.source.number}")],
        (
            (_stretch(view.first, first, each.first), _stretch(view.second, second, each.second))
            for each in view.alike
        ),
        empty=_("No passages of the two are alike."),
    )


def print_whole(view: PairView) -> None:
    """Print two texts side by side, what is alike at one height behind a sign of it."""
    print_heading(_("Side by side; = is alike"))
    print_table(
        [
            fixed(""),
            words(f"P{view.first.source.number}"),
            words(f"P{view.second.source.number}"),
        ],
        (
            (
                "=" if band.is_alike else "",
                _passages(view.first, band.first),
                _passages(view.second, band.second),
            )
            for band in bands(view)
        ),
        empty="",
    )


def _state(entry: PairEntry) -> str:
    if entry.decided:
        return term(entry.decided.verdict)
    return _("in one case") if entry.is_one_case else _("waits")


def _named(source: Source, label: str) -> str:
    held = f"{source.held_on}" if source.held_on else ""
    return ", ".join(filter(None, [f"P{source.number} {source.title}", label, held]))


def _stretch(side: PairSide, lines: LineIndex, span: Span) -> str:
    reference = format_reference(side.source.number, lines.line_of(span.start))
    return f"{reference} {one_line(span.of(side.text))}"


def _passages(side: PairSide, places: range) -> Text:
    """Give passages under each other, with the words that both have in bold."""
    told = Text()
    for place in places:
        if told:
            told.append("\n")
        told.append(_passage(side, side.passages[place]))
    return told


def _passage(side: PairSide, passage: Segment) -> Text:
    reference = format_reference(side.source.number, passage.line)
    speaker = f"{passage.speaker}: " if passage.speaker else ""
    told = Text(printable(f"{reference} {speaker}"))
    at = passage.span.start
    for span in side.shared:
        if passage.span.holds(span):
            told.append(printable(_flat(side.text[at : span.start])))
            told.append(printable(span.of(side.text)), style="bold")
            at = span.end
    told.append(printable(_flat(side.text[at : passage.span.end])))
    return told


def _flat(text: str) -> str:
    """Give a part of a text on one line; spaces at its ends stay."""
    return text.replace("\n", " ")
