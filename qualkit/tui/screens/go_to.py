"""The places to go to, one key each, in groups that are seen at one glance."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Static

from qualkit.translation import N_, _
from qualkit.tui.widgets.cells import cut

Entry = tuple[str, str, str, str]
"""Key, name, title and what is there."""

Entries = tuple[Entry, ...]

_MATERIAL: Entries = (
    ("h", "home", N_("Sources"), N_("what there is to read")),
    ("s", "search", N_("Search"), N_("words in the sources")),
    ("j", "queue", N_("Suggestions"), N_("phrases of a batch, to decide on one by one")),
    ("u", "duplicates", N_("Duplicates"), N_("sources that may be of one visitor")),
    ("r", "rounds", N_("Rounds"), N_("the sources again, and how densely they are coded")),
)

_CODES: Entries = (
    ("c", "codebook", N_("Codebook"), N_("codes and what is coded with them")),
    ("o", "together", N_("Codes together"), N_("which codes and themes share passages")),
    ("m", "memos", N_("Memos"), N_("all notes in one place")),
    ("d", "doubts", N_("Doubts"), N_("what to decide, and what was decided")),
)

_STUDY: Entries = (
    ("i", "project", N_("Project"), N_("title, question, profile and method")),
    ("y", "history", N_("History"), N_("every step, and the way back")),
)

_THEMES: Entries = (
    ("t", "themes", N_("Themes"), N_("central ideas, claims and quotes")),
    ("b", "board", N_("Board"), N_("themes side by side, and what has no place yet")),
    ("a", "map", N_("Map"), N_("themes, codes and the lines between them")),
    ("p", "spread", N_("Spread"), N_("who is heard under which theme, and who is not")),
    ("f", "matrix", N_("Framework"), N_("cases by themes, in your own words")),
    ("k", "quality", N_("Questions"), N_("what is seen in the material, and what you make of it")),
)

_PRINT: Entries = (
    ("q", "quotes", N_("Quotes"), N_("what is printed, and who is not quoted yet")),
    ("v", "vignettes", N_("Vignettes"), N_("in your own words what may not be quoted")),
    ("w", "answers", N_("Answers"), N_("what co-authors say of the quotes")),
    ("l", "labels", N_("Labels"), N_("how participants are printed, and all that is under each")),
    ("x", "identifiers", N_("Identifiers"), N_("words that could give somebody away")),
    ("e", "export", N_("Export"), N_("files for people without the program")),
)

COLUMNS = (
    (
        (N_("Material"), _MATERIAL),
        (N_("Codes and notes"), _CODES),
        (N_("The study"), _STUDY),
    ),
    ((N_("Themes"), _THEMES), (N_("In print"), _PRINT)),
)
"""The places of each column, in groups with a title."""

PLACES = tuple(entry for groups in COLUMNS for _title, entries in groups for entry in entries)
"""Every place."""

LEAST_ABOUT = 24
"""Cells from which what is at a place is told on its line."""


class PlaceRow(Static, can_focus=True):
    """One place; the one that has the focus is gone to with Enter."""

    class Picked(Message):
        """It was clicked."""

        def __init__(self, name: str) -> None:
            """Say which."""
            super().__init__()
            self.name = name

    def __init__(self, entry: Entry) -> None:
        """Show a place."""
        super().__init__(markup=False)
        self.entry = entry

    def render(self) -> Content:
        """Draw its key, its title and, where there is room, what is there."""
        key, _name, title, about = self.entry
        widest = max(cell_len(_(each)) for _key, _place, each, _about in PLACES)
        named = f"{_(title):<{widest + 2}}"
        room = self.size.width - widest - 7
        told = cut(_(about), room) if room >= LEAST_ABOUT else ""
        pointer = "> " if self.has_focus else "  "
        return Content.assemble(pointer, (f"{key}  ", "bold $accent"), named, (told, "$muted"))

    def on_click(self) -> None:
        """Go there."""
        self.post_message(self.Picked(self.entry[1]))


class GoTo(ModalScreen[str | None]):
    """Gives the name of a place, or None."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,g", "leave", "Leave", show=False),
        Binding("enter", "choose", "Go", show=False),
        Binding("down", "move(1)", "Down", show=False),
        Binding("up", "move(-1)", "Up", show=False),
        Binding("left,right", "other_column", "Other column", show=False),
        *(Binding(key, f"go('{name}')", title, show=False) for key, name, title, _about in PLACES),
    ]

    def compose(self) -> ComposeResult:
        """Put the groups in two columns."""
        with Vertical(classes="box go-to") as box:
            box.border_title = _("Go to")
            box.border_subtitle = _("a letter goes there · Esc leaves")
            with Horizontal():
                for groups in COLUMNS:
                    with Vertical():
                        for title, entries in groups:
                            yield Static(_(title), classes="group", markup=False)
                            yield from map(PlaceRow, entries)
            yield Static("", classes="hint", markup=False)

    def on_mount(self) -> None:
        """Begin at the first place."""
        self._rows[0].focus()

    def action_leave(self) -> None:
        """Stay where one was."""
        self.dismiss(None)

    def action_go(self, name: str) -> None:
        """Go."""
        self.dismiss(name)

    def action_choose(self) -> None:
        """Go to the place at the cursor."""
        self.dismiss(self._rows[self._at].entry[1])

    def action_move(self, by: int) -> None:
        """Go down or up, from one column into the other."""
        self._rows[(self._at + by) % len(PLACES)].focus()

    def action_other_column(self) -> None:
        """Go to the place beside this one."""
        here = self._rows[self._at]
        others = [row for row in self._rows if row.parent is not here.parent]
        min(others, key=lambda row: abs(row.region.y - here.region.y)).focus()

    def on_descendant_focus(self) -> None:
        """Tell what is at the place at the cursor."""
        self.query_one(".hint", Static).update(_(self._rows[self._at].entry[3]))

    @on(PlaceRow.Picked)
    def _picked(self, event: PlaceRow.Picked) -> None:
        self.dismiss(event.name)

    @property
    def _rows(self) -> Sequence[PlaceRow]:
        return list(self.query(PlaceRow))

    @property
    def _at(self) -> int:
        rows = self._rows
        return rows.index(self.focused) if isinstance(self.focused, PlaceRow) else 0
