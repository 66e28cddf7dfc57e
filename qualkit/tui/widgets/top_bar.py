"""The line at the top: where one is."""

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from qualkit.tui.widgets.cells import cut


class TopBar(Widget):
    """One line with a heading on the left and a detail on the right."""

    heading = reactive("")
    detail = reactive("")

    def __init__(self, heading: str = "") -> None:
        """Begin with a heading and no detail."""
        super().__init__()
        self.set_reactive(TopBar.heading, heading)

    def say(self, heading: str, detail: str = "") -> None:
        """Change what the line says."""
        self.heading, self.detail = heading, detail

    def render(self) -> Content:
        """Draw the line; the heading gives way first when there is little room."""
        width = self.size.width
        detail = cut(self.detail, width // 2)
        heading = cut(self.heading, width - cell_len(detail) - (2 if detail else 0))
        gap = max(width - cell_len(heading) - cell_len(detail), 0)
        return Content.assemble((heading, "bold"), " " * gap, detail)
