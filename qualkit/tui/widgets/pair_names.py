"""The line above two columns: which source is in which."""

from textual.content import Content
from textual.widget import Widget

from qualkit.domain.pair_views import PairView
from qualkit.tui.pairs.layout import BETWEEN
from qualkit.tui.pairs.passages import name_of
from qualkit.tui.widgets.cells import fit


class PairNames(Widget):
    """Names the two sources of a pair, each above its column."""

    def __init__(self, view: PairView) -> None:
        """Name a pair."""
        super().__init__()
        self._names = name_of(view.first), name_of(view.second)

    def show(self, view: PairView) -> None:
        """Name another pair."""
        self._names = name_of(view.first), name_of(view.second)
        self.refresh()

    def render(self) -> Content:
        """Draw the line; the scroll bar below takes a cell of it."""
        column = (self.size.width - 1 - BETWEEN) // 2
        first, second = (fit(f"  {name}", column) for name in self._names)
        return Content(f"{first}{' ' * BETWEEN}{second}")
