"""Candidates on a sheet: written for a person to fill in, and coded when she said yes."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from qualkit.domain.candidates import Candidate, Collection, Confirmed, Found
from qualkit.domain.operations import Outcome
from qualkit.domain.projects import ProjectInfo
from qualkit.domain.sources import Version
from qualkit.domain.spans import Span
from qualkit.domain.text import one_line
from qualkit.errors import InvalidInputError, UnreadableFileError
from qualkit.formats.atomic import write_whole
from qualkit.formats.candidate_sheet import (
    MOST_BYTES,
    CandidateRow,
    candidates_csv,
    read_candidates,
)
from qualkit.services.candidates import Candidates
from qualkit.services.workspace import Workspace, locked
from qualkit.store.candidates import newest_versions
from qualkit.store.labels import source_labels
from qualkit.store.passages import PassageReader
from qualkit.store.texts import read_version
from qualkit.translation import _


@dataclass(frozen=True, slots=True)
class SheetResult:
    """What came of a sheet that was filled in."""

    coded: int
    """Passages that were coded now."""
    refused: int
    """Rows with a no."""
    undecided: int


class CandidateSheets:
    """Sheets of candidates."""

    def __init__(self, workspace: Workspace, candidates: Candidates) -> None:
        """Write about an open project; `candidates` codes what was confirmed."""
        self._workspace = workspace
        self._candidates = candidates

    def write(
        self, target: Path, query: str, code: str, found: Iterable[Found], context: bool = False
    ) -> Collection:
        """Write a sheet with the candidates among what a search found; nothing is coded.

        Args:
            target: The file.
            query: What was searched for, as typed.
            code: The code that is meant, or the path of one that is to be made.
            found: The places, in the order of the rows.
            context: Whether what interviewers and helpers say goes on the sheet as well.

        Raises:
            InvalidInputError: the file cannot be written there.
        """
        looked = self._candidates.look(query, code, found)
        wanted = looked.candidates if context else looked.evidence
        readers: dict[str, PassageReader] = {}
        rows = [self._row(each, looked, readers) for each in wanted]
        language = self._workspace.database.find(ProjectInfo)[0].language
        write_whole(target, candidates_csv(rows, language))
        return looked

    @locked
    def code(self, path: Path, why: str = "") -> Outcome[SheetResult]:
        """Code what was confirmed on a sheet, as one step, or nothing of it.

        Raises:
            UnreadableFileError: it is not such a sheet, or a row cannot be understood.
            InvalidInputError: nothing was confirmed, or words are not those of the source any more.
        """
        rows = read_candidates(_bytes_of(path), path.name)
        yes = [row for row in rows if row.is_confirmed]
        confirmed = self._checked(yes)
        query = ", ".join(dict.fromkeys(row.query for row in yes))
        outcome = self._candidates.code(confirmed, query, why)
        undecided = sum(row.is_confirmed is None for row in rows)
        result = SheetResult(outcome.value, len(rows) - len(yes) - undecided, undecided)
        return Outcome(result, outcome.touched)

    def _row(
        self, candidate: Candidate, looked: Collection, readers: dict[str, PassageReader]
    ) -> CandidateRow:
        reader = self._reader(candidate.version_id, readers)
        passage = reader.read(candidate.span)
        return CandidateRow(
            reference=f"P{reader.source.number}:{passage.line}",
            label=reader.label,
            speaker=", ".join(passage.speakers),
            words=passage.words,
            code=looked.code,
            query=looked.query,
            version_id=candidate.version_id,
            start=candidate.span.start,
            end=candidate.span.end,
        )

    def _reader(self, version_id: str, readers: dict[str, PassageReader]) -> PassageReader:
        if version_id not in readers:
            database = self._workspace.database
            text = read_version(database, self._workspace.get(Version, version_id))
            label = source_labels(database, [text.source.id]).get(text.source.id)
            readers[version_id] = PassageReader(text, label or text.source.title)
        return readers[version_id]

    def _checked(self, rows: list[CandidateRow]) -> list[Confirmed]:
        """Give what is to be coded, if every row still has the words of its source.

        Raises:
            InvalidInputError: one has not.
        """
        database = self._workspace.database
        readers: dict[str, PassageReader] = {}
        for row in rows:
            version = database.get(Version, row.version_id)
            if version is None or version.id not in newest_versions(database, [version.source_id]):
                raise _changed(row, _("The source has another text by now."))
            reader = self._reader(version.id, readers)
            words = reader.words_at(row.start, row.end)
            if not words or words != one_line(row.words):
                raise _changed(row, _("Its words do not stand there word for word."))
            if not row.code:
                raise _changed(row, _("It names no code."))
        return [Confirmed(row.version_id, Span(row.start, row.end), row.code) for row in rows]


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise UnreadableFileError(
            _("'{file}' cannot be read: {reason}.").format(file=path, reason=error.strerror)
        ) from error


def _changed(row: CandidateRow, why: str) -> InvalidInputError:
    return InvalidInputError(
        _("Row {number} ({place}) cannot be coded. {why}").format(
            number=row.number, place=one_line(row.reference, 20), why=why
        ),
        _("Nothing was coded. Search again and fill in a new sheet."),
    )
