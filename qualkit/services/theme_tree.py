"""Themes among each other: one name each, one order, and no theme under itself."""

from qualkit.domain.codes import clean_name
from qualkit.domain.identity import new_id, utc_now
from qualkit.domain.text import folded
from qualkit.domain.themes import Theme
from qualkit.errors import InvalidInputError, NameTakenError
from qualkit.services.workspace import Workspace
from qualkit.store.database import Database
from qualkit.translation import _


def new_theme(database: Database, name: str, parent_id: str | None = None) -> Theme:
    """Describe a new theme, behind those that are there; it is not written yet.

    Raises:
        InvalidInputError: the name is empty.
    """
    last = max((theme.position for theme in database.find(Theme)), default=0)
    return Theme(new_id(), clean_name(name), utc_now(), position=last + 1, parent_id=parent_id)


def refuse_taken(database: Database, theme: Theme) -> None:
    """Refuse a name that another theme has.

    Raises:
        NameTakenError: one has it.
    """
    for other in database.find(Theme):
        if other.id != theme.id and folded(other.name) == folded(theme.name):
            raise NameTakenError(_("There is a theme '{name}' already.").format(name=other.name))


def refuse_loop(workspace: Workspace, theme: Theme) -> None:
    """Refuse to put a theme under itself, or under one that lies below it.

    Raises:
        InvalidInputError: it would come there.
        NotFoundError: the theme it is put under is gone.
    """
    above = theme.parent_id
    while above is not None:
        if above == theme.id:
            raise InvalidInputError(
                _("The theme '{name}' cannot come under itself.").format(name=theme.name)
            )
        above = workspace.get(Theme, above).parent_id
