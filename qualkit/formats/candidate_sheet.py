"""The sheet of candidates: passages that a search found, with a column for a person to fill in."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass

from qualkit.domain.text import printable
from qualkit.errors import UnreadableFileError
from qualkit.formats.csv_tables import unguarded, write_table
from qualkit.formats.decode import decode
from qualkit.translation import _

COLUMNS = (
    "yes_no",
    "reference",
    "label",
    "speaker",
    "words",
    "code",
    "query",
    "version_id",
    "start",
    "end",
)
"""The same in every language, so that a sheet can be read back."""

MOST_BYTES = 50_000_000
MOST_ROWS = 100_000

_YES = frozenset({"j", "ja", "y", "yes", "x", "1"})
_NO = frozenset({"n", "nee", "no", "0"})


@dataclass(frozen=True, slots=True)
class CandidateRow:
    """A candidate on the sheet."""

    reference: str
    label: str
    speaker: str
    words: str
    """The passage on one line."""
    code: str
    query: str
    version_id: str
    start: int
    end: int
    is_confirmed: bool | None = None
    """None while nobody decided."""
    number: int = 0
    """The line it stands on when a table program shows the sheet, from 1."""


def candidates_csv(rows: Iterable[CandidateRow], language: str) -> bytes:
    """Give a sheet on which nothing is decided yet."""
    cells = (
        (
            "",
            row.reference,
            row.label,
            row.speaker,
            row.words,
            row.code,
            row.query,
            row.version_id,
            row.start,
            row.end,
        )
        for row in rows
    )
    return write_table(COLUMNS, cells, language)


def read_candidates(data: bytes, file_name: str) -> list[CandidateRow]:
    """Read a sheet back, whatever table program saved it.

    Raises:
        UnreadableFileError: it is not such a sheet, or a row of it cannot be understood.
    """
    name = printable(file_name)
    if len(data) > MOST_BYTES:
        raise UnreadableFileError(_("'{file}' is too large for a sheet.").format(file=name))
    text = decode(data, name)
    header = text.partition("\n")[0]
    separator = max(";,\t", key=header.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator)
    missing = [column for column in COLUMNS if column not in (reader.fieldnames or ())]
    if missing:
        raise UnreadableFileError(
            _("'{file}' is no sheet of candidates: the column '{column}' is missing.").format(
                file=name, column=missing[0]
            ),
            _("'qualkit search … --candidates FILE --code CODE' writes one."),
        )
    try:
        return [
            _row(cells, number, name) for number, cells in enumerate(_few(reader, name), start=2)
        ]
    except csv.Error as error:
        raise UnreadableFileError(
            _("'{file}' cannot be read as a table: {reason}.").format(file=name, reason=error)
        ) from error


def _few(
    reader: "csv.DictReader[str]", name: str
) -> Iterable[dict[str | None, str | list[str] | None]]:
    """Give the rows, up to the most that a sheet may have."""
    for number, cells in enumerate(reader):
        if number == MOST_ROWS:
            raise UnreadableFileError(
                _("'{file}' has more than {count} rows.").format(file=name, count=MOST_ROWS)
            )
        yield {**cells}


def _row(cells: dict[str | None, str | list[str] | None], number: int, name: str) -> CandidateRow:
    found = {column: _cell(cells.get(column)) for column in COLUMNS}
    decided = found["yes_no"].strip().casefold()
    places = found["start"].strip(), found["end"].strip()
    if not all(place.isdecimal() and len(place) < 12 for place in places):
        raise _unclear(name, number, _("Its place is not there any more."))
    if decided and decided not in _YES | _NO:
        said = _("'{words}' is neither yes nor no.").format(words=printable(decided[:40]))
        raise _unclear(name, number, said)
    return CandidateRow(
        reference=found["reference"],
        label=found["label"],
        speaker=found["speaker"],
        words=found["words"],
        code=found["code"].strip(),
        query=found["query"],
        version_id=found["version_id"].strip(),
        start=int(places[0]),
        end=int(places[1]),
        is_confirmed=decided in _YES if decided else None,
        number=number,
    )


def _cell(value: str | list[str] | None) -> str:
    return unguarded(value) if isinstance(value, str) else ""


def _unclear(name: str, number: int, why: str) -> UnreadableFileError:
    return UnreadableFileError(
        _("Row {number} of '{file}' cannot be used. {why}").format(
            number=number, file=name, why=why
        ),
        _("Fill in j or n (y or n) in the first column; leave it empty to decide later."),
    )
