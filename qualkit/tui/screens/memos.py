"""All memos in one place: found by kind and words, read, changed, and followed to their subject."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from qualkit.domain.lines import find_references
from qualkit.domain.memos import MemoEntry, MemoFilter, MemoKind, ObjectType, Target
from qualkit.domain.text import one_line
from qualkit.tui.actions import bindings_for
from qualkit.tui.base import QualkitScreen
from qualkit.tui.screens.picker import Choice, Picker
from qualkit.tui.widgets.cells import cut
from qualkit.tui.widgets.row_list import Line, RowList
from qualkit.tui.widgets.table_list import TableList
from qualkit.tui.words import count_of, local_time

EMPTY = """There is no memo yet.

Press m on any screen: on a passage, a code, a theme or a source.
Here, m writes one on the project as a whole."""

EMPTY_KIND = "There is no memo of this kind. f shows the others."

ALL_KINDS = "all"


class MemosScreen(QualkitScreen):
    """Lists the memos, the newest first."""

    SCREEN_NAME = "memos"
    HEADING = "Memos"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("memos")]

    def __init__(self) -> None:
        """Begin with every kind."""
        super().__init__()
        self._kind: MemoKind | None = None

    def compose_body(self) -> ComposeResult:
        """Put the whole memo under the list."""
        rows = RowList(_draw, lambda entry: entry.memo.id, height=2, empty=EMPTY)
        self._table = TableList(rows, lambda entry: f"{entry.about} {entry.memo.body}")
        yield self._table
        with VerticalScroll(can_focus=False, classes="memo-text"):
            yield Static("", id="memo", markup=False)

    def on_mount(self) -> None:
        """Show the memos."""
        self._show()
        self._table.rows.focus()

    def refresh_touched(self, touched: frozenset[str]) -> None:
        """Show the memos anew."""
        if touched & {"memos", "codes", "codings", "themes", "sources", "cases"}:
            self._show()

    @work
    async def action_edit_memo(self) -> None:
        """Change the memo at the cursor."""
        from qualkit.tui.screens.memo_editor import MemoEditor  # noqa: PLC0415

        entry = self._need_memo()
        if entry is None:
            return
        memo = entry.memo
        draft = await self.app.push_screen_wait(
            MemoEditor(f"Memo on {entry.about}", memo.body, memo.kind)
        )
        if draft is not None:
            outcome = self.attempt(lambda: self.project.memos.edit(memo.id, draft.body, draft.kind))
            if outcome:
                self.done(outcome, "The memo is changed.")

    def action_remove_memo(self) -> None:
        """Remove the memo at the cursor."""
        entry = self._need_memo()
        if entry:
            outcome = self.attempt(lambda: self.project.memos.remove(entry.memo.id))
            if outcome:
                self.done(outcome, f"The memo on {entry.about} is removed.")

    def action_share_memo(self) -> None:
        """Let the memo go along in exports, or keep it to its author."""
        entry = self._need_memo()
        if entry:
            shared = not entry.memo.shared
            outcome = self.attempt(lambda: self.project.memos.edit(entry.memo.id, shared=shared))
            if outcome:
                said = "goes along in exports" if shared else "stays out of exports"
                self.done(outcome, f"The memo {said}.")

    @work
    async def action_filter_kind(self) -> None:
        """Show memos of one kind, or all."""
        kinds = [Choice(ALL_KINDS, "every kind"), *(Choice(kind, kind) for kind in MemoKind)]
        picked = await self.app.push_screen_wait(Picker("Show which memos?", kinds))
        if picked:
            self._kind = None if picked[0] == ALL_KINDS else MemoKind(picked[0])
            self._show()

    @on(RowList.Chosen)
    def _go_there(self) -> None:
        entry = self._table.current
        if entry:
            self._follow(entry)

    @on(RowList.Moved)
    def _read(self) -> None:
        entry = self._table.current
        self.query_one("#memo", Static).update(_whole(entry) if entry else "")

    def _follow(self, entry: MemoEntry) -> None:
        """Go to what a memo is about."""
        target = entry.memo.target
        if target.object_type is ObjectType.SOURCE:
            self.qualkit.open_reader(target.object_id)
        elif target.object_type is ObjectType.CODING:
            segment = self.attempt(lambda: self.project.codings.get(target.object_id))
            if segment:
                self.qualkit.open_reader(segment.source.id, segment.coding.start)
        elif target.object_type is ObjectType.PASSAGE:
            number = find_references(entry.about)[0].source_number
            source = self.attempt(lambda: self.project.sources.find(str(number)))
            if source:
                self.qualkit.open_reader(source.id, target.start)
        else:
            self._follow_noun(target)

    def _follow_noun(self, target: Target) -> None:
        """Go to a code, a theme, a case or the project."""
        from qualkit.tui.screens.coded_segments import CodedSegmentsScreen  # noqa: PLC0415
        from qualkit.tui.screens.theme_passages import ThemePassagesScreen  # noqa: PLC0415

        if target.object_type is ObjectType.CODE:
            self.app.push_screen(CodedSegmentsScreen(target.object_id))
        elif target.object_type is ObjectType.THEME:
            self.app.push_screen(ThemePassagesScreen(target.object_id))
        elif target.object_type is ObjectType.CASE:
            cases = self.project.cases.entries()
            sources = next(item[2] for item in cases if item[0].id == target.object_id)
            if sources:
                self.qualkit.open_reader(sources[0].id)
        else:
            self.qualkit.go_to("home")

    def _need_memo(self) -> MemoEntry | None:
        if self._table.current is None:
            self.say("There is no memo here.")
        return self._table.current

    def _show(self) -> None:
        entries = self.project.memos.entries(MemoFilter(kind=self._kind))[::-1]
        self._table.empty = EMPTY_KIND if self._kind else EMPTY
        self._table.set_items(entries)
        heading = f"Memos: {self._kind}" if self._kind else "Memos"
        self.set_heading(heading, count_of(len(entries), "memo"))


def _draw(entry: MemoEntry, width: int) -> Sequence[Line]:
    memo = entry.memo
    private = "" if memo.shared else "  [private]"
    what = f"{local_time(memo.changed_at)}  {memo.kind}{private}"
    return [
        [(what, "accent"), (cut(f"  on {entry.about}", width - len(what)), "muted")],
        [(cut(one_line(memo.body), width), "")],
    ]


def _whole(entry: MemoEntry) -> str:
    cites = f"\n\nCites: {', '.join(entry.cites)}" if entry.cites else ""
    return f"{entry.memo.body}{cites}\n\n{entry.memo.author}, on {entry.about}"
