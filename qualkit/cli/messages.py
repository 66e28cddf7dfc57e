"""What is said to a person on stderr."""

import click

from qualkit.domain.text import printable


def say(message: str) -> None:
    """Print a message to stderr, without signs that could steer the terminal."""
    click.echo(printable(message), err=True)


def shown_id(row_id: str) -> str:
    """Give the first signs of an id, enough to name a thing by."""
    return row_id[:8]
