"""What did not come up under a theme, and the material in which it was looked for."""

from dataclasses import replace

from qualkit.domain.identity import new_id, utc_now
from qualkit.domain.operations import Outcome
from qualkit.domain.text import one_line
from qualkit.domain.theme_relations import Absence
from qualkit.domain.themes import Theme
from qualkit.errors import InvalidInputError
from qualkit.services.naming import pick_by_id
from qualkit.services.workspace import Workspace, locked
from qualkit.store.database import Database
from qualkit.translation import N_, _

TOUCHED = frozenset({"themes"})


class Absences:
    """Absences under themes."""

    def __init__(self, workspace: Workspace) -> None:
        """Work on an open project."""
        self._workspace = workspace

    def of_theme(self, theme_id: str) -> tuple[Absence, ...]:
        """Give the absences of a theme, oldest first."""
        return absences_of(self._workspace.database, theme_id)

    def get(self, absence_id: str) -> Absence:
        """Give the absence with this id, or with an id that begins so (at least 4 signs).

        Raises:
            NotFoundError: there is none.
            AmbiguousNameError: more than one begins so.
        """
        absences = self._workspace.database.find(Absence)
        return pick_by_id(N_("absence"), absence_id, absences, lambda each: each.id)

    @locked
    def add(self, theme_id: str, text: str, searched: str = "", why: str = "") -> Outcome[Absence]:
        """Note what did not come up under a theme, and in words where it was looked for.

        Raises:
            InvalidInputError: nothing is said.
            NotFoundError: the theme is gone.
        """
        theme = self._workspace.get(Theme, theme_id)
        coder = self._workspace.settings.coder
        absence = Absence(new_id(), theme_id, _said(text), one_line(searched), coder, utc_now())
        summary = _("Noted an absence under the theme '{theme}'").format(theme=theme.name)
        with self._workspace.journal.operation("theme.absence", summary, why) as step:
            step.add(absence)
        return Outcome(absence, TOUCHED)

    @locked
    def edit(self, absence_id: str, text: str, searched: str, why: str = "") -> Outcome[Absence]:
        """Say anew what did not come up, and where it was looked for.

        Raises:
            InvalidInputError: nothing is said.
            NotFoundError: it is gone.
        """
        absence = self._workspace.get(Absence, absence_id)
        changed = replace(absence, text=_said(text), searched=one_line(searched))
        theme = self._workspace.get(Theme, absence.theme_id)
        summary = _("Changed an absence under the theme '{theme}'").format(theme=theme.name)
        with self._workspace.journal.operation("theme.absence", summary, why) as step:
            step.change(changed)
        return Outcome(changed, TOUCHED)

    @locked
    def remove(self, absence_id: str, why: str = "") -> Outcome[Absence]:
        """Take an absence away.

        Raises:
            NotFoundError: it is gone.
        """
        absence = self._workspace.get(Absence, absence_id)
        theme = self._workspace.get(Theme, absence.theme_id)
        summary = _("Took away an absence under the theme '{theme}'").format(theme=theme.name)
        with self._workspace.journal.operation("theme.absence", summary, why) as step:
            step.delete(absence)
        return Outcome(absence, TOUCHED)


def absences_of(database: Database, theme_id: str) -> tuple[Absence, ...]:
    """Give the absences of a theme, oldest first."""
    return tuple(database.find(Absence, "theme_id = ?", [theme_id], "noted_at, id"))


def _said(text: str) -> str:
    tidy = one_line(text)
    if not tidy:
        raise InvalidInputError(_("Say what did not come up."))
    return tidy
