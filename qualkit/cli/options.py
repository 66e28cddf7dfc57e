"""Options and kinds of values that commands share."""

import re
from collections.abc import Callable
from dataclasses import fields
from functools import wraps
from typing import TypeVar

import click

from qualkit.domain.spans import Span
from qualkit.domain.text import printable
from qualkit.errors import InvalidInputError
from qualkit.formats import header_facts, header_values
from qualkit.translation import _

T = TypeVar("T")
Command = Callable[..., None]

why_option = click.option(
    "--why", default="", metavar="REASON", help="Your reason, kept in the history."
)
unchecked_option = click.option(
    "--unchecked",
    default="",
    metavar="WHY",
    help="Go on though nobody looked at what is printed together ('qualkit mosaic'), and why.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print a JSON array instead.")


def parsed(name: str, read: Callable[[str], T]) -> Callable[[str], T]:
    """Give a kind of value that `read` reads, called `name` in help; what it refuses is misuse."""

    def convert(value: str) -> T:
        try:
            return read(value)
        except InvalidInputError as error:
            told = f"{error.message.rstrip('.')}. {error.hint}".strip()
            raise click.BadParameter(printable(told)) from error

    convert.__name__ = name
    return convert


def read_span(value: str) -> Span:
    """Read `120:180`: code points into the text, half-open.

    Raises:
        InvalidInputError: it is not written so, or is no stretch.
    """
    found = re.fullmatch(r"(\d{1,12}):(\d{1,12})", value.strip())
    if not found:
        raise InvalidInputError(
            _("'{value}' is not written as START:END, e.g. 120:180.").format(value=printable(value))
        )
    return Span(int(found[1]), int(found[2]))


def read_lines(value: str) -> tuple[int, int]:
    """Read `27` or `27-29`: lines counted from 1, both included.

    Raises:
        InvalidInputError: it is not written so, or runs backwards.
    """
    found = re.fullmatch(r"(\d{1,9})(?:-(\d{1,9}))?", value.strip())
    first, last = (int(found[1]), int(found[2] or found[1])) if found else (0, 0)
    if not 1 <= first <= last:
        raise InvalidInputError(
            _("'{value}' is not written as 27 or 27-29.").format(value=printable(value))
        )
    return first, last


DATE = parsed("date", header_values.read_date)
LABEL = parsed("label", header_values.read_label)
LANGUAGE = parsed("code", header_values.read_language)
SPEAKERS = parsed("speakers", header_values.read_speakers)
MINUTES = parsed("minutes", header_facts.read_minutes)
CHECK = parsed("check", header_facts.read_check)
SPAN = parsed("start:end", read_span)
LINES = parsed("lines", read_lines)


def gathered(
    name: str, kind: type, *options: Callable[[Command], Command]
) -> Callable[[Command], Command]:
    """Add options to a command, which gets them as one dataclass with a field for each."""
    keys = [field.name for field in fields(kind)]

    def decorate(command: Command) -> Command:
        @wraps(command)
        def call(*args: object, **values: object) -> None:
            values[name] = kind(**{key: values.pop(key) for key in keys})
            command(*args, **values)

        decorated: Command = call
        for option in reversed(options):
            decorated = option(decorated)
        return decorated

    return decorate
