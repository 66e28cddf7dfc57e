"""Appendices of a report: the codebook, and the material at a level that points out nobody."""

from collections.abc import Iterator, Sequence

from qualkit.domain.codes import CodeEntry, CodeStatus
from qualkit.domain.method_facts import MaterialFacts
from qualkit.domain.source_making import MemberCheck
from qualkit.domain.wording import digits, labels_listed, listed, period, sentence
from qualkit.formats.headings import headings
from qualkit.formats.method_words import method_words
from qualkit.formats.report_content import ReportCode, ReportTable
from qualkit.formats.report_words import report_words
from qualkit.services.codes import Codes
from qualkit.services.printing import Printer
from qualkit.services.workspace import Workspace

MOST_LABELS = 20
"""How many labels are written out in the overview."""


def codebook(workspace: Workspace, language: str) -> tuple[ReportCode, ...]:
    """Give every code with what it means; examples with every replacement."""
    layer, words = Printer(workspace.database).layer, headings(language)
    return tuple(
        ReportCode(
            path=entry.path,
            name=entry.code.name,
            depth=entry.depth,
            remarks="; ".join(_remarks(entry, language)),
            description=entry.code.description,
            parts=tuple(
                (heading, layer.over_words(text))
                for name, heading in words.code_parts.items()
                if (text := getattr(entry.code, name))
            ),
        )
        for entry in Codes(workspace).entries(counted=False)
    )


def overview(material: Sequence[MaterialFacts], source: str, language: str) -> ReportTable:
    """Give the material kind by kind: who took part, how many, when, how long, and checked."""
    words = report_words(language)
    total = sum(each.count for each in material)
    return ReportTable(
        name=f"{words.table} 1",
        caption=words.overview_caption.format(n=total, sources=words.sources[total != 1]),
        columns=words.columns,
        rows=tuple(tuple(_row(each, language)) for each in material),
        source=source,
    )


def _remarks(entry: CodeEntry, language: str) -> Iterator[str]:
    words = headings(language)
    if entry.code.level:
        yield words.levels[entry.code.level]
    if entry.code.status is CodeStatus.RETIRED:
        yield words.retired


def _row(material: MaterialFacts, language: str) -> Iterator[str]:
    """Give the cells of one kind of material, in the order of the columns."""
    words, days = report_words(language), material.days
    yield sentence(method_words(language).kinds[material.kind][material.count > 1])
    yield _who(material, language)
    yield digits(material.count, language)
    # A cell is no sentence: "3 tot en met 26 maart 2026", without the word before it.
    yield period(days[0], days[-1], language).partition(" ")[2] if days else words.unknown
    if not material.is_spoken:
        yield from ("–", "–")
        return
    yield _length(material, language)
    checked = material.checks[MemberCheck.CHANGED] + material.checks[MemberCheck.UNCHANGED]
    known = sum(material.checks.values())
    yield words.checked.format(some=checked, all=material.count) if known else words.unknown


def _who(material: MaterialFacts, language: str) -> str:
    roles = listed(material.roles, language)
    if len(material.voices) > MOST_LABELS:
        return roles or "–"
    labels = labels_listed(material.voices, language)
    return f"{roles} ({labels})" if roles else labels


def _length(material: MaterialFacts, language: str) -> str:
    words, minutes = report_words(language), material.minutes
    if not minutes:
        return words.unknown
    span = f"{minutes[0]}–{minutes[-1]}" if minutes[0] < minutes[-1] else str(minutes[0])
    told = words.minutes.format(minutes=span)
    if len(minutes) < material.count:
        told += words.minutes_known.format(some=len(minutes), all=material.count)
    return told
