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
from qualkit.services.targets import Names, name_of
from qualkit.services.workspace import Workspace, locked
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
            Memo, " AND ".join(where), arguments, "created_at, id"
        )
        wanted, names = query.casefold(), Names(self._workspace)
        return tuple(self._entry(memo, names) for memo in memos if wanted in memo.body.casefold())

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
                "start, id",
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

    @locked
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
            self._cite(step, memo, (*cites, *self._referred(memo.body)))
        return Outcome(memo, TOUCHED)

    @locked
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
            referred = self._referred(changed.body)
            self._release(step, memo, set(self._referred(memo.body)) - set(referred))
            self._cite(step, changed, referred)
        return Outcome(changed, TOUCHED)

    @locked
    def remove(self, memo_id: str, why: str = "") -> Outcome[Memo]:
        """Remove a memo with its citations."""
        memo = self._workspace.get(Memo, memo_id)
        summary = f"Removed a memo on {name_of(self._workspace, memo.target)}"
        with self._workspace.journal.operation("memo.remove", summary, why) as step:
            for citation in self._citations(memo.id):
                step.delete(citation)
            step.delete(memo)
        return Outcome(memo, TOUCHED)

    def _entry(self, memo: Memo, names: Names) -> MemoEntry:
        return MemoEntry(
            memo,
            names.of(memo.target),
            tuple(names.of(item.target) for item in self._citations(memo.id)),
        )

    def _citations(self, memo_id: str) -> list[Citation]:
        return self._workspace.database.find(
            Citation, "memo_id = ?", [memo_id], "object_type, object_id, start, id"
        )

    def _cite(self, step: Step, memo: Memo, targets: Sequence[Target]) -> None:
        """Let a memo cite what it does not cite yet."""
        present = {item.target for item in self._citations(memo.id)}
        for target in dict.fromkeys(targets):
            name_of(self._workspace, target)
            if target not in present:
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

    def _release(self, step: Step, memo: Memo, targets: set[Target]) -> None:
        """Let a memo no longer cite what its body no longer refers to."""
        for item in self._citations(memo.id):
            if item.target in targets:
                step.delete(item)

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
