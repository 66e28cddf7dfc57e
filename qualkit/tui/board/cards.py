"""What is written on the cards of the board, and at the top of its columns."""

from collections.abc import Sequence

from qualkit.domain.board_columns import BoardCode, BoardColumn, Tray
from qualkit.domain.codings import CodedSegment
from qualkit.domain.text import one_line
from qualkit.translation import _
from qualkit.tui.board.state import BoardState, Spot
from qualkit.tui.widgets.cells import cut
from qualkit.tui.words import count_of

Piece = tuple[str, str]
Line = Sequence[Piece]

DIGITS = 9
"""So many themes have a digit of their own."""


def column_name(column: BoardColumn) -> str:
    """Give the name of a theme or tray."""
    return column.theme.name if column.theme else Tray(column.place).called


def column_key(columns: Sequence[BoardColumn], number: int) -> str:
    """Give the key that stands for a column where one chooses one; empty when it has none."""
    column = columns[number]
    if column.theme is None:
        return "0" if column.place == Tray.NOWHERE else "x"
    themes = [each.place for each in columns if each.theme]
    place = themes.index(column.place) + 1
    return str(place) if place <= DIGITS else ""


def central_idea(column: BoardColumn) -> str:
    """Give what stands under the name of a column."""
    if column.theme:
        return one_line(column.theme.central_idea) or _("no central idea yet")
    if column.place == Tray.NOWHERE:
        return _("what is in no theme")
    return _("what was looked at and put aside")


def counts_of(passages: int, cases: int) -> str:
    """Say how many passages there are, and of how many cases."""
    return f"{count_of(passages, 'passage')} · {count_of(cases, 'case')}"


def card_name(state: BoardState, spot: Spot) -> str:
    """Give what a card is called: a code's name, or the words of a passage."""
    item = state.item_at(spot)
    if isinstance(item, BoardCode):
        return item.code.name
    segment = state.segment(spot)
    return f'"{one_line(segment.words, 400)}"' if segment else ""


def card_detail(state: BoardState, spot: Spot) -> str:
    """Give what is told of a card beside its name."""
    item = state.item_at(spot)
    if isinstance(item, BoardCode):
        return counts_of(item.passages, item.cases)
    segment = state.segment(spot)
    return f"{reference(segment)} · {segment.code.name}" if segment else ""


def reference(segment: CodedSegment) -> str:
    """Give where a passage stands."""
    return f"{segment.reference} {segment.label}"


def lead_of(state: BoardState, spot: Spot) -> str:
    """Give what stands before a card's name: how deep it is, and whether it is marked."""
    item = state.item_at(spot)
    depth = item.depth if isinstance(item, BoardCode) else 0
    is_marked = item is not None and item.card.key in state.marked
    return "  " * depth + ("[x] " if is_marked else "")


def fitted(lead: str, name: str, width: int) -> str:
    """Give a card's name in at most so many cells."""
    return cut(f"{lead}{name}", width)
