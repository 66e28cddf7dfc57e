"""Letting one code go up in another, and telling beforehand what that does."""

from dataclasses import replace

from qualkit.domain.codes import DESCRIPTION_PARTS, Code, descendants
from qualkit.domain.codings import Coding
from qualkit.domain.memos import Citation, Memo, ObjectType
from qualkit.domain.merges import MergePreview
from qualkit.domain.themes import Theme, ThemeCode
from qualkit.errors import InvalidInputError
from qualkit.services.code_tree import children_of, refuse_taken
from qualkit.services.links import recode, replace_code
from qualkit.services.workspace import Workspace
from qualkit.store.database import Database
from qualkit.store.journal import Step
from qualkit.translation import _


def preview_of_merge(workspace: Workspace, code_id: str, into_id: str) -> MergePreview:
    """Count what a merge would move; see `Codes.preview_merge`."""
    database = workspace.database
    old, new = workspace.get(Code, code_id), workspace.get(Code, into_id)
    children = children_of(workspace, old.id)
    refuse_merge(workspace, old, new)
    moving = [_place(coding) for coding in database.find(Coding, "code_id = ?", [old.id])]
    there = {_place(coding) for coding in database.find(Coding, "code_id = ?", [new.id])}
    return MergePreview(
        old=old,
        new=new,
        moving=len(moving),
        shared=sum(place in there for place in moving),
        children=tuple(child.name for child in children),
        memos=len(_memos_of(database, old)),
        themes=_themes_with(database, old),
    )


def merge_codes(step: Step, workspace: Workspace, old: Code, new: Code) -> Code:
    """Merge inside a step; gives the code that stays, with what only the other said of itself."""
    for coding in workspace.database.find(Coding, "code_id = ?", [old.id], "rowid"):
        recode(step, workspace.database, coding, new.id)
    parts = {name: getattr(new, name) or getattr(old, name) for name in DESCRIPTION_PARTS}
    kept = step.change(replace(new, **parts, colour=new.colour or old.colour))
    replace_code(step, workspace.database, old, kept)
    return kept


def refuse_merge(workspace: Workspace, old: Code, new: Code) -> None:
    """Refuse a merge that cannot be.

    Raises:
        InvalidInputError: both are the same, or the second lies below the first.
        NameTakenError: both have a code of the same name below them.
    """
    if old.id == new.id:
        raise InvalidInputError(
            _("'{name}' cannot be merged into '{name}', which is the same code.").format(
                name=old.name
            )
        )
    if new.id in descendants(workspace.database.find(Code), old.id):
        raise InvalidInputError(
            _("'{name}' cannot be merged into '{other}', which lies below it.").format(
                name=old.name, other=new.name
            ),
            _("Move the lower code out first."),
        )
    for child in children_of(workspace, old.id):
        refuse_taken(workspace, replace(child, parent_id=new.id), leaving=old.id)


def _place(coding: Coding) -> tuple[str, int, int, str]:
    return coding.version_id, coding.start, coding.end, coding.coder


def _memos_of(database: Database, code: Code) -> set[str]:
    """Give the ids of the memos on a code, and of those that cite it."""
    about, arguments = "object_type = ? AND object_id = ?", [ObjectType.CODE, code.id]
    on_it = {memo.id for memo in database.find(Memo, about, arguments)}
    return on_it | {citation.memo_id for citation in database.find(Citation, about, arguments)}


def _themes_with(database: Database, code: Code) -> tuple[str, ...]:
    links = database.find(ThemeCode, "code_id = ?", [code.id])
    themes = [database.get(Theme, link.theme_id) for link in links]
    return tuple(sorted(theme.name for theme in themes if theme))
