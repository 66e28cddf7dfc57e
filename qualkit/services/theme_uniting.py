"""Parts of a step that let one theme go up in another: what either holds, both hold afterwards."""

from collections.abc import Mapping
from dataclasses import replace

from qualkit.domain.text import folded
from qualkit.domain.themes import (
    Belonging,
    Claim,
    Quote,
    QuoteStage,
    Stance,
    Theme,
    ThemeCode,
    ThemePassage,
)
from qualkit.services.links import replace_quote
from qualkit.services.theme_links import hand_over_theme
from qualkit.store.database import Database
from qualkit.store.journal import Step
from qualkit.store.theme_members import codes_in_themes, held_by

DESCRIPTION = ("central_idea", "belongs", "excludes", "relation")
"""The fields of a theme that say what it is."""


def unite_themes(step: Step, database: Database, old: Theme, new: Theme) -> Theme:
    """Let `old` go up in `new`; gives the theme that stays.

    Its description is kept; only what it leaves open is filled from the other.
    """
    described = {name: getattr(new, name) or getattr(old, name) for name in DESCRIPTION}
    kept = _take_place(step, database, old, replace(new, **described))
    codes = codes_in_themes(database)
    held = {each.id: held_by(database, each.id) for each in (old, new)}
    _unite_codes(step, database, old, new, codes)
    _unite_passages(step, database, old, new, held)
    _unite_claims_and_quotes(step, database, old, new)
    hand_over_theme(step, database, old, new)
    step.delete(old)
    return kept


def _take_place(step: Step, database: Database, old: Theme, kept: Theme) -> Theme:
    """Let the theme that stays have the subthemes of the other, and its place if it lay below."""
    if _lies_below(database, kept, old.id):
        kept = replace(kept, parent_id=old.parent_id)
    step.change(kept)
    for child in database.find(Theme, "parent_id = ?", [old.id]):
        step.change(replace(child, parent_id=kept.id))
    return kept


def _lies_below(database: Database, theme: Theme, above_id: str) -> bool:
    parent_id = theme.parent_id
    while parent_id is not None and parent_id != above_id:
        parent = database.get(Theme, parent_id)
        parent_id = parent.parent_id if parent else None
    return parent_id == above_id


def _unite_codes(
    step: Step, database: Database, old: Theme, new: Theme, codes: set[tuple[str, str]]
) -> None:
    """Let a code be in the theme that stays when it was in one of the two; `codes` tells which."""
    links = database.find(ThemeCode, "theme_id = ?", [new.id])
    last = max((link.position for link in links), default=0)
    there = {link.code_id: link for link in links}
    for link in links:
        if link.belonging is Belonging.LEFT_OUT and (old.id, link.code_id) in codes:
            step.delete(there.pop(link.code_id))
    for link in database.find(ThemeCode, "theme_id = ?", [old.id], "position, id"):
        left_out = link.belonging is Belonging.LEFT_OUT
        if link.code_id in there or (left_out and (new.id, link.code_id) in codes):
            step.delete(link)
        elif left_out:
            step.change(replace(link, theme_id=new.id))
        else:
            last += 1
            step.change(replace(link, theme_id=new.id, position=last))


def _unite_passages(
    step: Step, database: Database, old: Theme, new: Theme, held: Mapping[str, set[str]]
) -> None:
    """Let a passage be in the theme that stays when one of the two held it.

    Of two stances the one that speaks more against the theme counts.
    """
    here = _decisions(database, new)
    there = _decisions(database, old)
    for coding_id, link in there.items():
        twin = here.get(coding_id)
        both = [each for each in (link, twin) if each]
        belonging, stance = _decided(both, coding_id in held[old.id] | held[new.id])
        stands = twin or replace(link, theme_id=new.id)
        if belonging is Belonging.WITH_CODE and not stance.is_contrary:
            for each in both:
                step.delete(each)
            continue
        if twin:
            step.delete(link)
        step.change(replace(stands, belonging=belonging, stance=stance))
    for coding_id, link in here.items():
        out = link.belonging is Belonging.LEFT_OUT
        if out and coding_id not in there and coding_id in held[old.id]:
            step.delete(link)


def _decisions(database: Database, theme: Theme) -> dict[str, ThemePassage]:
    found = database.find(ThemePassage, "theme_id = ?", [theme.id], "rowid")
    return {link.coding_id: link for link in found}


def _decided(links: list[ThemePassage], is_held: bool) -> tuple[Belonging, Stance]:
    """Say how a passage belongs that one or two themes decided on."""
    if not is_held and any(link.belonging is Belonging.LEFT_OUT for link in links):
        return Belonging.LEFT_OUT, Stance.SUPPORTS
    inside = [link for link in links if link.belonging is not Belonging.LEFT_OUT]
    gathered = any(link.belonging is Belonging.GATHERED for link in inside)
    stance = min((link.stance for link in inside), default=Stance.SUPPORTS)
    return Belonging.GATHERED if gathered else Belonging.WITH_CODE, stance


def _unite_claims_and_quotes(step: Step, database: Database, old: Theme, new: Theme) -> None:
    """Put claims and quotes behind those of the theme that stays; what both have stands once."""
    here = database.find(Claim, "theme_id = ?", [new.id])
    said = {folded(claim.text): claim.id for claim in here}
    last = max((claim.position for claim in here), default=0)
    shown: dict[str, str] = {}
    doubled = []
    for claim in database.find(Claim, "theme_id = ?", [old.id], "position, id"):
        twin_id = said.get(folded(claim.text))
        shown[claim.id] = twin_id or claim.id
        if twin_id:
            doubled.append(claim)
        else:
            last += 1
            step.change(replace(claim, theme_id=new.id, position=last))
    _unite_quotes(step, database, old, new, shown)
    for claim in doubled:
        step.delete(claim)


def _unite_quotes(
    step: Step, database: Database, old: Theme, new: Theme, claims: Mapping[str, str]
) -> None:
    """Move quotes; `claims` gives the claim that stands for one of the theme that goes."""
    here = database.find(Quote, "theme_id = ?", [new.id], "position, id")
    printed = {(quote.coding_id, quote.printed): quote for quote in here}
    last = max((quote.position for quote in here), default=0)
    for quote in database.find(Quote, "theme_id = ?", [old.id], "position, id"):
        claim_id = claims[quote.claim_id] if quote.claim_id else None
        twin = printed.get((quote.coding_id, quote.printed))
        if twin is None:
            last += 1
            step.change(replace(quote, theme_id=new.id, claim_id=claim_id, position=last))
            continue
        replace_quote(step, database, quote, twin)
        step.change(
            replace(
                twin,
                claim_id=twin.claim_id or claim_id,
                stance=min(twin.stance, quote.stance),
                reason=twin.reason or quote.reason,
                stage=QuoteStage.CHOSEN
                if QuoteStage.CHOSEN in (twin.stage, quote.stage)
                else twin.stage,
                note=twin.note or quote.note,
                attribution=twin.attribution or quote.attribution,
            )
        )
