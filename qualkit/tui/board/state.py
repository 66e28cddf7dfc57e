"""Where one is on the board, and what is marked; whichever way it is drawn."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from qualkit.domain.board_columns import Board, BoardCode, BoardColumn, Card, Item
from qualkit.domain.codings import CodedSegment

CHUNK = 40
"""How many single passages are read at once, as the first of them comes into view."""

Load = Callable[[Sequence[str]], Sequence[CodedSegment]]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the board: a column, and in it the top (0) or a card (1, 2, …)."""

    column: int
    row: int


@dataclass(slots=True)
class BoardState:
    """The board with a cursor and marks."""

    load: Load
    """Reads passages."""
    columns: tuple[BoardColumn, ...] = ()
    spot: Spot = Spot(0, 0)
    marked: dict[str, Card] = field(default_factory=dict)
    """By their keys, in the order in which they were marked."""
    aim: int | None = None
    """The column over which something is dragged."""
    _segments: dict[str, CodedSegment | None] = field(default_factory=dict)

    @property
    def column(self) -> BoardColumn:
        """The column of the cursor."""
        return self.columns[self.spot.column]

    @property
    def item(self) -> Item | None:
        """The card at the cursor; None at the top of a column."""
        return self.item_at(self.spot)

    @property
    def key(self) -> str:
        """The name of the place of the cursor."""
        if not self.columns:
            return ""
        return self.item.card.key if self.item else f"{self.column.place}/"

    def item_at(self, spot: Spot) -> Item | None:
        """Give the card at a place, if there is one."""
        items = self.columns[spot.column].items if spot.column < len(self.columns) else ()
        return items[spot.row - 1] if 0 < spot.row <= len(items) else None

    def set_board(self, board: Board) -> None:
        """Show another board; the cursor stays with its card, or near it, and marks with theirs."""
        key, place = self.key, self.columns and self.column.place
        self.columns = board.columns
        self._segments.clear()
        keys = {item.card.key for column in self.columns for item in column.items}
        self.marked = {name: card for name, card in self.marked.items() if name in keys}
        if self.find(key):
            return
        columns = [column.place for column in self.columns]
        number = columns.index(place) if place in columns else self.spot.column
        self.go(Spot(number, self.spot.row))

    def find(self, key: str) -> bool:
        """Go to a card, or to the top of a column, by its key; tell whether it is there."""
        for number, column in enumerate(self.columns):
            if key == f"{column.place}/":
                self.go(Spot(number, 0))
                return True
            for row, item in enumerate(column.items, start=1):
                if item.card.key == key:
                    self.go(Spot(number, row))
                    return True
        return False

    def go(self, spot: Spot) -> None:
        """Go to a place, or as near as there is one."""
        column = max(min(spot.column, len(self.columns) - 1), 0)
        rows = len(self.columns[column].items) if self.columns else 0
        self.spot = Spot(column, max(min(spot.row, rows), 0))

    def toggle(self) -> bool:
        """Mark the card at the cursor, or unmark it; tell whether there is one."""
        if self.item is None:
            return False
        card = self.item.card
        if self.marked.pop(card.key, None) is None:
            self.marked[card.key] = card
        return True

    def chosen(self) -> list[Card]:
        """Give what is marked; where nothing is, the card at the cursor."""
        if self.marked:
            return list(self.marked.values())
        return [self.item.card] if self.item else []

    def segment(self, spot: Spot) -> CodedSegment | None:
        """Give the words of a single passage; some of those around it are read along with it."""
        item = self.item_at(spot)
        if item is None or isinstance(item, BoardCode):
            return None
        wanted = item.card.coding_id
        if wanted not in self._segments:
            column = self.columns[spot.column]
            first = max(spot.row - 1 - len(column.codes) - CHUNK // 2, 0)
            ids = [each.card.coding_id for each in column.single[first : first + CHUNK]]
            read: Mapping[str, CodedSegment] = {each.coding.id: each for each in self.load(ids)}
            self._segments.update({each: read.get(each) for each in ids})
        return self._segments.get(wanted)
