"""The options that describe a theme."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import click

from qualkit.cli.options import gathered
from qualkit.domain.themes import Theme, ThemeStatus

if TYPE_CHECKING:
    from qualkit.services.project import Project


@dataclass(frozen=True, slots=True)
class Description:
    """What is said of a theme; None leaves it as it is."""

    idea: str | None = None
    belongs: str | None = None
    excludes: str | None = None
    relation: str | None = None
    status: ThemeStatus | None = None
    under: str | None = None
    """The name of the theme that it becomes a part of."""


description_options = gathered(
    "given",
    Description,
    click.option("--idea", help="Its central idea, in one or two sentences."),
    click.option("--belongs", help="What belongs to it."),
    click.option("--excludes", help="What is near but does not."),
    click.option("--relation", help="How it answers the research question."),
    click.option(
        "--status",
        type=click.Choice(ThemeStatus, case_sensitive=False),
        help="How far it has come; a new theme is a candidate.",
    ),
    click.option("--under", metavar="THEME", help="The theme that it is part of."),
)
"""Gives a command the options of `Description`."""


def described(project: "Project", theme: Theme, given: Description) -> Theme:
    """Give a theme as it is described from now on.

    Raises:
        NotFoundError: there is no theme of the name that it is to be part of.
    """
    return replace(
        theme,
        central_idea=_written(given.idea, theme.central_idea),
        belongs=_written(given.belongs, theme.belongs),
        excludes=_written(given.excludes, theme.excludes),
        relation=_written(given.relation, theme.relation),
        status=given.status or theme.status,
        parent_id=project.themes.find(given.under).id if given.under else theme.parent_id,
    )


def _written(given: str | None, before: str) -> str:
    return before if given is None else given.strip()
