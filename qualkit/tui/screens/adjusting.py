"""The reader, to choose other boundaries for a candidate."""

from collections.abc import Callable

from qualkit.domain.spans import Span
from qualkit.translation import _
from qualkit.tui.screens.reader import ReaderScreen


class AdjustScreen(ReaderScreen):
    """Reads a source with a passage selected; the key that codes gives the boundaries back."""

    def __init__(self, source_id: str, span: Span, take: Callable[[Span], None]) -> None:
        """Select a passage of a source; `take` gets what is selected in its place."""
        super().__init__(source_id, span.start)
        self._span = span
        self._take = take

    def on_mount(self) -> None:
        """Select the passage once the text is there."""
        # Textual calls the handlers of both classes, this one first.
        self.call_after_refresh(self._select_passage)

    def action_code(self) -> None:
        """Give back what is selected, or the sentence at the cursor."""
        self._on_passage(self._give)

    def _select_passage(self) -> None:
        if self.is_open:
            self.jump_to(self._span)
            self.say(_("Select what is to be coded; Enter takes it, Esc goes back without."))

    def _give(self, span: Span) -> None:
        self.app.pop_screen()
        self._take(span)
