"""Every key that works on a screen, from the table of actions."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from qualkit.tui.actions import ACTIONS, LIST_ACTIONS, Action
from qualkit.tui.keys import key_labels

WITHOUT_LIST = frozenset({"reader"})
"""Screens whose main part is no list."""


class HelpScreen(ModalScreen[None]):
    """Shows the keys of the screen behind it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,enter", "leave", "Back", show=False),
        Binding("j,down", "scroll('down')", "Down", show=False),
        Binding("k,up", "scroll('up')", "Up", show=False),
    ]

    def __init__(self, screen_name: str, heading: str) -> None:
        """Show the keys of a screen by its name in the table."""
        super().__init__()
        self._of = screen_name
        self._heading = heading

    def compose(self) -> ComposeResult:
        """Put the keys in a box that scrolls."""
        with Vertical(classes="box -tall") as box:
            box.border_title = f"Keys: {self._heading or self._of}"
            box.border_subtitle = "j k scroll · Esc back"
            with VerticalScroll(can_focus=False):
                yield Static(keys_of(self._of))

    def action_leave(self) -> None:
        """Close the help."""
        self.dismiss()

    def action_scroll(self, way: str) -> None:
        """Scroll a line."""
        scroll = self.query_one(VerticalScroll)
        if way == "down":
            scroll.scroll_down(animate=False)
        else:
            scroll.scroll_up(animate=False)


def keys_of(screen_name: str) -> Content:
    """Write out every key of a screen: its own, those of a list, those that work everywhere."""
    own = ACTIONS[screen_name]
    taken = {key for action in own for key in action.keys}
    everywhere = [
        action for action in ACTIONS["everywhere"] if not action.keys or action.keys[0] not in taken
    ]
    parts: list[tuple[str, Sequence[Action]]] = [("Here", own), ("Everywhere", everywhere)]
    if screen_name not in WITHOUT_LIST:
        in_list = [action for action in LIST_ACTIONS if action.keys[0] not in taken]
        parts.insert(1, ("In the list", in_list))
    blocks = [_block(title, actions) for title, actions in parts if actions]
    return Content("\n\n").join(blocks)


def _block(title: str, actions: Iterable[Action]) -> Content:
    lines = [Content.styled(title, "bold")]
    for action in actions:
        keys = key_labels(action.keys) or ": then type"
        gap = " " * max(14 - cell_len(keys), 1)
        lines.append(Content.assemble("  ", (keys, "bold $accent"), gap, action.help))
    return Content("\n").join(lines)
