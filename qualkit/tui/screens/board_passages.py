"""The passages of a card of the board, to decide on one by one where they belong."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from qualkit.domain.board_columns import Board, BoardCode, Card, Item
from qualkit.domain.codings import CodedSegment
from qualkit.domain.text import one_line
from qualkit.translation import N_, _
from qualkit.tui.actions import bindings_for
from qualkit.tui.board.cards import column_name
from qualkit.tui.screens.board_moving import CardMoves, several
from qualkit.tui.screens.passages_base import PassagesBase
from qualkit.tui.widgets.passages import passage_list
from qualkit.tui.words import count_of

EMPTY = N_("No passage of it lies here any more. Esc goes back to the board.")


class BoardPassagesScreen(CardMoves, PassagesBase):
    """Shows what lies under one card, and moves single passages."""

    SCREEN_NAME = "board_passages"
    HEADING = N_("Passages on the board")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("board_passages")]
    SHOWS = PassagesBase.SHOWS | {"board", "themes"}

    def __init__(self, card_key: str) -> None:
        """Open the passages of a card, by its key on the board."""
        super().__init__()
        self._key = card_key
        self._place = card_key.partition("/")[0]
        self._marked: dict[str, Card] = {}

    def compose_body(self) -> ComposeResult:
        """Put the passages in a list."""
        self._table = passage_list(_(EMPTY), self._about)
        yield self._table

    def opened_with(self) -> tuple[str, ...]:
        """Give the key of the card."""
        return (self._key,)

    def chosen_cards(self) -> list[Card]:
        """Give the marked passages, or the one at the cursor."""
        if self._marked:
            return list(self._marked.values())
        segment = self._table.current
        return [Card(self._place, coding_id=segment.coding.id)] if segment else []

    def told_of(self, cards: Sequence[Card]) -> str:
        """Give the words of one passage, or say how many there are."""
        if len(cards) > 1:
            return several(cards)
        ids = {card.coding_id for card in cards}
        found = [segment for segment in self._table.all if segment.coding.id in ids]
        return f'"{one_line(found[0].words, 160)}"' if found else ""

    def after_move(self) -> None:
        """Take the marks away."""
        self._marked.clear()

    def action_mark(self) -> None:
        """Mark the passage at the cursor, or unmark it, and go on to the next."""
        segment = self.need_segment()
        if segment is None:
            return
        if self._marked.pop(segment.coding.id, None) is None:
            self._marked[segment.coding.id] = Card(self._place, coding_id=segment.coding.id)
        self._table.rows.refresh()
        self._table.rows.action_next_row()
        self._tell_where()

    def action_unmark_all(self) -> None:
        """Take all marks away."""
        if not self._marked:
            self.say(_("Nothing is marked."))
        self._marked.clear()
        self._table.rows.refresh()
        self._tell_where()

    def _about(self, segment: CodedSegment) -> str:
        mark = "[x] " if segment.coding.id in self._marked else ""
        return f"{mark}{segment.code.name}"

    def _show(self) -> None:
        board = self.attempt(self.project.board.view)
        item = _item_of(board, self._key) if board else None
        self._name = ""
        passages: tuple[CodedSegment, ...] = ()
        if board and item:
            passages = self.project.board.passages(item)
            column = board.column(self._place)
            place = column_name(column) if column else ""
            name = item.code.name if isinstance(item, BoardCode) else _("one passage")
            self._name = _("{name} in '{place}'").format(name=name, place=place)
        there = {segment.coding.id for segment in passages}
        self._marked = {each: card for each, card in self._marked.items() if each in there}
        self._table.set_items(passages)
        self._tell_where()

    def _tell_where(self) -> None:
        count = count_of(len(self._table.all), "passage")
        if self._marked:
            count = _("{count} marked · {where}").format(count=len(self._marked), where=count)
        self.set_heading(self._name or _(self.HEADING), count)


def _item_of(board: Board, key: str) -> Item | None:
    items = (item for column in board.columns for item in column.items)
    return next((item for item in items if item.card.key == key), None)
