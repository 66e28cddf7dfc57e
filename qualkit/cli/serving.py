"""The terminal UI in a browser on this machine, for people without a terminal."""

import errno
from pathlib import Path

import click

from qualkit.cli.context import project_folder, tell_of_migrating
from qualkit.cli.messages import say
from qualkit.domain.operations import Origin
from qualkit.errors import InvalidInputError
from qualkit.settings import load_settings
from qualkit.translation import _

_PORTS = click.IntRange(1024, 65535)


@click.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path), metavar="[PATH]")
@click.option("--port", type=_PORTS, default=8000, show_default=True, help="Port to answer on.")
@click.pass_context
def serve(ctx: click.Context, folder: Path | None, port: int) -> None:
    """Show a project in a browser on this machine.

    The same screens and keys as in a terminal. It answers on 127.0.0.1 only, and only to who has
    the address that is printed. It needs an extra: pip install 'qualkit[serve]'.

    \b
    Example:
      qualkit serve study --port 8123
    """
    # What is wrong with the project is said here, not in the browser.
    from qualkit.services.project import Project  # noqa: PLC0415 (not for --help)

    place = folder or project_folder(ctx)
    Project.open(place, load_settings(), Origin.TUI, tell_of_migrating).close()
    try:
        from qualkit.cli import browser  # noqa: PLC0415 (an extra that may not be installed)
    except ModuleNotFoundError as error:
        raise InvalidInputError(
            _("To show a project in a browser, an extra part is needed."),
            _("Install it with: pip install 'qualkit[serve]'"),
        ) from error
    try:
        browser.serve(place, port, _tell)
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        raise InvalidInputError(
            _("Port {port} is taken by another program.").format(port=port),
            _("Name another one, for example: --port {port}").format(port=port % 65535 + 1),
        ) from error


def _tell(address: str) -> None:
    say(_("Open this address in a browser on this machine:"))
    click.echo(address)
    say(_("Ctrl-C stops it."))
