"""A group of commands that knows their names and what they do without importing them."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import ClassVar

import click

from qualkit.cli.translated import translated
from qualkit.translation import _


@dataclass(frozen=True, slots=True)
class Lazy:
    """A command that is imported when it is called."""

    target: str
    """Where it is: `package.module:attribute`."""
    help: str
    """Its short help, the same as the command's own; a test compares the two."""


class LazyGroup(click.Group):
    """A group whose `--help` imports none of its commands."""

    sections: ClassVar[Mapping[str, Mapping[str, Lazy]]] = {}
    """The commands by name, under the headings and in the order in which help prints them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the names in the order of the help."""
        return [name for section in self.sections.values() for name in section]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command with a name, or give None when there is none."""
        for section in self.sections.values():
            if cmd_name in section:
                return translated(_load(section[cmd_name].target))
        return None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Print the commands under their headings."""
        for title, section in self.sections.items():
            with formatter.section(_(title)):
                formatter.write_dl([(name, _(lazy.help)) for name, lazy in section.items()])


def _load(target: str) -> click.Command:
    module, attribute = target.split(":")
    command = getattr(import_module(module), attribute)
    assert isinstance(command, click.Command), f"{target} is not a command"
    return command
