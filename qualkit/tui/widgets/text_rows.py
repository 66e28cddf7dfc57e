"""Drawing one row of a text with its margin."""

from dataclasses import dataclass

from rich.segment import Segment
from textual.strip import Strip

from qualkit.domain.sources import SourceText
from qualkit.translation import ngettext
from qualkit.tui.reading.layout import Row, TextLayout
from qualkit.tui.reading.lines import ShownLine
from qualkit.tui.reading.margin import Columns, Lanes, Notes, Part, margin_of
from qualkit.tui.reading.pieces import Scene, pieces
from qualkit.tui.reading.wrapping import drawn
from qualkit.tui.terms import term
from qualkit.tui.widgets.text_styles import TextStyles


@dataclass(slots=True)
class TextRows:
    """All that decides how the rows of a text look."""

    text: SourceText
    layout: TextLayout
    columns: Columns
    lanes: Lanes
    notes: Notes
    scene: Scene

    def strip(self, index: int, width: int, styles: TextStyles) -> Strip:
        """Draw a row, `width` cells wide."""
        row = self.layout.row(index)
        is_offered = bool(self.scene.offered.over(row.start, row.end))
        beside = margin_of(index, row, self.columns, self.lanes, self.notes, is_offered)
        parts = [Segment(sign, styles.of(name)) for sign, name in beside]
        parts.extend(
            Segment(self._words(row, start, end), styles.of_look(look))
            for start, end, look in pieces(self.text.text, row, self.scene)
        )
        return Strip(parts).adjust_cell_length(width, styles.ground)

    def with_label(self, strip: Strip, label: str, offset: int, styles: TextStyles) -> Strip:
        """Lay a label over a row that was drawn, at an offset; nothing moves aside for it."""
        index, column = self.layout.place_of(offset)
        at = self.columns.width + self.layout.row(index).indent + column
        shown = Segment(label, styles.of(Part.LABEL))
        end = at + len(label)
        width = strip.cell_length
        parts = [strip.crop(0, at), Strip([shown], len(label)), strip.crop(end, max(width, end))]
        return Strip.join(parts).adjust_cell_length(width, styles.ground)

    def _words(self, row: Row, start: int, end: int) -> str:
        return self._of_fold(row.line) if row.line.fold else drawn(self.text.text[start:end])

    def _of_fold(self, line: ShownLine) -> str:
        """Say what is folded away."""
        assert line.utterance is not None, "somebody says what is folded"
        role = term(self.text.role_of(line.utterance))
        words = ngettext("… {role}, {count} line", "… {role}, {count} lines", line.fold)
        return words.format(role=role, count=line.fold)
