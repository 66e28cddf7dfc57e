"""Drawing one row of a text with its margin."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from rich.segment import Segment
from textual.strip import Strip

from qualkit.domain.sources import SourceText
from qualkit.translation import ngettext
from qualkit.tui.reading.layout import Row, TextLayout
from qualkit.tui.reading.lines import ShownLine
from qualkit.tui.reading.margin import Columns, Lanes, Notes, Part, margin_of
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
        is_offered = bool(self.scene.offered.over(row.start, row.end))
        beside = margin_of(index, row, self.columns, self.lanes, self.notes, is_offered)
        parts = [Segment(sign, styles.of(name)) for sign, name in beside]
        found = pieces(self.text.text, row, self.scene)
        for start, end, what in self._labelled(row, found, labels) if labels else found:
            if isinstance(what, Look):
                parts.append(Segment(self._words(row, start, end), styles.of_look(what)))
            else:
                parts.append(Segment(what, styles.of(Part.LABEL)))
        return Strip(parts).adjust_cell_length(width, styles.ground)

    def _labelled(
        self, row: Row, found: Iterable[tuple[int, int, Look]], labels: Mapping[int, str]
    ) -> Iterator[tuple[int, int, Look | str]]:
        """Put labels in the place of the signs that they cover, cell for cell."""
        covers = [self._cover(row, *item) for item in sorted(labels.items())]
        for start, end, look in found:
            at = start
            for begin, behind, label in covers:
                if begin < end and at < behind:
                    if at < begin:
                        yield at, begin, look
                    if start <= begin:
                        yield begin, behind, label
                    at = min(behind, end)
            if at < end:
                yield at, end, look

    def _cover(self, row: Row, offset: int, label: str) -> tuple[int, int, str]:
        """Give what a label covers: from where, up to where, and what is drawn there."""
        if row.line.fold:
            return row.start, row.end, label + self._of_fold(row.line)[len(label) :]
        covered = 0
        end = offset
        for _begin, behind, cells in clusters(self.text.text[offset : row.end]):
            if covered >= len(label):
                break
            covered += cells
            end = offset + behind
        return offset, end, label.ljust(covered)

    def _words(self, row: Row, start: int, end: int) -> str:
        return self._of_fold(row.line) if row.line.fold else drawn(self.text.text[start:end])

    def _of_fold(self, line: ShownLine) -> str:
        """Say what is folded away."""
        assert line.utterance is not None, "somebody says what is folded"
        role = term(self.text.role_of(line.utterance))
        words = ngettext("… {role}, {count} line", "… {role}, {count} lines", line.fold)
        return words.format(role=role, count=line.fold)
