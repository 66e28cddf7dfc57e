"""An overview of phrases on the terminal: as tables, as bars, as JSON."""

from collections.abc import Iterator, Sequence

from rich.bar import Bar
from rich.table import Column

from qualkit.cli.records import Record
from qualkit.cli.rendering import (
    Cell,
    fixed,
    number,
    print_heading,
    print_table,
    print_text,
    words,
)
from qualkit.domain.phrase_overview import NewPhrases, PhraseLine, PhraseOverview
from qualkit.translation import _, ngettext
from qualkit.tui.words import count_of

BAR = 30
"""Columns of the longest bar: with a phrase and its numbers it fits in 80."""
NAMED = 3
"""Sources that are named on one line."""


def print_phrase_table(overview: PhraseOverview) -> None:
    """Print the phrases with their counts, and where each first stands."""
    print_table(
        [words(_("Phrase")), number(_("Times")), *_spread_columns(overview), fixed(_("First"))],
        (
            [line.phrase, str(line.times), *_spread(line, overview), _first(line)]
            for line in overview.lines
        ),
        empty=_("No phrase comes back."),
    )


def print_phrase_bars(overview: PhraseOverview) -> None:
    """Print how often each phrase is said as a bar."""
    most = max((line.times for line in overview.lines), default=1)
    print_table(
        [words(_("Phrase")), fixed(""), number(_("Times")), *_spread_columns(overview)],
        (
            [line.phrase, _bar(line.times, most), str(line.times), *_spread(line, overview)]
            for line in overview.lines
        ),
        empty=_("No phrase comes back."),
    )


def print_new(overview: PhraseOverview) -> None:
    """Print how many phrases first stand in which source."""
    _print_new([], overview, ([] for _each in overview.new))


def print_new_bars(overview: PhraseOverview) -> None:
    """Print the same with bars; nothing when only one participant speaks."""
    if overview.new:
        print_heading(_("Where phrases first stand"))
        most = max(each.new for each in overview.new) or 1
        _print_new([fixed("")], overview, ([_bar(each.new, most)] for each in overview.new))


def _print_new(
    columns: Sequence[Column], overview: PhraseOverview, bars: Iterator[list[Cell]]
) -> None:
    days = [fixed(_("From"))] if overview.by_date else []
    print_table(
        [*days, words(_("Sources")), *columns, number(_("New"))],
        (
            [*_from(each, overview), _stretch(each, overview), *bar, str(each.new)]
            for each, bar in zip(overview.new, bars, strict=True)
        ),
        empty=_("Only one participant speaks, so there is nothing to tell of who says it first."),
    )
    if not overview.new:
        return
    told = ngettext(
        "New: of the {count} phrase that more than one participant says, where it first stands.",
        "New: how many of the {count} phrases that more than one participant says first stand "
        "there.",
        overview.shared,
    )
    print_text(told.format(count=overview.shared))
    print_text(
        _(
            "Towards the end these numbers always go down, for what comes up late has less room to "
            "come back. They do not tell whether there is enough material."
        )
    )


def phrase_records(overview: PhraseOverview) -> Iterator[Record]:
    """Give the phrases for JSON."""
    for line in overview.lines:
        yield {
            "phrase": line.phrase,
            "lemma": line.lemma,
            "times": line.times,
            "participants": line.participants,
            "of_participants": overview.participants,
            "sources": line.sources,
            "of_sources": overview.sources,
            "first": line.reference,
            "first_label": line.first.label,
            "first_on": line.first.held_on,
        }


def source_records(overview: PhraseOverview) -> Iterator[Record]:
    """Give for JSON where phrases first stand."""
    for each in overview.new:
        yield {
            "sources": [source.name for source in each.sources],
            "first_on": each.sources[0].held_on,
            "new": each.new,
            "of": overview.shared,
        }


def _spread_columns(overview: PhraseOverview) -> list[Column]:
    sources = number(_("Sources"))
    return [sources] if overview.has_own_sources else [number(_("Participants")), sources]


def _spread(line: PhraseLine, overview: PhraseOverview) -> list[str]:
    counts = [(line.sources, overview.sources)]
    if not overview.has_own_sources:
        counts.insert(0, (line.participants, overview.participants))
    return [_("{some} of {all}").format(some=some, all=of) for some, of in counts]


def _first(line: PhraseLine) -> str:
    day = line.first.held_on
    return f"{line.reference} ({day:%Y-%m-%d})" if day else line.reference


def _from(each: NewPhrases, overview: PhraseOverview) -> list[str]:
    return [str(each.sources[0].held_on)] if overview.by_date else []


def _stretch(each: NewPhrases, overview: PhraseOverview) -> str:
    names = [source.name for source in each.sources]
    if len(names) <= NAMED:
        return ", ".join(names)
    if overview.by_date:
        # Their numbers do not follow each other.
        return count_of(len(names), "source")
    return _("{first} to {last}").format(first=names[0], last=names[-1])


def _bar(count: int, most: int) -> Bar:
    return Bar(most, 0, count, width=BAR)
