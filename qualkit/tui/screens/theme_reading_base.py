"""A theme while it is read: the passage in front, its context, and the way along the row."""

from textual.app import ComposeResult
from textual.widgets import Static

from qualkit.domain.codings import CodedSegment
from qualkit.domain.contexts import TURNS
from qualkit.domain.memos import ObjectType, Target
from qualkit.domain.theme_readings import Verdict
from qualkit.domain.themes import ThemeMember
from qualkit.translation import _
from qualkit.tui.base import QualkitScreen
from qualkit.tui.passage_row import PassageRow
from qualkit.tui.theme_reading_text import idea_of, place_of, progress_of, summary_of
from qualkit.tui.widgets.context_pane import ContextPane
from qualkit.tui.words import turns_told

HIGH = 30
"""Rows from which the scope of the theme is shown whole."""


class ThemeReadingBase(QualkitScreen):
    """Walks along the passages of a theme; behind the last one stands what was decided."""

    def __init__(self, theme_id: str) -> None:
        """Read one theme, from the first passage that is not decided on."""
        super().__init__()
        self._theme_id = theme_id
        self._row = PassageRow()
        self._turns = TURNS
        self._segment: CodedSegment | None = None
        self._said = ""

    def opened_with(self) -> tuple[str, ...]:
        """Give the theme; where one is in it is known by what was decided."""
        return (self._theme_id,)

    def compose_body(self) -> ComposeResult:
        """Put the central idea above the passage, and how far one is below it."""
        yield Static("", id="idea", markup=False)
        yield Static("", id="place", markup=False)
        yield ContextPane(classes="reading-pane")
        yield Static("", id="summary", markup=False)
        yield Static("", id="progress", markup=False)

    def on_mount(self) -> None:
        """Go to the first passage that is not decided on."""
        if self._read():
            self._row.place = self._row.next_open(-1)
            self._show()

    def refresh_touched(self, touched: frozenset[str]) -> None:
        """Show what changed; what is open again after an undo comes in front."""
        if not touched & {"themes", "codes", "codings", "cases", "sources", "memos"}:
            return
        here, was_open = self._row.member, self._row.open_ids
        if self._read():
            self._row.stay_with(here, was_open)
            self._show()

    def say(self, message: str) -> None:
        """Say something behind the counts on the last line, where it covers no passage."""
        self._said = message
        counts = (
            progress_of(self._row.current, len(self._row.open_ids)) if self._row.current else ""
        )
        told = "   ".join(part for part in (counts, message) if part)
        self.query_one("#progress", Static).update(told)

    def on_resize(self) -> None:
        """Cut the scope of the theme to what there is room for."""
        if self._row.current:
            self._show()

    def memo_about(self) -> tuple[Target, str] | None:
        """A memo here is on the passage in front; behind the last it is on the theme."""
        if self._segment is None:
            theme = self.project.themes.find(self._theme_id)
            return Target(ObjectType.THEME, theme.id), f"'{theme.name}'"
        coding = self._segment.coding
        return Target(ObjectType.CODING, coding.id), self._segment.reference

    def action_later(self) -> None:
        """Leave it open and go on; from behind the last, go to the first that is open."""
        at_end = self._row.place >= len(self._row.items)
        self._go_to(self._row.next_open(-1 if at_end else self._row.place))

    def action_next_passage(self) -> None:
        """Go to the next passage, and behind the last to what was decided."""
        if self._row.member is None:
            self.say(_("This is the end of the row."))
            return
        self._go_to(self._row.place + 1)

    def action_previous_passage(self) -> None:
        """Go to the passage before."""
        if not self._row.place:
            self.say(_("This is the first passage."))
            return
        self._go_to(self._row.place - 1)

    def action_more_context(self) -> None:
        """Show one more turn before and after."""
        self._show_turns(self._turns + 1)

    def action_less_context(self) -> None:
        """Show one turn less before and after."""
        self._show_turns(max(self._turns - 1, 0))

    def _show_turns(self, turns: int) -> None:
        self._turns = turns
        self.say(turns_told(turns))
        self._show()

    def action_read_here(self) -> None:
        """Read it in its source; from behind the last, go to the first."""
        if self._row.member:
            self.qualkit.open_reader(self._row.member.source_id, self._row.member.start)
        elif self._row.items:
            self._go_to(0)

    def _go_to(self, place: int) -> None:
        self._row.place, self._said = place, ""
        self._show()

    def _read(self) -> bool:
        """Read the theme as it is now; a theme that is gone closes the screen."""
        current = self.attempt(lambda: self.project.theme_readings.current(self._theme_id))
        if current is None:
            self.call_later(self.dismiss)
            return False
        self._row.take(current)
        return True

    def _show(self) -> None:
        assert self._row.current is not None, "it was read before"
        theme = self.project.themes.find(self._theme_id)
        member, found = self._row.member, None
        self._segment = None
        if member is not None and (some := self.project.codings.some([member.coding_id])):
            self._segment = segment = some[0]
            found = self.attempt(
                lambda: self.project.codings.in_context(segment.coding, self._turns)
            )
        self.set_heading(
            _("Reading '{name}'").format(name=theme.name),
            _("{place} of {count}").format(place=self._row.place + 1, count=len(self._row.items))
            if member
            else "",
        )
        room = self.app.size.width - 4 if self.app.size.height < HIGH else 0
        self.query_one("#idea", Static).update(idea_of(theme, room))
        self.query_one("#place", Static).update(self._told_place())
        self.query_one(ContextPane).show(found)
        self.query_one(ContextPane).display = member is not None
        summary = self.query_one("#summary", Static)
        summary.display = member is None
        if member is None:
            doubtful = self.project.codings.some(self._row.current.ids_of(Verdict.DOUBT))
            summary.update(summary_of(self._row.current, len(self._row.items), doubtful))
        self.say(self._said)

    def _told_place(self) -> str:
        if self._segment is None or self._row.current is None or self._row.member is None:
            return ""
        verdict = self._row.current.verdicts.get(self._row.member.coding_id)
        return place_of(self._segment, self._row.member.stance, verdict)

    def _need_member(self) -> ThemeMember | None:
        if self._row.member is None:
            self.say(_("There is no passage here; k goes back to the last."))
        return self._row.member
