"""Bringing files in: many at once, as one step that can be undone, bad ones refused by name."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from qualkit.domain.cases import CaseKind
from qualkit.domain.identity import new_id, utc_now
from qualkit.domain.operations import Outcome
from qualkit.domain.proposals import default_unit
from qualkit.domain.quotability import SourceTerms
from qualkit.domain.source_making import MakingChange, SourceMaking
from qualkit.domain.sources import Source, SourceKind, SourceText, Speaker, TextKind, Version
from qualkit.domain.text import printable, sha256_of
from qualkit.errors import InvalidInputError, UnreadableFileError
from qualkit.formats.drafts import ImportDraft
from qualkit.formats.header import Header
from qualkit.formats.registry import find_files, read_file
from qualkit.services.cases import join_case
from qualkit.services.first_reading import first_reading
from qualkit.services.segments import first_segmentation
from qualkit.services.workspace import ORIGINALS, Workspace
from qualkit.store.journal import Step
from qualkit.store.originals import drop_unfinished, keep_original
from qualkit.store.texts import keep_text, version_of_file
from qualkit.translation import _, ngettext

TOUCHED = frozenset({"sources", "segments", "cases"})

_TEXT_KINDS = {
    SourceKind.INTERVIEW: TextKind.NOTES,
    SourceKind.TRANSCRIPT: TextKind.TRANSCRIPT,
    SourceKind.CHAT: TextKind.CHAT,
    SourceKind.RULING: TextKind.OFFICIAL,
    SourceKind.WEB: TextKind.OFFICIAL,
    SourceKind.NEWS: TextKind.OFFICIAL,
}

_KIND_NAMES = {
    SourceKind.INTERVIEW: "Interview",
    SourceKind.TRANSCRIPT: "Transcript",
    SourceKind.CHAT: "Chat",
    SourceKind.RULING: "Uitspraak",
    SourceKind.WEB: "Webpagina",
    SourceKind.NEWS: "Nieuwsbericht",
}
"""What a source without a title is called, before its number."""

Progress = Callable[[int, int], None]
"""Called with how many files are done, and of how many."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that was not brought in, and why."""

    file_name: str
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Repeat:
    """A file that was noticed to be in the project already, or twice in one run."""

    file_name: str
    source: Source


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of the files of one run."""

    imported: tuple[Source, ...]
    file_names: tuple[str, ...]
    """Of the imported sources, in their order; told here once and kept nowhere."""
    repeated: tuple[Repeat, ...]
    refused: tuple[Refusal, ...]


class Imports:
    """Brings files into the project."""

    def __init__(self, workspace: Workspace) -> None:
        """Import into an open project."""
        self._workspace = workspace

    def run(
        self, paths: Iterable[Path], given: Header | None = None, progress: Progress | None = None
    ) -> Outcome[ImportReport]:
        """Import files and folders; what is `given` comes before what a file's header says.

        Everything that can be read comes in as one step. The rest is named in the report, and a
        file that is in the project already is left out.

        Raises:
            InvalidInputError: there is no file to import at all.
        """
        files = find_files(paths)
        if not files:
            raise InvalidInputError(
                _("There is nothing to import there."),
                _("Give .txt, .md or .docx files, or folders."),
            )
        drafts, refused = self._read(files, progress)
        imported: list[Source] = []
        names: list[str] = []
        repeated: list[Repeat] = []
        originals = self._workspace.folder / ORIGINALS
        with self._workspace.journal.operation("source.import", "") as step:
            drop_unfinished(originals)
            for draft in drafts:
                source, is_new = self._bring_in(step, draft, given or Header())
                if is_new:
                    imported.append(source)
                    names.append(draft.file_name)
                else:
                    repeated.append(Repeat(draft.file_name, source))
            step.summary = _summary(imported)
        report = ImportReport(tuple(imported), tuple(names), tuple(repeated), tuple(refused))
        return Outcome(report, TOUCHED)

    def _read(
        self, files: Sequence[Path], progress: Progress | None
    ) -> tuple[list[ImportDraft], list[Refusal]]:
        """Read files before the project is locked for writing."""
        drafts, refused = [], []
        for done, path in enumerate(files, start=1):
            try:
                drafts.append(read_file(path))
            except UnreadableFileError as error:
                refused.append(Refusal(printable(path.name), error.message, error.hint))
            if progress:
                progress(done, len(files))
        return drafts, refused

    def _bring_in(self, step: Step, draft: ImportDraft, given: Header) -> tuple[Source, bool]:
        """Give the source of a draft, and whether it is new."""
        database = self._workspace.database
        known = version_of_file(database, draft.file_sha256, sha256_of(draft.text))
        if known:
            return self._workspace.get(Source, known.source_id), False
        said = given.before(draft.header)
        reading = first_reading(draft.text, said)
        source = self._source(said, reading.kind)
        step.add(source)
        step.add_all(_facts(source, said))
        version = Version(
            id=new_id(),
            source_id=source.id,
            number=1,
            sha256=keep_text(database, draft.text),
            file_sha256=draft.file_sha256,
            utterances=reading.utterances,
            created_at=source.imported_at,
            file_suffix=draft.suffix,
        )
        step.add(version)
        speakers = tuple(
            Speaker(new_id(), source.id, name, role) for name, role in reading.roles.items()
        )
        step.add_all(speakers)
        text = SourceText(source, version, draft.text, speakers)
        step.add(first_segmentation(text, default_unit(source.kind, reading.utterances)))
        if label := said.label:
            is_chat = source.kind is SourceKind.CHAT
            kind = CaseKind.CONVERSATION if is_chat else CaseKind.PARTICIPANT
            join_case(step, database, source.id, label, kind)
        keep_original(
            self._workspace.folder / ORIGINALS, draft.raw, draft.file_sha256, draft.suffix
        )
        return source, True

    def _source(self, said: Header, kind: SourceKind) -> Source:
        last = self._workspace.database.value("SELECT max(number) FROM source")
        language = self._workspace.database.value("SELECT language FROM project")
        number = 1 + (last or 0)
        return Source(
            id=new_id(),
            number=number,
            # Never the name of the file, which often holds the name of a person.
            title=said.title or said.label or f"{_KIND_NAMES[kind]} {number}",
            kind=kind,
            text_kind=said.text_kind or _TEXT_KINDS[kind],
            language=said.language or language,
            imported_at=utc_now(),
            held_on=said.held_on,
            note=said.note or "",
        )


def _facts(source: Source, said: Header) -> Iterator[SourceTerms | SourceMaking]:
    """Give what a header tells of what was agreed on a source and how it came about."""
    terms = SourceTerms(
        new_id(), source.id, said.quotability, said.attribution, said.content_note or ""
    )
    if terms != SourceTerms(terms.id, source.id):
        yield terms
    check = said.check
    change = MakingChange(
        said.recorder,
        said.mode,
        said.minutes,
        check.outcome if check else None,
        check.on if check else None,
    )
    making = change.of(SourceMaking(new_id(), source.id))
    if not making.is_empty:
        yield making


def _summary(imported: list[Source]) -> str:
    if len(imported) == 1:
        return _("Imported P{number} '{title}'").format(
            number=imported[0].number, title=imported[0].title
        )
    counted = ngettext("Imported {count} source", "Imported {count} sources", len(imported))
    return counted.format(count=len(imported))
