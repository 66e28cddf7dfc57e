"""Drawing one row of a text with its margin."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from rich.segment import Segment
from textual.strip import Strip

from qualkit.domain.sources import SourceText
from qualkit.translation import _, ngettext
from qualkit.tui.reading.layout import Row, TextLayout
from qualkit.tui.reading.margin import (
    NOTHING_NOTICED,
    OFFERED,
    WATCHED,
    Columns,
    Lanes,
    Notes,
    Part,
    margin_of,
)
from qualkit.tui.reading.pieces import Look, Scene, pieces
from qualkit.tui.reading.wrapping import clusters, drawn
from qualkit.tui.terms import term
from qualkit.tui.widgets.text_styles import TextStyles

NO_LABELS: Mapping[int, str] = MappingProxyType({})


@dataclass(slots=True)
class TextRows:
    """All that decides how the rows of a text look."""

    text: SourceText
    layout: TextLayout
    columns: Columns
    lanes: Lanes
    notes: Notes
    scene: Scene

    def strip(
        self, index: int, width: int, styles: TextStyles, labels: Mapping[int, str] = NO_LABELS
    ) -> Strip:
        """Draw a row, `width` cells wide; labels lie over the words, by offset."""
        row = self.layout.row(index)
        noticed = self._noticed(row)
        beside = margin_of(index, row, self.columns, self.lanes, self.notes, noticed)
        parts = [Segment(sign, styles.of(name)) for sign, name in beside]
        for words, look in self._of_fold(row, labels) if row.line.fold else self._of(row, labels):
            style = styles.of(Part.LABEL) if look is None else styles.of_look(look)
            parts.append(Segment(words, style))
        return Strip(parts).adjust_cell_length(width, styles.ground)

    def _noticed(self, row: Row) -> tuple[str, str]:
        """Give the sign of a phrase on a row; what a person looks out for comes first."""
        if self.scene.watched.over(row.start, row.end):
            return WATCHED, Part.WATCHED
        if self.scene.offered.over(row.start, row.end):
            return OFFERED, Part.OFFERED
        return NOTHING_NOTICED

    def _of(self, row: Row, labels: Mapping[int, str]) -> Iterator[tuple[str, Look | None]]:
        """Yield the words of a row by look; labels, of no look, cover signs cell for cell."""
        text = self.text.text
        covers = [self._cover(row, *item) for item in sorted(labels.items())]
        for start, end, look in pieces(text, row, self.scene):
            at = start
            for begin, behind, label in covers:
                if begin < end and at < behind:
                    if at < begin:
                        yield drawn(text[at:begin]), look
                    if start <= begin:
                        yield label, None
                    at = min(behind, end)
            if at < end:
                yield drawn(text[at:end]), look

    def _of_fold(self, row: Row, labels: Mapping[int, str]) -> Iterator[tuple[str, Look | None]]:
        """Yield what is folded away, in a few words."""
        line = row.line
        role = term(self.text.role_of(line.utterance)) if line.utterance else _("text")
        words = ngettext("… {role}, {count} line", "… {role}, {count} lines", line.fold)
        label = "".join(labels.values())
        if label:
            yield label, None
        ((_start, _end, look),) = pieces(self.text.text, row, self.scene)
        yield words.format(role=role, count=line.fold)[len(label) :], look

    def _cover(self, row: Row, offset: int, label: str) -> tuple[int, int, str]:
        """Give what a label covers: from where, up to where, and what is drawn there."""
        covered, end = 0, offset
        for _begin, behind, cells in clusters(self.text.text[offset : row.end]):
            if covered >= len(label):
                break
            covered += cells
            end = offset + behind
        return offset, end, label.ljust(covered)
