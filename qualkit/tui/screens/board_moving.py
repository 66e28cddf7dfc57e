"""Moving cards: what the board and the list of passages of a card have in common."""

from collections.abc import Callable, Sequence

from textual import work

from qualkit.domain.board_columns import BoardColumn, Card
from qualkit.domain.operations import Outcome
from qualkit.services.board_moves import Moved
from qualkit.translation import _, ngettext
from qualkit.tui.base import QualkitScreen, undoable
from qualkit.tui.screens.column_picker import NEW, ColumnPicker
from qualkit.tui.screens.topic_question import ask_about_name
from qualkit.tui.words import count_of


class CardMoves(QualkitScreen):
    """A screen of which cards can be moved over the board."""

    def chosen_cards(self) -> list[Card]:
        """Give what is to be moved."""
        return []

    def board_columns(self) -> Sequence[BoardColumn]:
        """Give the columns there are."""
        return self.project.board.view().columns

    def told_of(self, cards: Sequence[Card]) -> str:
        """Name the cards, for a question."""
        return ""

    def after_move(self) -> None:
        """Take the marks away."""

    @work
    async def action_move_to(self) -> None:
        """Ask for a theme or tray, and move the cards there."""
        cards = self.chosen_cards()
        if not cards:
            self.say(_("There is no card here to move."))
            return
        place = await self._ask_column(_("Move to"), cards, trays=True)
        if place == NEW:
            await self.make_theme(cards)
        elif place:
            self.move_cards(cards, place)

    @work
    async def action_add_to(self) -> None:
        """Ask for a theme, and put the cards in it as well."""
        cards = self.chosen_cards()
        if not cards:
            self.say(_("There is no card here to put anywhere."))
            return
        place = await self._ask_column(_("Put in as well"), cards, trays=False)
        if place == NEW:
            await self.make_theme(cards)
        elif place:
            self._carry_out(lambda: self.project.board_moves.add(cards, place))

    def move_cards(self, cards: Sequence[Card], place: str) -> None:
        """Move cards, and say so."""
        self._carry_out(lambda: self.project.board_moves.move(cards, place))

    async def make_theme(self, cards: Sequence[Card]) -> str:
        """Ask for the name of a new theme and move cards there; gives its id, if it was made."""
        hint = _("It begins without a central idea; e writes one.")
        if cards:
            hint = f"{self.told_of(cards)}\n{hint}"
        outcome = await self.ask_and_keep(
            _("New theme"), lambda name: self.project.board_moves.make_theme(name, cards), hint=hint
        )
        if outcome is None:
            return ""
        self.after_move()
        self.done(outcome, _("'{name}' made.").format(name=outcome.value.name))
        await ask_about_name(self, outcome.value)
        return outcome.value.id

    async def _ask_column(self, title: str, cards: Sequence[Card], trays: bool) -> str | None:
        columns = self.attempt(self.board_columns)
        if columns is None:
            return None
        return await self.app.push_screen_wait(
            ColumnPicker(title, self.told_of(cards), columns, trays)
        )

    def _carry_out(self, call: Callable[[], Outcome[Moved]]) -> None:
        outcome = self.attempt(call)
        if outcome is None:
            return
        moved = outcome.value
        if not moved.summary:
            self.say(_("It lies there already."))
            return
        self.after_move()
        self.say(undoable(f"{moved.summary}."))
        if moved.quotes:
            said = ngettext(
                "{count} quote of it stays with the theme it was chosen in.",
                "{count} quotes of it stay with the theme they were chosen in.",
                moved.quotes,
            )
            self.say(said.format(count=moved.quotes))
        self.qualkit.redraw(outcome.touched)


def several(cards: Sequence[Card]) -> str:
    """Say how many cards there are, codes and passages apart."""
    codes = sum(bool(card.code_id) for card in cards)
    passages = len(cards) - codes
    counts = ((codes, "code"), (passages, "passage"))
    return ", ".join(count_of(count, noun) for count, noun in counts if count)
