"""Names of themes that read as a topic: asked about once, and kept if the researcher wants."""

from dataclasses import replace

from qualkit.domain.memos import MemoKind, ObjectType, Target
from qualkit.domain.operations import Outcome
from qualkit.domain.projects import ProjectInfo
from qualkit.domain.text import folded
from qualkit.domain.themes import Theme
from qualkit.domain.topics import reads_as_topic
from qualkit.services.memos import Memos
from qualkit.services.workspace import Workspace, locked
from qualkit.translation import _


class ThemeNames:
    """Whether the name of a theme is worth a question."""

    def __init__(self, workspace: Workspace, memos: Memos) -> None:
        """Work on an open project."""
        self._workspace = workspace
        self._memos = memos

    def asks_about(self, theme: Theme) -> bool:
        """Tell whether a theme's name reads as a topic in a study in which that is asked about.

        One that the researcher kept, or wrote the central idea of, is left in peace.
        """
        info = self._workspace.database.find(ProjectInfo)[0]
        is_settled = theme.central_idea or folded(theme.kept_name) == folded(theme.name)
        return info.profile.nudges_topics and not is_settled and reads_as_topic(theme.name)

    @locked
    def keep(self, theme_id: str, note: str = "") -> Outcome[Theme]:
        """Keep a theme's name though it reads as a topic; a note becomes a memo on the theme.

        Raises:
            NotFoundError: the theme is gone.
        """
        theme = self._workspace.get(Theme, theme_id)
        kept = replace(theme, kept_name=theme.name)
        summary = _("Kept the name of the theme '{name}'").format(name=theme.name)
        with self._workspace.journal.operation("theme.keep_name", summary) as step:
            step.change(kept)
            if note.strip():
                about = Target(ObjectType.THEME, theme_id)
                self._memos.write(step, about, note, MemoKind.DECISION)
        return Outcome(kept, frozenset({"themes", "memos"}))
