"""Vignettes: written in one's own words from passages that are never printed themselves."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from qualkit.domain.codings import CodedSegment, Coding
from qualkit.domain.identity import new_id, utc_now
from qualkit.domain.operations import Outcome
from qualkit.domain.text import normalise, one_line, printable
from qualkit.domain.themes import Theme
from qualkit.domain.vignettes import MadeOf, Vignette, VignettePassage, VignetteView
from qualkit.errors import InvalidInputError
from qualkit.services.links import release_vignette
from qualkit.services.naming import pick_by_id
from qualkit.services.printed_vignettes import cases_behind, printed_vignettes, tellable
from qualkit.services.workspace import Workspace, locked
from qualkit.store.database import Database
from qualkit.store.journal import Step
from qualkit.translation import N_, _

TOUCHED = frozenset({"vignettes"})


class Vignettes:
    """Short stories under themes, where a quote may not be printed."""

    def __init__(self, workspace: Workspace) -> None:
        """Work on an open project."""
        self._workspace = workspace

    def of_theme(self, theme_id: str) -> tuple[VignetteView, ...]:
        """Give the vignettes of a theme in their order, as they are printed.

        `check_vignettes` tells whether they may be.
        """
        where = "theme_id = ?"
        found = self._workspace.database.find(Vignette, where, [theme_id], "position, id")
        return printed_vignettes(self._workspace.database, found)

    def all(self) -> tuple[Vignette, ...]:
        """Give every vignette, by theme and place."""
        return tuple(self._workspace.database.find(Vignette, order="theme_id, position, id"))

    def get(self, vignette_id: str) -> VignetteView:
        """Give the vignette with this id, or with an id that begins so (at least 4 signs).

        Raises:
            NotFoundError: there is none.
            AmbiguousNameError: more than one begins so.
        """
        where = "substr(id, 1, ?) = ?"
        found = self._workspace.database.find(Vignette, where, [len(vignette_id), vignette_id])
        one = pick_by_id(N_("vignette"), vignette_id, found, lambda vignette: vignette.id)
        return printed_vignettes(self._workspace.database, [one])[0]

    def cases_behind(self, coding_ids: Iterable[str]) -> int:
        """Count the cases that passages are of; a source without a case counts for one."""
        return cases_behind(self._workspace.database, coding_ids)

    def passages(self, coding_ids: Sequence[str]) -> tuple[CodedSegment, ...]:
        """Give passages to write from, by source and place.

        Raises:
            NotFoundError: one is gone.
            QuoteNotAllowedError: nothing of one of them may be printed, not even in other words.
        """
        for coding_id in coding_ids:
            self._workspace.get(Coding, coding_id)
        return tellable(self._workspace.database, coding_ids)

    @locked
    def add(
        self,
        theme_id: str,
        title: str,
        text: str,
        made_of: MadeOf,
        coding_ids: Sequence[str] = (),
        why: str = "",
    ) -> Outcome[Vignette]:
        """Write a vignette under a theme, from passages that it rests on.

        Raises:
            InvalidInputError: the title or the story is empty.
            QuoteNotAllowedError: nothing of one of the passages may be printed.
            NotFoundError: the theme or a passage is gone.
        """
        theme = self._workspace.get(Theme, theme_id)
        database = self._workspace.database
        last = max((each.position for each in _of_theme(database, theme_id)), default=0)
        vignette = Vignette(
            id=new_id(),
            theme_id=theme_id,
            position=last + 1,
            title=_title(title),
            text=_story(text),
            made_of=made_of,
            author=self._workspace.settings.coder,
            changed_at=utc_now(),
        )
        self.passages(coding_ids)
        summary = _("Wrote the vignette '{title}' for the theme '{theme}'").format(
            title=vignette.title, theme=theme.name
        )
        with self._workspace.journal.operation("vignette.add", summary, why) as step:
            step.add(vignette)
            _rest_on(step, vignette, coding_ids)
        return Outcome(vignette, TOUCHED)

    @locked
    def edit(
        self,
        vignette_id: str,
        title: str | None = None,
        text: str | None = None,
        made_of: MadeOf | None = None,
        coding_ids: Sequence[str] | None = None,
        why: str = "",
    ) -> Outcome[Vignette]:
        """Change a vignette, and what it rests on if given; what is None stays.

        Raises:
            InvalidInputError: the title or the story is empty.
            QuoteNotAllowedError: nothing of a passage that is new to it may be printed.
            NotFoundError: the vignette or a passage is gone.
        """
        vignette = self._workspace.get(Vignette, vignette_id)
        changed = replace(
            vignette,
            title=vignette.title if title is None else _title(title),
            text=vignette.text if text is None else _story(text),
            made_of=made_of or vignette.made_of,
        )
        links = self._links(vignette_id)
        linked = [link.coding_id for link in links]
        wanted = linked if coding_ids is None else list(coding_ids)
        self.passages([coding_id for coding_id in wanted if coding_id not in linked])
        if changed == vignette and set(wanted) == set(linked):
            return Outcome(vignette, frozenset())
        changed = replace(changed, changed_at=utc_now())
        summary = _("Changed the vignette '{title}'").format(title=vignette.title)
        with self._workspace.journal.operation("vignette.edit", summary, why) as step:
            step.change(changed)
            for link in links:
                if link.coding_id not in wanted:
                    step.delete(link)
            _rest_on(step, changed, [each for each in wanted if each not in linked])
        return Outcome(changed, TOUCHED)

    def link(self, vignette_id: str, coding_id: str, why: str = "") -> Outcome[Vignette]:
        """Let a vignette rest on one more passage; see `edit`."""
        linked = [link.coding_id for link in self._links(vignette_id)]
        return self.edit(vignette_id, coding_ids=[*linked, coding_id], why=why)

    def unlink(self, vignette_id: str, coding_id: str, why: str = "") -> Outcome[Vignette]:
        """Let a vignette no longer rest on a passage; see `edit`."""
        linked = [link.coding_id for link in self._links(vignette_id)]
        if coding_id not in linked:
            raise InvalidInputError(_("The vignette does not rest on that passage."))
        left = [each for each in linked if each != coding_id]
        return self.edit(vignette_id, coding_ids=left, why=why)

    @locked
    def move(self, vignette_id: str, offset: int, why: str = "") -> Outcome[tuple[Vignette, ...]]:
        """Move a vignette up (-1) or down (+1) among those of its theme."""
        vignette = self._workspace.get(Vignette, vignette_id)
        order = _of_theme(self._workspace.database, vignette.theme_id)
        place = order.index(vignette)
        order.insert(max(0, place + offset), order.pop(place))
        summary = _("Moved the vignette '{title}'").format(title=vignette.title)
        with self._workspace.journal.operation("vignette.move", summary, why) as step:
            moved = tuple(
                step.change(replace(each, position=position))
                for position, each in enumerate(order, start=1)
            )
        return Outcome(moved, TOUCHED)

    @locked
    def drop(self, vignette_id: str, why: str = "") -> Outcome[Vignette]:
        """Remove a vignette; the passages that it rested on stay."""
        vignette = self._workspace.get(Vignette, vignette_id)
        summary = _("Removed the vignette '{title}'").format(title=vignette.title)
        with self._workspace.journal.operation("vignette.drop", summary, why) as step:
            release_vignette(step, self._workspace.database, vignette)
        return Outcome(vignette, TOUCHED)

    def _links(self, vignette_id: str) -> list[VignettePassage]:
        self._workspace.get(Vignette, vignette_id)
        where = "vignette_id = ?"
        return self._workspace.database.find(VignettePassage, where, [vignette_id], "rowid")


def _of_theme(database: Database, theme_id: str) -> list[Vignette]:
    return database.find(Vignette, "theme_id = ?", [theme_id], "position, id")


def _rest_on(step: Step, vignette: Vignette, coding_ids: Iterable[str]) -> None:
    for coding_id in dict.fromkeys(coding_ids):
        step.add(VignettePassage(new_id(), vignette.id, coding_id))


def _title(title: str) -> str:
    tidy = one_line(printable(title))
    if not tidy:
        raise InvalidInputError(_("A vignette needs a title."))
    return tidy


def _story(text: str) -> str:
    tidy = normalise(text).strip()
    if not tidy:
        raise InvalidInputError(_("A vignette cannot be empty."))
    return tidy
