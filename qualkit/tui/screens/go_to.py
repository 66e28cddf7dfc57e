"""The small list of places to go to, one key each."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from qualkit.tui.widgets.row_list import Line, RowList

PLACES = (
    ("h", "home", "Home", "the sources"),
    ("c", "codebook", "Codebook", "codes and what is coded with them"),
    ("t", "themes", "Themes", "central ideas, claims and quotes"),
    ("m", "memos", "Memos", "all notes in one place"),
    ("s", "search", "Search", "words in the sources"),
    ("y", "history", "History", "every step, and the way back"),
    ("e", "export", "Export", "files for people without the program"),
)


class GoTo(ModalScreen[str | None]):
    """Gives the name of a place, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,g", "leave", "Leave", show=False),
        *(Binding(key, f"go('{name}')", title, show=False) for key, name, title, _ in PLACES),
    ]

    def compose(self) -> ComposeResult:
        """List the places with their keys."""
        with Vertical(classes="box") as box:
            box.border_title = "Go to"
            box.border_subtitle = "Esc leaves"
            yield RowList[tuple[str, str, str, str]](self._draw, lambda place: place[1])

    def on_mount(self) -> None:
        """Show the places."""
        rows = self.query_one(RowList)
        rows.styles.height = len(PLACES)
        rows.set_items(PLACES)
        rows.focus()

    def action_leave(self) -> None:
        """Stay where one was."""
        self.dismiss(None)

    def action_go(self, name: str) -> None:
        """Go."""
        self.dismiss(name)

    @on(RowList.Chosen)
    def _chosen(self) -> None:
        place = self.query_one(RowList).current
        self.dismiss(place[1] if place else None)

    def _draw(self, place: tuple[str, str, str, str], width: int) -> Sequence[Line]:
        key, _, title, about = place
        return [[(f"{key}  ", "accent"), (f"{title:<10}", ""), (about, "muted")]]
