"""Help in the language in use: commands as they were written, with their words translated.

A help is translated by paragraph, so that its example stays as it is and cannot go wrong twice.
"""

import gettext
import os
from copy import copy
from enum import StrEnum
from inspect import cleandoc
from typing import Any

import click

from qualkit.translation import CATALOGUES, N_, _
from qualkit.tui.terms import term

EXAMPLE = N_("Example:")
_AS_IT_IS = "\b\n"
"""What click leaves unwrapped begins with this: the examples."""


def speak_click(language: str) -> None:
    """Let click say its own words ("Usage:", "No such option …") in a language too.

    They come through the gettext of the standard library, which takes the language from the
    environment.
    """
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain("click", str(CATALOGUES))
    gettext.textdomain("click")


def translated(command: click.Command) -> click.Command:
    """Give a copy of a command, and of those under it, that helps in the language in use."""
    spoken = copy(command)
    spoken.help = command.help and _help(command.help)
    spoken.params = [_parameter(item) for item in command.params]
    if isinstance(spoken, click.Group):
        spoken.commands = {name: translated(item) for name, item in spoken.commands.items()}
    return spoken


def paragraphs(text: str) -> list[str]:
    """Give the paragraphs of a help, each on one line but for what click leaves as it is."""
    return [
        part if part.startswith(_AS_IT_IS) else " ".join(part.split())
        for part in cleandoc(text).split("\n\n")
    ]


def _help(text: str) -> str:
    return "\n\n".join(
        part.replace(EXAMPLE, _(EXAMPLE), 1) if part.startswith(_AS_IT_IS) else _(part)
        for part in paragraphs(text)
    )


def _parameter(item: click.Parameter) -> click.Parameter:
    spoken = copy(item)
    if isinstance(spoken, click.Option) and spoken.help:
        spoken.help = _(spoken.help)
    if isinstance(spoken.type, click.Choice):
        spoken.type = _ChoiceInWords(spoken.type.choices, spoken.type.case_sensitive)
    return spoken


class _ChoiceInWords(click.Choice[Any]):
    """Takes a value of the domain as tables show it, too: "uitspraak" for a ruling."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Give the value that was meant."""
        words = {term(item).casefold(): item for item in self.choices if isinstance(item, StrEnum)}
        return words.get(str(value).casefold()) or super().convert(value, param, ctx)
