"""What is in a theme: codes and single passages, put there and taken out again."""

import json
from collections.abc import Sequence
from dataclasses import replace

from qualkit.domain.codes import Code
from qualkit.domain.codings import CodedSegment, Coding
from qualkit.domain.operations import Outcome
from qualkit.domain.theme_tree import parts_of
from qualkit.domain.themes import (
    PlacedCoding,
    Quote,
    Stance,
    Theme,
    ThemeCode,
    ThemeMember,
    ThemePassage,
)
from qualkit.errors import InvalidInputError
from qualkit.services.gathering import (
    gather_code,
    gather_passage,
    leave_code,
    leave_passage,
    stance_of,
    take_stance,
)
from qualkit.services.workspace import Workspace, locked
from qualkit.store.coded import coded_segments
from qualkit.store.theme_members import (
    MEMBERS,
    codes_in_themes,
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

    def stances(self, theme_id: str) -> dict[str, Stance]:
        """Give by coding how the passages relate that do not simply support a theme."""
        database = self._workspace.database
        parts = parts_of(database.find(Theme), theme_id)
        marked = database.find(ThemePassage, "stance <> ?", [Stance.SUPPORTS])
        found: dict[str, Stance] = {}
        for link in marked:
            if link.theme_id in parts and is_in_theme(database, link.theme_id, link.coding_id):
                found[link.coding_id] = min(link.stance, found.get(link.coding_id, link.stance))
        return found

    def marked(self, theme_id: str) -> tuple[CodedSegment, ...]:
        """Give only the passages that do not simply support a theme, by source and place."""
        return coded_segments(
            self._workspace.database,
            "coding.id IN (SELECT value FROM json_each(?))",
            [json.dumps([*self.stances(theme_id)])],
        )

    def size(self, theme_id: str) -> int:
        """Tell how many codings a theme has at most, at once: what was left out is counted too."""
        database = self._workspace.database
        parts = parts_of(database.find(Theme), theme_id)
        codes = {code_id for part, code_id in codes_in_themes(database) if part in parts}
        return int(
            database.value(
                "SELECT (SELECT count(*) FROM coding"
                " WHERE code_id IN (SELECT value FROM json_each(?)))"
                " + (SELECT count(*) FROM theme_passage"
                " WHERE theme_id IN (SELECT value FROM json_each(?)))",
                [json.dumps([*codes]), json.dumps([*parts])],
            )
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

        A quote of the passage follows, unless it had a stance of its own.

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
            before = stance_of(self._workspace.database, theme_id, coding_id)
            for part in parts:
                take_stance(step, self._workspace.database, part, coding_id, stance)
            where = "theme_id = ? AND coding_id = ? AND stance = ?"
            for quote in self._workspace.database.find(Quote, where, [theme_id, coding_id, before]):
                step.change(replace(quote, stance=stance))
        return Outcome(theme, TOUCHED)

    def _holding(self, theme_id: str, coding_id: str) -> list[str]:
        """Give which of a theme and its subthemes hold a coding themselves."""
        database = self._workspace.database
        parts = sorted(parts_of(database.find(Theme), theme_id))
        return [part for part in parts if is_in_theme(database, part, coding_id)]
