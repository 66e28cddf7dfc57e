"""Longer texts, from the command line, from stdin or from the person's own editor."""

import sys

import click

from qualkit.domain.text import normalise
from qualkit.errors import InvalidInputError
from qualkit.translation import _


def read_body(given: str | None, present: str = "") -> str:
    """Give the text that a person wrote: as an argument, on stdin (`-`), or in her editor.

    Raises:
        UsageError: nothing was given, and there is no terminal to open an editor on.
        InvalidInputError: nothing was written, or stdin is not UTF-8.
    """
    if given == "-":
        return _read_stdin()
    if given is not None:
        return normalise(given)
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise click.UsageError(_("Give the text as an argument, or '-' to read it from stdin."))
    written = click.edit(present, extension=".md")
    if written is None:
        raise InvalidInputError(
            _("Nothing was written."), _("Save the text in the editor to keep it.")
        )
    return normalise(written)


def _read_stdin() -> str:
    try:
        return normalise(sys.stdin.buffer.read().decode("utf-8"))
    except UnicodeDecodeError as error:
        raise InvalidInputError(_("What came in on stdin is not UTF-8 text.")) from error
