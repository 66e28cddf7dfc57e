"""What is told of a file that should hold suggestions and is something else."""

from collections.abc import Iterable

from qualkit.errors import UnreadableFileError
from qualkit.formats.suggestion_columns import COLUMNS
from qualkit.translation import N_, _

NOT_OURS = N_("'qualkit suggest --out FILE' writes such a file.")


def refuse_other_columns(columns: Iterable[str], name: str) -> None:
    """Refuse a file that has not all of the columns.

    Raises:
        UnreadableFileError: naming the first that is missing.
    """
    there = set(columns)
    missing = [column for column in COLUMNS if column not in there]
    if missing:
        raise UnreadableFileError(
            _("'{file}' is no list of suggestions: '{column}' is missing.").format(
                file=name, column=missing[0]
            ),
            _(NOT_OURS),
        )


def damaged(name: str) -> UnreadableFileError:
    """Give the error for a file that cannot be read as what it is."""
    return UnreadableFileError(_("'{file}' is damaged.").format(file=name), _(NOT_OURS))


def unclear(number: int, name: str) -> UnreadableFileError:
    """Give the error for a row that says nothing one could use."""
    return UnreadableFileError(
        _("Row {number} of '{file}' cannot be understood.").format(number=number, file=name),
        _(NOT_OURS),
    )


def strange_signs(number: int, name: str) -> UnreadableFileError:
    """Give the error for a row with signs that could steer a terminal or a page."""
    return UnreadableFileError(
        _("Row {number} of '{file}' holds signs that do not belong in a phrase.").format(
            number=number, file=name
        ),
        _(NOT_OURS),
    )


def too_large(name: str) -> UnreadableFileError:
    """Give the error for a file that is larger than any list one could go through."""
    return UnreadableFileError(
        _("'{file}' is too large for a list of suggestions.").format(file=name),
        _("Ask for fewer phrases: 'qualkit suggest --top N'."),
    )
