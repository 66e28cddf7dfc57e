"""The frame of the screen of identifiers: looking, and the rows that are left."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from qualkit.domain.identifiers import Proposal
from qualkit.domain.memos import ObjectType, Target
from qualkit.domain.operations import Origin
from qualkit.domain.replacements import IdentifierKind
from qualkit.errors import QualkitError
from qualkit.services.identifier_scan import EVERY_QUOTE, Looking, Scan
from qualkit.services.project import Project
from qualkit.services.replacements import DecidedWords
from qualkit.translation import _
from qualkit.tui.base import QualkitScreen
from qualkit.tui.identifier_text import (
    EMPTY,
    LOOKING,
    NOTHING_DECIDED,
    Shown,
    draw,
    key_of,
    whole,
    words_of,
)
from qualkit.tui.reading.beside import beside
from qualkit.tui.widgets.row_list import Line, RowList
from qualkit.tui.widgets.table_list import TableList

if TYPE_CHECKING:
    from qualkit.tui.screens.working import Progress

_KINDS = list(IdentifierKind)


class IdentifiersBase(QualkitScreen):
    """Lists proposals by kind, or what was decided."""

    def __init__(self) -> None:
        """Look in the quotes first."""
        super().__init__()
        self.looking = EVERY_QUOTE
        self._found: tuple[Proposal, ...] | None = None
        """All that was proposed when one looked; None until then."""
        self._shows_decided = False
        self.own: dict[str, tuple[IdentifierKind, str]] = {}
        """Kind and printed words that were given to words by hand, before a decision."""

    def compose_body(self) -> ComposeResult:
        """Put all about a row under the list."""
        rows = RowList[Shown](self._draw, key_of, empty=_(LOOKING))
        self.table = TableList[Shown](rows, words_of)
        yield self.table
        with VerticalScroll(can_focus=False, classes="identifier"):
            yield Static("", markup=False)

    def on_mount(self) -> None:
        """Look in the quotes."""
        self.table.empty = _(LOOKING)
        self.show()
        self.table.rows.focus()
        self.look_beside()

    def refresh_touched(self, touched: frozenset[str]) -> None:
        """Leave out what is decided by now; look again where other words may be printed."""
        if touched & {"themes", "codings", "sources", "segments"}:
            self.look_beside()
        if touched & {"replacements", "sources", "cases", "project"}:
            self.show()

    def memo_about(self) -> tuple[Target, str] | None:
        """A memo here is on the words at the cursor, in their place."""
        item = self.table.current
        if not isinstance(item, Proposal):
            return super().memo_about()
        span = item.span
        target = Target(ObjectType.PASSAGE, item.version_id, span.start, span.end)
        return target, item.reference

    @work(exclusive=True, group="identifiers")
    async def look_beside(self) -> None:
        """Look beside the screen, which is there at once."""
        try:
            self.take(await beside(self._scan, self.looking, None))
        except QualkitError as error:
            self.say_error(error)

    @work
    async def look_in(self, looking: Looking) -> None:
        """Look elsewhere, which may take long: it tells how far it is and can be stopped."""
        telling = _("{done} of {of} texts looked at")
        found = await self.work_through(
            _("Looking for identifiers"),
            telling,
            lambda progress: self._scan(looking, progress),
        )
        if found is not None:
            self.looking = looking
            self.take(found)

    def _scan(self, looking: Looking, progress: "Progress | None") -> Scan:
        # Over a connection of its own, since it runs in a thread.
        with Project.open(self.qualkit.folder, self.qualkit.settings, Origin.TUI) as project:
            return project.identifiers.scan(looking, progress)

    def take(self, scan: Scan) -> None:
        """Show what was found."""
        self._found = scan.proposals
        self.show()

    @property
    def shows_decided(self) -> bool:
        """Whether decisions are listed in place of proposals."""
        return self._shows_decided

    @shows_decided.setter
    def shows_decided(self, shows: bool) -> None:
        self._shows_decided = shows
        self.show()

    def show(self) -> None:
        """Draw what is left to decide, or what was decided."""
        if not self.is_mounted:
            return
        decided = self.project.replacements.entries()
        open_ones = self._open()
        rows: Sequence[Shown] = decided if self._shows_decided else open_ones
        empty = EMPTY if self._found is not None else LOOKING
        self.table.empty = _(NOTHING_DECIDED if self._shows_decided else empty)
        self.table.set_items(rows)
        detail = _("{open} to decide · {decided} decided").format(
            open=len(open_ones), decided=len(decided)
        )
        where = _(self.looking.scope.value)
        self.set_heading(_("Identifiers {where}").format(where=where), detail)
        self._tell()

    def _open(self) -> list[Proposal]:
        left = self.project.identifiers.still_open(self._found or ())
        given = [
            replace(each, kind=self.own[each.words][0], printed=self.own[each.words][1])
            if each.words in self.own
            else each
            for each in left
        ]
        return sorted(given, key=lambda each: _KINDS.index(each.kind))

    @on(RowList.Moved)
    def _tell(self) -> None:
        item = self.table.current
        pane = self.query_one(".identifier", VerticalScroll)
        pane.query_one(Static).update(whole(item) if item else "")
        pane.scroll_home(animate=False)

    def _draw(self, item: Shown, width: int) -> Sequence[Line]:
        return draw(item, self._begins_kind(item), width)

    def _begins_kind(self, item: Shown) -> bool:
        if isinstance(item, DecidedWords):
            return True
        rows = self.table.shown
        place = next((at for at, each in enumerate(rows) if each is item), 0)
        before = rows[place - 1] if place else None
        return not isinstance(before, Proposal) or before.kind is not item.kind
