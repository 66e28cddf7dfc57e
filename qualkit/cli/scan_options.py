"""Options that tell where identifiers are looked for."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from qualkit.cli.options import gathered
from qualkit.domain.identifiers import ScanScope
from qualkit.translation import _

if TYPE_CHECKING:
    from qualkit.services.identifier_scan import Looking
    from qualkit.services.project import Project


@dataclass(frozen=True, slots=True)
class Where:
    """What a person asked for, in her own words."""

    sources: tuple[str, ...]
    theme: str | None
    beside: bool
    everything: bool
    names: bool
    pronouns: bool


where_options = gathered(
    "where",
    Where,
    click.option("--source", "sources", multiple=True, help="In this source; may be repeated."),
    click.option("--theme", help="In every passage of this theme."),
    click.option(
        "--context", "beside", is_flag=True, help="In the quotes and the turns beside them."
    ),
    click.option("--all", "everything", is_flag=True, help="In every source."),
    click.option(
        "--names/--no-names", default=True, help="Whether the language pipeline looks for names."
    ),
    click.option(
        "--pronouns", is_flag=True, help="Propose he and she, where ten or fewer take part."
    ),
)
"""Adds the options; the command gets them as `where`."""


def looking_of(project: "Project", where: Where) -> "Looking":
    """Find what the options name; without any of them it is the quotes.

    Raises:
        UsageError: more than one place was named.
        NotFoundError, AmbiguousNameError: nothing, or more than one thing, has a name.
    """
    # Not loaded for --help.
    from qualkit.services.identifier_scan import Looking  # noqa: PLC0415

    if sum((bool(where.sources), bool(where.theme), where.beside, where.everything)) > 1:
        raise click.UsageError(_("Give one of --source, --theme, --context and --all."))
    scope, ids = ScanScope.QUOTES, ()
    if where.sources:
        found = tuple(project.sources.find(name).id for name in where.sources)
        return Looking(ScanScope.SOURCES, found, where.names, where.pronouns)
    if where.theme:
        found = (project.themes.find(where.theme).id,)
        return Looking(ScanScope.THEME, found, where.names, where.pronouns)
    if where.beside:
        scope = ScanScope.IN_CONTEXT
    elif where.everything:
        scope = ScanScope.ALL
    return Looking(scope, ids, where.names, where.pronouns)
