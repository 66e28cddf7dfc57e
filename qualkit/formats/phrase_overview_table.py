"""An overview of phrases as rows of words, in the language of the study."""

from collections.abc import Iterator
from dataclasses import dataclass

from qualkit.domain.phrase_overview import NewPhrases, PhraseLine, PhraseOverview
from qualkit.domain.wording import counted, digits, long_date, noun_of, sentence
from qualkit.formats.phrase_words import PhraseWords, phrase_words

NAMED = 3
"""Sources that are named on one line."""


@dataclass(frozen=True, slots=True)
class PhraseTable:
    """What is printed of an overview."""

    words: PhraseWords
    basis: str
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    report_columns: tuple[str, ...]
    """The same for a report, whose tables have six columns: the day in one of its own."""
    report_rows: tuple[tuple[str, ...], ...]
    shares: tuple[float, ...]
    """Of each row how long its bar is, from 0 to 1."""
    notes: str
    new_lead: str
    """Empty where nothing is told of where phrases first stand."""
    new_rows: tuple[tuple[str, str], ...]
    new_shares: tuple[float, ...]


def phrase_table(overview: PhraseOverview) -> PhraseTable:
    """Put an overview in words."""
    words, language = phrase_words(overview.language), overview.language
    most = max((line.times for line in overview.lines), default=1)
    most_new = max((each.new for each in overview.new), default=0) or 1
    told_new = words.by_date if overview.by_date else words.by_number
    lead = words.new_lead.format(count=digits(overview.shared, language))
    return PhraseTable(
        words=words,
        basis=words.basis.format(
            sources=counted(overview.sources, *words.source, language),
            words=digits(overview.words, language),
        ),
        caption=words.captions[overview.order].format(count=digits(len(overview.lines), language)),
        columns=tuple(_columns(overview, words)),
        rows=tuple(tuple(_cells(line, overview, words)) for line in overview.lines),
        report_columns=(
            *(words.phrase, words.times, words.participants, words.sources, words.first),
            words.day,
        ),
        report_rows=tuple(tuple(_report_cells(line, overview, words)) for line in overview.lines),
        shares=tuple(line.times / most for line in overview.lines),
        notes=f"{words.nested} {words.masked} {_found_by(overview, words)}",
        new_lead=f"{lead} {told_new}" if overview.new else "",
        new_rows=tuple(
            (_stretch(each, overview, words), digits(each.new, language)) for each in overview.new
        ),
        new_shares=tuple(each.new / most_new for each in overview.new),
    )


def _columns(overview: PhraseOverview, words: PhraseWords) -> Iterator[str]:
    yield words.phrase
    yield words.times
    if not overview.has_own_sources:
        yield words.participants
    kind = overview.kind if overview.has_own_sources else None
    yield sentence(noun_of(kind, overview.language).many) if kind else words.sources
    yield words.first


def _cells(line: PhraseLine, overview: PhraseOverview, words: PhraseWords) -> Iterator[str]:
    language = overview.language
    yield line.phrase
    yield digits(line.times, language)
    if not overview.has_own_sources:
        yield _part(line.participants, overview.participants, overview, words)
    yield _part(line.sources, overview.sources, overview, words)
    day = line.first.held_on
    yield (
        words.dated.format(reference=line.reference, day=long_date(day, language))
        if day
        else line.reference
    )


def _report_cells(line: PhraseLine, overview: PhraseOverview, words: PhraseWords) -> Iterator[str]:
    language = overview.language
    yield line.phrase
    yield digits(line.times, language)
    yield _part(line.participants, overview.participants, overview, words)
    yield _part(line.sources, overview.sources, overview, words)
    yield line.reference
    yield long_date(line.first.held_on, language) if line.first.held_on else "–"


def _part(some: int, of: int, overview: PhraseOverview, words: PhraseWords) -> str:
    language = overview.language
    return words.part.format(some=digits(some, language), all=digits(of, language))


def _stretch(each: NewPhrases, overview: PhraseOverview, words: PhraseWords) -> str:
    names, language = [source.name for source in each.sources], overview.language
    day = each.sources[0].held_on
    if len(names) <= NAMED:
        told = ", ".join(names)
    elif overview.by_date:
        # Their numbers do not follow each other.
        told = counted(len(names), *words.source, language)
    else:
        told = words.row.format(first=names[0], last=names[-1])
    if not overview.by_date or day is None:
        return told
    return words.since.format(sources=told, day=long_date(day, language))


def _found_by(overview: PhraseOverview, words: PhraseWords) -> str:
    pipeline = overview.pipeline
    return words.found_by.format(pipeline=f"{pipeline.name} {pipeline.version}")
