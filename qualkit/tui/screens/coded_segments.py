"""What is coded with one code, across all sources."""

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType

from qualkit.domain.codings import CodedSegment
from qualkit.domain.memos import ObjectType, Target
from qualkit.domain.text import one_line
from qualkit.tui.actions import bindings_for
from qualkit.tui.base import QualkitScreen
from qualkit.tui.screens.picker import Choice, Picker
from qualkit.tui.screens.prompts import TextPrompt
from qualkit.tui.widgets.passages import passage_list
from qualkit.tui.widgets.row_list import RowList
from qualkit.tui.widgets.table_list import TableList
from qualkit.tui.words import count_of

EMPTY = """Nothing is coded with this code.

Esc goes back. To code, open a source, select a passage and choose the code."""


class CodedSegmentsScreen(QualkitScreen):
    """Lists the coded segments of a code; Enter reads on at the place."""

    SCREEN_NAME = "coded_segments"
    HEADING = "Coded segments"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("coded_segments")]

    def __init__(self, code_id: str) -> None:
        """Show what is coded with one code."""
        super().__init__()
        self._code_id = code_id

    def compose_body(self) -> ComposeResult:
        """Give the list."""
        self._table: TableList[CodedSegment] = passage_list(EMPTY)
        yield self._table

    def on_mount(self) -> None:
        """Show the passages."""
        self._show()
        self._table.rows.focus()

    def refresh_touched(self, touched: frozenset[str]) -> None:
        """Show the passages anew."""
        if touched & {"codes", "codings", "cases", "sources"}:
            self._show()

    def memo_about(self) -> tuple[Target, str] | None:
        """A memo here is on the coding at the cursor."""
        segment = self._table.current
        if segment is None:
            return None
        return Target(ObjectType.CODING, segment.coding.id), segment.reference

    @work
    async def action_gather(self) -> None:
        """Put this one passage under a theme, whatever its code."""
        segment = self._need_segment()
        if segment is None:
            return
        themes = self.project.themes.all(dropped=False)
        choices = [Choice(theme.id, theme.name, theme.central_idea) for theme in themes]
        picked = await self.app.push_screen_wait(
            Picker("Put the passage under", choices, hint=_short(segment))
        )
        if picked:
            outcome = self.attempt(
                lambda: self.project.themes.put_passage(picked[0], segment.coding.id)
            )
            if outcome:
                self.done(outcome, f"{segment.reference} is under '{outcome.value.name}'.")

    @work
    async def action_recode(self) -> None:
        """Give the passage another code."""
        segment = self._need_segment()
        if segment is None:
            return
        choices = [
            Choice(entry.code.id, entry.path)
            for entry in self.project.codes.entries(retired=False)
            if entry.code.id != self._code_id
        ]
        picked = await self.app.push_screen_wait(
            Picker("Other code", choices, hint=_short(segment))
        )
        if not picked:
            return
        why = await self.ask_why(f"Give {segment.reference} another code")
        if why is not None:
            outcome = self.attempt(
                lambda: self.project.codings.recode(segment.coding.id, picked[0], why)
            )
            if outcome:
                self.done(outcome, f"{segment.reference} has another code.")

    @work
    async def action_split_off(self) -> None:
        """Give some of the passages a code of their own, beside this one."""
        if self._need_segment() is None:
            return
        choices = [
            Choice(item.coding.id, f"{item.reference}  {item.words}") for item in self._table.all
        ]
        picked = await self.app.push_screen_wait(
            Picker("Split off which passages?", choices, many=True)
        )
        if not picked:
            return
        title = f"Name for {count_of(len(picked), 'passage')}"
        name = await self.app.push_screen_wait(
            TextPrompt(title, hint="A new code, or one that stands beside this one.")
        )
        if not name:
            return
        why = await self.ask_why(f"Split off '{one_line(name)}'")
        if why is not None:
            outcome = self.attempt(
                lambda: self.project.codes.split(self._code_id, name, picked, why)
            )
            if outcome:
                said = f"{count_of(len(picked), 'passage')} went to '{outcome.value.name}'."
                self.done(outcome, said)

    def action_mark_strong(self) -> None:
        """Mark the passage as a strong example, or take the mark away."""
        segment = self._need_segment()
        if segment:
            strong = not segment.coding.strong
            outcome = self.attempt(lambda: self.project.codings.mark(segment.coding.id, strong))
            if outcome:
                said = "is a strong example" if strong else "is no longer a strong example"
                self.done(outcome, f"{segment.reference} {said}.")

    def action_uncode(self) -> None:
        """Take the code off this passage."""
        segment = self._need_segment()
        if segment:
            outcome = self.attempt(lambda: self.project.codings.remove([segment.coding.id]))
            if outcome:
                self.done(outcome, f"'{segment.code.name}' taken off {segment.reference}.")

    @on(RowList.Chosen)
    def _read(self) -> None:
        segment = self._table.current
        if segment:
            self.qualkit.open_reader(segment.source.id, segment.coding.start)

    def _need_segment(self) -> CodedSegment | None:
        if self._table.current is None:
            self.say("There is no passage here.")
        return self._table.current

    def _show(self) -> None:
        entries = self.project.codes.entries()
        path = next((entry.path for entry in entries if entry.code.id == self._code_id), "")
        segments = self.project.codings.select(code_id=self._code_id)
        self._table.set_items(segments)
        self.set_heading(path or "This code is gone", count_of(len(segments), "coding"))


def _short(segment: CodedSegment) -> str:
    return f'{segment.reference}: "{one_line(segment.words, 120)}"'
