"""What is known of a source, or of several: described, agreed on, and how it came about."""

from collections.abc import Sequence
from typing import ClassVar, Literal

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from qualkit.domain.memos import ObjectType, Target
from qualkit.domain.operations import Outcome
from qualkit.domain.quotability import Quotability
from qualkit.domain.text import one_line
from qualkit.translation import N_, _
from qualkit.tui.actions import bindings_for
from qualkit.tui.base import QualkitScreen, undoable
from qualkit.tui.printing_words import told_of_ruled_out
from qualkit.tui.screens.picker import Choice, Picker
from qualkit.tui.source_parts import PARTS, QUOTABILITY, Known, SourcePart, read_known
from qualkit.tui.terms import term
from qualkit.tui.widgets.cells import cut, fit
from qualkit.tui.widgets.row_list import Line, RowList
from qualkit.tui.widgets.table_list import TableList
from qualkit.tui.words import count_of

BY_ITSELF = "-"
"""The key of the choice to let it hold by itself."""

HEADING_WIDTH = 16


class SourceScreen(QualkitScreen):
    """Shows the parts of what is known; Enter writes or chooses one, for all sources at once."""

    SCREEN_NAME = "source"
    HEADING = N_("Source")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("source")]

    def __init__(self, *source_ids: str) -> None:
        """Show one source, or several together."""
        super().__init__()
        self._ids: Sequence[str] = source_ids
        self._known: tuple[Known, ...] = ()

    def compose_body(self) -> ComposeResult:
        """Put the parts above what the one at the cursor is for."""
        rows = RowList(self._draw, lambda part: part.name)
        self._table = TableList(rows, lambda part: f"{_(part.heading)} {self._told(part)}")
        yield self._table
        yield Static(id="part-hint", classes="detail")

    def on_mount(self) -> None:
        """Show the parts."""
        super().on_mount()
        self._show()
        self._table.rows.focus()

    def opened_with(self) -> tuple[str, ...]:
        """Give the sources."""
        return tuple(self._ids)

    def refresh_touched(self, touched: frozenset[str]) -> None:
        """Show the parts anew."""
        if touched & {"sources", "cases", "themes"}:
            self._show()

    def memo_about(self) -> tuple[Target, str] | None:
        """A memo here is on the source; on several at once there is none."""
        if len(self._known) != 1:
            return None
        source = self._known[0].entry.source
        return Target(ObjectType.SOURCE, source.id), f"P{source.number} {source.title}"

    def action_read_source(self) -> None:
        """Open the first of the sources."""
        if self._known:
            self.qualkit.open_reader(self._known[0].entry.source.id)

    @on(RowList.Chosen)
    def action_edit_part(self) -> None:
        """Write or choose the part at the cursor."""
        part = self._table.current
        if part:
            self._edit(part)

    @work
    async def _edit(self, part: SourcePart) -> None:
        outcome = await (self._choose(part) if part.choices else self._write(part))
        if outcome:
            said = _("{part} kept.").format(part=_(part.heading))
            ruled_out = self.project.terms.no_longer_allowed(self._ids)
            told = told_of_ruled_out(ruled_out) if part.name == QUOTABILITY else ""
            self.qualkit.redraw(outcome.touched)
            self.say(undoable(" ".join(filter(None, (said, told)))))

    async def _write(self, part: SourcePart) -> Outcome[None] | None:
        """Ask for a line; what cannot be kept is told where it was typed."""
        before = {part.tells(known) for known in self._known}
        return await self.ask_and_keep(
            _(part.heading),
            lambda answer: self._keep(part, answer, ""),
            before.pop() if len(before) == 1 else "",
            _(part.hint),
        )

    async def _choose(self, part: SourcePart) -> Outcome[None] | None:
        """Let a value be picked; of the printing it is told first what it rules out."""
        assert part.choices is not None, "else it is written"
        choices = [Choice(value.value, term(value), part.about(value)) for value in part.choices]
        if part.by_itself:
            choices.append(Choice(BY_ITSELF, _(part.by_itself)))
        picked = await self.app.push_screen_wait(
            Picker(_(part.heading), choices, hint=_(part.hint), at=self._value(part))
        )
        if not picked:
            return None
        answer, why = "" if picked[0] == BY_ITSELF else picked[0], ""
        if part.name == QUOTABILITY:
            agreed: Quotability | Literal[""] = Quotability(answer) if answer else ""
            ruled_out = self.project.terms.no_longer_allowed(self._ids, agreed)
            given = await self.ask_why(_("Why may it be printed so?"), told_of_ruled_out(ruled_out))
            if given is None:
                return None
            why = given
        return self.attempt(lambda: self._keep(part, answer, why))

    def _value(self, part: SourcePart) -> str:
        """Give the value that holds now, where it is the same for all; Enter then changes nothing.

        What holds by itself stays so.
        """
        values = {part.value_of(known) or BY_ITSELF for known in self._known}
        return values.pop() if len(values) == 1 else ""

    def _keep(self, part: SourcePart, answer: str, why: str) -> Outcome[None]:
        return Outcome(None, part.keep(self.project, self._ids, answer, why))

    @on(RowList.Moved)
    def _show_hint(self) -> None:
        part = self._table.current
        if part:
            whole = self._told(part)
            lines = [Content.styled(_(part.hint), "$muted"), Content(whole)]
            self.query_one("#part-hint", Static).update(Content("\n").join(lines))

    def _show(self) -> None:
        self._known = read_known(self.project, self._ids)
        is_one = len(self._known) == 1
        self._table.set_items([part for part in PARTS if is_one or part.for_many])
        self._table.rows.refresh()
        if is_one:
            entry = self._known[0].entry
            name = entry.label or entry.source.title
            self.set_heading(f"P{entry.source.number} · {name}", _("what is known of it"))
        else:
            places = ", ".join(f"P{known.entry.source.number}" for known in self._known)
            self.set_heading(count_of(len(self._known), "source"), cut(places, 40))

    def _told(self, part: SourcePart) -> str:
        """Give what is known, or that the sources differ in it."""
        told = {part.tells(known) for known in self._known}
        return _("(they differ)") if len(told) > 1 else next(iter(told), "")

    def _draw(self, part: SourcePart, width: int) -> Sequence[Line]:
        told = one_line(self._told(part))
        heading = fit(_(part.heading), HEADING_WIDTH)
        value = cut(told or "–", max(width - HEADING_WIDTH - 1, 8))
        return [[(f"{heading} ", "strong"), (value, "" if told else "muted")]]
