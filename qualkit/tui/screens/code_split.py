"""Splitting a code passage by passage: each is read in its context and goes where one key says."""

from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from qualkit.domain.codes import Code, clean_name
from qualkit.domain.codings import CodedSegment
from qualkit.domain.memos import ObjectType, Target
from qualkit.domain.text import folded
from qualkit.errors import ProjectBusyError, QualkitError
from qualkit.translation import N_, _
from qualkit.tui.actions import bindings_for
from qualkit.tui.base import QualkitScreen
from qualkit.tui.screens.prompts import TextPrompt
from qualkit.tui.widgets.cells import cut
from qualkit.tui.widgets.context_pane import ContextPane
from qualkit.tui.widgets.row_list import Line, RowList
from qualkit.tui.widgets.table_list import TableList
from qualkit.tui.words import count_of

STAYS, FIRST, SECOND, BOTH = "0123"
"""The decisions, by the key that takes them."""

SIGNS = {"": "?", STAYS: "=", FIRST: "1", SECOND: "2", BOTH: "1+2"}
"""How a decision is shown before its passage; "?" has none yet."""


class CodeSplitScreen(QualkitScreen):
    """Walks through the passages of a code; nothing changes until all is carried out at once."""

    SCREEN_NAME = "code_split"
    HEADING = N_("Split")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("code_split")]

    def __init__(self, code: Code, first: str, second: str) -> None:
        """Split a code over one or two others, by name; an empty second one is none."""
        super().__init__()
        self._code = code
        self._names = (first, second)
        self._decided: dict[str, str] = {}
        """By id of the coding, in the order in which they were taken."""

    def compose_body(self) -> ComposeResult:
        """Put what the keys do above the passages, and the context under them."""
        kept = self.project.bookmarks.get(bookmark_of(self._code))
        self._decided = {key: str(value) for key, value in kept.items() if key not in NAMES}
        yield Static("", id="split-keys", markup=False)
        rows = RowList[CodedSegment](self._draw, lambda item: item.coding.id)
        words = TableList(rows, lambda item: f"{item.reference} {item.label} {item.words}")
        self._table: TableList[CodedSegment] = words
        yield self._table
        yield ContextPane()

    def on_mount(self) -> None:
        """Go to the first passage that is not decided on."""
        self._show()
        self._go_to_undecided()
        self._table.rows.focus()

    def refresh_touched(self, touched: frozenset[str]) -> None:
        """Show the passages anew."""
        if touched & {"codes", "codings", "cases", "sources"}:
            self._show()

    def keep_place(self) -> None:
        """Keep the decisions that are not carried out yet."""
        names = dict(zip(NAMES, self._names, strict=True))
        self.project.bookmarks.put(
            bookmark_of(self._code), {**names, **self._decided} if self._decided else {}
        )

    def memo_about(self) -> tuple[Target, str] | None:
        """A memo here is on the coding at the cursor."""
        segment = self._table.current
        if segment is None:
            return None
        return Target(ObjectType.CODING, segment.coding.id), segment.reference

    def action_to_first(self) -> None:
        """Send the passage to the first code."""
        self._decide(FIRST)

    def action_to_second(self) -> None:
        """Send the passage to the second code."""
        self._decide(SECOND)

    def action_to_both(self) -> None:
        """Send the passage to both codes."""
        self._decide(BOTH)

    def action_to_neither(self) -> None:
        """Let the passage keep its code."""
        self._decide(STAYS)

    def action_undo(self) -> None:
        """Take back the last decision; in the project nothing has changed yet."""
        if not self._decided:
            self.say(_("No decision to take back; in the project nothing has changed yet."))
            return
        coding_id = list(self._decided)[-1]
        del self._decided[coding_id]
        self._keep_decisions()
        self._table.set_items(self._table.all, coding_id)
        self._tell_keys()

    @work
    async def action_finish_split(self) -> None:
        """Carry the decisions out, as one step."""
        first, second = self._names
        targets = {FIRST: [first], SECOND: [second], BOTH: [first, second]}
        chosen = {
            coding_id: targets[decision]
            for coding_id, decision in self._decided.items()
            if decision != STAYS
        }
        if not chosen:
            self.say(_("No passage goes to another code yet."))
            return
        title = _("Split '{name}'").format(name=self._code.name)
        why = await self.ask_why(title, self._outlook())
        if why is None:
            return
        outcome = self.attempt(lambda: self.project.codes.split_over(self._code.id, chosen, why))
        if outcome:
            self._decided = {}
            self.app.pop_screen()
            said = _("{passages} of '{name}' went to {codes}.").format(
                passages=count_of(len(chosen), "passage"),
                name=self._code.name,
                codes=", ".join(f"'{code.name}'" for code in outcome.value),
            )
            self.done(outcome, said)

    def action_start_anew(self) -> None:
        """Forget the decisions; choose other codes."""
        self._decided = {}
        self.app.pop_screen()
        screen = self.app.screen
        assert isinstance(screen, QualkitScreen)
        split_with(screen, self._code)

    def action_back(self) -> None:
        """Step back; what was decided is kept."""
        super().action_back()
        if self._decided:
            self.say(_("Your decisions are kept; S goes on with them. Nothing has changed yet."))

    @on(RowList.Moved)
    def _show_context(self) -> None:
        segment = self._table.current
        found = None
        if segment is not None:
            coding = segment.coding
            found = self.attempt(lambda: self.project.codings.in_context(coding))
        self.query_one(ContextPane).show(found)

    @on(RowList.Chosen)
    def _read(self) -> None:
        segment = self._table.current
        if segment:
            self.qualkit.open_reader(segment.source.id, segment.coding.start)

    def _decide(self, decision: str) -> None:
        segment = self._table.current
        if segment is None:
            return
        if decision in (SECOND, BOTH) and not self._names[1]:
            self.say(_("There is no second code; n starts anew with two."))
            return
        self._decided.pop(segment.coding.id, None)
        self._decided[segment.coding.id] = decision
        self._keep_decisions()
        self._table.rows.refresh()
        if len(self._decided) == len(self._table.all):
            self.say(_("All are decided on: w carries it out."))
        self._go_to_undecided()
        self._tell_keys()

    def _keep_decisions(self) -> None:
        """Keep them at once: a terminal that is closed takes none of them along."""
        with suppress(ProjectBusyError):
            self.keep_place()

    def _go_to_undecided(self) -> None:
        """Go to the next passage that is not decided on, round the end; else to the next."""
        items, here = self._table.shown, self._table.rows.cursor
        order = [*range(here, len(items)), *range(here)]
        open_ones = (place for place in order if items[place].coding.id not in self._decided)
        self._table.rows.move_to(next(open_ones, here + 1))

    def _show(self) -> None:
        segments = self.project.codings.select(code_id=self._code.id)
        there = {segment.coding.id for segment in segments}
        self._decided = {key: value for key, value in self._decided.items() if key in there}
        self._table.set_items(segments)
        self._tell_keys()

    def _tell_keys(self) -> None:
        first, second = self._names
        keys = [f"1 {first}"]
        if second:
            keys.extend([f"2 {second}", _("3 both")])
        keys.append(_("0 stays '{name}'").format(name=self._code.name))
        self.query_one("#split-keys", Static).update("   ".join(keys))
        self.set_heading(
            _("Split '{name}'").format(name=self._code.name),
            _("{done} of {all} decided").format(done=len(self._decided), all=len(self._table.all)),
        )

    def _outlook(self) -> str:
        """Tell how many passages go where."""
        first, second = self._names
        counts = Counter(self._decided.values())
        stay = len(self._table.all) - len(self._decided) + counts[STAYS]
        goes = [
            (counts[FIRST], f"'{first}'"),
            (counts[SECOND], f"'{second}'"),
            (counts[BOTH], _("both")),
            (stay, _("stay with '{name}'").format(name=self._code.name)),
        ]
        return "\n".join(f"{count:>3}  {where}" for count, where in goes if count)

    def _draw(self, segment: CodedSegment, width: int) -> Sequence[Line]:
        sign = SIGNS[self._decided.get(segment.coding.id, "")]
        where = f"{segment.reference:<7} "
        words = cut(segment.words, width - len(where) - 5)
        return [[(f"{sign:<5}", "strong"), (where, "accent"), (words, "")]]


NAMES = ("first", "second")
"""The keys of a bookmark that hold the names of codes; the others are ids of codings."""


def bookmark_of(code: Code) -> str:
    """Give the name under which decisions on a code are kept."""
    return f"split:{code.id}"


def split_with(screen: QualkitScreen, code: Code) -> None:
    """Begin to split a code from a screen, or go on where one was."""
    kept = screen.project.bookmarks.get(bookmark_of(code))
    if kept:
        first, second = (str(kept[name]) for name in NAMES)
        screen.app.push_screen(CodeSplitScreen(code, first, second))
    else:
        screen.run_worker(_ask_and_split(screen, code))


async def _ask_and_split(screen: QualkitScreen, code: Code) -> None:
    """Ask for the names of the codes to split over."""
    title = _("Split '{name}': the first code").format(name=code.name)
    hint = _("A new name, or a code that stands beside it. Nothing changes until you say so.")
    first = await screen.app.push_screen_wait(
        TextPrompt(title, hint=hint, refuse=lambda name: _complaint(name, [code.name]))
    )
    if first is None:
        return
    second = await screen.app.push_screen_wait(
        TextPrompt(
            _("Split '{name}': the second code").format(name=code.name),
            hint=_("Leave it empty to take out only what belongs with '{name}'.").format(
                name=clean_name(first)
            ),
            refuse=lambda name: _complaint(name, [code.name, first]) if name.strip() else "",
        )
    )
    if second is not None:
        tidy = clean_name(second) if second.strip() else ""
        screen.app.push_screen(CodeSplitScreen(code, clean_name(first), tidy))


def _complaint(name: str, taken: Sequence[str]) -> str:
    """Give what is wrong with a name, if anything."""
    try:
        tidy = clean_name(name)
    except QualkitError as error:
        return error.told
    if folded(tidy) in map(folded, taken):
        return _("'{name}' is taken already; choose another name.").format(name=tidy)
    return ""
