"""Parts of a step that bring the board back to a snapshot."""

from collections.abc import Collection
from dataclasses import replace

from qualkit.domain.boards import BoardSnapshot, Misfit, PlacedTheme
from qualkit.domain.codes import Code
from qualkit.domain.codings import Coding
from qualkit.domain.identity import new_id, utc_now
from qualkit.domain.text import folded
from qualkit.domain.themes import Belonging, Theme, ThemeCode, ThemePassage, ThemeStatus
from qualkit.store.database import Database
from qualkit.store.journal import Step


def restore_board(step: Step, database: Database, snapshot: BoardSnapshot) -> None:
    """Let themes, codes, passages and the tray be as they were; codes that are gone stay gone."""
    _restore_themes(step, database, snapshot)
    codes = {code.id for code in database.find(Code)}
    for placed in snapshot.themes:
        _restore_codes(step, database, placed, codes)
        _restore_passages(step, database, placed)
    _restore_tray(step, database, snapshot, codes)


def _restore_themes(step: Step, database: Database, snapshot: BoardSnapshot) -> None:
    there = {theme.id: theme for theme in database.find(Theme)}
    last = max((placed.position for placed in snapshot.themes), default=0)
    taken = {folded(placed.name) for placed in snapshot.themes}
    then = {placed.theme_id for placed in snapshot.themes}
    for theme in there.values():
        if theme.id not in then:
            last += 1
            name = _free_name(theme.name, taken)
            taken.add(folded(name))
            step.change(replace(theme, name=name, status=ThemeStatus.DROPPED, position=last))
    for placed in snapshot.themes:
        if placed.theme_id not in there:
            # Its parent may come back after it, and is told below.
            there[placed.theme_id] = step.add(Theme(placed.theme_id, placed.name, utc_now()))
    for placed in snapshot.themes:
        theme = there[placed.theme_id]
        step.change(
            replace(
                theme,
                name=placed.name,
                central_idea=placed.central_idea or theme.central_idea,
                status=placed.status,
                position=placed.position,
                parent_id=placed.parent_id,
            )
        )


def _free_name(name: str, taken: Collection[str]) -> str:
    """Give a name that no theme of the snapshot has."""
    free, number = name, 2
    while folded(free) in taken:
        free, number = f"{name} ({number})", number + 1
    return free


def _restore_codes(
    step: Step, database: Database, placed: PlacedTheme, codes: Collection[str]
) -> None:
    now = {
        link.code_id: link for link in database.find(ThemeCode, "theme_id = ?", [placed.theme_id])
    }
    then = {code.code_id: code.belonging for code in placed.codes if code.code_id in codes}
    for code_id, link in now.items():
        if code_id not in then:
            step.delete(link)
    for position, (code_id, belonging) in enumerate(then.items(), start=1):
        link = now.get(code_id) or ThemeCode(new_id(), placed.theme_id, code_id)
        wanted = replace(link, position=position, belonging=belonging)
        if code_id in now:
            step.change(wanted)
        else:
            step.add(wanted)


def _restore_passages(step: Step, database: Database, placed: PlacedTheme) -> None:
    now = {
        link.coding_id: link
        for link in database.find(ThemePassage, "theme_id = ?", [placed.theme_id])
    }
    then = {passage.coding_id: passage for passage in placed.passages}
    for coding_id, link in now.items():
        # A stance that was decided on since says nothing of where the passage lies.
        if coding_id not in then and link.belonging is not Belonging.WITH_CODE:
            step.delete(link)
    for coding_id, passage in then.items():
        if coding_id in now:
            step.change(replace(now[coding_id], belonging=passage.belonging, stance=passage.stance))
        elif database.get(Coding, coding_id):
            step.add(
                ThemePassage(
                    new_id(), placed.theme_id, coding_id, passage.belonging, passage.stance
                )
            )


def _restore_tray(
    step: Step, database: Database, snapshot: BoardSnapshot, codes: Collection[str]
) -> None:
    misfits = database.find(Misfit)
    for misfit in misfits:
        wanted = snapshot.misfit_codes if misfit.code_id else snapshot.misfit_codings
        if (misfit.code_id or misfit.coding_id) not in wanted:
            step.delete(misfit)
    there = {misfit.code_id or misfit.coding_id for misfit in misfits}
    for code_id in snapshot.misfit_codes:
        if code_id in codes and code_id not in there:
            step.add(Misfit(new_id(), code_id=code_id))
    for coding_id in snapshot.misfit_codings:
        if coding_id not in there and database.get(Coding, coding_id) is not None:
            step.add(Misfit(new_id(), coding_id=coding_id))
