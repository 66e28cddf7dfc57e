"""How the board is told in the history: what moved, from where, and to where."""

from collections.abc import Iterable, Sequence

from qualkit.domain.board_columns import Card, Tray
from qualkit.domain.codes import Code
from qualkit.domain.themes import Theme
from qualkit.services.workspace import Workspace
from qualkit.translation import _, ngettext


def place_name(workspace: Workspace, place: str) -> str:
    """Give the name of a theme or tray.

    Raises:
        NotFoundError: the theme is gone.
    """
    if place in (Tray.NOWHERE, Tray.MISFIT):
        return Tray(place).called
    return workspace.get(Theme, place).name


def things(workspace: Workspace, cards: Iterable[Card]) -> str:
    """Name what was moved: codes by their names, passages by how many they are."""
    given = list(cards)
    ids = dict.fromkeys(card.code_id for card in given if card.code_id)
    names = [f"'{workspace.get(Code, each).name}'" for each in ids]
    passages = len({card.coding_id for card in given if card.coding_id})
    if passages:
        names.append(
            ngettext("{count} passage", "{count} passages", passages).format(count=passages)
        )
    return ", ".join(names)


def summary_of_move(workspace: Workspace, cards: Sequence[Card], to: str) -> str:
    """Say that cards were moved to a place."""
    moved, there = things(workspace, cards), place_name(workspace, to)
    places = {card.place for card in cards}
    if len(places) > 1:
        return _("Moved {things} to '{place}'").format(things=moved, place=there)
    here = place_name(workspace, places.pop())
    return _("Moved {things} from '{here}' to '{place}'").format(
        things=moved, here=here, place=there
    )
