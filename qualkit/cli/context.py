"""The project that a command works on."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

import click

from qualkit.cli.messages import say
from qualkit.domain.operations import Origin
from qualkit.settings import load_settings
from qualkit.translation import _

if TYPE_CHECKING:
    from qualkit.services.project import Project

P = ParamSpec("P")
R = TypeVar("R")


def project_folder(ctx: click.Context) -> Path:
    """Give the folder named by `-C`, or the one the person is in."""
    return ctx.find_object(Path) or Path()


def open_project(ctx: click.Context) -> "Project":
    """Open the project; it is closed when the command ends.

    Raises:
        ProjectMissingError, ProjectTooNewError, ProjectDamagedError, ProjectBusyError
    """
    # The store and what it needs are not loaded for --help.
    from qualkit.services.project import Project  # noqa: PLC0415

    folder, settings = project_folder(ctx), load_settings()
    return ctx.with_resource(Project.open(folder, settings, Origin.CLI, tell_of_migrating))


def tell_of_migrating() -> None:
    """Say why nothing seems to happen while a project is brought up to date."""
    say(
        _(
            "This project was made by an earlier qualkit. It is copied to 'backups' and brought "
            "up to date; a large one takes half a minute."
        )
    )


def pass_project(command: "Callable[Concatenate[Project, P], R]") -> Callable[P, R]:
    """Open the project and give it to a command as its first argument."""

    @wraps(command)
    def call(*args: P.args, **kwargs: P.kwargs) -> R:
        return command(open_project(click.get_current_context()), *args, **kwargs)

    return call
