"""A sheet that was filled in, as lines of cells: found by its headings, read by the ids in it.

Lines may stand in any order, with columns moved, added or left out; what stands above the headings
tells who filled it in.
"""

from collections.abc import Iterable, Sequence

from qualkit.domain.answer_sheets import FilledSheet, SheetRow
from qualkit.domain.text import folded, normalise
from qualkit.errors import UnreadableFileError
from qualkit.formats.sheet_words import (
    DECISION,
    ITEM_ID,
    QUOTE,
    REMARK,
    REVIEWER,
    SHEET_ID,
    column_of,
    sheet_words,
)
from qualkit.translation import _

MOST_ROWS = 100_000
MOST_SIGNS = 40_000
"""That a cell may hold; Excel takes no more than 32,767."""

_CHOOSE = frozenset(folded(sheet_words(language).choose) for language in ("nl", "en"))
"""What stands in a list of a Word file while nothing was chosen."""


def read_grid(
    pages: Iterable[Iterable[Sequence[str]]], file_name: str, numbered: bool = True
) -> FilledSheet:
    """Read pages of lines of cells; `numbered` tells whether a person sees the numbers of lines.

    Raises:
        UnreadableFileError: there are no headings of a sheet in it, or it is too large.
    """
    reader = _GridReader(file_name)
    for page in pages:
        reader.begin_page()
        filled = 0
        for number, line in enumerate(page, start=1):
            if not any(line):
                continue
            filled += 1
            if filled > MOST_ROWS:
                raise UnreadableFileError(
                    _("'{file}' has more than {count} rows.").format(
                        file=file_name, count=MOST_ROWS
                    )
                )
            place = _("row {number}").format(number=number) if numbered else ""
            reader.read([_cell(cell, file_name) for cell in line], place)
    return reader.sheet()


class _GridReader:
    """Reads a grid line by line; every line of headings tells anew where the columns are."""

    def __init__(self, file_name: str) -> None:
        self._file_name = file_name
        self._columns: dict[str, int] = {}
        self._is_sheet = False
        self._told: dict[str, str] = {}
        """The reviewer and the id of the sheet, as they are first told."""
        self._rows: list[SheetRow] = []

    def begin_page(self) -> None:
        """Forget where the columns were: another page may be about something else."""
        self._columns = {}

    def read(self, cells: Sequence[str], place: str) -> None:
        keys = [column_of(cell) for cell in cells]
        if ITEM_ID in keys and (QUOTE in keys or DECISION in keys):
            found = {key: column for column, key in reversed([*enumerate(keys)]) if key}
            self._columns, self._is_sheet = found, True
        elif REVIEWER in keys or SHEET_ID in keys:
            self._read_about(keys, cells)
        elif self._columns:
            self._read_row(cells, place)

    def sheet(self) -> FilledSheet:
        if not self._is_sheet:
            raise UnreadableFileError(
                _("'{file}' is no quote sheet: it has no column with the ids of quotes.").format(
                    file=self._file_name
                ),
                _("'qualkit export quotes' writes one; its columns have to keep their headings."),
            )
        return FilledSheet(
            file_name=self._file_name,
            rows=tuple(self._rows),
            reviewer=self._told.get(REVIEWER, ""),
            sheet_id=self._told.get(SHEET_ID, ""),
        )

    def _read_about(self, keys: Sequence[str], cells: Sequence[str]) -> None:
        """Read what stands to the right of a heading, above the rows."""
        for key, said in zip(keys, cells[1:], strict=False):
            if key in (REVIEWER, SHEET_ID) and said and not column_of(said):
                self._told.setdefault(key, said)

    def _read_row(self, cells: Sequence[str], place: str) -> None:
        found = {key: cells[at] if at < len(cells) else "" for key, at in self._columns.items()}
        decision = found.get(DECISION, "")
        if folded(decision) in _CHOOSE:
            decision = ""
        remark, item_id = found.get(REMARK, ""), found[ITEM_ID].lower()
        if not item_id and not decision and not remark:
            return
        for key in (REVIEWER, SHEET_ID):
            if found.get(key):
                self._told.setdefault(key, found[key])
        words, reviewer = found.get(QUOTE, ""), found.get(REVIEWER, "")
        self._rows.append(SheetRow(item_id, decision, remark, words, place, reviewer))


def _cell(cell: str, file_name: str) -> str:
    if len(cell) > MOST_SIGNS:
        raise UnreadableFileError(
            _("'{file}' has a cell of more than {count} signs.").format(
                file=file_name, count=MOST_SIGNS
            )
        )
    return normalise(cell).strip()
