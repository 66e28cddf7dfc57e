"""Parts of a step that put codes and passages in themes and trays, and take them out again."""

from dataclasses import replace

from qualkit.domain.boards import Misfit
from qualkit.domain.codes import Code
from qualkit.domain.codings import Coding
from qualkit.domain.identity import new_id
from qualkit.domain.theme_tree import parts_of
from qualkit.domain.themes import Belonging, Stance, Theme, ThemeCode, ThemePassage
from qualkit.store.database import Database
from qualkit.store.journal import Step
from qualkit.store.theme_members import codes_in_themes, is_in_theme


def gather_code(step: Step, database: Database, theme_id: str, code_id: str) -> None:
    """Put a code in a theme, after those that are there; it no longer lies in a tray."""
    links = database.find(ThemeCode, "theme_id = ?", [theme_id])
    last = max((link.position for link in links), default=0)
    link = next((link for link in links if link.code_id == code_id), None)
    if link is None:
        step.add(ThemeCode(new_id(), theme_id, code_id, last + 1))
    elif link.belonging is not Belonging.GATHERED:
        step.change(replace(link, belonging=Belonging.GATHERED, position=last + 1))
    for misfit in database.find(Misfit, "code_id = ?", [code_id]):
        step.delete(misfit)


def leave_code(step: Step, database: Database, theme_id: str, code_id: str) -> None:
    """Take a code out of a theme; one that comes along with a code above it is left out."""
    for link in database.find(ThemeCode, "theme_id = ? AND code_id = ?", [theme_id, code_id]):
        step.delete(link)
    if (theme_id, code_id) in codes_in_themes(database):
        step.add(ThemeCode(new_id(), theme_id, code_id, 0, Belonging.LEFT_OUT))


def gather_passage(step: Step, database: Database, theme_id: str, coding_id: str) -> None:
    """Put one coded passage in a theme; it no longer lies in a tray."""
    link = link_of(database, theme_id, coding_id)
    if link is None:
        step.add(ThemePassage(new_id(), theme_id, coding_id))
    else:
        step.change(replace(link, belonging=Belonging.GATHERED))
    for misfit in database.find(Misfit, "coding_id = ?", [coding_id]):
        step.delete(misfit)


def leave_passage(step: Step, database: Database, theme_id: str, coding_id: str) -> None:
    """Take one coded passage out of a theme; one that comes along with its code is left out."""
    link = link_of(database, theme_id, coding_id)
    if link is not None:
        step.delete(link)
    if is_in_theme(database, theme_id, coding_id):
        step.add(ThemePassage(new_id(), theme_id, coding_id, Belonging.LEFT_OUT))


def take_stance(
    step: Step, database: Database, theme_id: str, coding_id: str, stance: Stance
) -> None:
    """Keep how a passage of a theme relates to it."""
    link = link_of(database, theme_id, coding_id)
    if link is None:
        if stance.is_contrary:
            step.add(ThemePassage(new_id(), theme_id, coding_id, Belonging.WITH_CODE, stance))
    elif link.belonging is Belonging.WITH_CODE and not stance.is_contrary:
        step.delete(link)
    else:
        step.change(replace(link, stance=stance))


def set_aside(step: Step, database: Database, item: Code | Coding) -> None:
    """Put a code or a passage in the tray "does not fit"."""
    is_code = isinstance(item, Code)
    column = "code_id" if is_code else "coding_id"
    if not database.find(Misfit, f"{column} = ?", [item.id]):
        code_id, coding_id = (item.id, None) if is_code else (None, item.id)
        step.add(Misfit(new_id(), code_id, coding_id))


def take_up(step: Step, database: Database, item: Code | Coding) -> None:
    """Take a code or a passage out of the tray "does not fit"."""
    column = "code_id" if isinstance(item, Code) else "coding_id"
    for misfit in database.find(Misfit, f"{column} = ?", [item.id]):
        step.delete(misfit)


def link_of(database: Database, theme_id: str, coding_id: str) -> ThemePassage | None:
    """Give what was decided on a passage and a theme, if anything was."""
    found = database.find(ThemePassage, "theme_id = ? AND coding_id = ?", [theme_id, coding_id])
    return found[0] if found else None


def stance_of(database: Database, theme_id: str, coding_id: str) -> Stance:
    """Give how a passage relates to a theme, or to the subtheme that holds it."""
    parts = parts_of(database.find(Theme), theme_id)
    found = database.find(ThemePassage, "coding_id = ?", [coding_id])
    return min((link.stance for link in found if link.theme_id in parts), default=Stance.SUPPORTS)
