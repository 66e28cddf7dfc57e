"""What is in a theme: codes and single passages, put there and taken out again."""

from collections.abc import Sequence

from qualkit.domain.codes import Code
from qualkit.domain.codings import CodedSegment, Coding
from qualkit.domain.operations import Outcome
from qualkit.domain.theme_tree import parts_of
from qualkit.domain.themes import PlacedCoding, Stance, Theme, ThemeCode, ThemeMember
from qualkit.errors import InvalidInputError
from qualkit.services.gathering import (
    gather_code,
    gather_passage,
    leave_code,
    leave_passage,
    take_stance,
)
from qualkit.services.workspace import Workspace, locked
from qualkit.store.coded import coded_segments
from qualkit.store.theme_members import (
    MEMBERS,
    codings_by_theme,
    is_in_theme,
    theme_members,
    themes_of_version,
)
from qualkit.translation import _

TOUCHED = frozenset({"themes"})


class ThemeContents:
    """Codes and passages under themes."""

    def __init__(self, workspace: Workspace) -> None:
        """Work on an open project."""
        self._workspace = workspace

    def codes(self, theme_id: str) -> tuple[Code, ...]:
        """Give the codes that were put under a theme, in the order in which they were."""
        links = self._workspace.database.find(
            ThemeCode, "theme_id = ? AND belonging = 'gathered'", [theme_id], "position, id"
        )
        return tuple(self._workspace.get(Code, link.code_id) for link in links)

    def passages(self, theme_id: str) -> tuple[CodedSegment, ...]:
        """Give every coding of a theme and its subthemes, by source and place.

        Those are the codings with its codes or one below them, and those gathered singly; what was
        left out is not among them.
        """
        return coded_segments(
            self._workspace.database,
            f"coding.id IN ({MEMBERS} SELECT coding_id FROM member WHERE theme_id = ?)",
            [1, theme_id],
        )

    def members(self, theme_ids: Sequence[str] = (), whole: bool = True) -> list[ThemeMember]:
        """Give the bare codings of some themes, or of all, by theme and place.

        `whole` counts what is in its subthemes as in a theme.
        """
        return theme_members(self._workspace.database, theme_ids, whole)

    def codings(
        self, theme_ids: Sequence[str] = (), whole: bool = True
    ) -> dict[str, list[PlacedCoding]]:
        """Give the bare codings of some themes, or of all, by theme id and place.

        The quickest way to count them: half a second for all themes over 100,000 codings.
        """
        return codings_by_theme(self._workspace.database, theme_ids, whole)

    def in_version(self, version_id: str) -> list[tuple[str, str]]:
        """Give the ids of each theme and coding in it of one text; subthemes stand apart."""
        return themes_of_version(self._workspace.database, version_id)

    @locked
    def put_codes(self, theme_id: str, code_ids: Sequence[str], why: str = "") -> Outcome[Theme]:
        """Gather codes under a theme; those already there stay."""
        theme = self._workspace.get(Theme, theme_id)
        codes = [self._workspace.get(Code, each) for each in dict.fromkeys(code_ids)]
        names = ", ".join(f"'{code.name}'" for code in codes)
        summary = _("Put {codes} under the theme '{theme}'").format(codes=names, theme=theme.name)
        with self._workspace.journal.operation("theme.put", summary, why) as step:
            for code in codes:
                gather_code(step, self._workspace.database, theme_id, code.id)
        return Outcome(theme, TOUCHED)

    @locked
    def take_code(self, theme_id: str, code_id: str, why: str = "") -> Outcome[Theme]:
        """Take a code out of a theme; its codings stay as they are."""
        theme, code = self._workspace.get(Theme, theme_id), self._workspace.get(Code, code_id)
        summary = _("Took '{code}' out of the theme '{theme}'").format(
            code=code.name, theme=theme.name
        )
        with self._workspace.journal.operation("theme.take", summary, why) as step:
            leave_code(step, self._workspace.database, theme_id, code_id)
        return Outcome(theme, TOUCHED)

    @locked
    def put_passage(self, theme_id: str, coding_id: str, why: str = "") -> Outcome[Theme]:
        """Gather one coded passage under a theme, whatever its code."""
        theme = self._workspace.get(Theme, theme_id)
        self._workspace.get(Coding, coding_id)
        summary = _("Put a passage under the theme '{theme}'").format(theme=theme.name)
        with self._workspace.journal.operation("theme.put", summary, why) as step:
            gather_passage(step, self._workspace.database, theme_id, coding_id)
        return Outcome(theme, TOUCHED)

    @locked
    def take_passage(self, theme_id: str, coding_id: str, why: str = "") -> Outcome[Theme]:
        """Take one passage out of a theme and its subthemes, also when its code stays there."""
        theme = self._workspace.get(Theme, theme_id)
        self._workspace.get(Coding, coding_id)
        summary = _("Took a passage out of the theme '{theme}'").format(theme=theme.name)
        with self._workspace.journal.operation("theme.take", summary, why) as step:
            for part in self._holding(theme_id, coding_id):
                leave_passage(step, self._workspace.database, part, coding_id)
        return Outcome(theme, TOUCHED)

    @locked
    def set_stance(
        self, theme_id: str, coding_id: str, stance: Stance, why: str = ""
    ) -> Outcome[Theme]:
        """Keep whether a passage of a theme supports it, nuances it or speaks against it.

        Raises:
            InvalidInputError: the passage is not in the theme.
            NotFoundError: the theme or the passage is gone.
        """
        theme = self._workspace.get(Theme, theme_id)
        self._workspace.get(Coding, coding_id)
        summary = _("Marked a passage of the theme '{theme}' as {stance}").format(
            theme=theme.name, stance=_(stance)
        )
        with self._workspace.journal.operation("theme.stance", summary, why) as step:
            parts = self._holding(theme_id, coding_id)
            if not parts:
                raise InvalidInputError(
                    _("That passage is not in the theme '{theme}'.").format(theme=theme.name)
                )
            for part in parts:
                take_stance(step, self._workspace.database, part, coding_id, stance)
        return Outcome(theme, TOUCHED)

    def _holding(self, theme_id: str, coding_id: str) -> list[str]:
        """Give which of a theme and its subthemes hold a coding themselves."""
        database = self._workspace.database
        parts = sorted(parts_of(database.find(Theme), theme_id))
        return [part for part in parts if is_in_theme(database, part, coding_id)]
