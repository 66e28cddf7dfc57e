"""The lines above the keys that say what the tour asks now."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from qualkit.translation import _
from qualkit.tui.tour.tour import Tour


class TourBar(Vertical):
    """Shows the step of the tour, while there is one."""

    def compose(self) -> ComposeResult:
        """Put what to do under where one is."""
        yield Static("", classes="tour-title", markup=False)
        yield Static("", classes="tour-text", markup=False)

    def show(self, tour: Tour) -> None:
        """Show where a tour is; nothing while it is off."""
        self.display = tour.is_on
        title, text = self.query_one(".tour-title", Static), self.query_one(".tour-text", Static)
        title.update("  ·  ".join([tour.title, _("T leaves the tour")]))
        text.update(tour.text)
