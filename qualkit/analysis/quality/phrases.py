"""Turns of phrase that several points share."""

from collections.abc import Sequence

from qualkit.translation import _

MOST_NAMED = 6
"""So many names are written out; of the others it is told how many they are."""


def some_of(names: Sequence[str]) -> str:
    """Write names as a list that stays readable."""
    if len(names) <= MOST_NAMED:
        return ", ".join(names)
    return _("{names} and {count} more").format(
        names=", ".join(names[:MOST_NAMED]), count=len(names) - MOST_NAMED
    )
