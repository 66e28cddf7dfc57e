"""The working board: themes as columns, and two trays for what has no place in them."""

from collections.abc import Sequence

from textual import on, work

from qualkit.domain.board_columns import BoardCode, BoardColumn, Card
from qualkit.translation import _
from qualkit.tui.board.cards import card_name, column_name
from qualkit.tui.board.state import Spot
from qualkit.tui.screens.board_moving import several
from qualkit.tui.screens.board_themes import BoardThemes
from qualkit.tui.screens.picker import Choice, Picker
from qualkit.tui.widgets.board_view import BoardView


class BoardScreen(BoardThemes):
    """Shows the board, and moves what lies on it."""

    def chosen_cards(self) -> list[Card]:
        """Give what is marked, or the card at the cursor."""
        return self.state.chosen()

    def board_columns(self) -> Sequence[BoardColumn]:
        """Give the columns as they are shown."""
        return self.state.columns

    def told_of(self, cards: Sequence[Card]) -> str:
        """Name the one card, or say how many there are."""
        if len(cards) > 1:
            return several(cards)
        for number, column in enumerate(self.state.columns):
            for row, item in enumerate(column.items, start=1):
                if cards and item.card == cards[0]:
                    return card_name(self.state, Spot(number, row))
        return ""

    def after_move(self) -> None:
        """Take the marks away."""
        self.state.marked.clear()

    def action_mark(self) -> None:
        """Mark the card at the cursor, or unmark it, and go on to the next one of the column."""
        if not self.state.toggle():
            self.say(_("Marks are put on cards, with the cursor on them."))
            return
        # Not into the next column: there one would go on marking without noticing.
        if self.state.spot.row < len(self.state.column.items):
            self.view.action_next_card()
        self.view.refresh()
        self.show_words()

    def action_unmark_all(self) -> None:
        """Take all marks away."""
        if not self.state.marked:
            self.say(_("Nothing is marked."))
        self.state.marked.clear()
        self.view.refresh()
        self.show_words()

    @on(BoardView.Opened)
    def action_open_card(self) -> None:
        """Show the passages of the card at the cursor, or of the theme of the column."""
        item, theme = self.state.item, self.theme
        if item is not None:
            from qualkit.tui.screens.board_passages import BoardPassagesScreen  # noqa: PLC0415

            self.app.push_screen(BoardPassagesScreen(item.card.key))
        elif theme:
            from qualkit.tui.screens.theme_passages import ThemePassagesScreen  # noqa: PLC0415

            self.app.push_screen(ThemePassagesScreen(theme.id))
        else:
            self.say(_("Go to a card with j; Enter shows its passages."))

    def action_snapshots(self) -> None:
        """Show the snapshots of the board."""
        from qualkit.tui.screens.board_snapshots import BoardSnapshotsScreen  # noqa: PLC0415

        self.app.push_screen(BoardSnapshotsScreen())

    @work
    async def action_find_card(self) -> None:
        """Find a card by its name."""
        choices = [
            Choice(item.card.key, item.path, column_name(column))
            for column in self.state.columns
            for item in column.items
            if isinstance(item, BoardCode)
        ]
        themes = [Choice(f"{column.place}/", column_name(column)) for column in self.state.columns]
        picked = await self.app.push_screen_wait(
            Picker(_("Find on the board"), [*themes, *choices])
        )
        if picked:
            self.view.go_to_key(picked[0])

    @on(BoardView.Dropped)
    def _dropped(self, event: BoardView.Dropped) -> None:
        """Move what was dragged; with it all that is marked, if it is one of those."""
        item = self.state.item
        if item is None:
            return
        marked = list(self.state.marked.values())
        cards = marked if item.card in marked else [item.card]
        self.move_cards(cards, event.place)
