"""Which form a file is written in, told by its name."""

from collections.abc import Sequence
from pathlib import Path

from qualkit.domain.text import printable
from qualkit.errors import InvalidInputError
from qualkit.translation import _

LONGEST = 4
"""Signs of an ending that says a form; what is longer, or has digits, is part of a name."""


def form_of(target: Path, known: Sequence[str], otherwise: str) -> str:
    """Give the form that the name of a file says, or `otherwise` when it says none.

    Raises:
        InvalidInputError: its name says a form that it cannot have.
    """
    ending = target.suffix.lower().removeprefix(".")
    if ending in known:
        return ending
    # A text in the form of Word under the name of another opens nowhere, or only by luck.
    if ending.isalpha() and len(ending) <= LONGEST and ending != otherwise:
        raise InvalidInputError(
            _("This cannot be written as .{form}.").format(form=printable(ending)),
            _("The name can end in: {known}.").format(
                known=", ".join(f".{each}" for each in dict.fromkeys((otherwise, *known)))
            ),
        )
    return otherwise
