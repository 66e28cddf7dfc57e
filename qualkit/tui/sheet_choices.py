"""What a quote sheet can be about: every theme, or one with those under it."""

from qualkit.domain.thematic_maps import numbered
from qualkit.services.project import Project
from qualkit.services.sheets import EVERYTHING, OnSheet
from qualkit.translation import _


def sheet_choices(project: Project) -> dict[str, tuple[str, OnSheet]]:
    """Give by a key what each choice is called and what goes on the sheet then."""
    choices = {
        "all": (_("Every theme"), EVERYTHING),
        "bare": (
            _("Every theme, without what was said around the quotes"),
            OnSheet(context=False),
        ),
    }
    for number, theme in numbered(project.themes.tree(dropped=False)):
        choices[theme.id] = (f"{number}. {theme.name}", OnSheet([theme.id]))
    return choices
