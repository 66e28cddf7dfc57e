"""Sources as a person sees them: listed, read, described."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from qualkit.domain.operations import Outcome
from qualkit.domain.sources import Role, Source, SourceKind, SourceText, Speaker, TextKind
from qualkit.domain.text import one_line
from qualkit.errors import InvalidInputError, NotFoundError
from qualkit.services.naming import pick, pick_by_id
from qualkit.services.workspace import Workspace, locked
from qualkit.store.counts import codings_by_source, segments_by_source
from qualkit.store.labels import source_labels
from qualkit.store.texts import current_version, read_version
from qualkit.translation import N_, _

TOUCHED = frozenset({"sources"})


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A source as a line of a list."""

    source: Source
    label: str
    """The participant's printed label; empty where there is none."""
    segments: int
    codings: int


class Sources:
    """The documents of the project."""

    def __init__(self, workspace: Workspace) -> None:
        """Work on an open project."""
        self._workspace = workspace

    def entries(self, first: int | None = None) -> tuple[SourceEntry, ...]:
        """Give every source with its label and counts, by number; or only the `first` so many."""
        limit = "" if first is None else f" LIMIT {first:d}"
        sources = self._workspace.database.find(Source, order=f"number{limit}")
        return self._entries(sources, None if first is None else [each.id for each in sources])

    def some(self, source_ids: Collection[str]) -> tuple[SourceEntry, ...]:
        """Give the sources with these ids, by number; those that are gone are not."""
        wanted = [json.dumps([*source_ids])]
        sources = self._workspace.database.find(
            Source, "id IN (SELECT value FROM json_each(?))", wanted, "number"
        )
        return self._entries(sources, [each.id for each in sources])

    def _entries(self, sources: Sequence[Source], ids: list[str] | None) -> tuple[SourceEntry, ...]:
        database = self._workspace.database
        labels = source_labels(database, ids)
        segments, codings = segments_by_source(database, ids), codings_by_source(database, ids)
        return tuple(
            SourceEntry(
                source,
                labels.get(source.id, ""),
                segments.get(source.id, 0),
                codings.get(source.id, 0),
            )
            for source in sources
        )

    def find(self, name: str) -> Source:
        """Give the source with this number (`3` or `P3`), title, label or id.

        Raises:
            NotFoundError: there is none.
            AmbiguousNameError: more than one has the title or label.
        """
        database = self._workspace.database
        sources = database.find(Source, order="number")
        number = name.strip().upper().removeprefix("P")
        if number.isdecimal() and len(number) < 10:
            for source in sources:
                if source.number == int(number):
                    return source
        labels = source_labels(database)
        try:
            return pick(
                N_("source"),
                name,
                sources,
                lambda source: [source.title, labels.get(source.id, "")],
            )
        except NotFoundError as error:
            try:
                return pick_by_id(N_("source"), name, sources, lambda source: source.id)
            except NotFoundError:
                raise error from None

    def read(self, source_id: str) -> SourceText:
        """Give a source with the words of its newest version and its speakers.

        Raises:
            NotFoundError: the source is gone.
            ProjectDamagedError: its text is not as it was imported.
        """
        database = self._workspace.database
        self._workspace.get(Source, source_id)
        return read_version(database, current_version(database, source_id))

    @locked
    def describe(
        self,
        source_id: str,
        title: str | None = None,
        kind: SourceKind | None = None,
        text_kind: TextKind | None = None,
        language: str | None = None,
        held_on: date | None = None,
        note: str | None = None,
    ) -> Outcome[Source]:
        """Change what is known of a source, never its text; what is None stays.

        Raises:
            InvalidInputError: the title is empty.
        """
        source = self._workspace.get(Source, source_id)
        changed = replace(
            source,
            title=source.title if title is None else one_line(title),
            kind=kind or source.kind,
            text_kind=text_kind or source.text_kind,
            language=language or source.language,
            held_on=held_on or source.held_on,
            note=source.note if note is None else note.strip(),
        )
        if not changed.title:
            raise InvalidInputError(_("A source needs a title."))
        summary = _("Described P{number} '{title}'").format(
            number=source.number, title=changed.title
        )
        with self._workspace.journal.operation("source.describe", summary) as step:
            step.change(changed)
        return Outcome(changed, TOUCHED)

    @locked
    def set_role(self, source_id: str, speaker: str, role: Role, why: str = "") -> Outcome[Speaker]:
        """Say what a speaker is in the conversation.

        Raises:
            NotFoundError: nobody of that name speaks in the source.
        """
        database = self._workspace.database
        source = self._workspace.get(Source, source_id)
        speakers = database.find(Speaker, "source_id = ?", [source_id])
        found = pick(N_("speaker"), speaker, speakers, lambda item: [item.name])
        changed = replace(found, role=role)
        summary = _("Made '{name}' {role} in P{number} '{title}'").format(
            name=found.name, role=_(role.value), number=source.number, title=source.title
        )
        with self._workspace.journal.operation("source.role", summary, why) as step:
            step.change(changed)
        return Outcome(changed, TOUCHED | {"segments"})
