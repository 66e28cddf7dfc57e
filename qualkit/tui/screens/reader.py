"""Reading a source, and coding as one reads."""

from datetime import date
from typing import ClassVar

from textual import events, on
from textual.binding import BindingType

from qualkit.domain.memos import ObjectType, Target
from qualkit.tui.actions import bindings_for
from qualkit.tui.openings import Opening, Pause
from qualkit.tui.screens.reader_opening import ReaderOpening
from qualkit.tui.widgets.code_list import CodeList
from qualkit.tui.widgets.text_view import TextView

WIDE = 100
"""Columns from which the panel stands beside the text."""

KEEP_SECONDS = 3.0
"""How often the place is kept while one moves."""


class ReaderScreen(ReaderOpening):
    """The reading screen."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("reader")]

    def __init__(self, source_id: str, offset: int | None = None) -> None:
        """Read a source, from an offset in code points or where one was."""
        super().__init__(source_id)
        self._offset = offset
        self._kept: dict[str, int | str] = {}
        self._panel_toggled = False
        self._may_ask = False
        """Whether the end was reached just now, at which a question may be asked."""

    def on_mount(self) -> None:
        """Begin to read; what a reader should know before comes first."""
        if self.is_veiled:
            self.show_note()
        elif self.is_open:
            self.begin()

    def begin(self) -> None:
        """Go to where one was, and prepare what takes time."""
        kept = self.project.bookmarks.get(f"reader:{self.source_id}")
        self.fold_as_before()
        if self._offset is None:
            self.view.open_at(int(kept.get("offset", 0)), int(kept.get("top", 0)))
        else:
            self.view.open_at(self._offset, None)
        self._read = bool(self.project.bookmarks.get(f"read:{self.source_id}"))
        self.show_contents()
        self.place_panel()
        self.view.focus()
        # Once the text is on the screen: what runs beside it should not delay it.
        self.call_after_refresh(self._prepare)
        self.set_interval(KEEP_SECONDS, self.keep_place)

    def _prepare(self) -> None:
        self.find_sentences()
        self.suggest_if_wanted()
        self.look_for_watched()

    # The place

    def opened_with(self) -> tuple[str, ...]:
        """Give the source; the place in it is kept by itself."""
        return (self.source_id,)

    def keep_place(self) -> None:
        """Keep where one is, so that one comes back there."""
        if not self.is_open or self.is_veiled:
            return
        place: dict[str, int | str] = {
            "offset": self.cursor.offset,
            "top": self.view.top,
            "on": date.today().isoformat(),
        }
        if place != self._kept and self.cursor.word is not None:
            self._kept = place
            self.bookmark(f"reader:{self.source_id}", place)
            self.bookmark("last", {"source_id": self.source_id})

    def on_screen_suspend(self) -> None:
        """Keep the place when another screen comes in front."""
        self.keep_place()

    def on_unmount(self) -> None:
        """Keep the place when the screen or the program is closed."""
        self.keep_place()

    @on(TextView.Moved)
    def tell_where(self) -> None:
        """Tell about the new place, which may be the end of the text."""
        super().tell_where()
        self._notice_end()

    @on(TextView.Scrolled)
    def _notice_end(self) -> None:
        """At the end of the text, it has been read."""
        if self.is_veiled:
            return
        if not self._read and self.view.is_at_end:
            self._read = True
            today = date.today().isoformat()
            self.bookmark(f"read:{self.source_id}", {"on": today})
            self.suggest_if_wanted()
            self._may_ask = True
        if self._may_ask and not self.cursor.span:
            # Not in the middle of selecting: there is something else to read on that line.
            self._may_ask = False
            about = Target(ObjectType.SOURCE, self.source_id)
            self.offer_opening(Pause.END_OF_SOURCE, about, self.contents.label)

    def shows_opening(self, opening: Opening) -> bool:
        """It stands open until something else is said, or a passage is selected."""
        return not self.cursor.span and self.told == opening.line

    def action_back(self) -> None:
        """Step back: out of a field or list, then out of the selection, then of the screen."""
        if self.query_one("#find").has_focus or self.suggestions.rows.has_focus:
            self.query_one("#find").remove_class("-shown")
            self.view.focus()
        elif self.is_moving:
            self.leave_borders()
        elif self.has_found:
            self.forget_found()
        elif self.cursor.selection:
            self.cursor.drop()
            self.moved()
        else:
            self.app.pop_screen()

    # The panel

    def on_resize(self, event: events.Resize) -> None:
        """Put the panel where there is room for it."""
        if self.is_open:
            self.place_panel()

    def action_panel(self) -> None:
        """Show or hide the panel; where there is little room, show more of it or less."""
        self._panel_toggled = not self._panel_toggled
        self.place_panel()

    def place_panel(self) -> None:
        """Put the panel where there is room for it."""
        is_narrow = self.app.size.width < WIDE
        self.set_class(is_narrow, "-narrow")
        self.set_class(self._panel_toggled, "-panel-toggled")
        self.set_class(self.is_suggesting, "-suggesting")
        has_little_room = not self._panel_toggled or self.is_suggesting
        self.query_one(CodeList).compact = is_narrow and has_little_room
