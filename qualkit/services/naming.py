"""Finding a thing by what a person calls it."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from rapidfuzz import process

from qualkit.domain.text import folded, printable
from qualkit.errors import AmbiguousNameError, NotFoundError

T = TypeVar("T")


def pick(noun: str, wanted: str, items: Sequence[T], names: Callable[[T], Sequence[str]]) -> T:
    """Give the one item that goes by `wanted`; see `folded` for what makes no difference.

    Raises:
        NotFoundError: none does; the hint names what comes near.
        AmbiguousNameError: more than one does.
    """
    key = folded(wanted)
    found = [item for item in items if key in (folded(name) for name in names(item))]
    if len(found) == 1:
        return found[0]
    if found:
        options = ", ".join(f"'{printable(names(item)[0])}'" for item in found[:6])
        raise AmbiguousNameError(
            f"More than one {noun} is called '{printable(wanted)}': {options}.",
            "Name it in full, or by its id.",
        )
    near = process.extract(
        key, [names(item)[0] for item in items], processor=folded, limit=3, score_cutoff=55
    )
    hint = f"Did you mean {' or '.join(repr(name) for name, _, _ in near)}?" if near else ""
    raise NotFoundError(f"There is no {noun} called '{printable(wanted)}'.", hint)


def pick_by_id(noun: str, wanted: str, items: Sequence[T], ids: Callable[[T], str]) -> T:
    """Give the one item whose id begins with `wanted` (at least 4 signs).

    Raises:
        NotFoundError: none does.
        AmbiguousNameError: more than one does.
    """
    key = wanted.strip().lower()
    found = [item for item in items if len(key) >= 4 and ids(item).startswith(key)]
    if len(found) == 1:
        return found[0]
    if found:
        raise AmbiguousNameError(f"More than one {noun} has an id that begins with '{key}'.")
    raise NotFoundError(f"There is no {noun} with the id '{printable(wanted)}'.")
