"""Themes merged into each other, and split; each as one step."""

from collections.abc import Sequence

from qualkit.domain.memos import Citation, Memo, ObjectType
from qualkit.domain.operations import Outcome
from qualkit.domain.theme_merges import ThemeMergePreview, ThemePart
from qualkit.domain.theme_relations import Absence, ThemeRelation
from qualkit.domain.themes import Claim, Quote, Theme, ThemeCode
from qualkit.domain.vignettes import Vignette
from qualkit.errors import InvalidInputError
from qualkit.services.theme_splitting import check_part, split_off
from qualkit.services.theme_tree import new_theme, refuse_taken
from qualkit.services.theme_uniting import unite_themes
from qualkit.services.workspace import Workspace, locked
from qualkit.store.database import Database
from qualkit.store.theme_members import codes_in_themes, held_by
from qualkit.translation import _

TOUCHED = frozenset({"themes"})
TOUCHED_BY_MERGE = frozenset({"themes", "memos", "matrices", "board", "vignettes"})


class ThemeMerging:
    """Themes that become one, or more than one."""

    def __init__(self, workspace: Workspace) -> None:
        """Work on an open project."""
        self._workspace = workspace

    def preview(self, theme_id: str, into_id: str) -> ThemeMergePreview:
        """Tell what `merge` would do, and do nothing.

        Raises:
            InvalidInputError: both are the same theme.
            NotFoundError: one is gone.
        """
        with self._workspace.database.reading():
            old, new = self._both(theme_id, into_id)
            return _preview(self._workspace.database, old, new)

    @locked
    def merge(self, theme_id: str, into_id: str, why: str = "") -> Outcome[Theme]:
        """Let one theme go up in another, with everything that is under it.

        What both have is there once. The description of the theme that stays is kept, and only what
        it leaves open is filled from the other; their stories become one text.

        Raises:
            InvalidInputError: both are the same theme.
            NotFoundError: one is gone.
        """
        old, new = self._both(theme_id, into_id)
        summary = _("Merged the theme '{name}' into '{other}'").format(
            name=old.name, other=new.name
        )
        with self._workspace.journal.operation("theme.merge", summary, why) as step:
            kept = unite_themes(step, self._workspace.database, old, new)
        return Outcome(kept, TOUCHED_BY_MERGE)

    def split(
        self,
        theme_id: str,
        name: str,
        code_ids: Sequence[str] = (),
        coding_ids: Sequence[str] = (),
        why: str = "",
    ) -> Outcome[Theme]:
        """Give codes and passages of a theme to a new one; see `split_over`.

        Raises:
            InvalidInputError, NameTakenError, NotFoundError
        """
        part = ThemePart(name, tuple(code_ids), tuple(coding_ids))
        outcome = self.split_over(theme_id, [part], why)
        return Outcome(outcome.value[0], outcome.touched)

    @locked
    def split_over(
        self, theme_id: str, parts: Sequence[ThemePart], why: str = ""
    ) -> Outcome[tuple[Theme, ...]]:
        """Give codes and passages of a theme to one or more new ones; what is given leaves it.

        The new themes stand behind it, under the same theme as it does.

        Raises:
            InvalidInputError: nothing is chosen, or what is chosen is not in the theme itself.
            NameTakenError: there is a theme of one of the names.
            NotFoundError: the theme, a code or a passage is gone.
        """
        theme = self._workspace.get(Theme, theme_id)
        made: list[Theme] = []
        summary = _("Split the theme '{name}'").format(name=theme.name)
        with self._workspace.journal.operation("theme.split", summary, why) as step:
            for part in parts:
                check_part(self._workspace, theme, part)
                new = step.add(self._new(part.name, theme.parent_id))
                split_off(step, self._workspace.database, theme, new, part)
                made.append(new)
            names = ", ".join(f"'{new.name}'" for new in made)
            step.summary = _("Split the theme '{name}' off to {names}").format(
                name=theme.name, names=names
            )
        return Outcome(tuple(made), TOUCHED | {"board", "vignettes"})

    def check_name(self, name: str) -> None:
        """Refuse a name that no new theme can have.

        Raises:
            InvalidInputError: the name is empty.
            NameTakenError: there is a theme of that name.
        """
        self._new(name)

    def _new(self, name: str, parent_id: str | None = None) -> Theme:
        """Describe a new theme behind the others.

        Raises:
            InvalidInputError: the name is empty.
            NameTakenError: there is a theme of that name.
        """
        theme = new_theme(self._workspace.database, name, parent_id)
        refuse_taken(self._workspace.database, theme)
        return theme

    def _both(self, theme_id: str, into_id: str) -> tuple[Theme, Theme]:
        old, new = self._workspace.get(Theme, theme_id), self._workspace.get(Theme, into_id)
        if old.id == new.id:
            raise InvalidInputError(
                _("'{name}' cannot be merged into '{name}', which is the same theme.").format(
                    name=old.name
                )
            )
        return old, new


def _preview(database: Database, old: Theme, new: Theme) -> ThemeMergePreview:
    inside = codes_in_themes(database)
    gathered = database.find(ThemeCode, "theme_id = ? AND belonging = 'gathered'", [old.id])
    held, there = held_by(database, old.id), held_by(database, new.id)
    about, arguments = "object_type = ? AND object_id = ?", [ObjectType.THEME, old.id]
    memos = {memo.id for memo in database.find(Memo, about, arguments)}
    memos |= {citation.memo_id for citation in database.find(Citation, about, arguments)}
    return ThemeMergePreview(
        old=old,
        new=new,
        codes=sum((new.id, link.code_id) not in inside for link in gathered),
        passages=len(held - there),
        shared=len(held & there),
        claims=len(database.find(Claim, "theme_id = ?", [old.id])),
        quotes=len(database.find(Quote, "theme_id = ?", [old.id])),
        memos=len(memos),
        subthemes=len(database.find(Theme, "parent_id = ? AND id <> ?", [old.id, new.id])),
        relations=len(
            database.find(
                ThemeRelation,
                "? IN (theme_id, other_id) AND ? NOT IN (theme_id, other_id)",
                [old.id, new.id],
            )
        ),
        absences=len(database.find(Absence, "theme_id = ?", [old.id])),
        vignettes=len(database.find(Vignette, "theme_id = ?", [old.id])),
    )
