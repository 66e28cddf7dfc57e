"""What hangs on a coding or a code, and where it goes when that one goes."""

from dataclasses import replace

from qualkit.domain.codes import Code
from qualkit.domain.codings import Coding
from qualkit.domain.identity import new_id, utc_now
from qualkit.domain.memos import Citation, Memo, ObjectType, Target
from qualkit.domain.themes import Quote, ThemeCode, ThemePassage
from qualkit.store.database import Database
from qualkit.store.journal import Step


def release_coding(step: Step, database: Database, coding: Coding) -> None:
    """Remove a coding. Memos and citations stay with the passage; quotes of it go."""
    passage = Target(ObjectType.PASSAGE, coding.version_id, coding.start, coding.end)
    _speak_of(step, database, Target(ObjectType.CODING, coding.id), passage)
    for link in database.find(ThemePassage, "coding_id = ?", [coding.id]):
        step.delete(link)
    for quote in database.find(Quote, "coding_id = ?", [coding.id]):
        step.delete(quote)
    step.delete(coding)


def remove_memo(step: Step, database: Database, memo: Memo) -> None:
    """Remove a memo with its citations."""
    for citation in database.find(Citation, "memo_id = ?", [memo.id]):
        step.delete(citation)
    step.delete(memo)


def replace_coding(step: Step, database: Database, old: Coding, new: Coding) -> Coding:
    """Remove a coding in favour of its twin, which takes over all that hung on it."""
    _speak_of(step, database, Target(ObjectType.CODING, old.id), Target(ObjectType.CODING, new.id))
    gathered = {link.theme_id for link in database.find(ThemePassage, "coding_id = ?", [new.id])}
    for link in database.find(ThemePassage, "coding_id = ?", [old.id]):
        if link.theme_id in gathered:
            step.delete(link)
        else:
            step.change(replace(link, coding_id=new.id))
    for quote in database.find(Quote, "coding_id = ?", [old.id]):
        step.change(replace(quote, coding_id=new.id))
    began = new if new.suggestion else old
    kept = step.change(
        replace(
            new,
            strong=new.strong or old.strong,
            suggestion=began.suggestion,
            suggestion_rank=began.suggestion_rank,
            suggestion_pipeline=began.suggestion_pipeline,
        )
    )
    step.delete(old)
    return kept


def recode(step: Step, database: Database, coding: Coding, code_id: str) -> Coding:
    """Give a coding another code; where the same passage has it already, the two become one.

    Gives the coding that is there afterwards.
    """
    changed = replace(coding, code_id=code_id)
    twin = twin_of(database, changed)
    if twin and twin.id != coding.id:
        return replace_coding(step, database, coding, twin)
    return step.change(changed)


def code_as_well(step: Step, database: Database, coding: Coding, code_id: str) -> Coding:
    """Code the same passage with one more code, in the same name; gives that coding."""
    other = replace(coding, id=new_id(), code_id=code_id, created_at=utc_now())
    return twin_of(database, other) or step.add(other)


def twin_of(database: Database, coding: Coding) -> Coding | None:
    """Give the coding of the same passage with the same code by the same coder."""
    found = database.find(
        Coding,
        'version_id = ? AND start = ? AND "end" = ? AND code_id = ? AND coder = ?',
        [coding.version_id, coding.start, coding.end, coding.code_id, coding.coder],
    )
    return found[0] if found else None


def replace_code(step: Step, database: Database, old: Code, new: Code) -> None:
    """Remove a code in favour of another, which takes over its children, memos and themes."""
    for child in database.find(Code, "parent_id = ?", [old.id]):
        step.change(replace(child, parent_id=new.id))
    _speak_of(step, database, Target(ObjectType.CODE, old.id), Target(ObjectType.CODE, new.id))
    gathered = {link.theme_id for link in database.find(ThemeCode, "code_id = ?", [new.id])}
    for link in database.find(ThemeCode, "code_id = ?", [old.id]):
        if link.theme_id in gathered:
            step.delete(link)
        else:
            step.change(replace(link, code_id=new.id))
    step.delete(old)


def _speak_of(step: Step, database: Database, old: Target, new: Target) -> None:
    """Let memos and citations of one object speak of another."""
    about, arguments = "object_type = ? AND object_id = ?", [old.object_type, old.object_id]
    items: list[Memo | Citation] = [
        *database.find(Memo, about, arguments),
        *database.find(Citation, about, arguments),
    ]
    for item in items:
        step.change(
            replace(
                item,
                object_type=new.object_type,
                object_id=new.object_id,
                start=new.start,
                end=new.end,
            )
        )
