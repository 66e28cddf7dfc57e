"""The texts of a scan: whole sources, or only the turns that hold what is to be printed."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from qualkit.domain.cases import Case, CaseKind, CaseSource
from qualkit.domain.identifiers import Mark, Proposal, ScanScope
from qualkit.domain.lines import LineIndex, format_reference
from qualkit.domain.sources import Source, Version
from qualkit.domain.spans import Span
from qualkit.domain.text import one_line
from qualkit.services.workspace import Workspace
from qualkit.store.database import Database
from qualkit.store.labels import source_labels
from qualkit.store.segments import segments_of
from qualkit.store.texts import current_version, read_text
from qualkit.store.theme_members import theme_members

SMALL_GROUP = 10
"""Participants; in a group of no more than these, he or she may be enough to know who it is."""

TURNS_BESIDE = 2
"""Turns before and after a quote that a sheet with context prints."""

AROUND = 70
"""Code points of context before and after some words."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One turn or paragraph."""

    start: int
    words: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a text that is asked for."""

    span: Span
    edited: str | None = None
    """What is left of it in print, where that is less; None for all of it."""

    def prints(self, span: Span, words: str) -> bool:
        """Tell whether words of the text are printed with it."""
        return span.overlaps(self.span) and (self.edited is None or words in self.edited)


@dataclass(frozen=True, slots=True)
class WantedText:
    """A text that is asked for, before it is read."""

    source: Source
    version: Version | None = None
    """None for the newest."""
    stretches: tuple[Stretch, ...] = ()
    """What of it is asked for; empty for the whole text."""
    beside: int = 0
    """How many turns beside each stretch are asked for as well."""


@dataclass(frozen=True, slots=True)
class ScannedText:
    """A text, and what of it is looked at."""

    source: Source
    version_id: str
    label: str
    lines: LineIndex
    units: tuple[Unit, ...]
    wanted: tuple[Stretch, ...]
    """What of it is asked for; empty when that is the whole text."""

    def is_wanted(self, mark: Mark, unit: Unit) -> bool:
        """Tell whether marked words stand in what was asked for, and are left in print there."""
        span = mark.span
        words = one_line(unit.words[span.start - unit.start : span.end - unit.start])
        return not self.wanted or any(each.prints(span, words) for each in self.wanted)

    def proposal(self, mark: Mark, unit: Unit) -> Proposal:
        """Give the proposal of a mark, without what would be printed for it."""
        start, end = mark.span.start - unit.start, mark.span.end - unit.start
        return Proposal(
            mark.kind,
            mark.span,
            one_line(unit.words[start:end]),
            "",
            mark.ground,
            self.version_id,
            self.source.id,
            format_reference(self.source.number, self.lines.line_of(mark.span.start)),
            self.label,
            " ".join(unit.words[max(start - AROUND, 0) : start].split("\n")),
            " ".join(unit.words[end : end + AROUND].split("\n")),
        )


class ScannedTexts:
    """Reads what a scan looks at."""

    def __init__(self, workspace: Workspace) -> None:
        """Read from an open project."""
        self._workspace = workspace
        self._database = workspace.database

    def wanted(self, scope: ScanScope, ids: Sequence[str] = ()) -> list[WantedText]:
        """Give which texts a scope asks for, by source; none is read.

        Raises:
            NotFoundError: a source is gone.
        """
        if scope in (ScanScope.SOURCES, ScanScope.ALL):
            sources = [self._workspace.get(Source, each) for each in ids]
            if scope is ScanScope.ALL:
                sources = self._database.find(Source)
            ordered = sorted(sources, key=lambda source: source.number)
            return [WantedText(source) for source in ordered]
        stretches: dict[str, list[Stretch]] = defaultdict(list)
        for version_id, start, end, edited in self._passages(scope, ids):
            stretches[version_id].append(Stretch(Span(start, end), edited))
        beside = TURNS_BESIDE if scope is ScanScope.IN_CONTEXT else 0
        versions = self._database.find(
            Version, "id IN (SELECT value FROM json_each(?))", [json.dumps([*stretches])]
        )
        sources_by_id = {source.id: source for source in self._database.find(Source)}
        found = [
            WantedText(sources_by_id[each.source_id], each, tuple(stretches[each.id]), beside)
            for each in versions
        ]
        return sorted(found, key=lambda each: each.source.number)

    def read(self, wanted: Sequence[WantedText]) -> list[ScannedText]:
        """Read some texts.

        Raises:
            ProjectDamagedError: one is not as it was imported.
        """
        labels = source_labels(self._database, [each.source.id for each in wanted])
        return [self._read(each, labels) for each in wanted]

    def _read(self, wanted: WantedText, labels: Mapping[str, str]) -> ScannedText:
        source = wanted.source
        version = wanted.version or current_version(self._database, source.id)
        text = read_text(self._database, version.sha256)
        segments = [segment.span for segment in segments_of(self._database, version.id)]
        stretches = wanted.stretches
        if stretches:
            segments, stretches = _near(segments, stretches, wanted.beside)
        return ScannedText(
            source,
            version.id,
            labels.get(source.id, source.title),
            LineIndex(text),
            tuple(Unit(span.start, span.of(text)) for span in segments),
            stretches,
        )

    def words_of(self, version_id: str) -> str:
        """Give the text of a version.

        Raises:
            NotFoundError: it is gone.
        """
        return read_text(self._database, self._workspace.get(Version, version_id).sha256)

    def _passages(
        self, scope: ScanScope, ids: Sequence[str]
    ) -> Iterable[tuple[str, int, int, str | None]]:
        """Give versions with the stretches in them, and what edits leave of a quote."""
        if scope is ScanScope.THEME:
            members = theme_members(self._database, list(ids))
            return [(each.version_id, each.start, each.end, None) for each in members]
        rows: list[tuple[str, int, int, str | None]] = self._database.tuples(
            'SELECT DISTINCT coding.version_id, coding.start, coding."end", quote.printed'
            " FROM quote JOIN coding ON coding.id = quote.coding_id"
            " JOIN theme ON theme.id = quote.theme_id WHERE theme.status <> 'dropped'"
        )
        return rows


def _near(
    segments: Sequence[Span], stretches: Sequence[Stretch], beside: int
) -> tuple[list[Span], tuple[Stretch, ...]]:
    """Give the segments that hold some stretches, and those beside them; and what is wanted."""
    kept = set[int]()
    for stretch in stretches:
        places = [place for place, each in enumerate(segments) if each.overlaps(stretch.span)]
        if places:
            first, last = max(places[0] - beside, 0), places[-1] + beside
            kept.update(range(first, min(last, len(segments) - 1) + 1))
    read = [segments[place] for place in sorted(kept)]
    return read, tuple(map(Stretch, read) if beside else stretches)


def small_groups(database: Database) -> frozenset[str]:
    """Give the ids of sources of participants whose group is small."""
    cases = [case for case in database.find(Case) if case.kind is CaseKind.PARTICIPANT]
    sizes: dict[str, int] = defaultdict(int)
    for case in cases:
        sizes[case.group_id] += 1
    small = {case.id for case in cases if sizes[case.group_id] <= SMALL_GROUP}
    return frozenset(link.source_id for link in database.find(CaseSource) if link.case_id in small)
