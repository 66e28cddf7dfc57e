"""The frame of the queue: the phrases of a batch, and one place of the phrase at the cursor."""

from collections.abc import Mapping, Sequence
from contextlib import suppress

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Static

from qualkit.domain.contexts import TURNS
from qualkit.domain.memos import ObjectType, Target
from qualkit.domain.queue import BatchEntry, PlaceInContext, QueuedPlace, QueuedSuggestion
from qualkit.domain.queue_lines import QueueLine
from qualkit.errors import ProjectBusyError
from qualkit.translation import N_, _
from qualkit.tui.base import QualkitScreen
from qualkit.tui.queue_text import (
    ALL_DECIDED,
    EMPTY,
    NONE_DECIDED,
    about_line,
    draw_line,
    known_told,
    place_told,
)
from qualkit.tui.widgets.context_pane import ContextPane
from qualkit.tui.widgets.row_list import Line, RowList
from qualkit.tui.widgets.table_list import TableList
from qualkit.tui.words import turns_told

BOOKMARK = "queue"
"""The bookmark of the batch that was gone through, and of the place in view."""

MOST_TURNS = 9


class QueueBase(QualkitScreen):
    """One batch: what of it waits or was decided on, and one place at a time."""

    SCREEN_NAME = "queue"
    HEADING = N_("Suggestions")
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide")]  # noqa: RUF012

    def __init__(self) -> None:
        """Begin with what waits."""
        super().__init__()
        self.entry: BatchEntry | None = None
        self.is_decided = False
        """Whether what was decided on is shown."""
        self.item: QueuedSuggestion | None = None
        """The phrase at the cursor with its places."""
        self.place: PlaceInContext | None = None
        """The place in view."""
        self.marked: dict[QueuedPlace, None] = {}
        """The places to be coded together."""
        self.is_whole_turn = False
        """Whether the turn is coded that the phrase stands in, not the phrase alone."""
        self._at = 0
        self._kept: dict[str, int | str] = {}
        """Where one was when the screen was closed."""
        self._turns = TURNS
        self._known = frozenset[str]()
        """The ids of the phrases that were listed last."""
        self._paths: Mapping[str, str] = {}

    def compose_body(self) -> ComposeResult:
        """Put the phrases beside or above the place in view."""
        rows = RowList[QueueLine](self._draw, lambda line: line.id, empty=_(EMPTY))
        self.table: TableList[QueueLine] = TableList(rows, self._words)
        with Container(id="queue"):
            yield self.table
            with Vertical(id="queue-place"):
                yield Static("", id="queue-where", markup=False)
                yield ContextPane()
        yield Static("", id="queue-told", markup=False)

    def on_mount(self) -> None:
        """Show the batch that was gone through last, or the latest."""
        self._kept = self.project.bookmarks.get(BOOKMARK)
        self.show_batch(str(self._kept.get("batch", "")))
        self.table.rows.focus()

    def refresh_touched(self, touched: frozenset[str]) -> None:
        """Show the phrases anew; one that comes back by an undo is gone to."""
        if touched & {"queue", "suggestions", "codes", "sources"}:
            self.show_batch(self.entry.batch.id if self.entry else "")
        elif touched & {"codings", "segments", "cases", "themes"}:
            self.show_place()

    def on_screen_resume(self) -> None:
        """Look again at the place: it may have been read or coded meanwhile."""
        if self.is_mounted and self.item is not None:
            self.show_place()

    def keep_place(self) -> None:
        """Keep which batch is gone through, and the place in view."""
        if self.entry:
            phrase = self.item.id if self.item else ""
            self.project.bookmarks.put(
                BOOKMARK, {"batch": self.entry.batch.id, "phrase": phrase, "at": self._at}
            )

    def on_unmount(self) -> None:
        """Keep the place when the program is closed."""
        with suppress(ProjectBusyError):
            self.keep_place()

    def memo_about(self) -> tuple[Target, str] | None:
        """A memo here is on the place in view."""
        if self.place is None:
            return super().memo_about()
        place = self.place.place
        target = Target(ObjectType.PASSAGE, place.version_id, place.start, place.end)
        return target, f"{self.place.reference} '{self.place.words}'"

    def say(self, message: str) -> None:
        """Say what was done on the line below, where many decisions do not pile up."""
        self.query_one("#queue-told", Static).update(message)

    # The phrases

    def show_batch(self, batch_id: str) -> None:
        """Show a batch; without one of that id the latest in which something waits."""
        batches = self.project.queue.batches()
        waiting = [entry for entry in batches if entry.waiting]
        of_id = [entry for entry in batches if entry.batch.id == batch_id]
        before = self.entry
        self.entry = next(iter([*of_id, *reversed(waiting), *reversed(batches)]), None)
        if before is None or self.entry is None or before.batch.id != self.entry.batch.id:
            self._known = frozenset()
        self._show_lines()

    def _show_lines(self) -> None:
        lines: Sequence[QueueLine] = ()
        if self.entry:
            batch_id = self.entry.batch.id
            lines = self.project.queue.lines(batch_id, self.is_decided)
            self._tell_batch(self.entry)
        else:
            self.set_heading(_(self.HEADING))
        if self.is_decided:
            entries = self.project.codes.entries(counted=False)
            self._paths = {entry.code.id: entry.path for entry in entries}
        back = [line.id for line in lines if line.id not in self._known] if self._known else []
        self._known = frozenset(line.id for line in lines)
        decided = _(NONE_DECIDED) if self.is_decided else _(ALL_DECIDED)
        self.query_one("#queue-place").display = self.entry is not None
        self.table.empty = decided if self.entry else _(EMPTY)
        self.item = None
        at = str(self._kept.get("phrase", ""))
        self.table.set_items(lines, back[0] if len(back) == 1 else at)
        self.show_phrase()

    def _tell_batch(self, entry: BatchEntry) -> None:
        told = _("{waiting} wait · {decided} decided").format(
            waiting=entry.waiting, decided=entry.phrases - entry.waiting
        )
        heading = (
            _("Decided · B{number} {file}")
            if self.is_decided
            else _("Suggestions · B{number} {file}")
        )
        named = heading.format(number=entry.batch.number, file=entry.batch.file_name)
        self.set_heading(named, told)

    def _draw(self, line: QueueLine, width: int) -> Sequence[Line]:
        return draw_line(line, width, self._paths)

    def _words(self, line: QueueLine) -> str:
        return f"{line.phrase} {about_line(line, self._paths)}"

    def forget_known(self) -> None:
        """Show other phrases of the batch: none of them came back by an undo."""
        self._known = frozenset()

    # The place

    @on(RowList.Moved)
    def show_phrase(self) -> None:
        """Show the phrase at the cursor, from its first place; the same one stays as it is."""
        line = self.table.current
        if line is not None and self.item is not None and line.id == self.item.id:
            return
        self._at = 0
        if line is not None and line.id == self._kept.get("phrase"):
            self._at = int(self._kept["at"])
            self._kept = {}
        self.marked = {}
        self.is_whole_turn = False
        self.item = None
        if line is not None:
            self.item = self.attempt(lambda: self.project.queue.phrase(line.id))
        self.show_place()

    def step_place(self, by: int) -> None:
        """Go some places on or back, round at the ends."""
        if self.item is None:
            self.tell_nothing_here()
        elif len(self.item.places) == 1:
            self.say(_("It stands nowhere else."))
        else:
            self._at = (self._at + by) % len(self.item.places)
            self.show_place()

    def change_turns(self, by: int) -> None:
        """Show so many turns more before and after, or fewer."""
        if self.item is None:
            self.tell_nothing_here()
            return
        self._turns = min(max(self._turns + by, 0), MOST_TURNS)
        self.show_place()
        self.say(turns_told(self._turns))

    def show_place(self) -> None:
        """Show where the phrase stands, with the words around it."""
        item, where = self.item, self.query_one("#queue-where", Static)
        self.place = None
        if item is None:
            where.update("")
            self.query_one(ContextPane).show(None)
            return
        self._at = min(self._at, len(item.places) - 1)
        place = item.places[self._at]
        queue, codings = self.project.queue, self.project.codings
        found = self.attempt(lambda: queue.in_context([place])[0])
        if found is None:
            return
        self.place = found
        span = found.segment if self.is_whole_turn else place.span
        around = self.attempt(lambda: codings.around(place.version_id, span, self._turns))
        self.query_one(ContextPane).show(around)
        told = place_told(item, self._at, found, place in self.marked)
        if self.marked:
            told.append(_("{count} marked").format(count=len(self.marked)))
        if self.is_whole_turn:
            told.append(_("the whole turn"))
        where.update(
            Content.assemble(
                (" · ".join(told), "bold $accent"), "\n", (known_told(found), "$muted")
            )
        )

    def tell_nothing_here(self) -> None:
        """Say that there is no phrase to do something with."""
        self.notify(_("There is no suggestion here."), markup=False)
