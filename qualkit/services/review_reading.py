"""From the files of co-authors to answers, beside those that are there already."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from qualkit.domain.answer_sheets import (
    Arrival,
    ArrivedAnswer,
    FilledSheet,
    SheetRow,
    Understood,
    UnknownAnswer,
    understood,
)
from qualkit.domain.identity import new_id, utc_now
from qualkit.domain.projects import ProjectInfo
from qualkit.domain.review_reports import RefusedSheet, ReviewedItem, ReviewReport
from qualkit.domain.reviews import ReviewAnswer
from qualkit.domain.text import folded, one_line, printable
from qualkit.domain.word_diff import same_words
from qualkit.errors import InvalidInputError, QualkitError
from qualkit.formats.answers import read_answers
from qualkit.services.review_items import answers_by_item, grouped, reviewed_items
from qualkit.services.sheets import SHEET
from qualkit.store.database import Database
from qualkit.store.export_log import exports_made, items_of
from qualkit.translation import _

_UNNAMED = {"nl": "co-auteur", "en": "co-author"}
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class _Row:
    """A row about something that is in the project, and what it says."""

    item: ReviewedItem
    row: SheetRow
    asked: str
    said: Understood


@dataclass(frozen=True, slots=True)
class CameBack:
    """Files as they were read, before they are held against a project."""

    sheets: tuple[FilledSheet, ...]
    refused: tuple[RefusedSheet, ...]


def read_files(files: Sequence[Path]) -> CameBack:
    """Read files; those that cannot be read are kept apart with the reason."""
    sheets: list[FilledSheet] = []
    refused: list[RefusedSheet] = []
    for path in files:
        try:
            sheets.append(read_answers(path))
        except QualkitError as error:
            refused.append(_refusal(path.name, error))
    return CameBack(tuple(sheets), tuple(refused))


class AnswerReader:
    """Holds files against a project once, and tells what would become of the answers in them."""

    def __init__(self, database: Database) -> None:
        """Read beside the answers that a project has."""
        self._database = database
        before = answers_by_item(database)
        self._there = {
            (answer.item_id, folded(answer.reviewer)): answer
            for answers in before.values()
            for answer in answers
        }
        self._names = {folded(answer.reviewer): answer.reviewer for answer in self._there.values()}
        self._arrived: dict[tuple[str, str], ArrivedAnswer] = {}
        self._unknown: list[UnknownAnswer] = []
        self._refused: list[RefusedSheet] = []
        self._unnamed: list[str] = []

    def report(self, files: CameBack, reviewer: str) -> ReviewReport:
        """Tell of files, of which `reviewer` filled in those that name nobody."""
        self._refused += files.refused
        ids = {row.item_id for sheet in files.sheets for row in sheet.rows}
        items = {item.id: item for item in reviewed_items(self._database, ids, {})}
        taken = [sheet for sheet in files.sheets if self._is_ours(sheet, items)]
        for sheet in taken:
            self._read(sheet, items, reviewer)
        standing = {**self._there, **{key: each.answer for key, each in self._arrived.items()}}
        answers = grouped(sorted(standing.values(), key=lambda each: folded(each.reviewer)))
        about = {each.answer.item_id for each in self._arrived.values()}
        return ReviewReport(
            files=tuple(sheet.file_name for sheet in taken),
            arrived=tuple(self._arrived.values()),
            unknown=tuple(self._unknown),
            refused=tuple(self._refused),
            items=tuple(
                replace(item, answers=answers[item.id])
                for item in items.values()
                if item.id in about
            ),
            unnamed=tuple(self._unnamed),
        )

    def _is_ours(self, sheet: FilledSheet, items: dict[str, ReviewedItem]) -> bool:
        """Tell whether a sheet was made from this project; one that was not is refused."""
        if any(row.item_id in items for row in sheet.rows):
            return True
        if sheet.sheet_id and items_of(self._database, sheet.sheet_id) is not None:
            return True
        error = InvalidInputError(
            _("None of the quotes in '{file}' is in this project.").format(file=sheet.file_name),
            _("It may be the sheet of another project; open that one, or name it with -C."),
        )
        self._refused.append(_refusal(sheet.file_name, error))
        return False

    def _read(self, sheet: FilledSheet, items: dict[str, ReviewedItem], reviewer: str) -> None:
        asked = self._asked(sheet)
        by_name: dict[str, list[SheetRow]] = {}
        for row in sheet.rows:
            told = row.reviewer or sheet.reviewer or reviewer
            by_name.setdefault(_tidy(told), []).append(row)
        for told, rows in by_name.items():
            self._read_rows(sheet.file_name, told, rows, items, asked)

    def _read_rows(
        self,
        file_name: str,
        told: str,
        rows: Sequence[SheetRow],
        items: Mapping[str, ReviewedItem],
        asked: Mapping[str, str],
    ) -> None:
        """Read the rows that one person filled in."""
        known: list[_Row] = []
        strange: list[SheetRow] = []
        for row in rows:
            item = items.get(row.item_id)
            words = asked.get(row.item_id) or (item.words if item else row.words)
            said = understood(row, words)
            if said is not None and item is not None:
                known.append(_Row(item, row, words, said))
            elif said is not None:
                strange.append(row)
        name = self._name(file_name, told, known)
        self._unknown += [UnknownAnswer(file_name, name, row) for row in strange]
        for each in known:
            self._take(each, name, file_name)

    def _asked(self, sheet: FilledSheet) -> Mapping[str, str]:
        """Give the words that stood on a sheet, by what they belong to.

        A file that lost the id of its sheet is held to be the one that it is most alike.
        """
        if sheet.sheet_id and (known := items_of(self._database, sheet.sheet_id)):
            return known
        made = dict.fromkeys(each.sha256 for each in exports_made(self._database, SHEET))
        return max(
            (items_of(self._database, sha256) or {} for sha256 in made),
            key=lambda words: sum(
                same_words(words.get(row.item_id, ""), row.words) for row in sheet.rows if row.words
            ),
            default={},
        )

    def _name(self, file_name: str, told: str, rows: Sequence[_Row]) -> str:
        """Give who filled rows in, as she is called already."""
        if told:
            return self._names.setdefault(folded(told), told)
        if rows:
            self._unnamed.append(file_name)
        language = self._database.find(ProjectInfo)[0].language
        return self._nameless(_UNNAMED.get(language, _UNNAMED["en"]), rows)

    def _nameless(self, noun: str, rows: Sequence[_Row]) -> str:
        """Give a name to somebody who gave none: a new one, unless all she says is there."""
        number = 1
        while name := self._names.get(f"{noun} {number}"):
            if all(self._is_there(each, name) for each in rows):
                return name
            number += 1
        return self._names.setdefault(f"{noun} {number}", f"{noun} {number}")

    def _is_there(self, each: _Row, name: str) -> bool:
        before = self._there.get((each.item.id, folded(name)))
        return before is not None and before.says == _says(each)

    def _take(self, each: _Row, name: str, file_name: str) -> None:
        key = each.item.id, folded(name)
        earlier = self._arrived.get(key)
        before = earlier.answer if earlier else self._there.get(key)
        if before is not None and before.says == _says(each):
            arrival, answer = earlier.arrival if earlier else Arrival.SAME, before
        else:
            arrival = Arrival.NEWER if before else Arrival.NEW
            answer = _answer(each, name, before.id if before else new_id())
        self._arrived[key] = ArrivedAnswer(
            answer=answer,
            arrival=arrival,
            file_name=file_name,
            place=each.row.place,
            is_unclear=each.said.is_unclear,
            is_outdated=not same_words(each.asked, each.item.words),
        )


def _refusal(name: str, error: QualkitError) -> RefusedSheet:
    return RefusedSheet(printable(name), error.message, error.hint)


def _tidy(name: str) -> str:
    return one_line(printable(name))[:_LONGEST_NAME].rstrip()


def _says(each: _Row) -> tuple[object, ...]:
    return each.said.decision, each.said.remark, each.said.changed, each.asked


def _answer(each: _Row, reviewer: str, row_id: str) -> ReviewAnswer:
    is_quote = each.item.quote is not None
    return ReviewAnswer(
        id=row_id,
        reviewer=reviewer,
        received_at=utc_now(),
        quote_id=each.item.id if is_quote else None,
        vignette_id=None if is_quote else each.item.id,
        decision=each.said.decision,
        remark=each.said.remark,
        changed=each.said.changed,
        asked=each.asked,
    )
