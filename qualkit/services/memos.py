"""Memos: written on anything, found in one place, citing passages and codes."""

from collections.abc import Sequence
from dataclasses import replace

from qualkit.domain.identity import new_id, utc_now
from qualkit.domain.lines import LineIndex, find_references
from qualkit.domain.memos import Citation, Memo, MemoEntry, MemoKind, ObjectType, Target
from qualkit.domain.operations import Outcome
from qualkit.domain.sources import Source
from qualkit.domain.text import one_line
from qualkit.errors import InvalidInputError
from qualkit.services.naming import pick_by_id
from qualkit.services.targets import name_of
from qualkit.services.workspace import Workspace
from qualkit.store.journal import Step
from qualkit.store.texts import current_version, read_text

TOUCHED = frozenset({"memos"})


class Memos:
    """Dated notes."""

    def __init__(self, workspace: Workspace) -> None:
        """Work on an open project."""
        self._workspace = workspace

    def entries(
        self, kind: MemoKind | None = None, about: Target | None = None, query: str = ""
    ) -> tuple[MemoEntry, ...]:
        """Give memos, oldest first: of a kind, on one thing, holding some words, or all."""
        where, arguments = ["1"], list[object]()
        if kind:
            where.append("kind = ?")
            arguments.append(kind)
        if about:
            where.append("object_type = ? AND object_id = ? AND start IS ?")
            arguments.extend([about.object_type, about.object_id, about.start])
        memos = self._workspace.database.find(
            Memo, " AND ".join(where), arguments, "created_at, rowid"
        )
        wanted = query.casefold()
        return tuple(self._entry(memo) for memo in memos if wanted in memo.body.casefold())

    def on_version(self, version_id: str) -> tuple[Memo, ...]:
        """Give the memos on passages of one version, and on its codings, by place."""
        return tuple(
            self._workspace.database.find(
                Memo,
                "(object_type = 'passage' AND object_id = ?) OR (object_type = 'coding'"
                " AND object_id IN (SELECT id FROM coding WHERE version_id = ?))",
                [version_id, version_id],
                "start, created_at",
            )
        )

    def citing_version(self, version_id: str) -> tuple[Citation, ...]:
        """Give the citations, in any memo, of passages of one version and of its codings."""
        return tuple(
            self._workspace.database.find(
                Citation,
                "(object_type = 'passage' AND object_id = ?) OR (object_type = 'coding'"
                " AND object_id IN (SELECT id FROM coding WHERE version_id = ?))",
                [version_id, version_id],
                "start, rowid",
            )
        )

    def get(self, memo_id: str) -> Memo:
        """Give the memo with this id, or with an id that begins so (at least 4 signs).

        Raises:
            NotFoundError: there is none.
            AmbiguousNameError: more than one begins so.
        """
        found = self._workspace.database.find(Memo, "substr(id, 1, ?) = ?", [len(memo_id), memo_id])
        return pick_by_id("memo", memo_id, found, lambda memo: memo.id)

    def add(
        self,
        about: Target,
        body: str,
        kind: MemoKind = MemoKind.ANALYTIC,
        shared: bool | None = None,
        cites: Sequence[Target] = (),
    ) -> Outcome[Memo]:
        """Write a memo; a reference such as `P3:27` in its body becomes a live citation.

        `shared` None leaves reflexive memos to their author and shares the others.

        Raises:
            InvalidInputError: the body is empty, or the passage is not inside its text.
            NotFoundError: what it is about, or cites, is not there.
        """
        now = utc_now()
        memo = Memo(
            id=new_id(),
            kind=kind,
            object_type=about.object_type,
            object_id=about.object_id,
            body=_tidy(body),
            author=self._workspace.settings.coder,
            created_at=now,
            changed_at=now,
            shared=kind.shared_by_default if shared is None else shared,
            start=about.start,
            end=about.end,
        )
        summary = f"Wrote a memo on {name_of(self._workspace, about)}"
        with self._workspace.journal.operation("memo.add", summary) as step:
            step.add(memo)
            self._cite(step, memo, cites)
        return Outcome(memo, TOUCHED)

    def edit(
        self,
        memo_id: str,
        body: str | None = None,
        kind: MemoKind | None = None,
        shared: bool | None = None,
    ) -> Outcome[Memo]:
        """Change a memo; what is None stays. Citations follow the references in its body.

        Raises:
            InvalidInputError: the body is empty.
        """
        memo = self._workspace.get(Memo, memo_id)
        changed = replace(
            memo,
            body=memo.body if body is None else _tidy(body),
            kind=kind or memo.kind,
            shared=memo.shared if shared is None else shared,
        )
        if changed == memo:
            return Outcome(memo, frozenset())
        changed = replace(changed, changed_at=utc_now())
        summary = f"Changed a memo on {name_of(self._workspace, memo.target)}"
        with self._workspace.journal.operation("memo.edit", summary) as step:
            step.change(changed)
            self._cite(step, changed, ())
        return Outcome(changed, TOUCHED)

    def remove(self, memo_id: str, why: str = "") -> Outcome[Memo]:
        """Remove a memo with its citations."""
        memo = self._workspace.get(Memo, memo_id)
        summary = f"Removed a memo on {name_of(self._workspace, memo.target)}"
        with self._workspace.journal.operation("memo.remove", summary, why) as step:
            for citation in self._citations(memo.id):
                step.delete(citation)
            step.delete(memo)
        return Outcome(memo, TOUCHED)

    def _entry(self, memo: Memo) -> MemoEntry:
        cites = (
            Target(item.object_type, item.object_id, item.start, item.end)
            for item in self._citations(memo.id)
        )
        return MemoEntry(
            memo,
            name_of(self._workspace, memo.target),
            tuple(name_of(self._workspace, cited) for cited in cites),
        )

    def _citations(self, memo_id: str) -> list[Citation]:
        return self._workspace.database.find(Citation, "memo_id = ?", [memo_id], "rowid")

    def _cite(self, step: Step, memo: Memo, cites: Sequence[Target]) -> None:
        """Keep what a memo cites: explicitly, and by the references in its body."""
        present = {
            (item.object_type, item.object_id, item.start): item
            for item in self._citations(memo.id)
        }
        wanted = {}
        for target in (*cites, *self._referred(memo.body)):
            name_of(self._workspace, target)
            wanted[(target.object_type, target.object_id, target.start)] = target
        for key, item in present.items():
            if key[0] is ObjectType.PASSAGE and key not in wanted:
                step.delete(item)
        for key, target in wanted.items():
            if key not in present:
                step.add(
                    Citation(
                        id=new_id(),
                        memo_id=memo.id,
                        object_type=target.object_type,
                        object_id=target.object_id,
                        start=target.start,
                        end=target.end,
                    )
                )

    def _referred(self, body: str) -> list[Target]:
        """Give the passages that a body refers to as `P3:27`; one that is nowhere is left out."""
        database = self._workspace.database
        targets = []
        for reference in find_references(body):
            sources = database.find(Source, "number = ?", [reference.source_number])
            if not sources:
                continue
            version = current_version(database, sources[0].id)
            try:
                lines = LineIndex(read_text(database, version.sha256))
                span = lines.span_of(reference.first, reference.last)
            except InvalidInputError:
                continue
            targets.append(Target(ObjectType.PASSAGE, version.id, span.start, span.end))
        return targets


def _tidy(body: str) -> str:
    """Give a memo's body without blank ends.

    Raises:
        InvalidInputError: nothing is left.
    """
    if not one_line(body):
        raise InvalidInputError("A memo cannot be empty.")
    return body.strip()
