"""Moving codes and passages over the board: between themes, and to and from its trays."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from qualkit.domain.board_columns import Card, Tray
from qualkit.domain.boards import Misfit
from qualkit.domain.operations import Outcome
from qualkit.domain.theme_tree import theme_tree
from qualkit.domain.themes import Quote, Theme, ThemeStatus
from qualkit.errors import InvalidInputError
from qualkit.services.board_steps import (
    lies_there,
    move_card,
    put_card,
    themes_with,
    thing_of,
)
from qualkit.services.board_words import place_name, summary_of_move, things
from qualkit.services.theme_tree import new_theme, refuse_taken
from qualkit.services.workspace import Workspace, locked
from qualkit.store.theme_members import is_in_theme
from qualkit.translation import _

TOUCHED = frozenset({"themes", "board"})


@dataclass(frozen=True, slots=True)
class Moved:
    """What came of a move."""

    summary: str
    """As it stands in the history; empty when everything lay there already."""
    quotes: int = 0
    """Quotes of what moved that stay with the theme it came from."""


class BoardMoves:
    """Moves over the board, each one step, however many cards it takes along."""

    def __init__(self, workspace: Workspace) -> None:
        """Work on an open project."""
        self._workspace = workspace

    def places_of(self, card: Card) -> tuple[str, ...]:
        """Give the themes that hold what a card shows; the place of the card is not looked at."""
        return tuple(themes_with(self._workspace.database, card))

    def located(self, card: Card, name: str, place: str = "") -> Card:
        """Give a card in the one place where what it shows lies, or in the place that is told.

        `name` is what the person called it.

        Raises:
            InvalidInputError: it lies in more than one theme.
        """
        if place:
            return replace(card, place=place)
        themes = self.places_of(card)
        if len(themes) > 1:
            names = ", ".join(f"'{place_name(self._workspace, each)}'" for each in themes)
            raise InvalidInputError(
                _("'{name}' lies in more than one theme: {names}.").format(name=name, names=names),
                _("Say with --from in which of them it is moved."),
            )
        if themes:
            return replace(card, place=themes[0])
        column, value = ("code_id", card.code_id) if card.code_id else ("coding_id", card.coding_id)
        is_aside = self._workspace.database.find(Misfit, f"{column} = ?", [value])
        return replace(card, place=(Tray.MISFIT if is_aside else Tray.NOWHERE).value)

    @locked
    def move(self, cards: Sequence[Card], to: str, why: str = "") -> Outcome[Moved]:
        """Take cards from where they lie and put them in one theme or tray.

        A code takes along what lies below it there; what was left out stays left out. Quotes and
        claims stay with the theme in which they were chosen.

        Raises:
            InvalidInputError: the theme was dropped, or a card no longer lies where it is said to.
            NotFoundError: the theme, a code or a passage is gone.
        """
        going = self._checked([card for card in dict.fromkeys(cards) if card.place != to], to)
        if not going:
            return Outcome(Moved(""), TOUCHED)
        summary = summary_of_move(self._workspace, going, to)
        quotes = self._quotes_of({card.place for card in going})
        with self._workspace.journal.operation("board.move", summary, why) as step:
            for card in going:
                move_card(step, self._workspace, card, to)
        left = quotes - self._quotes_of({quote.theme_id for quote in quotes})
        return Outcome(Moved(summary if step.changes else "", len(left)), TOUCHED)

    @locked
    def add(self, cards: Sequence[Card], to: str, why: str = "") -> Outcome[Moved]:
        """Put in a theme what cards show, and leave them where they lie as well.

        Raises:
            InvalidInputError: it is no theme, or a dropped one.
            NotFoundError: the theme, a code or a passage is gone.
        """
        if to in (Tray.NOWHERE, Tray.MISFIT):
            raise InvalidInputError(
                _("What lies in a tray is in no theme."), _("Move it there instead.")
            )
        going = self._checked([card for card in dict.fromkeys(cards) if card.place != to], to)
        summary = _("Put {things} in '{place}' as well").format(
            things=things(self._workspace, going), place=place_name(self._workspace, to)
        )
        with self._workspace.journal.operation("board.add", summary, why) as step:
            for card in going:
                put_card(step, self._workspace.database, card, to)
        return Outcome(Moved(summary if step.changes else ""), TOUCHED)

    @locked
    def make_theme(self, name: str, cards: Sequence[Card], why: str = "") -> Outcome[Theme]:
        """Make a theme, and move cards to it from where they lie.

        Raises:
            NameTakenError: there is a theme of that name.
            InvalidInputError: the name is empty, or a card no longer lies where it is said to.
            NotFoundError: a code or a passage is gone.
        """
        database = self._workspace.database
        theme = new_theme(database, name)
        refuse_taken(database, theme)
        going = self._checked(list(dict.fromkeys(cards)))
        summary = _("Made the theme '{name}'").format(name=theme.name)
        if going:
            summary = _("Made the theme '{name}' of {things}").format(
                name=theme.name, things=things(self._workspace, going)
            )
        with self._workspace.journal.operation("board.theme", summary, why) as step:
            step.add(theme)
            for card in going:
                move_card(step, self._workspace, card, theme.id)
        return Outcome(theme, TOUCHED)

    @locked
    def drop_theme(self, theme_id: str, why: str = "") -> Outcome[Theme]:
        """Take a theme off the board; it keeps everything, and can be taken up again.

        Raises:
            NotFoundError: it is gone.
        """
        theme = self._workspace.get(Theme, theme_id)
        dropped = replace(theme, status=ThemeStatus.DROPPED)
        summary = _("Dropped the theme '{name}'").format(name=theme.name)
        with self._workspace.journal.operation("theme.drop", summary, why) as step:
            step.change(dropped)
        return Outcome(dropped, TOUCHED)

    @locked
    def reorder(self, theme_id: str, offset: int, why: str = "") -> Outcome[Theme]:
        """Move a theme before (-1) or behind (+1) the next one beside it on the board.

        Subthemes go along; at either end nothing happens.

        Raises:
            NotFoundError: it is gone.
        """
        theme = self._workspace.get(Theme, theme_id)
        themes = self._workspace.database.find(Theme, order="position, created_at")
        beside = _beside(themes, theme, offset)
        if beside is None:
            return Outcome(theme, TOUCHED)
        summary = _("Moved the theme '{name}'").format(name=theme.name)
        order = [each for each in themes if each.id != theme_id]
        order.insert(order.index(beside) + (offset > 0), theme)
        with self._workspace.journal.operation("theme.move", summary, why) as step:
            for position, each in enumerate(order, start=1):
                step.change(replace(each, position=position))
        return Outcome(theme, TOUCHED)

    def _checked(self, cards: Sequence[Card], to: str = "") -> Sequence[Card]:
        """Give the cards, which can be moved.

        Raises:
            InvalidInputError: the theme was dropped, or a card no longer lies where it is said to.
            NotFoundError: something is gone.
        """
        if to and to not in (Tray.NOWHERE, Tray.MISFIT):
            theme = self._workspace.get(Theme, to)
            if theme.status is ThemeStatus.DROPPED:
                raise InvalidInputError(
                    _("The theme '{name}' was dropped.").format(name=theme.name),
                    _("Give it another status first."),
                )
        for card in cards:
            thing_of(self._workspace, card)
            if not lies_there(self._workspace.database, card):
                raise InvalidInputError(
                    _("{thing} no longer lies in '{place}'.").format(
                        thing=things(self._workspace, [card]),
                        place=place_name(self._workspace, card.place),
                    )
                )
        return cards

    def _quotes_of(self, theme_ids: Collection[str]) -> set[Quote]:
        """Give the quotes of themes whose passages are in them."""
        database = self._workspace.database
        return {
            quote
            for theme_id in theme_ids
            for quote in database.find(Quote, "theme_id = ?", [theme_id])
            if is_in_theme(database, theme_id, quote.coding_id)
        }


def _beside(themes: Sequence[Theme], theme: Theme, offset: int) -> Theme | None:
    """Give the theme next to one on the board, under the same theme; None at the end."""
    shown = theme_tree(themes, dropped=False)
    place = next((n for n, entry in enumerate(shown) if entry.theme.id == theme.id), None)
    if place is None:
        return None
    way = 1 if offset > 0 else -1
    depth, place = shown[place].depth, place + way
    while 0 <= place < len(shown) and shown[place].depth > depth:
        place += way
    if 0 <= place < len(shown) and shown[place].depth == depth:
        return shown[place].theme
    return None
