"""Over whom quotes are spread: who is quoted under which theme, of those who could be."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from qualkit.analysis.spread import KindSpread, Voice
from qualkit.analysis.spread_matrix import SpreadMatrix, SpreadRow
from qualkit.domain.themes import QuoteStage, Theme

QuoteCounts = Mapping[tuple[str, str, QuoteStage], int]
"""How many quotes there are by theme, source and stage."""


@dataclass(frozen=True, slots=True)
class QuoteCell:
    """What is quoted of one participant under one theme."""

    chosen: int
    shortlisted: int
    passages: int
    """How many passages there are to quote from."""


class QuoteMatrix:
    """Participants by themes: only those of whom something may be quoted somewhere."""

    def __init__(self, spread: SpreadMatrix, counts: QuoteCounts) -> None:
        """Lay quotes over the passages that may be quoted."""
        self._spread = spread
        self._counts = counts
        quoted = {source_id for _theme, source_id, _stage in counts}
        heard = spread.source_ids | quoted
        self.themes: tuple[Theme, ...] = spread.themes
        self.rows = tuple(row for row in spread.rows if not heard.isdisjoint(row.source_ids))

    def counted(self, counts: QuoteCounts) -> "QuoteMatrix":
        """Give the same passages with other quotes."""
        return QuoteMatrix(self._spread, counts)

    def cell(self, row: SpreadRow, theme_id: str) -> QuoteCell:
        """Give what is quoted of a participant under a theme."""
        return QuoteCell(
            self._count(row, theme_id, QuoteStage.CHOSEN),
            self._count(row, theme_id, QuoteStage.SHORTLISTED),
            self._spread.cell(row, theme_id).passages,
        )

    def quoted(self, theme_id: str) -> tuple[KindSpread, ...]:
        """Tell who has a chosen quote under a theme and who could have, by kind of source.

        Kinds of which nobody could are left out.
        """
        could = {
            (group.kind, voice.label)
            for group in self._spread.spread(theme_id)
            for voice in group.heard
        }
        chosen = {
            (row.kind, row.label): self._count(row, theme_id, QuoteStage.CHOSEN)
            for row in self.rows
        }
        groups = []
        for kind in dict.fromkeys(row.kind for row in self.rows):
            labels = [row.label for row in self.rows if row.kind is kind]
            voices = [Voice(label, chosen[kind, label]) for label in labels]
            heard = tuple(voice for voice in voices if voice.passages)
            silent = tuple(
                voice.label
                for voice in voices
                if not voice.passages and (kind, voice.label) in could
            )
            if heard or silent:
                groups.append(KindSpread(kind, heard, silent))
        return tuple(groups)

    def _count(self, row: SpreadRow, theme_id: str, stage: QuoteStage) -> int:
        return sum(self._counts.get((theme_id, each, stage), 0) for each in row.source_ids)


def most_quoted(groups: Iterable[KindSpread]) -> Voice | None:
    """Give who is quoted most, if that is one and more than once."""
    counts = Counter({voice.label: voice.passages for group in groups for voice in group.heard})
    first = counts.most_common(2)
    if not first or first[0][1] < 2 or (len(first) == 2 and first[0][1] == first[1][1]):
        return None
    return Voice(*first[0])
