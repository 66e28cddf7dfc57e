"""The decision log: read from the steps themselves, so that it cannot differ from them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from qualkit.domain.codes import CodeStatus
from qualkit.domain.decisions import Decision, DecisionKind
from qualkit.domain.doubts import DoubtFilter
from qualkit.domain.memos import MemoFilter, MemoKind, ObjectType
from qualkit.domain.operations import Operation, OperationEntry
from qualkit.domain.periods import ALWAYS, Period
from qualkit.domain.projects import ProjectInfo
from qualkit.domain.themes import ThemeStatus
from qualkit.formats.record_words import record_words
from qualkit.services.doubts import Doubts
from qualkit.services.history import History
from qualkit.services.memos import Memos
from qualkit.services.workspace import Workspace
from qualkit.store.changes import RowChange, changes_in
from qualkit.store.rows import Row

_TABLES = ("theme", "code", "project", "board_snapshot", "matrix", "round")

Told = Iterator[tuple[DecisionKind, str, tuple[str, ...], str]]
"""Kind, name, others and text of decisions."""


class Decisions:
    """What was decided on themes, codes, method, board and rounds, and why."""

    def __init__(self, workspace: Workspace) -> None:
        """Read an open project."""
        self._workspace = workspace

    def entries(self, period: Period = ALWAYS) -> tuple[Decision, ...]:
        """Give the decisions of a period, oldest first; what was taken back is left out."""
        with self._workspace.database.reading():
            taken = [*self._steps(), *self._memos(), *self._doubts()]
        taken.sort(key=lambda decision: decision.at)
        return tuple(decision for decision in taken if period.holds(decision.at))

    def _steps(self) -> Iterator[Decision]:
        changes = changes_in(self._workspace.database, _TABLES)
        names: dict[str, str] = {}
        for entry in History(self._workspace).entries():
            operation = entry.operation
            rows = changes.get(operation.id, [])
            called = dict(names)
            for row in rows:
                if row.table in ("theme", "code") and row.after:
                    names[row.row_id] = row.after["name"]
            if not entry.undone and operation.reverts is None:
                yield from _of_step(entry, rows, {**called, **names})

    def _doubts(self) -> Iterator[Decision]:
        """Give how the shared doubts were closed that are closed now."""
        things = record_words(self._workspace.database.find(ProjectInfo)[0].language).things
        closed = DoubtFilter(is_open=False, shared=True)
        for doubt in Doubts(self._workspace, Memos(self._workspace)).all(closed):
            if decided := doubt.decision:
                name = things[doubt.memo.object_type].format(name=doubt.printed_name)
                at = decided.decided_at
                yield Decision(DecisionKind.DOUBT, at, None, name, (), decided.text)

    def _memos(self) -> Iterator[Decision]:
        """Give the shared memos of the kind decision, and the reasons for the study as a whole."""
        memos = Memos(self._workspace)
        entries = memos.entries(MemoFilter(kind=MemoKind.DECISION, shared=True))
        names = memos.bare_names(entries)
        language = self._workspace.database.find(ProjectInfo)[0].language
        things = record_words(language).things
        for entry in entries:
            target = entry.memo.target
            # A memo on a step is told as the reason for that step.
            if target.object_type is not ObjectType.STEP:
                name = things[target.object_type].format(name=names[target])
                memo = entry.memo
                yield Decision(DecisionKind.MEMO, memo.created_at, None, name, (), memo.body)


def _of_step(
    entry: OperationEntry, rows: Sequence[RowChange], names: Mapping[str, str]
) -> Iterator[Decision]:
    """Give what one step decided; its reason goes with the last of it."""
    operation = entry.operation
    found = [
        Decision(kind, operation.at, operation.number, name, others, text)
        for kind, name, others, text in _told(operation, rows, names)
    ]
    if found:
        later = [memo.body for memo in entry.memos if memo.shared]
        found[-1] = replace(found[-1], why="\n".join(filter(None, (operation.why, *later))))
    yield from found


def _told(operation: Operation, rows: Sequence[RowChange], names: Mapping[str, str]) -> Told:
    subject, _point, verb = operation.kind.partition(".")
    if verb == "merge" and subject in _MERGED:
        gone = [row.before["name"] for row in rows if row.before and not row.after]
        others = [name for name in _quoted(operation, names, rows) if name not in gone]
        for name in gone:
            yield _MERGED[subject], name, tuple(others[:1]), ""
    elif verb == "split" and subject in _SPLIT:
        made = {row.after["name"] for row in rows if row.after and not row.before}
        quoted = _quoted(operation, names, rows)
        own = next((name for name in quoted if name not in made), "")
        yield _SPLIT[subject], own, tuple(name for name in quoted if name != own), ""
    elif operation.kind == "board.restore":
        yield DecisionKind.BOARD_BACK, "", (), ""
    else:
        for row in rows:
            yield from _READERS[row.table](row.before, row.after, names)


def _quoted(operation: Operation, names: Mapping[str, str], rows: Sequence[RowChange]) -> list[str]:
    """Give the names of themes or codes that stand in a step's summary, in order."""
    table = operation.kind.partition(".")[0]
    known = {row.before["name"] for row in rows if row.table == table and row.before}
    known |= set(names.values())
    places = {name: operation.summary.find(f"'{name}'") for name in known}
    return sorted((name for name in known if places[name] >= 0), key=lambda name: places[name])


def _theme(before: Row | None, after: Row | None, names: Mapping[str, str]) -> Told:
    if before is None and after:
        above = (names[after["parent_id"]],) if after["parent_id"] in names else ()
        yield DecisionKind.THEME_MADE, after["name"], above, after["central_idea"]
    elif after is None and before:
        yield DecisionKind.THEME_REMOVED, before["name"], (), ""
    elif before and after:
        name = after["name"]
        if before["name"] != name:
            yield DecisionKind.THEME_RENAMED, before["name"], (name,), ""
        if before["central_idea"] != after["central_idea"]:
            yield DecisionKind.THEME_REWORDED, name, (), after["central_idea"]
        if before["parent_id"] != after["parent_id"]:
            above = (names[after["parent_id"]],) if after["parent_id"] in names else ()
            yield DecisionKind.THEME_PLACED, name, above, ""
        if before["status"] != after["status"]:
            is_dropped = after["status"] == ThemeStatus.DROPPED
            kind = DecisionKind.THEME_DROPPED if is_dropped else DecisionKind.THEME_STATUS
            yield kind, name, (), "" if is_dropped else after["status"]


def _code(before: Row | None, after: Row | None, _names: Mapping[str, str]) -> Told:
    if after is None and before:
        yield DecisionKind.CODE_REMOVED, before["name"], (), ""
    elif before and after:
        if before["name"] != after["name"]:
            yield DecisionKind.CODE_RENAMED, before["name"], (after["name"],), ""
        if before["status"] != after["status"]:
            is_retired = after["status"] == CodeStatus.RETIRED
            kind = DecisionKind.CODE_RETIRED if is_retired else DecisionKind.CODE_OFFERED
            yield kind, after["name"], (), ""


def _project(before: Row | None, after: Row | None, _names: Mapping[str, str]) -> Told:
    if before and after:
        if before["question"] != after["question"]:
            yield DecisionKind.QUESTION, "", (), after["question"]
        if before["profile"] != after["profile"]:
            yield DecisionKind.PROFILE, before["profile"], (after["profile"],), ""


def _snapshot(before: Row | None, after: Row | None, _names: Mapping[str, str]) -> Told:
    if before is None and after:
        yield DecisionKind.SNAPSHOT, "", (), after["note"]


def _matrix(before: Row | None, after: Row | None, _names: Mapping[str, str]) -> Told:
    if before is None and after:
        yield DecisionKind.MATRIX_MADE, after["title"], (), ""
    elif after is None and before:
        yield DecisionKind.MATRIX_REMOVED, before["title"], (), ""


def _round(before: Row | None, after: Row | None, _names: Mapping[str, str]) -> Told:
    if before is None and after:
        yield DecisionKind.ROUND_BEGUN, after["name"], (), after["note"]
    elif before and after and after["closed_at"] and not before["closed_at"]:
        yield DecisionKind.ROUND_CLOSED, after["name"], (), ""


_READERS: Mapping[str, Callable[[Row | None, Row | None, Mapping[str, str]], Told]] = {
    "theme": _theme,
    "code": _code,
    "project": _project,
    "board_snapshot": _snapshot,
    "matrix": _matrix,
    "round": _round,
}
_MERGED = {"theme": DecisionKind.THEME_MERGED, "code": DecisionKind.CODE_MERGED}
_SPLIT = {"theme": DecisionKind.THEME_SPLIT, "code": DecisionKind.CODE_SPLIT}
