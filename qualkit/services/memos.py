"""Memos: written on anything, found in one place, citing passages and codes."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from qualkit.domain.identity import new_id, utc_now
from qualkit.domain.memos import (
    Citation,
    Memo,
    MemoEntry,
    MemoFilter,
    MemoKind,
    Target,
)
from qualkit.domain.operations import Outcome
from qualkit.domain.text import one_line
from qualkit.errors import InvalidInputError
from qualkit.services.links import remove_memo
from qualkit.services.naming import pick_by_id
from qualkit.services.references import referred
from qualkit.services.targets import Names, name_of
from qualkit.services.workspace import Workspace, locked
from qualkit.store.journal import Step
from qualkit.translation import _

TOUCHED = frozenset({"memos"})

ALL_MEMOS = MemoFilter()

_OPEN = "(shared OR author = ?)"
"""What may be shown to a person: what is shared, and her own."""

_ON_VERSION = (
    "(object_type = 'passage' AND object_id = ?) OR (object_type = 'coding'"
    " AND object_id IN (SELECT id FROM coding WHERE version_id = ?))"
)


class Memos:
    """Dated notes."""

    def __init__(self, workspace: Workspace) -> None:
        """Work on an open project."""
        self._workspace = workspace

    def entries(self, wanted: MemoFilter = ALL_MEMOS) -> tuple[MemoEntry, ...]:
        """Give the memos that are wanted, oldest first; private ones of others are left out."""
        memos = self._workspace.database.find(Memo, _OPEN, [self._me], "created_at, id")
        names = Names(self._workspace)
        if wanted.about:
            memos = [memo for memo in memos if memo.target == wanted.about]
        entries = (self._entry(memo, names) for memo in memos)
        return tuple(entry for entry in entries if wanted.fits(entry))

    def private_of_others(self) -> int:
        """Count the memos that only their authors see."""
        return int(
            self._workspace.database.value(
                f"SELECT count(*) FROM memo WHERE NOT {_OPEN}", [self._me]
            )
        )

    def entry(self, memo_id: str) -> MemoEntry:
        """Give one memo with names for what it is about and cites.

        Raises:
            NotFoundError: it is gone.
        """
        return self._entry(self._workspace.get(Memo, memo_id), Names(self._workspace))

    def count_of(self, target: Target) -> tuple[int, int]:
        """Count the memos on something, and those on something else that cite it."""
        place = [target.object_type, target.object_id, target.start]
        where = "object_type = ? AND object_id = ? AND start IS ?"
        database = self._workspace.database
        about = f"SELECT id FROM memo WHERE {where} AND {_OPEN}"
        may_be_shown = f"SELECT id FROM memo WHERE {_OPEN}"
        on_it = database.value(f"SELECT count(*) FROM ({about})", [*place, self._me])
        cited = database.value(
            f"SELECT count(DISTINCT memo_id) FROM citation WHERE {where}"
            f" AND memo_id IN ({may_be_shown}) AND memo_id NOT IN ({about})",
            [*place, self._me, *place, self._me],
        )
        return int(on_it), int(cited)

    def name_of(self, target: Target) -> str:
        """Name what a memo would be about, in a sentence.

        Raises:
            NotFoundError: it is not there.
        """
        return name_of(self._workspace, target)

    def bare_names(self, entries: Iterable[MemoEntry]) -> dict[Target, str]:
        """Give the names, in no language, of all that memos are about and cite."""
        names = Names(self._workspace)
        targets = {target for entry in entries for target in (entry.memo.target, *entry.cited)}
        return {target: names.bare(target) for target in targets}

    def on_version(self, version_id: str) -> tuple[Memo, ...]:
        """Give the memos on passages of one version, and on its codings, by place."""
        return tuple(
            self._workspace.database.find(
                Memo,
                f"({_ON_VERSION}) AND {_OPEN}",
                [version_id, version_id, self._me],
                "start, created_at",
            )
        )

    def citing_version(self, version_id: str) -> tuple[Citation, ...]:
        """Give the citations, in any memo, of passages of one version and of its codings."""
        return tuple(
            self._workspace.database.find(
                Citation,
                f"({_ON_VERSION}) AND memo_id IN (SELECT id FROM memo WHERE {_OPEN})",
                [version_id, version_id, self._me],
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
        """Write a memo; `P3:27` and `[[name of a code]]` in its body become live citations.

        `shared` None leaves reflexive memos to their author and shares the others.

        Raises:
            InvalidInputError: the body is empty, or the passage is not inside its text.
            NotFoundError: what it is about, or cites, is not there.
        """
        summary = _("Wrote a memo on {thing}").format(thing=name_of(self._workspace, about))
        with self._workspace.journal.operation("memo.add", summary) as step:
            memo = self.write(step, about, body, kind, shared, cites)
        return Outcome(memo, TOUCHED)

    def write(
        self,
        step: Step,
        about: Target,
        body: str,
        kind: MemoKind,
        shared: bool | None = None,
        cites: Sequence[Target] = (),
    ) -> Memo:
        """Write a memo as a part of a step; see `add`."""
        now = utc_now()
        memo = Memo(
            id=new_id(),
            kind=kind,
            object_type=about.object_type,
            object_id=about.object_id,
            body=_tidy(body),
            author=self._me,
            created_at=now,
            changed_at=now,
            shared=kind.shared_by_default if shared is None else shared,
            start=about.start,
            end=about.end,
        )
        step.add(memo)
        self._cite(step, memo, (*cites, *referred(self._workspace, memo.body)))
        return memo

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
        about = name_of(self._workspace, memo.target)
        changed = replace(changed, changed_at=utc_now())
        summary = _changed(memo, changed).format(thing=about)
        with self._workspace.journal.operation("memo.edit", summary) as step:
            step.change(changed)
            now = referred(self._workspace, changed.body)
            self._release(step, memo, set(referred(self._workspace, memo.body)) - set(now))
            self._cite(step, changed, now)
        return Outcome(changed, TOUCHED)

    @locked
    def remove(self, memo_id: str, why: str = "") -> Outcome[Memo]:
        """Remove a memo with its citations."""
        memo = self._workspace.get(Memo, memo_id)
        summary = _("Removed a memo on {thing}").format(thing=name_of(self._workspace, memo.target))
        with self._workspace.journal.operation("memo.remove", summary, why) as step:
            remove_memo(step, self._workspace.database, memo)
        return Outcome(memo, TOUCHED)

    @property
    def _me(self) -> str:
        return self._workspace.settings.coder

    def _entry(self, memo: Memo, names: Names) -> MemoEntry:
        cited = tuple(item.target for item in self._citations(memo.id))
        return MemoEntry(memo, names.of(memo.target), tuple(map(names.of, cited)), cited)

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


def _tidy(body: str) -> str:
    """Give a memo's body without blank ends.

    Raises:
        InvalidInputError: nothing is left.
    """
    if not one_line(body):
        raise InvalidInputError(_("A memo cannot be empty."))
    return body.strip()


def _changed(old: Memo, new: Memo) -> str:
    """Say what was changed about a memo on {thing}."""
    if replace(new, shared=old.shared, changed_at=old.changed_at) != old:
        return _("Changed a memo on {thing}")
    if new.shared:
        return _("Shared a memo on {thing}")
    return _("Made a memo on {thing} private")
