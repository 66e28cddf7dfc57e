"""Themes: made, described, and given codes, passages and a story."""

from dataclasses import replace

from qualkit.domain.codes import clean_name
from qualkit.domain.identity import new_id, utc_now
from qualkit.domain.memos import Citation, Memo, MemoKind, ObjectType
from qualkit.domain.operations import Outcome
from qualkit.domain.text import folded
from qualkit.domain.themes import (
    Claim,
    ClaimView,
    Quote,
    Theme,
    ThemeCode,
    ThemePassage,
    ThemeStatus,
    ThemeView,
)
from qualkit.errors import InvalidInputError, NameTakenError, NotFoundError
from qualkit.services.links import release_theme, remove_memo
from qualkit.services.naming import pick, pick_by_id
from qualkit.services.quotes import chosen_quotes
from qualkit.services.theme_contents import ThemeContents
from qualkit.services.workspace import Workspace, locked
from qualkit.translation import N_, _

TOUCHED = frozenset({"themes"})


class Themes:
    """Themes and what is gathered under them."""

    def __init__(self, workspace: Workspace) -> None:
        """Work on an open project."""
        self._workspace = workspace

    def all(self, dropped: bool = True) -> tuple[Theme, ...]:
        """Give every theme in the researcher's order; without dropped ones if asked."""
        themes = self._workspace.database.find(Theme, order="position, created_at")
        return tuple(
            theme for theme in themes if dropped or theme.status is not ThemeStatus.DROPPED
        )

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
        """Give a theme with its story, codes, passages, claims and quotes."""
        database = self._workspace.database
        contents = ThemeContents(self._workspace)
        theme = self._workspace.get(Theme, theme_id)
        quotes = chosen_quotes(database, theme_id)
        support = [item for item in quotes if not item.quote.stance.is_contrary]
        claims = database.find(Claim, "theme_id = ?", [theme_id], "position")
        return ThemeView(
            theme=theme,
            narrative=self._narrative(theme_id),
            codes=contents.codes(theme_id),
            passages=contents.passages(theme_id),
            claims=tuple(
                ClaimView(claim, tuple(item for item in support if item.quote.claim_id == claim.id))
                for claim in claims
            ),
            unclaimed=tuple(item for item in support if item.quote.claim_id is None),
            contrary=tuple(item for item in quotes if item.quote.stance.is_contrary),
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
    ) -> Outcome[Theme]:
        """Make a theme.

        Raises:
            NameTakenError: there is one of that name.
            InvalidInputError: the name is empty.
        """
        themes = self.all()
        theme = Theme(
            id=new_id(),
            name=clean_name(name),
            created_at=utc_now(),
            central_idea=central_idea.strip(),
            belongs=belongs.strip(),
            excludes=excludes.strip(),
            status=status,
            position=1 + max((theme.position for theme in themes), default=0),
        )
        summary = _("Made the theme '{name}'").format(name=theme.name)
        with self._workspace.journal.operation("theme.add", summary, why) as step:
            self._refuse_taken(theme)
            step.add(theme)
        return Outcome(theme, TOUCHED)

    @locked
    def edit(self, changed: Theme, why: str = "") -> Outcome[Theme]:
        """Keep a theme's new name, central idea, scope or status.

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
            self._refuse_taken(changed)
            self._refuse_loop(changed)
            step.change(changed)
        return Outcome(changed, TOUCHED)

    @locked
    def move(self, theme_id: str, offset: int, why: str = "") -> Outcome[tuple[Theme, ...]]:
        """Move a theme up (-1) or down (+1) in the researcher's order."""
        themes = list(self.all())
        theme = self._workspace.get(Theme, theme_id)
        place = themes.index(theme)
        themes.insert(max(0, place + offset), themes.pop(place))
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
            for kind in (Quote, Claim, ThemeCode, ThemePassage):
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
        return Outcome(theme, TOUCHED | {"memos"})

    @locked
    def narrate(self, theme_id: str, narrative: str) -> Outcome[Theme]:
        """Write the story of a theme: its narrative memo, printed in its summary."""
        theme = self._workspace.get(Theme, theme_id)
        now = utc_now()
        with self._workspace.journal.operation(
            "theme.narrate", _("Wrote the story of the theme '{theme}'").format(theme=theme.name)
        ) as step:
            memo = self._narrative_memo(theme_id)
            if memo is None and narrative.strip():
                step.add(
                    Memo(
                        id=new_id(),
                        kind=MemoKind.NARRATIVE,
                        object_type=ObjectType.THEME,
                        object_id=theme_id,
                        body=narrative.strip(),
                        author=self._workspace.settings.coder,
                        created_at=now,
                        changed_at=now,
                    )
                )
            elif memo is not None and not narrative.strip():
                remove_memo(step, self._workspace.database, memo)
            elif memo is not None and memo.body != narrative.strip():
                step.change(replace(memo, body=narrative.strip(), changed_at=now))
        return Outcome(theme, TOUCHED | {"memos"})

    def _narrative(self, theme_id: str) -> str:
        memo = self._narrative_memo(theme_id)
        return memo.body if memo else ""

    def _narrative_memo(self, theme_id: str) -> Memo | None:
        found = self._workspace.database.find(
            Memo,
            "kind = ? AND object_type = ? AND object_id = ?",
            [MemoKind.NARRATIVE, ObjectType.THEME, theme_id],
            "created_at",
        )
        return found[0] if found else None

    def _refuse_taken(self, theme: Theme) -> None:
        for other in self.all():
            if other.id != theme.id and folded(other.name) == folded(theme.name):
                raise NameTakenError(
                    _("There is a theme '{name}' already.").format(name=other.name)
                )

    def _refuse_loop(self, theme: Theme) -> None:
        above = theme.parent_id
        while above is not None:
            if above == theme.id:
                raise InvalidInputError(
                    _("The theme '{name}' cannot come under itself.").format(name=theme.name)
                )
            above = self._workspace.get(Theme, above).parent_id
