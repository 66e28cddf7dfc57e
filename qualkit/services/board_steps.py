"""Parts of a step that take a card from its place on the board, and put it in another."""

from dataclasses import replace

from qualkit.domain.board_columns import Card, Tray
from qualkit.domain.codes import Code, descendants
from qualkit.domain.codings import Coding
from qualkit.domain.themes import Belonging, Theme, ThemeCode, ThemePassage, ThemeStatus
from qualkit.services.gathering import (
    gather_code,
    gather_passage,
    leave_code,
    leave_passage,
    link_of,
    set_aside,
    take_up,
)
from qualkit.services.workspace import Workspace
from qualkit.store.database import Database
from qualkit.store.journal import Step
from qualkit.store.theme_members import codes_in_themes, is_in_theme


def move_card(step: Step, workspace: Workspace, card: Card, to: str) -> None:
    """Take a card from where it lies and put it in a theme or a tray.

    What lies in the tray "does not fit" is in no theme: from there it is taken everywhere.
    """
    database = workspace.database
    thing = thing_of(workspace, card)
    leaving = themes_with(database, card) if to == Tray.MISFIT else [card.place]
    for place in leaving:
        _leave(step, database, replace(card, place=place))
    if to == Tray.MISFIT:
        set_aside(step, database, thing)
    elif to != Tray.NOWHERE:
        put_card(step, database, card, to)
        if card.code_id and card.place not in (Tray.NOWHERE, Tray.MISFIT):
            _carry_decisions(step, database, card, to)
    elif card.place == Tray.MISFIT:
        take_up(step, database, thing)


def put_card(step: Step, database: Database, card: Card, theme_id: str) -> None:
    """Put what a card shows in a theme, wherever else it is."""
    if card.code_id:
        gather_code(step, database, theme_id, card.code_id)
    else:
        gather_passage(step, database, theme_id, card.coding_id)


def thing_of(workspace: Workspace, card: Card) -> Code | Coding:
    """Give what a card shows.

    Raises:
        NotFoundError: it is gone.
    """
    if card.code_id:
        return workspace.get(Code, card.code_id)
    return workspace.get(Coding, card.coding_id)


def themes_with(database: Database, card: Card) -> list[str]:
    """Give the themes that hold what a card shows, put there or along with a code; not dropped."""
    themes = database.find(Theme, "status <> ?", [ThemeStatus.DROPPED], "position, created_at")
    codes = codes_in_themes(database)
    if card.code_id:
        return [theme.id for theme in themes if (theme.id, card.code_id) in codes]
    coding = database.get(Coding, card.coding_id)
    decided = {
        link.theme_id: link.belonging
        for link in database.find(ThemePassage, "coding_id = ?", [card.coding_id])
    }
    along = {theme.id for theme in themes if coding and (theme.id, coding.code_id) in codes}
    return [
        theme.id
        for theme in themes
        if decided.get(theme.id) is Belonging.GATHERED
        or (theme.id in along and decided.get(theme.id) is not Belonging.LEFT_OUT)
    ]


def lies_there(database: Database, card: Card) -> bool:
    """Tell whether what a card shows still lies in its theme; of the trays it is not asked."""
    if card.place in (Tray.NOWHERE, Tray.MISFIT):
        return True
    if card.code_id:
        return (card.place, card.code_id) in codes_in_themes(database)
    return is_in_theme(database, card.place, card.coding_id)


def _leave(step: Step, database: Database, card: Card) -> None:
    if card.place in (Tray.NOWHERE, Tray.MISFIT):
        return
    if card.code_id:
        leave_code(step, database, card.place, card.code_id)
    else:
        leave_passage(step, database, card.place, card.coding_id)


def _carry_decisions(step: Step, database: Database, card: Card, to: str) -> None:
    """Let what was left out of a theme stay left out of the next, where its code went.

    What was decided there before holds.
    """
    below = descendants(database.find(Code), card.code_id)
    staying = {code for theme, code in codes_in_themes(database) if theme == card.place}
    gone = below - staying
    there = {link.code_id for link in database.find(ThemeCode, "theme_id = ?", [to])}
    out = "theme_id = ? AND belonging = 'left_out'"
    for code in database.find(ThemeCode, out, [card.place]):
        if code.code_id in gone and code.code_id != card.code_id:
            if code.code_id in there:
                step.delete(code)
            else:
                step.change(replace(code, theme_id=to))
    for passage in database.find(ThemePassage, out, [card.place]):
        coding = database.get(Coding, passage.coding_id)
        if coding and coding.code_id in gone:
            if link_of(database, to, coding.id):
                step.delete(passage)
            else:
                step.change(replace(passage, theme_id=to))
