"""Finding a thing by what a person calls it."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from rapidfuzz import process

from qualkit.domain.text import folded, printable
from qualkit.errors import AmbiguousNameError, NotFoundError
from qualkit.translation import _

T = TypeVar("T")


def pick(noun: str, wanted: str, items: Sequence[T], names: Callable[[T], Sequence[str]]) -> T:
    """Give the one item that goes by `wanted`; see `folded` for what makes no difference.

    `noun` is what such a thing is called, in English.

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
            _("More than one {noun} is called '{name}': {options}.").format(
                noun=_(noun), name=printable(wanted), options=options
            ),
            _("Name it in full, or by its id."),
        )
    near = process.extract(
        key, [names(item)[0] for item in items], processor=folded, limit=3, score_cutoff=55
    )
    names_near = _(" or ").join(f"'{printable(match[0])}'" for match in near)
    hint = _("Did you mean {names}?").format(names=names_near) if near else ""
    raise NotFoundError(
        _("There is no {noun} called '{name}'.").format(noun=_(noun), name=printable(wanted)), hint
    )


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
        raise AmbiguousNameError(
            _("More than one {noun} has an id that begins with '{start}'.").format(
                noun=_(noun), start=key
            )
        )
    raise NotFoundError(
        _("There is no {noun} with the id '{id}'.").format(noun=_(noun), id=printable(wanted))
    )
