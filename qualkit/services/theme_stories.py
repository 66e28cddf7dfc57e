"""The story of a theme: its narrative memo, printed in its summary."""

from dataclasses import replace

from qualkit.domain.identity import new_id, utc_now
from qualkit.domain.memos import Memo, MemoKind, ObjectType
from qualkit.services.links import remove_memo
from qualkit.services.workspace import Workspace
from qualkit.store.database import Database
from qualkit.store.journal import Step


def story_of(database: Database, theme_id: str) -> str:
    """Give the story of a theme; empty while there is none."""
    memo = story_memo(database, theme_id)
    return memo.body if memo else ""


def keep_story(step: Step, workspace: Workspace, theme_id: str, story: str) -> None:
    """Keep the story of a theme inside a step; an empty one takes its memo away."""
    now = utc_now()
    memo = story_memo(workspace.database, theme_id)
    if memo is None and story:
        step.add(
            Memo(
                id=new_id(),
                kind=MemoKind.NARRATIVE,
                object_type=ObjectType.THEME,
                object_id=theme_id,
                body=story,
                author=workspace.settings.coder,
                created_at=now,
                changed_at=now,
            )
        )
    elif memo is not None and not story:
        remove_memo(step, workspace.database, memo)
    elif memo is not None and memo.body != story:
        step.change(replace(memo, body=story, changed_at=now))


def story_memo(database: Database, theme_id: str) -> Memo | None:
    """Give the memo that is the story of a theme; the first, should there be more."""
    found = database.find(
        Memo,
        "kind = ? AND object_type = ? AND object_id = ?",
        [MemoKind.NARRATIVE, ObjectType.THEME, theme_id],
        "created_at",
    )
    return found[0] if found else None
