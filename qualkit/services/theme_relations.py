"""How themes stand to each other: lines between two of them, and two beside each other."""

import json
from collections.abc import Iterable
from dataclasses import replace

from qualkit.analysis.overlap import overlapping
from qualkit.domain.codes import Code
from qualkit.domain.codings import CodedSegment
from qualkit.domain.identity import new_id
from qualkit.domain.operations import Outcome
from qualkit.domain.text import one_line
from qualkit.domain.theme_comparisons import ThemeComparison
from qualkit.domain.theme_relations import RelationKind, ThemeRelation
from qualkit.domain.theme_tree import parts_of
from qualkit.domain.themes import RelatedTheme, Theme, ThemeMember
from qualkit.errors import InvalidInputError, NameTakenError
from qualkit.services.naming import pick_by_id
from qualkit.services.theme_links import relation_between
from qualkit.services.workspace import Workspace, locked
from qualkit.store.coded import coded_segments
from qualkit.store.database import Database
from qualkit.store.theme_members import codes_in_themes, theme_members
from qualkit.translation import N_, _

TOUCHED = frozenset({"themes"})


class ThemeRelations:
    """Lines between themes."""

    def __init__(self, workspace: Workspace) -> None:
        """Work on an open project."""
        self._workspace = workspace

    def all(self) -> tuple[ThemeRelation, ...]:
        """Give every line between two themes, oldest first."""
        return tuple(self._workspace.database.find(ThemeRelation, order="rowid"))

    def of(self, theme_id: str) -> tuple[RelatedTheme, ...]:
        """Give the lines of a theme, from it and to it, oldest first."""
        return related_to(self._workspace.database, theme_id)

    def get(self, relation_id: str) -> ThemeRelation:
        """Give the line with this id, or with an id that begins so (at least 4 signs).

        Raises:
            NotFoundError: there is none.
            AmbiguousNameError: more than one begins so.
        """
        return pick_by_id(N_("relation"), relation_id, self.all(), lambda each: each.id)

    @locked
    def relate(
        self, theme_id: str, other_id: str, kind: RelationKind, sentence: str = "", why: str = ""
    ) -> Outcome[ThemeRelation]:
        """Draw a line between two themes; one of that kind that is there gets the new sentence.

        Raises:
            InvalidInputError: both are the same theme.
            NotFoundError: one is gone.
        """
        theme, other = self._workspace.get(Theme, theme_id), self._workspace.get(Theme, other_id)
        if theme.id == other.id:
            raise InvalidInputError(_("A theme cannot be related to itself."))
        new = ThemeRelation(new_id(), theme_id, other_id, kind, one_line(sentence))
        present = relation_between(self._workspace.database, new)
        if present:
            return self.edit(present.id, kind, sentence, why)
        summary = _("Related the theme '{name}' to '{other}'").format(
            name=theme.name, other=other.name
        )
        with self._workspace.journal.operation("theme.relate", summary, why) as step:
            step.add(new)
        return Outcome(new, TOUCHED)

    @locked
    def edit(
        self, relation_id: str, kind: RelationKind, sentence: str, why: str = ""
    ) -> Outcome[ThemeRelation]:
        """Keep the kind of a line and the sentence that explains it.

        Raises:
            NameTakenError: there is another line of that kind between the two.
            NotFoundError: it is gone.
        """
        relation = self._workspace.get(ThemeRelation, relation_id)
        changed = replace(relation, kind=kind, sentence=one_line(sentence))
        if relation_between(self._workspace.database, changed, relation.id):
            raise NameTakenError(_("There is such a relation between the two themes already."))
        summary = _("Changed how {themes} relate").format(themes=self._names(relation))
        with self._workspace.journal.operation("theme.relate", summary, why) as step:
            step.change(changed)
        return Outcome(changed, TOUCHED)

    @locked
    def remove(self, relation_id: str, why: str = "") -> Outcome[ThemeRelation]:
        """Take a line between two themes away.

        Raises:
            NotFoundError: it is gone.
        """
        relation = self._workspace.get(ThemeRelation, relation_id)
        summary = _("Took away a relation between {themes}").format(themes=self._names(relation))
        with self._workspace.journal.operation("theme.unrelate", summary, why) as step:
            step.delete(relation)
        return Outcome(relation, TOUCHED)

    def compare(self, theme_id: str, other_id: str) -> ThemeComparison:
        """Put two themes beside each other: what both have, and how they are said to differ.

        Raises:
            InvalidInputError: both are the same theme.
            NotFoundError: one is gone.
        """
        database = self._workspace.database
        one, other = self._workspace.get(Theme, theme_id), self._workspace.get(Theme, other_id)
        if one.id == other.id:
            raise InvalidInputError(_("A theme cannot be compared with itself."))
        with database.reading():
            here, there = (theme_members(database, [each.id]) for each in (one, other))
            return ThemeComparison(
                one=one,
                other=other,
                codes=_codes_in_both(database, one, other),
                passages=_read(database, overlapping(here, there)),
                in_one=_count(here),
                in_other=_count(there),
                relations=tuple(
                    each for each in related_to(database, one.id) if each.other.id == other.id
                ),
            )

    def _names(self, relation: ThemeRelation) -> str:
        ends = (relation.theme_id, relation.other_id)
        names = [self._workspace.get(Theme, each).name for each in ends]
        return _("'{name}' and '{other}'").format(name=names[0], other=names[1])


def related_to(database: Database, theme_id: str) -> tuple[RelatedTheme, ...]:
    """Give the lines of a theme, from it and to it, oldest first."""
    themes = {theme.id: theme for theme in database.find(Theme)}
    found = database.find(ThemeRelation, "? IN (theme_id, other_id)", [theme_id], "rowid")
    return tuple(
        RelatedTheme(
            relation,
            themes[relation.other_id if relation.theme_id == theme_id else relation.theme_id],
            relation.theme_id == theme_id,
        )
        for relation in found
    )


def _codes_in_both(database: Database, one: Theme, other: Theme) -> tuple[Code, ...]:
    themes = database.find(Theme)
    inside = codes_in_themes(database)
    mine, others = (
        {code_id for theme_id, code_id in inside if theme_id in parts_of(themes, each.id)}
        for each in (one, other)
    )
    codes = [database.get(Code, code_id) for code_id in mine & others]
    found = [code for code in codes if code and code.parent_id not in mine & others]
    return tuple(sorted(found, key=lambda code: code.name.casefold()))


def _read(database: Database, members: Iterable[ThemeMember]) -> tuple[CodedSegment, ...]:
    ids = json.dumps([member.coding_id for member in members])
    return coded_segments(database, "coding.id IN (SELECT value FROM json_each(?))", [ids])


def _count(members: Iterable[ThemeMember]) -> int:
    """Count passages; one with two codes is one."""
    return len({(member.version_id, member.start, member.end) for member in members})
