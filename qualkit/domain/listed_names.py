"""Lists of names that stay readable."""

from collections.abc import Sequence

from qualkit.translation import _

MOST_NAMED = 6
"""So many names are written out; of the others it is told how many they are."""


def some_of(names: Sequence[str], most: int = MOST_NAMED) -> str:
    """Write names as a list, the first `most` of them."""
    if len(names) <= most:
        return ", ".join(names)
    return _("{names} and {count} more").format(
        names=", ".join(names[:most]), count=len(names) - most
    )
