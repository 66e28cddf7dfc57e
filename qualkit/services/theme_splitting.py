"""Parts of a step that give what is chosen from a theme to another one."""

from dataclasses import replace

from qualkit.domain.codes import Code, descendants
from qualkit.domain.codings import Coding
from qualkit.domain.theme_merges import ThemePart
from qualkit.domain.themes import Claim, Quote, Theme, ThemeCode, ThemePassage
from qualkit.domain.vignettes import Vignette, VignettePassage
from qualkit.errors import InvalidInputError
from qualkit.services.gathering import (
    gather_code,
    gather_passage,
    leave_code,
    leave_passage,
    link_of,
)
from qualkit.services.theme_links import hand_over_vignettes
from qualkit.services.workspace import Workspace
from qualkit.store.database import Database
from qualkit.store.journal import Step
from qualkit.store.theme_members import codes_in_themes, held_by
from qualkit.translation import _


def check_part(workspace: Workspace, theme: Theme, part: ThemePart) -> None:
    """Refuse to split off nothing, or what is not in the theme itself.

    Raises:
        InvalidInputError: so it is.
        NotFoundError: a code or a passage is gone.
    """
    if not part.code_ids and not part.coding_ids:
        raise InvalidInputError(
            _("Choose codes or passages of '{theme}' to split off.").format(theme=theme.name)
        )
    codes = codes_in_themes(workspace.database)
    for code_id in part.code_ids:
        code = workspace.get(Code, code_id)
        if (theme.id, code_id) not in codes:
            raise InvalidInputError(
                _("The code '{code}' is not in the theme '{theme}'.").format(
                    code=code.name, theme=theme.name
                )
            )
    held = held_by(workspace.database, theme.id)
    for coding_id in part.coding_ids:
        workspace.get(Coding, coding_id)
        if coding_id not in held:
            raise InvalidInputError(
                _("A chosen passage is not in the theme '{theme}'.").format(theme=theme.name)
            )


def split_off(step: Step, database: Database, theme: Theme, new: Theme, part: ThemePart) -> None:
    """Give codes and passages of a theme to a new one, with what was decided on them.

    A code takes what is below it along. Quotes follow their passages, and a claim of which every
    quote goes follows them; so does a vignette of which every passage goes.
    """
    codes = database.find(Code)
    before = held_by(database, theme.id)
    for code_id in part.code_ids:
        _give_code(step, database, theme, new, code_id, descendants(codes, code_id))
    for coding_id in part.coding_ids:
        link = link_of(database, theme.id, coding_id)
        gather_passage(step, database, new.id, coding_id)
        given = link_of(database, new.id, coding_id)
        if link and given:
            step.change(replace(given, stance=link.stance))
        leave_passage(step, database, theme.id, coding_id)
    gone = before - held_by(database, theme.id)
    _give_quotes(step, database, theme, new, gone)
    _give_vignettes(step, database, theme, new, gone)


def _give_code(
    step: Step, database: Database, theme: Theme, new: Theme, code_id: str, below: frozenset[str]
) -> None:
    """Give a code with all below it, and what was decided on their passages."""
    there = {link.code_id for link in database.find(ThemeCode, "theme_id = ?", [new.id])}
    if code_id not in there:
        gather_code(step, database, new.id, code_id)
    for link in database.find(ThemeCode, "theme_id = ?", [theme.id]):
        if link.code_id not in below or link.code_id == code_id:
            continue
        if link.code_id in there:
            step.delete(link)
        else:
            step.change(replace(link, theme_id=new.id))
    leave_code(step, database, theme.id, code_id)
    for decision in database.find(ThemePassage, "theme_id = ?", [theme.id]):
        coding = database.get(Coding, decision.coding_id)
        if coding and coding.code_id in below:
            step.change(replace(decision, theme_id=new.id))


def _give_quotes(step: Step, database: Database, theme: Theme, new: Theme, gone: set[str]) -> None:
    quotes = database.find(Quote, "theme_id = ?", [theme.id], "position, id")
    staying = {quote.claim_id for quote in quotes if quote.coding_id not in gone}
    for quote in quotes:
        if quote.coding_id not in gone:
            continue
        claim = database.get(Claim, quote.claim_id) if quote.claim_id else None
        goes = claim is not None and claim.id not in staying
        if claim and goes and claim.theme_id != new.id:
            step.change(replace(claim, theme_id=new.id))
        step.change(replace(quote, theme_id=new.id, claim_id=quote.claim_id if goes else None))


def _give_vignettes(
    step: Step, database: Database, theme: Theme, new: Theme, gone: set[str]
) -> None:
    going = []
    for vignette in database.find(Vignette, "theme_id = ?", [theme.id], "position, id"):
        links = database.find(VignettePassage, "vignette_id = ?", [vignette.id])
        if links and all(link.coding_id in gone for link in links):
            going.append(vignette)
    hand_over_vignettes(step, database, going, new)
