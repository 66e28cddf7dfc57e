"""Themes: made, described, put under each other and in order, given a story, and removed."""

from collections.abc import Sequence
from dataclasses import replace

from qualkit.domain.codes import clean_name
from qualkit.domain.codings import CodedSegment
from qualkit.domain.memos import Citation, Memo, ObjectType
from qualkit.domain.operations import Outcome
from qualkit.domain.theme_tree import ThemeEntry, theme_tree
from qualkit.domain.themes import (
    ChosenQuote,
    Claim,
    ClaimView,
    Quote,
    Theme,
    ThemeCode,
    ThemePassage,
    ThemeStatus,
    ThemeView,
)
from qualkit.errors import NotFoundError
from qualkit.services.absences import absences_of
from qualkit.services.links import release_quote, release_theme, remove_memo
from qualkit.services.naming import pick, pick_by_id
from qualkit.services.quotes import chosen_quotes
from qualkit.services.theme_contents import ThemeContents
from qualkit.services.theme_relations import related_to
from qualkit.services.theme_stories import keep_story, story_of
from qualkit.services.theme_tree import new_theme, refuse_loop, refuse_taken
from qualkit.services.vignettes import Vignettes
from qualkit.services.workspace import Workspace, locked
from qualkit.translation import N_, _

TOUCHED = frozenset({"themes"})


class Themes:
    """Themes and what is gathered under them."""

    def __init__(self, workspace: Workspace) -> None:
        """Work on an open project."""
        self._workspace = workspace

    def all(self, dropped: bool = True) -> tuple[Theme, ...]:
        """Give every theme in the researcher's order; without dropped ones if asked.

        A subtheme stands behind the theme that it is part of.
        """
        return tuple(entry.theme for entry in self.tree(dropped))

    def tree(self, dropped: bool = True) -> tuple[ThemeEntry, ...]:
        """Give every theme in the researcher's order, with how deep it lies under others."""
        themes = self._workspace.database.find(Theme, order="position, created_at, id")
        return theme_tree(themes, dropped)

    def find(self, name: str) -> Theme:
        """Give the theme with this name or id (at least 4 signs of it).

        Raises:
            NotFoundError: there is none.
            AmbiguousNameError: more than one id begins so.
        """
        themes = self.all()
        try:
            return pick(N_("theme"), name, themes, lambda theme: [theme.name])
        except NotFoundError as error:
            try:
                return pick_by_id(N_("theme"), name, themes, lambda theme: theme.id)
            except NotFoundError:
                raise error from None

    def view(self, theme_id: str) -> ThemeView:
        """Give a theme with all that is under it: its codes, passages, claims, quotes and lines."""
        passages = ThemeContents(self._workspace).passages(theme_id)
        return self._view(theme_id, passages, chosen_quotes(self._workspace.database, theme_id))

    def page(self, theme_id: str) -> ThemeView:
        """Give a theme as `view` does, of its passages only those that nuance or oppose it.

        It is there at once, however many passages the theme has.
        """
        passages = ThemeContents(self._workspace).marked(theme_id)
        return self._view(theme_id, passages, chosen_quotes(self._workspace.database, theme_id))

    def printed(self, theme_id: str, quotes: Sequence[ChosenQuote]) -> ThemeView:
        """Give a theme without its passages, with quotes that were read already."""
        return self._view(theme_id, (), quotes)

    def _view(
        self, theme_id: str, passages: tuple[CodedSegment, ...], quotes: Sequence[ChosenQuote]
    ) -> ThemeView:
        database = self._workspace.database
        contents = ThemeContents(self._workspace)
        theme = self._workspace.get(Theme, theme_id)
        support = [item for item in quotes if not item.quote.stance.is_contrary]
        claims = database.find(Claim, "theme_id = ?", [theme_id], "position")
        return ThemeView(
            theme=theme,
            narrative=story_of(database, theme_id),
            codes=contents.codes(theme_id),
            passages=passages,
            claims=tuple(
                ClaimView(claim, tuple(item for item in support if item.quote.claim_id == claim.id))
                for claim in claims
            ),
            unclaimed=tuple(item for item in support if item.quote.claim_id is None),
            contrary=tuple(item for item in quotes if item.quote.stance.is_contrary),
            parent=database.get(Theme, theme.parent_id) if theme.parent_id else None,
            subthemes=tuple(each for each in self.all() if each.parent_id == theme_id),
            relations=related_to(database, theme_id),
            absences=absences_of(database, theme_id),
            vignettes=Vignettes(self._workspace).of_theme(theme_id),
            stances=contents.stances(theme_id),
        )

    @locked
    def add(
        self,
        name: str,
        central_idea: str = "",
        belongs: str = "",
        excludes: str = "",
        status: ThemeStatus = ThemeStatus.CANDIDATE,
        why: str = "",
        relation: str = "",
        parent_id: str | None = None,
    ) -> Outcome[Theme]:
        """Make a theme; `relation` is how it answers the question, `parent_id` what it is part of.

        Raises:
            NameTakenError: there is one of that name.
            InvalidInputError: the name is empty.
            NotFoundError: the theme that it is put under is gone.
        """
        theme = replace(
            new_theme(self._workspace.database, name, parent_id),
            central_idea=central_idea.strip(),
            belongs=belongs.strip(),
            excludes=excludes.strip(),
            relation=relation.strip(),
            status=status,
        )
        summary = _("Made the theme '{name}'").format(name=theme.name)
        with self._workspace.journal.operation("theme.add", summary, why) as step:
            refuse_taken(self._workspace.database, theme)
            refuse_loop(self._workspace, theme)
            step.add(theme)
        return Outcome(theme, TOUCHED)

    @locked
    def edit(self, changed: Theme, why: str = "") -> Outcome[Theme]:
        """Keep a theme's new name, description, status or place under another.

        Raises:
            NameTakenError: another theme has the name.
            InvalidInputError: the name is empty, or it would come under itself.
            NotFoundError: the theme, or the one it is put under, is gone.
        """
        before = self._workspace.get(Theme, changed.id)
        changed = replace(changed, name=clean_name(changed.name))
        summary = _("Changed the theme '{name}'").format(name=before.name)
        if before.name != changed.name:
            summary = _("Renamed the theme '{old}' to '{new}'").format(
                old=before.name, new=changed.name
            )
        with self._workspace.journal.operation("theme.edit", summary, why) as step:
            refuse_taken(self._workspace.database, changed)
            refuse_loop(self._workspace, changed)
            step.change(changed)
        return Outcome(changed, TOUCHED)

    @locked
    def put_under(self, theme_id: str, parent_id: str | None, why: str = "") -> Outcome[Theme]:
        """Make a theme a subtheme of another, with all below it; None puts it at the top.

        Raises:
            InvalidInputError: it would come under itself.
            NotFoundError: one of the two is gone.
        """
        theme = self._workspace.get(Theme, theme_id)
        changed = replace(theme, parent_id=parent_id)
        summary = _("Put the theme '{name}' at the top").format(name=theme.name)
        if parent_id is not None:
            parent = self._workspace.get(Theme, parent_id)
            summary = _("Put the theme '{name}' under '{other}'").format(
                name=theme.name, other=parent.name
            )
        with self._workspace.journal.operation("theme.under", summary, why) as step:
            refuse_loop(self._workspace, changed)
            step.change(changed)
        return Outcome(changed, TOUCHED)

    @locked
    def move(self, theme_id: str, offset: int, why: str = "") -> Outcome[tuple[Theme, ...]]:
        """Move a theme up (-1) or down (+1) among those beside it, its subthemes with it."""
        theme = self._workspace.get(Theme, theme_id)
        beside = [each for each in self.all() if each.parent_id == theme.parent_id]
        place = beside.index(theme)
        beside.insert(max(0, place + offset), beside.pop(place))
        order = {each.id: number for number, each in enumerate(beside)}
        themes = sorted(self.all(), key=lambda each: order.get(each.id, 0))
        summary = _("Moved the theme '{name}'").format(name=theme.name)
        with self._workspace.journal.operation("theme.move", summary, why) as step:
            for position, item in enumerate(themes, start=1):
                step.change(replace(item, position=position))
        return Outcome(self.all(), TOUCHED)

    @locked
    def remove(self, theme_id: str, why: str = "") -> Outcome[Theme]:
        """Remove a theme with its claims and quotes; codes, codings and other memos stay."""
        database = self._workspace.database
        theme = self._workspace.get(Theme, theme_id)
        summary = _("Removed the theme '{name}'").format(name=theme.name)
        with self._workspace.journal.operation("theme.remove", summary, why) as step:
            for quote in database.find(Quote, "theme_id = ?", [theme_id]):
                release_quote(step, database, quote)
            for kind in (Claim, ThemeCode, ThemePassage):
                for item in database.find(kind, "theme_id = ?", [theme_id]):
                    step.delete(item)
            release_theme(step, database, theme)
            for child in database.find(Theme, "parent_id = ?", [theme_id]):
                step.change(replace(child, parent_id=theme.parent_id))
            about = "object_type = ? AND object_id = ?"
            for memo in database.find(Memo, about, [ObjectType.THEME, theme_id]):
                remove_memo(step, database, memo)
            for citation in database.find(Citation, about, [ObjectType.THEME, theme_id]):
                step.delete(citation)
            step.delete(theme)
        return Outcome(theme, TOUCHED | {"memos", "vignettes"})

    @locked
    def narrate(self, theme_id: str, narrative: str) -> Outcome[Theme]:
        """Write the story of a theme: its narrative memo, printed in its summary."""
        theme = self._workspace.get(Theme, theme_id)
        summary = _("Wrote the story of the theme '{theme}'").format(theme=theme.name)
        with self._workspace.journal.operation("theme.narrate", summary) as step:
            keep_story(step, self._workspace, theme_id, narrative.strip())
        return Outcome(theme, TOUCHED | {"memos"})
