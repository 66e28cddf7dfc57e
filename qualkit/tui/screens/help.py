"""Every key that works on a screen, from the table of actions."""

from typing import ClassVar

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from qualkit.translation import N_, _
from qualkit.tui.actions import ACTIONS, LIST_ACTIONS, Action
from qualkit.tui.board_actions import BOARD_WALK
from qualkit.tui.duplicate_actions import PAIR_WALK
from qualkit.tui.grid_actions import GRID_ACTIONS
from qualkit.tui.keys import key_labels
from qualkit.tui.quote_actions import PASSAGE_WALK

WITHOUT_LIST = frozenset({"reader"})
"""Screens whose main part is neither a list nor a grid."""

WITH_GRID = frozenset({"together", "spread"})
"""Screens whose main part is a grid."""


class HelpScreen(ModalScreen[None]):
    """Shows the keys of the screen behind it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,enter", "leave", "Back", show=False),
        Binding("j,down", "scroll('down')", "Down", show=False),
        Binding("k,up", "scroll('up')", "Up", show=False),
        Binding("pagedown,space", "page('down')", "Page down", show=False),
        Binding("pageup", "page('up')", "Page up", show=False),
    ]

    def __init__(self, screen_name: str, heading: str) -> None:
        """Show the keys of a screen by its name in the table."""
        super().__init__()
        self._of = screen_name
        self._heading = heading

    def compose(self) -> ComposeResult:
        """Put the keys in a box that scrolls."""
        with Vertical(classes="box -tall") as box:
            # The reader is headed by what is read, and has no name of its own.
            named = _("Keys: {screen}").format(screen=_(self._heading))
            box.border_title = named if self._heading else _("Keys")
            box.border_subtitle = _("j k scroll · Esc back")
            with VerticalScroll(can_focus=False):
                yield Static(_table(self._of))

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

    def action_page(self, way: str) -> None:
        """Scroll a screenful."""
        scroll = self.query_one(VerticalScroll)
        if way == "down":
            scroll.scroll_page_down(animate=False)
        else:
            scroll.scroll_page_up(animate=False)


def keys_of(screen_name: str) -> tuple[tuple[str, tuple[Action, ...]], ...]:
    """Give what can be done on a screen under headings: here, in its list, everywhere."""
    own = ACTIONS[screen_name]
    taken = {key for action in own for key in action.keys}
    everywhere = tuple(
        action for action in ACTIONS["everywhere"] if not action.keys or action.keys[0] not in taken
    )
    heading, moves = _moves(screen_name)
    free = tuple(action for action in moves if action.keys[0] not in taken)
    listed = () if screen_name in WITHOUT_LIST else ((heading, free),)
    parts = ((N_("Here"), own), *listed, (N_("Everywhere"), everywhere))
    return tuple((heading, actions) for heading, actions in parts if actions)


def _moves(screen_name: str) -> tuple[str, tuple[Action, ...]]:
    """Give the ways over what a screen shows, with a heading."""
    if screen_name == "board":
        return N_("On the board"), BOARD_WALK
    if screen_name == "pair":
        return N_("Over the two"), PAIR_WALK
    if screen_name == "quote_editor":
        return N_("In the passage"), PASSAGE_WALK
    if screen_name in WITH_GRID:
        return N_("In the grid"), GRID_ACTIONS
    return N_("In the list"), LIST_ACTIONS


def _table(screen_name: str) -> Table:
    """Set keys and what they do in two columns."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True, style="bold")
    table.add_column(ratio=1)
    for heading, actions in keys_of(screen_name):
        table.add_row(Text(_(heading), "underline"), "")
        for action in actions:
            keys = key_labels(action.keys) or _(": then type")
            table.add_row(Text(keys), Text(_(action.help)))
        table.add_row("", "")
    return table
