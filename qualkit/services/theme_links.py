"""What hangs on a theme and follows it into another: relations, readings, notes, vignettes."""

from collections.abc import Iterable
from dataclasses import replace

from qualkit.domain.framework import Cell, MatrixColumn
from qualkit.domain.identity import utc_now
from qualkit.domain.memos import Citation, Memo, MemoKind, ObjectType, Target
from qualkit.domain.theme_readings import ThemeReading
from qualkit.domain.theme_relations import Absence, ThemeRelation
from qualkit.domain.themes import Theme
from qualkit.domain.vignettes import Vignette
from qualkit.services.links import hand_over_cell, remove_memo, speak_of
from qualkit.store.database import Database
from qualkit.store.journal import Step


def hand_over_theme(step: Step, database: Database, old: Theme, new: Theme) -> None:
    """Let a theme take over what hangs on another one; what both have is not doubled."""
    _hand_over_relations(step, database, old, new)
    _hand_over_absences(step, database, old, new)
    for reading in database.find(ThemeReading, "theme_id = ?", [old.id]):
        step.change(replace(reading, theme_id=new.id))
    columns = database.find(MatrixColumn, "theme_id = ?", [new.id])
    taken = {column.matrix_id for column in columns}
    for column in database.find(MatrixColumn, "theme_id = ?", [old.id]):
        if column.matrix_id in taken:
            step.delete(column)
        else:
            step.change(replace(column, theme_id=new.id))
    for cell in database.find(Cell, "theme_id = ?", [old.id]):
        hand_over_cell(step, database, cell, replace(cell, theme_id=new.id))
    _join_stories(step, database, old, new)
    vignettes = database.find(Vignette, "theme_id = ?", [old.id], "position, id")
    hand_over_vignettes(step, database, vignettes, new)
    speak_of(step, database, Target(ObjectType.THEME, old.id), Target(ObjectType.THEME, new.id))


def hand_over_vignettes(
    step: Step, database: Database, vignettes: Iterable[Vignette], new: Theme
) -> None:
    """Put vignettes behind those of another theme."""
    here = database.find(Vignette, "theme_id = ?", [new.id])
    last = max((vignette.position for vignette in here), default=0)
    for place, vignette in enumerate(vignettes, start=last + 1):
        step.change(replace(vignette, theme_id=new.id, position=place))


def relation_between(
    database: Database, relation: ThemeRelation, without: str = ""
) -> ThemeRelation | None:
    """Give the relation of the same kind between the same themes, if there is one.

    One that reads the same from either side is looked for from both; `without` leaves one out.
    """
    pair = (relation.theme_id, relation.other_id)
    for ends in (pair, pair[::-1]) if relation.kind.is_mutual else (pair,):
        where = "theme_id = ? AND other_id = ? AND kind = ? AND id <> ?"
        if found := database.find(ThemeRelation, where, [*ends, relation.kind, without]):
            return found[0]
    return None


def _hand_over_relations(step: Step, database: Database, old: Theme, new: Theme) -> None:
    for relation in database.find(ThemeRelation, "? IN (theme_id, other_id)", [old.id], "rowid"):
        moved = replace(
            relation,
            theme_id=new.id if relation.theme_id == old.id else relation.theme_id,
            other_id=new.id if relation.other_id == old.id else relation.other_id,
        )
        twin = relation_between(database, moved, relation.id)
        if moved.theme_id == moved.other_id:
            step.delete(relation)
        elif twin is None:
            step.change(moved)
        else:
            step.delete(relation)
            step.change(replace(twin, sentence=_both(twin.sentence, moved.sentence, " ")))


def _hand_over_absences(step: Step, database: Database, old: Theme, new: Theme) -> None:
    there = {
        (absence.text, absence.searched)
        for absence in database.find(Absence, "theme_id = ?", [new.id])
    }
    for absence in database.find(Absence, "theme_id = ?", [old.id]):
        if (absence.text, absence.searched) in there:
            step.delete(absence)
        else:
            step.change(replace(absence, theme_id=new.id))


def _join_stories(step: Step, database: Database, old: Theme, new: Theme) -> None:
    """Make one story of those of two themes, that of the theme that stays first."""
    where = "kind = ? AND object_type = ? AND object_id = ?"
    narrative = [MemoKind.NARRATIVE, ObjectType.THEME]
    here = database.find(Memo, where, [*narrative, new.id], "created_at, id")
    stories = [*here[:1], *database.find(Memo, where, [*narrative, old.id], "created_at, id")]
    if len(stories) < 2:
        return
    kept, *others = stories
    body = kept.body
    cited = {item.target for item in database.find(Citation, "memo_id = ?", [kept.id])}
    for story in others:
        body = _both(body, story.body, "\n\n")
        for citation in database.find(Citation, "memo_id = ?", [story.id]):
            if citation.target not in cited:
                cited.add(citation.target)
                step.change(replace(citation, memo_id=kept.id))
        remove_memo(step, database, story)
    shared = all(story.shared for story in stories)
    step.change(replace(kept, body=body, shared=shared, changed_at=utc_now()))


def _both(first: str, second: str, between: str) -> str:
    """Give two texts after each other; the same one, or an empty one, is not doubled."""
    return between.join(dict.fromkeys(text for text in (first, second) if text))
