"""The declared method: which profile the study has, and why."""

from dataclasses import replace

from qualkit.domain.identity import new_id, utc_now
from qualkit.domain.memos import Memo, MemoKind, ObjectType
from qualkit.domain.operations import Outcome
from qualkit.domain.projects import Profile, ProjectInfo
from qualkit.services.workspace import Workspace, locked
from qualkit.store.bookmarks import bookmark, keep_bookmark
from qualkit.translation import _

_ASKED = "profile"
"""The bookmark that keeps whether the profile was asked about."""


class Method:
    """The profile of the study, chosen at the start and changed with a memo."""

    def __init__(self, workspace: Workspace) -> None:
        """Work on an open project."""
        self._workspace = workspace

    @property
    def is_open(self) -> bool:
        """Whether the profile can still be asked about: nothing was done yet, nor was it asked."""
        database = self._workspace.database
        return bookmark(database, _ASKED) == {} and not database.value("SELECT 1 FROM operation")

    def settle(self) -> None:
        """Ask no longer which profile the study has."""
        with self._workspace.database.writing():
            keep_bookmark(self._workspace.database, _ASKED, {"asked": 1})

    @locked
    def change_profile(self, profile: Profile, memo: str = "") -> Outcome[ProjectInfo]:
        """Let the study go by another profile; the memo tells why, and is kept on the project.

        Nothing that was written is lost: what a profile does not show comes back with another.
        """
        info = self._workspace.database.find(ProjectInfo)[0]
        changed = replace(info, profile=profile)
        summary = _("Changed the profile from '{old}' to '{new}'").format(
            old=_(info.profile), new=_(profile)
        )
        with self._workspace.journal.operation("project.profile", summary, memo.strip()) as step:
            step.change(changed)
            if memo.strip():
                step.add(self._note(info, memo.strip()))
        self.settle()
        return Outcome(changed, frozenset({"project", "memos", "codes", "themes"}))

    def _note(self, info: ProjectInfo, body: str) -> Memo:
        now = utc_now()
        return Memo(
            id=new_id(),
            kind=MemoKind.METHOD,
            object_type=ObjectType.PROJECT,
            object_id=info.id,
            body=body,
            author=self._workspace.settings.coder,
            created_at=now,
            changed_at=now,
        )
