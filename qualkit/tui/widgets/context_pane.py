"""A passage with what stands before and after it, the passage itself in view."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from qualkit.domain.contexts import InContext

LINES_ABOVE = 3
"""Lines of context that stay in sight above the passage."""


class ContextPane(VerticalScroll, can_focus=False):
    """Shows a passage in its context; the passage is set in bold and underlined."""

    def compose(self) -> ComposeResult:
        """Give the text."""
        yield Static("", markup=False)

    def show(self, shown: InContext | None) -> None:
        """Show a passage, or nothing."""
        self.query_one(Static).update(_content(shown) if shown else "")
        if shown is not None:
            # Once the new text has been laid out; before, there is nowhere to scroll to.
            self.call_after_refresh(self._scroll_to_passage, shown.before)

    def _scroll_to_passage(self, before: str) -> None:
        width = max(self.scrollable_content_region.width, 1)
        above = len(Content(before + "x").wrap(width)) - 1
        self.scroll_to(y=max(above - LINES_ABOVE, 0), animate=False)


def _content(shown: InContext) -> Content:
    return Content.assemble(
        (shown.before, "$muted"), (shown.words, "bold underline"), (shown.after, "$muted")
    )
