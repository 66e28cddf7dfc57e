"""Memos that are being written: kept as one types, so that a closed window loses nothing."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, replace

from qualkit.domain.memos import Memo, MemoDraft, MemoKind, ObjectType, Target
from qualkit.domain.projects import ProjectInfo
from qualkit.errors import NotFoundError
from qualkit.services.bookmarks import Bookmarks
from qualkit.services.targets import Names
from qualkit.services.theme_stories import story_memo
from qualkit.services.workspace import Workspace

PREFIX = "memo draft:"


class Drafts:
    """The unfinished memos of the person at work; in no history, and in no export."""

    def __init__(self, workspace: Workspace) -> None:
        """Keep them in an open project."""
        self._workspace = workspace
        self._bookmarks = Bookmarks(workspace)

    def keep(self, draft: MemoDraft) -> None:
        """Keep a draft, in place of an earlier one of the same memo."""
        value: dict[str, int | str] = {
            "kind": draft.kind,
            "body": draft.body,
            "shared": int(draft.shared),
            "memo_id": draft.memo_id,
        }
        about = {key: part for key, part in asdict(draft.about).items() if part is not None}
        self._bookmarks.put(self._name(draft), {**about, **value})

    def drop(self, draft: MemoDraft) -> None:
        """Forget a draft: its memo is written, or it is not wanted."""
        self._bookmarks.drop(self._name(draft))

    def of(
        self, about: Target, memo_id: str = "", kind: MemoKind = MemoKind.ANALYTIC
    ) -> MemoDraft | None:
        """Give the draft of a new memo on something, or of the memo that is being changed.

        The story of a theme has a draft of its own, beside that of a new memo on the theme.
        """
        kept = self._bookmarks.get(self._name(MemoDraft(about, kind=kind, memo_id=memo_id)))
        return _draft(kept) if kept else None

    def of_story(self, theme_id: str) -> tuple[MemoDraft, MemoDraft | None]:
        """Give the story of a theme as it is kept, and as it was being written if it was."""
        about, kind = Target(ObjectType.THEME, theme_id), MemoKind.NARRATIVE
        memo = story_memo(self._workspace.database, theme_id)
        kept = MemoDraft(about, kind=kind)
        if memo is not None:
            kept = MemoDraft(about, memo.body, kind, memo.shared, memo.id)
        return kept, self.of(about, kept.memo_id, kind)

    def all(self) -> tuple[tuple[MemoDraft, str], ...]:
        """Give every unfinished memo with a name for what it is about.

        What was about, or changed, something that is gone, is a new memo on the project now.
        """
        return tuple(self._named())

    def _named(self) -> Iterator[tuple[MemoDraft, str]]:
        names = Names(self._workspace)
        for name in self._bookmarks.names(self._prefix):
            draft = _draft(self._bookmarks.get(name))
            with suppress(NotFoundError):
                if draft.memo_id:
                    self._workspace.get(Memo, draft.memo_id)
                yield draft, names.of(draft.about)
                continue
            self._bookmarks.drop(name)
            info = self._workspace.database.find(ProjectInfo)[0]
            moved = replace(draft, about=Target(ObjectType.PROJECT, info.id), memo_id="")
            self.keep(moved)
            yield moved, names.of(moved.about)

    @property
    def _prefix(self) -> str:
        return f"{PREFIX}{self._workspace.settings.coder}:"

    def _name(self, draft: MemoDraft) -> str:
        about = draft.about
        place = f"{about.object_type}:{about.object_id}:{about.start}:{about.end}"
        story = ":story" if draft.kind is MemoKind.NARRATIVE else ""
        return f"{self._prefix}{draft.memo_id or place + story}"


def _draft(kept: dict[str, int | str]) -> MemoDraft:
    start, end = kept.get("start"), kept.get("end")
    return MemoDraft(
        about=Target(
            ObjectType(str(kept["object_type"])),
            str(kept["object_id"]),
            None if start is None else int(start),
            None if end is None else int(end),
        ),
        body=str(kept["body"]),
        kind=MemoKind(str(kept["kind"])),
        shared=bool(kept["shared"]),
        memo_id=str(kept["memo_id"]),
    )
