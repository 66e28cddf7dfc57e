"""The codes that were used last, latest first: kept with the project, across sessions."""

from collections.abc import Collection, Sequence

from qualkit.domain.codings import Coding
from qualkit.services.bookmarks import Bookmarks

BOOKMARK = "recent codes"
MOST = 9
"""As many as there are digits."""


def recent_codes(
    bookmarks: Bookmarks, codings: Sequence[Coding], offered: Collection[str]
) -> list[str]:
    """Give the ids of the codes used last, of those that are offered.

    Where none are kept, those of `codings` count, by when they were made.
    """
    kept = bookmarks.get(BOOKMARK)
    used = [str(kept[place]) for place in sorted(kept, key=int)]
    latest = sorted(codings, key=lambda coding: coding.created_at, reverse=True)
    wanted = dict.fromkeys([*used, *(coding.code_id for coding in latest)])
    return [code_id for code_id in wanted if code_id in offered][:MOST]


def as_bookmark(before: Sequence[str], used: Sequence[str]) -> dict[str, int | str]:
    """Give what to keep when codes were used just now."""
    order = list(dict.fromkeys([*used, *before]))[:MOST]
    return {str(place): code_id for place, code_id in enumerate(order)}
