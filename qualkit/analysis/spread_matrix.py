"""Over whom themes are spread: participants by themes, each cell with what it rests on."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from qualkit.analysis.spread import KindSpread, Voice, label_order
from qualkit.domain.sources import SourceKind
from qualkit.domain.themes import PlacedCoding, Theme

OnlyHeard = Callable[[Sequence[PlacedCoding]], Sequence[PlacedCoding]]
"""Leaves out the codings that make nobody heard, as only interviewers or helpers speak in them."""

SourceFact = tuple[str, SourceKind, str]
"""The id of a source, its kind, and the label it is printed under: else its title."""


@dataclass(frozen=True, slots=True)
class SpreadRow:
    """One participant, or a source that belongs to none."""

    kind: SourceKind
    label: str
    source_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SpreadCell:
    """What one participant says under one theme."""

    passages: int = 0
    """How many different passages; one passage with two codes is one."""
    coding_ids: tuple[str, ...] = ()
    """The codings of those passages, by place."""


class SpreadMatrix:
    """Participants by themes: by kind of source and label, and in the researcher's order.

    A cell is counted when it is asked for: a large study has a million of them.
    """

    def __init__(
        self,
        themes: Sequence[Theme],
        rows: Sequence[SpreadRow],
        codings: Mapping[str, Sequence[PlacedCoding]],
        only_heard: OnlyHeard,
    ) -> None:
        """Lay out the codings of each theme, by its id and in order of place."""
        self.themes = tuple(themes)
        self.rows = tuple(rows)
        self._codings = codings
        self._only_heard = only_heard
        self._by_source: dict[str, dict[str, list[PlacedCoding]]] = {}

    @property
    def source_ids(self) -> set[str]:
        """The sources with a passage under any of the themes."""
        return {coding.source_id for codings in self._codings.values() for coding in codings}

    def cell(self, row: SpreadRow, theme_id: str) -> SpreadCell:
        """Give what a participant says under a theme."""
        by_source = self._of(theme_id)
        said = [coding for each in row.source_ids for coding in by_source.get(each, ())]
        return _cell(self._only_heard(said)) if said else _SILENT

    def coding_ids(
        self, row: SpreadRow | None = None, theme_id: str | None = None
    ) -> tuple[str, ...]:
        """Give the codings of a row, of a column, of a cell, or all, each once."""
        themes = [theme.id for theme in self.themes] if theme_id is None else [theme_id]
        if row is not None:
            return _once(self.cell(row, each).coding_ids for each in themes)
        return _once(
            (coding.coding_id for coding in self._only_heard(self._codings.get(each, ())))
            for each in themes
        )

    def spread(self, theme_id: str) -> tuple[KindSpread, ...]:
        """Tell who is heard under a theme and who is not, for each kind of source."""
        passages: dict[str, set[tuple[str, int, int]]] = {}
        for coding in self._only_heard(self._codings.get(theme_id, ())):
            passages.setdefault(coding.source_id, set()).add(coding.passage)
        heard: dict[SourceKind, list[Voice]] = {row.kind: [] for row in self.rows}
        silent: dict[SourceKind, list[str]] = {row.kind: [] for row in self.rows}
        for row in self.rows:
            if count := sum(len(passages.get(each, ())) for each in row.source_ids):
                heard[row.kind].append(Voice(row.label, count))
            else:
                silent[row.kind].append(row.label)
        return tuple(KindSpread(kind, tuple(heard[kind]), tuple(silent[kind])) for kind in heard)

    def _of(self, theme_id: str) -> dict[str, list[PlacedCoding]]:
        if theme_id not in self._by_source:
            by_source: dict[str, list[PlacedCoding]] = {}
            for coding in self._codings.get(theme_id, ()):
                by_source.setdefault(coding.source_id, []).append(coding)
            self._by_source[theme_id] = by_source
        return self._by_source[theme_id]


def everything(codings: Sequence[PlacedCoding]) -> Sequence[PlacedCoding]:
    """Leave nothing out: whose words it is does not matter."""
    return codings


def spread_rows(sources: Iterable[SourceFact]) -> tuple[SpreadRow, ...]:
    """Give a row for each label within a kind of source, in order."""
    held: dict[tuple[SourceKind, str], list[str]] = {}
    for source_id, kind, label in sources:
        held.setdefault((kind, label), []).append(source_id)
    order = list(SourceKind)
    rows = sorted(held, key=lambda row: (order.index(row[0]), label_order(row[1])))
    return tuple(SpreadRow(kind, label, tuple(held[kind, label])) for kind, label in rows)


_SILENT = SpreadCell()


def _cell(said: Sequence[PlacedCoding]) -> SpreadCell:
    passages = {coding.passage for coding in said}
    return SpreadCell(len(passages), tuple(coding.coding_id for coding in said))


def _once(several: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(coding_id for ids in several for coding_id in ids))
