"""Which columns of a table hold the names and the words of documents."""

from collections.abc import Sequence
from dataclasses import dataclass

from qualkit.domain.text import one_line, printable
from qualkit.errors import InvalidInputError
from qualkit.translation import _

ID_COLUMNS = ("id", "name", "source", "naam", "bron")
"""Of which the first that a table has names its documents, when no other is asked for."""

TEXT_COLUMNS = ("text", "tekst")


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns of a table hold the names and the words of documents."""

    id: str = ""
    """Empty for the first of `ID_COLUMNS` that is there."""
    text: str = ""
    """Empty for the first of `TEXT_COLUMNS`."""

    def found_in(self, names: Sequence[str], table: str) -> tuple[str, str]:
        """Give both as they are written in a table; capitals and spaces around make no difference.

        Raises:
            InvalidInputError: the table has no such column.
        """
        return (
            _first(names, [self.id] if self.id else ID_COLUMNS, table, "--id-column"),
            _first(names, [self.text] if self.text else TEXT_COLUMNS, table, "--text-column"),
        )


ANY_COLUMNS = Columns()


def _first(names: Sequence[str], wanted: Sequence[str], table: str, option: str) -> str:
    known = {name.strip().casefold(): name for name in reversed(names)}
    for each in wanted:
        if each.casefold() in known:
            return known[each.casefold()]
    shown = ", ".join(one_line(printable(name), 40) for name in names[:20])
    raise InvalidInputError(
        _("'{table}' has no column {wanted}; it has: {names}.").format(
            table=table, wanted=_(" or ").join(wanted[:3]), names=shown
        ),
        _("Name the one that is meant with {option}.").format(option=option),
    )
