"""Limitations: the shared memos that say what the material, or a part of it, cannot show."""

from collections.abc import Collection

from qualkit.domain.cases import CaseSource
from qualkit.domain.memos import MemoEntry, MemoFilter, MemoKind, ObjectType
from qualkit.domain.sources import Source, Version
from qualkit.formats.record_words import record_words
from qualkit.formats.themes_report import Limitation
from qualkit.services.memos import Memos
from qualkit.services.printing import Printer
from qualkit.services.workspace import Workspace

LIMITATIONS = MemoFilter(kind=MemoKind.LIMITATION, shared=True)


class Limitations:
    """Gathers them once, and gives them by what they are about."""

    def __init__(self, workspace: Workspace, language: str) -> None:
        """Read an open project; things are named in the language of the study."""
        self._workspace = workspace
        memos = Memos(workspace)
        self._entries = memos.entries(LIMITATIONS)
        self._names = memos.bare_names(self._entries)
        self._things = record_words(language).things
        self._printer = Printer(workspace.database)

    def all(self) -> tuple[Limitation, ...]:
        """Give every limitation, oldest first."""
        return tuple(map(self._limitation, self._entries))

    def on(self, object_type: ObjectType, object_ids: Collection[str]) -> tuple[Limitation, ...]:
        """Give those of some things of one sort."""
        return tuple(
            self._limitation(entry)
            for entry in self._entries
            if entry.memo.object_type is object_type and entry.memo.object_id in object_ids
        )

    def on_sources(self, source_ids: Collection[str]) -> tuple[Limitation, ...]:
        """Give those of some sources, of passages in them, and of the cases they belong to."""
        if not self._entries:
            return ()
        database = self._workspace.database
        versions = [
            version.id for version in database.find(Version) if version.source_id in source_ids
        ]
        cases = [link.case_id for link in database.find(CaseSource) if link.source_id in source_ids]
        return (
            *self.on(ObjectType.CASE, cases),
            *self.on(ObjectType.SOURCE, source_ids),
            *self.on(ObjectType.PASSAGE, versions),
        )

    def _limitation(self, entry: MemoEntry) -> Limitation:
        target = entry.memo.target
        if target.object_type is ObjectType.PROJECT:
            return Limitation("", entry.memo.body)
        if target.object_type is ObjectType.SOURCE:
            return Limitation(self._label(target.object_id), entry.memo.body)
        about = self._things[target.object_type].format(name=self._names[target])
        return Limitation(about, entry.memo.body)

    def _label(self, source_id: str) -> str:
        """Give a source as its quotes are printed: a title may tell more than a label does."""
        source = self._workspace.get(Source, source_id)
        return self._printer.label(source, self._printer.attribution(source))
