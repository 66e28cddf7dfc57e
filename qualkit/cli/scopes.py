"""Where a search looks: options that narrow it, and the passages they leave."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from qualkit.cli.options import gathered
from qualkit.cli.passages import find_case
from qualkit.domain.search import Scope
from qualkit.domain.sources import Role

if TYPE_CHECKING:
    from qualkit.services.project import Project


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What a person asked of the passages, in her own words."""

    roles: tuple[Role, ...] = ()
    sources: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()
    coded_with: tuple[str, ...] = ()
    uncoded: bool = False


narrowing_options = gathered(
    "narrowing",
    Narrowing,
    click.option(
        "--role",
        "roles",
        type=click.Choice(Role, case_sensitive=False),
        multiple=True,
        help="Only what this role says; may be repeated.",
    ),
    click.option("--source", "sources", multiple=True, help="Only in this one; may be repeated."),
    click.option(
        "--case",
        "cases",
        multiple=True,
        metavar="LABEL",
        help="Only of this participant or other case; may be repeated.",
    ),
    click.option(
        "--coded-with",
        multiple=True,
        metavar="CODE",
        help="Only passages with this code, or one below it; may be repeated.",
    ),
    click.option("--uncoded", is_flag=True, help="Only passages that are not coded at all."),
)
"""Adds the options; the command gets them as `narrowing`."""


def scope_of(project: "Project", narrowing: Narrowing) -> Scope:
    """Find what the options name.

    Raises:
        NotFoundError, AmbiguousNameError: nothing, or more than one thing, has a name.
    """
    return Scope(
        roles=narrowing.roles,
        source_ids=tuple(project.sources.find(name).id for name in narrowing.sources),
        case_ids=tuple(find_case(project, label) for label in narrowing.cases),
        code_ids=tuple(project.codes.find(name).id for name in narrowing.coded_with),
        uncoded=narrowing.uncoded,
    )
