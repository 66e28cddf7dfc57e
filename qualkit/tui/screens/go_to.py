"""The small list of places to go to, one key each."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from qualkit.translation import N_, _
from qualkit.tui.widgets.cells import cut
from qualkit.tui.widgets.row_list import Line, RowList

PLACES = (
    ("h", "home", N_("Sources"), N_("what there is to read")),
    ("r", "rounds", N_("Rounds"), N_("the sources again, and how densely they are coded")),
    ("c", "codebook", N_("Codebook"), N_("codes and what is coded with them")),
    ("o", "together", N_("Codes together"), N_("which codes and themes share passages")),
    ("t", "themes", N_("Themes"), N_("central ideas, claims and quotes")),
    ("q", "quotes", N_("Quotes"), N_("what is printed, and who is not quoted yet")),
    ("b", "board", N_("Board"), N_("themes side by side, and what is nowhere yet")),
    ("a", "map", N_("Map"), N_("themes, codes and the lines between them")),
    ("p", "spread", N_("Spread"), N_("who is heard under which theme, and who is not")),
    ("f", "matrix", N_("Framework"), N_("cases by themes, in your own words")),
    ("k", "quality", N_("Questions"), N_("what is seen, and what you make of it")),
    ("v", "vignettes", N_("Vignettes"), N_("in your own words what may not be quoted")),
    ("m", "memos", N_("Memos"), N_("all notes in one place")),
    ("d", "doubts", N_("Doubts"), N_("what to decide, and what was decided")),
    ("s", "search", N_("Search"), N_("words in the sources")),
    ("y", "history", N_("History"), N_("every step, and the way back")),
    ("i", "project", N_("Project"), N_("title, question, profile and method")),
    ("w", "answers", N_("Answers"), N_("what co-authors say of the quotes")),
    ("l", "labels", N_("Labels"), N_("how each is printed, and what is under it")),
    ("x", "identifiers", N_("Identifiers"), N_("words that could give somebody away")),
    ("e", "export", N_("Export"), N_("files for people without the program")),
)
"""Key, name, title and what is there."""


class GoTo(ModalScreen[str | None]):
    """Gives the name of a place, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,g", "leave", "Leave", show=False),
        # Before the keys of the list: k is a place here, and the arrows go up and down.
        *(
            Binding(key, f"go('{name}')", title, show=False, priority=True)
            for key, name, title, _about in PLACES
        ),
    ]

    def compose(self) -> ComposeResult:
        """List the places with their keys."""
        with Vertical(classes="box") as box:
            box.border_title = _("Go to")
            box.border_subtitle = _("Esc leaves")
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
        key, _name, title, about = place
        widest = max(len(_(each)) for _key, _place, each, _about in PLACES)
        named = f"{_(title):<{widest + 2}}"
        told = cut(_(about), width - len(named) - 3)
        return [[(f"{key}  ", "accent"), (named, ""), (told, "muted")]]
