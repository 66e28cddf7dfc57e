"""Rows that show passages: the words on two lines, and under them where they stand."""

import textwrap
from collections.abc import Callable, Sequence

from qualkit.domain.codings import CodedSegment
from qualkit.tui.widgets.cells import cut
from qualkit.tui.widgets.row_list import Line, RowList
from qualkit.tui.widgets.table_list import TableList
from qualkit.tui.words import count_of

ROW_LINES = 3


def passage_list(
    empty: str, about: Callable[[CodedSegment], str] | None = None
) -> TableList[CodedSegment]:
    """Make a list of coded segments; `about` gives what is told of each beside where it stands."""

    def draw(segment: CodedSegment, width: int) -> Sequence[Line]:
        told = about(segment) if about else ""
        strong = " *" if segment.coding.strong else ""
        where = f"{segment.reference}  {segment.label}{strong}"
        return [
            *(([(line, "")]) for line in two_lines(f'"{segment.words}"', width)),
            [(cut(where, width), "accent"), (cut(f"  {told}", width - len(where)), "muted")],
        ]

    rows = RowList(draw, lambda segment: segment.coding.id, height=ROW_LINES, empty=empty)
    return TableList(rows, lambda segment: f"{segment.reference} {segment.label} {segment.words}")


def grouped_passage_list(empty: str) -> TableList[CodedSegment]:
    """Make a list of coded segments in which each source has a heading above its first passage."""

    def draw(segment: CodedSegment, width: int) -> Sequence[Line]:
        strong = " *" if segment.coding.strong else ""
        where = f"{segment.reference}{strong}  "
        first, second = two_lines(segment.words, width - len(where))
        return [
            [(heading_of(segment, width), "strong")],
            [(where, "accent"), (first, "")],
            [(" " * len(where), ""), (second, "")],
        ]

    def heading_of(segment: CodedSegment, width: int) -> str:
        group = [item for item in shown.shown if item.source.id == segment.source.id]
        if group[0] != segment:
            return ""
        name = f"P{segment.source.number} · {segment.label}"
        return cut(f"{name} · {count_of(len(group), 'passage')}", width)

    rows = RowList(draw, lambda item: item.coding.id, height=ROW_LINES, empty=empty, above=1)
    shown = TableList(rows, lambda item: f"{item.reference} {item.label} {item.words}")
    return shown


def two_lines(words: str, width: int) -> tuple[str, str]:
    """Give words on two lines of at most `width` cells, cut with an ellipsis."""
    lines = textwrap.wrap(words, max(width, 8)) or [""]
    rest = " ".join(lines[1:])
    return cut(lines[0], width), cut(rest, width)
