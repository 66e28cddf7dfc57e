"""What hangs on a coding, a code or a theme, and where it goes when that one goes."""

from dataclasses import replace

from qualkit.domain.boards import Misfit
from qualkit.domain.codes import Code
from qualkit.domain.codings import Coding
from qualkit.domain.doubts import DoubtDecision, DoubtRemark
from qualkit.domain.framework import Cell, CellPassage, MatrixColumn
from qualkit.domain.identity import new_id, utc_now
from qualkit.domain.memos import Citation, Memo, ObjectType, Target
from qualkit.domain.queue import QueuedSuggestion
from qualkit.domain.reviews import ReviewAnswer
from qualkit.domain.theme_readings import PassageVerdict, ThemeReading
from qualkit.domain.theme_relations import Absence, ThemeRelation
from qualkit.domain.themes import Quote, Theme, ThemeCode, ThemePassage
from qualkit.domain.vignettes import Vignette, VignettePassage
from qualkit.store.database import Database
from qualkit.store.journal import Step

_OnCoding = ThemePassage | PassageVerdict | CellPassage | Misfit | VignettePassage
_OnCode = ThemeCode | MatrixColumn | Misfit


def release_coding(step: Step, database: Database, coding: Coding) -> None:
    """Remove a coding. Memos and citations stay with the passage; quotes of it go."""
    passage = Target(ObjectType.PASSAGE, coding.version_id, coding.start, coding.end)
    speak_of(step, database, Target(ObjectType.CODING, coding.id), passage)
    for kind in (ThemePassage, Misfit, PassageVerdict, CellPassage, VignettePassage):
        for item in database.find(kind, "coding_id = ?", [coding.id]):
            step.delete(item)
    for quote in database.find(Quote, "coding_id = ?", [coding.id]):
        release_quote(step, database, quote)
    step.delete(coding)


def release_quote(step: Step, database: Database, quote: Quote) -> None:
    """Remove a quote, with what co-authors answered to it."""
    for answer in database.find(ReviewAnswer, "quote_id = ?", [quote.id]):
        step.delete(answer)
    step.delete(quote)


def replace_quote(step: Step, database: Database, old: Quote, new: Quote) -> None:
    """Remove a quote in favour of its twin, which takes over what co-authors answered to it.

    Of two answers of the same co-author the later one counts.
    """
    there = {item.reviewer: item for item in database.find(ReviewAnswer, "quote_id = ?", [new.id])}
    for answer in database.find(ReviewAnswer, "quote_id = ?", [old.id]):
        twin = there.get(answer.reviewer)
        if twin is None:
            step.change(replace(answer, quote_id=new.id))
            continue
        step.delete(answer)
        if answer.received_at > twin.received_at:
            step.change(replace(answer, id=twin.id, quote_id=new.id))
    step.delete(old)


def release_vignette(step: Step, database: Database, vignette: Vignette) -> None:
    """Remove a vignette, with what it rests on and what co-authors answered to it."""
    for kind in (VignettePassage, ReviewAnswer):
        for item in database.find(kind, "vignette_id = ?", [vignette.id]):
            step.delete(item)
    step.delete(vignette)


def release_code(step: Step, database: Database, code: Code) -> None:
    """Remove a code that holds nothing, out of the tray and out of what left it out as well.

    A suggestion that went to it stays decided.
    """
    for kind in (Misfit, ThemeCode):
        for item in database.find(kind, "code_id = ?", [code.id]):
            step.delete(item)
    for suggestion in database.find(QueuedSuggestion, "code_id = ?", [code.id]):
        step.change(replace(suggestion, code_id=None))
    step.delete(code)


def release_theme(step: Step, database: Database, theme: Theme) -> None:
    """Remove what else hangs on a theme: relations, absences, readings, cells and vignettes."""
    for vignette in database.find(Vignette, "theme_id = ?", [theme.id]):
        release_vignette(step, database, vignette)
    for relation in database.find(ThemeRelation, "? IN (theme_id, other_id)", [theme.id]):
        step.delete(relation)
    for reading in database.find(ThemeReading, "theme_id = ?", [theme.id]):
        for verdict in database.find(PassageVerdict, "reading_id = ?", [reading.id]):
            step.delete(verdict)
        step.delete(reading)
    for cell in database.find(Cell, "theme_id = ?", [theme.id]):
        for passage in database.find(CellPassage, "cell_id = ?", [cell.id]):
            step.delete(passage)
        step.delete(cell)
    for kind in (Absence, MatrixColumn):
        for item in database.find(kind, "theme_id = ?", [theme.id]):
            step.delete(item)


def remove_memo(step: Step, database: Database, memo: Memo) -> None:
    """Remove a memo with its citations, and with what was said about a doubt."""
    for kind in (Citation, DoubtRemark, DoubtDecision):
        for item in database.find(kind, "memo_id = ?", [memo.id]):
            step.delete(item)
    step.delete(memo)


def replace_coding(step: Step, database: Database, old: Coding, new: Coding) -> Coding:
    """Remove a coding in favour of its twin, which takes over all that hung on it."""
    speak_of(step, database, Target(ObjectType.CODING, old.id), Target(ObjectType.CODING, new.id))
    _hand_over_coding(step, database, old.id, new.id)
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


def _hand_over_coding(step: Step, database: Database, old_id: str, new_id: str) -> None:
    """Let the twin of a coding take its places in themes, readings, matrices and the tray.

    A place that the twin has already keeps what is said there.
    """
    places: tuple[tuple[type[_OnCoding], str], ...] = (
        (ThemePassage, "theme_id"),
        (PassageVerdict, "reading_id"),
        (CellPassage, "cell_id"),
        (Misfit, "code_id"),
        (VignettePassage, "vignette_id"),
    )
    for kind, place in places:
        taken = {getattr(item, place) for item in database.find(kind, "coding_id = ?", [new_id])}
        for item in database.find(kind, "coding_id = ?", [old_id]):
            if getattr(item, place) in taken:
                step.delete(item)
            else:
                step.change(replace(item, coding_id=new_id))


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
    speak_of(step, database, Target(ObjectType.CODE, old.id), Target(ObjectType.CODE, new.id))
    places: tuple[tuple[type[_OnCode], str], ...] = (
        (ThemeCode, "theme_id"),
        (MatrixColumn, "matrix_id"),
        (Misfit, "coding_id"),
    )
    for kind, place in places:
        taken = {getattr(item, place) for item in database.find(kind, "code_id = ?", [new.id])}
        for item in database.find(kind, "code_id = ?", [old.id]):
            if getattr(item, place) in taken:
                step.delete(item)
            else:
                step.change(replace(item, code_id=new.id))
    for cell in database.find(Cell, "code_id = ?", [old.id]):
        hand_over_cell(step, database, cell, replace(cell, code_id=new.id))
    for suggestion in database.find(QueuedSuggestion, "code_id = ?", [old.id]):
        step.change(replace(suggestion, code_id=new.id))
    step.delete(old)


def hand_over_cell(step: Step, database: Database, old: Cell, moved: Cell) -> None:
    """Move a cell of a matrix under another column; with the words that stand there already."""
    column, held_by = ("code_id", moved.code_id) if moved.code_id else ("theme_id", moved.theme_id)
    there = database.find(Cell, f"case_id = ? AND {column} = ?", [moved.case_id, held_by])
    if not there:
        step.change(moved)
        return
    kept, words = there[0], [text for text in (there[0].summary, old.summary) if text]
    step.change(
        replace(
            kept,
            summary="\n".join(dict.fromkeys(words)),
            nothing_said=kept.nothing_said and old.nothing_said,
        )
    )
    linked = {link.coding_id for link in database.find(CellPassage, "cell_id = ?", [kept.id])}
    for link in database.find(CellPassage, "cell_id = ?", [old.id]):
        if link.coding_id in linked:
            step.delete(link)
        else:
            step.change(replace(link, cell_id=kept.id))
    step.delete(old)


def speak_of(step: Step, database: Database, old: Target, new: Target) -> None:
    """Let memos and citations of one object speak of another.

    A memo that cites both cites the other once.
    """
    about, arguments = "object_type = ? AND object_id = ?", [old.object_type, old.object_id]
    cites = 'object_type = ? AND object_id = ? AND start IS ? AND "end" IS ?'
    place = [new.object_type, new.object_id, new.start, new.end]
    citing = {citation.memo_id for citation in database.find(Citation, cites, place)}
    items: list[Memo | Citation] = [
        *database.find(Memo, about, arguments),
        *database.find(Citation, about, arguments),
    ]
    for item in items:
        if isinstance(item, Citation) and item.memo_id in citing:
            step.delete(item)
            continue
        step.change(
            replace(
                item,
                object_type=new.object_type,
                object_id=new.object_id,
                start=new.start,
                end=new.end,
            )
        )
