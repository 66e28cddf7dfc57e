"""The codebook: the tree of codes, how much is coded with each, and what can be done to them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from qualkit.domain.codes import Code, CodeChange, CodeEntry, CodeLevel, CodeStatus
from qualkit.domain.codings import Coding
from qualkit.domain.memos import ObjectType, Target
from qualkit.domain.operations import Outcome
from qualkit.domain.text import one_line
from qualkit.tui.actions import bindings_for
from qualkit.tui.base import QualkitScreen
from qualkit.tui.screens.picker import Choice, Picker
from qualkit.tui.screens.prompts import LongTextPrompt, TextPrompt
from qualkit.tui.widgets.row_list import RowList
from qualkit.tui.widgets.table_list import Column, TableList, table
from qualkit.tui.words import count_of

EMPTY = """There is no code yet.

Press n to make one, or select a passage while reading and name what you see."""

TOP = "top"
"""Stands for no parent, among the places a code can be moved to."""


@dataclass(frozen=True, slots=True)
class MergePreview:
    """What merging one code into another would do."""

    moving: int
    """Codings that get the other code."""
    shared: int
    """Of those, on a passage that has the other code already."""

    def __str__(self) -> str:
        """Say it in a sentence."""
        said = f"{count_of(self.moving, 'coding')} will move"
        if not self.shared:
            return f"{said}; no passage is coded with both."
        is_are = "passage is" if self.shared == 1 else "passages are"
        return f"{said}; {self.shared} {is_are} coded with both and will be counted once."


class CodebookScreen(QualkitScreen):
    """Shows the codes as a tree."""

    SCREEN_NAME = "codebook"
    HEADING = "Codebook"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("codebook")]

    def compose_body(self) -> ComposeResult:
        """Put the description of the code at the cursor under the tree."""
        self._table: TableList[CodeEntry] = table(
            (
                Column("Code", _indented),
                Column("Codings", lambda entry: _number(entry.counts.codings), 7, right=True),
                Column("Sources", lambda entry: _number(entry.counts.sources), 7, right=True),
                Column("Cases", lambda entry: _number(entry.counts.cases), 6, right=True),
            ),
            key=lambda entry: entry.code.id,
            words=lambda entry: f"{entry.path} {entry.code.description}",
            empty=EMPTY,
        )
        yield self._table
        yield Static("", classes="detail", markup=False)

    def on_mount(self) -> None:
        """Show the codes."""
        self._show()
        self._table.rows.focus()

    def refresh_touched(self, touched: frozenset[str]) -> None:
        """Show the codes anew."""
        if touched & {"codes", "codings", "cases"}:
            self._show()

    def memo_about(self) -> tuple[Target, str] | None:
        """A memo here is on the code at the cursor."""
        code = self._code
        return (Target(ObjectType.CODE, code.id), f"the code '{code.name}'") if code else None

    @work
    async def action_new_code(self) -> None:
        """Ask for a name and make a code."""
        outcome = await self.ask_and_keep(
            "New code",
            self.project.codes.add,
            hint="'parent > name' puts it under a parent, which is made when there is none.",
        )
        if outcome:
            self._tell(outcome, f"'{outcome.value.name}' made.")

    @work
    async def action_rename_code(self) -> None:
        """Ask for another name."""
        code = self._need_code()
        if code is None:
            return
        name = await self.app.push_screen_wait(TextPrompt(f"Rename '{code.name}'", code.name))
        if name is None or name.strip() == code.name:
            return
        why = await self.ask_why(f"Rename '{code.name}' to '{one_line(name)}'")
        if why is not None:
            self._keep(
                lambda: self.project.codes.rename(code.id, name, why),
                f"'{code.name}' is now '{one_line(name)}'.",
            )

    @work
    async def action_describe_code(self) -> None:
        """Write what the code means."""
        code = self._need_code()
        if code is None:
            return
        hint = "What it means, what belongs to it, what does not, an example. All optional."
        text = await self.app.push_screen_wait(
            LongTextPrompt(f"What '{code.name}' means", code.description, hint)
        )
        if text is not None:
            self._keep(
                lambda: self.project.codes.describe(code.id, text), f"'{code.name}' described."
            )

    def action_mark_level(self) -> None:
        """Mark the code as semantic, or as latent when it was semantic."""
        code = self._need_code()
        if code:
            level = CodeLevel.SEMANTIC
            if code.level is CodeLevel.SEMANTIC:
                level = CodeLevel.LATENT
            self._keep(
                lambda: self.project.codes.describe(code.id, CodeChange(level=level)),
                f"'{code.name}' is marked {level}.",
            )

    @work
    async def action_merge_code(self) -> None:
        """Let the code go up in another, after telling what that does."""
        code = self._need_code()
        if code is None:
            return
        picked = await self.app.push_screen_wait(
            Picker(f"Merge '{code.name}' into", self._choices(without=code.id))
        )
        if not picked:
            return
        into = next(e.code for e in self.project.codes.entries() if e.code.id == picked[0])
        preview = self.preview_merge(code.id, into.id)
        why = await self.ask_why(f"Merge '{code.name}' into '{into.name}'", str(preview))
        if why is not None:
            self._keep(
                lambda: self.project.codes.merge(code.id, into.id, why),
                f"'{code.name}' went up in '{into.name}'.",
            )

    @work
    async def action_move_code(self) -> None:
        """Put the code under another, or at the top."""
        code = self._need_code()
        if code is None:
            return
        top = Choice(TOP, "(the top: no parent)")
        picked = await self.app.push_screen_wait(
            Picker(f"Move '{code.name}' under", [top, *self._choices(without=code.id)])
        )
        if not picked:
            return
        parent_id = None if picked[0] == TOP else picked[0]
        why = await self.ask_why(f"Move '{code.name}'")
        if why is not None:
            self._keep(
                lambda: self.project.codes.move(code.id, parent_id, why), f"'{code.name}' moved."
            )

    @work
    async def action_retire_code(self) -> None:
        """Stop offering the code, or offer it again."""
        code = self._need_code()
        if code is None:
            return
        retired = code.status is CodeStatus.ACTIVE
        verb = "Retire" if retired else "Take back into use"
        why = await self.ask_why(f"{verb}: '{code.name}'", "What is coded with it stays coded.")
        if why is not None:
            said = "is retired" if retired else "is in use again"
            self._keep(
                lambda: self.project.codes.retire(code.id, retired, why), f"'{code.name}' {said}."
            )

    def preview_merge(self, code_id: str, into_id: str) -> MergePreview:
        """Count what a merge would move, and what is coded with both."""
        select = self.project.codings.select
        moving = [_place(item.coding) for item in select(code_id=code_id)]
        there = {_place(item.coding) for item in select(code_id=into_id)}
        return MergePreview(len(moving), sum(place in there for place in moving))

    @on(RowList.Chosen)
    def _open(self) -> None:
        from qualkit.tui.screens.coded_segments import CodedSegmentsScreen  # noqa: PLC0415

        code = self._code
        if code:
            self.app.push_screen(CodedSegmentsScreen(code.id))

    @on(RowList.Moved)
    def _describe_current(self) -> None:
        entry = self._table.current
        self.query_one(".detail", Static).update(_detail(entry) if entry else "")

    @property
    def _code(self) -> Code | None:
        entry = self._table.current
        return entry.code if entry else None

    def _need_code(self) -> Code | None:
        if self._code is None:
            self.say("There is no code here yet. n makes one.")
        return self._code

    def _choices(self, without: str) -> list[Choice]:
        return [
            Choice(entry.code.id, entry.path, count_of(entry.counts.codings, "coding"))
            for entry in self.project.codes.entries()
            if entry.code.id != without
        ]

    def _keep(self, call: Callable[[], Outcome[Code]], message: str) -> None:
        """Do it, say it, and put the cursor on the code that came of it."""
        outcome = self.attempt(call)
        if outcome:
            self._tell(outcome, message)

    def _tell(self, outcome: Outcome[Code], message: str) -> None:
        self.done(outcome, message)
        self._show(at=outcome.value.id)

    def _show(self, at: str = "") -> None:
        entries = self.project.codes.entries()
        self._table.set_items(entries, at)
        self.set_heading("Codebook", count_of(len(entries), "code"))


def _place(coding: Coding) -> tuple[str, int, int, str]:
    return coding.version_id, coding.start, coding.end, coding.coder


def _indented(entry: CodeEntry) -> str:
    retired = "  (retired)" if entry.code.status is CodeStatus.RETIRED else ""
    return f"{'  ' * entry.depth}{entry.code.name}{retired}"


def _number(count: int) -> str:
    return str(count) if count else "-"


def _detail(entry: CodeEntry) -> str:
    level = f"  [{entry.code.level}]" if entry.code.level else ""
    text = one_line(entry.code.description) or "Not described; d does that."
    return f"{entry.path}{level}\n{text}"
