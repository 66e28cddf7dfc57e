"""A list of passages with what stands before and after the one at the cursor."""

from contextlib import suppress

from textual import on

from qualkit.domain.contexts import TURNS
from qualkit.errors import ProjectBusyError
from qualkit.tui.screens.passages_base import PassagesBase
from qualkit.tui.widgets.context_pane import ContextPane
from qualkit.tui.widgets.row_list import RowList
from qualkit.tui.words import turns_told

CONTEXT = "context"
"""The bookmark of whether context is shown, and how much of it."""

MOST_TURNS = 9


class PassagesInContext(PassagesBase):
    """Lists passages; the context of the one at the cursor can stand below."""

    def make_pane(self) -> ContextPane:
        """Give the pane of the context, shown or not as it was left."""
        kept = self.project.bookmarks.get(CONTEXT)
        self._turns = int(kept.get("turns", TURNS))
        self._pane = ContextPane()
        self._pane.display = bool(kept.get("shown", 0))
        return self._pane

    def keep_place(self) -> None:
        """Keep whether context is shown, and how much."""
        place: dict[str, int | str] = {"shown": int(self._pane.display), "turns": self._turns}
        self.project.bookmarks.put(CONTEXT, place)

    def on_unmount(self) -> None:
        """Keep the place when the program is closed."""
        with suppress(ProjectBusyError):
            self.keep_place()

    def action_show_context(self) -> None:
        """Show what stands before and after the passage at the cursor, or hide it."""
        self._pane.display = not self._pane.display
        self._show_context()

    def action_more_context(self) -> None:
        """Show a turn more before and after."""
        self._change_turns(self._turns + 1)

    def action_less_context(self) -> None:
        """Show a turn less before and after."""
        self._change_turns(self._turns - 1)

    @on(RowList.Moved)
    def _show_context(self) -> None:
        segment = self._table.current
        if not self._pane.display:
            return
        found = None
        if segment is not None:
            coding = segment.coding
            found = self.attempt(lambda: self.project.codings.in_context(coding, self._turns))
        self._pane.show(found)

    def _change_turns(self, turns: int) -> None:
        self._turns = min(max(turns, 0), MOST_TURNS)
        self._pane.display = True
        self._show_context()
        self.say(turns_told(self._turns))
