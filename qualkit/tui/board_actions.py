"""What can be done on the board, with its keys."""

from qualkit.translation import N_
from qualkit.tui.code_actions import MEMOS_HERE
from qualkit.tui.keys import Action

BOARD_WALK = (
    Action("next_card", ("j", "down"), N_("Down"), N_("Go to the next card."), footer=False),
    Action("previous_card", ("k", "up"), N_("Up"), N_("Go to the card before."), footer=False),
    Action(
        "next_column",
        ("l", "right"),
        N_("Next column"),
        N_("Go to the next theme or tray."),
        footer=False,
    ),
    Action(
        "previous_column",
        ("h", "left"),
        N_("Column before"),
        N_("Go to the theme or tray before."),
        footer=False,
    ),
    Action("next_page", ("pagedown",), N_("Page down"), N_("Go a screenful down."), footer=False),
    Action("previous_page", ("pageup",), N_("Page up"), N_("Go a screenful up."), footer=False),
    Action("first_card", ("home",), N_("First"), N_("Go to the top of the column."), footer=False),
    Action("last_card", ("end",), N_("Last"), N_("Go to the last card of it."), footer=False),
)
"""Ways over the board."""

_MOVING = (
    Action(
        "move_to",
        ("v",),
        N_("Move"),
        N_("Move what is marked, or what the cursor is on, to another theme or tray."),
    ),
    Action("mark", ("space",), N_("Mark"), N_("Mark a card, to move several at once; or unmark.")),
    Action(
        "add_to",
        ("a",),
        N_("Put in as well"),
        N_("Put it in another theme as well, and leave it here."),
        footer=False,
    ),
    Action("unmark_all", ("minus",), N_("Unmark all"), N_("Take all marks away."), footer=False),
)

BOARD_ACTIONS = (
    *_MOVING,
    Action("new_theme", ("n",), N_("New"), N_("Make a theme, of what is marked.")),
    Action(
        "open_card",
        ("enter", "o"),
        N_("Passages"),
        N_("Show the passages of the card, to decide on one by one; or those of the theme."),
    ),
    Action(
        "snapshots", ("s",), N_("Snapshots"), N_("Keep the board as it is, compare, or go back.")
    ),
    Action(
        "merge",
        ("M",),
        N_("Merge"),
        N_("Let the code at the cursor go up in another one; at the top of a column the theme."),
        footer=False,
    ),
    Action(
        "split_off",
        ("S",),
        N_("Split off"),
        N_("Make a theme of what is marked in this one, and take the quotes along."),
        footer=False,
    ),
    Action(
        "edit_theme",
        ("e",),
        N_("Edit theme"),
        N_("Rename the theme of the column, and write its central idea and scope."),
        footer=False,
    ),
    Action(
        "drop_theme",
        ("X",),
        N_("Drop theme"),
        N_("Take the theme off the board; what it held is free again."),
        footer=False,
    ),
    Action("earlier", ("K",), N_("Earlier"), N_("Move the theme before the one beside it."), False),
    Action("later", ("J",), N_("Later"), N_("Move the theme behind the one beside it."), False),
    Action("find_card", ("slash",), N_("Find"), N_("Go to a card by typing letters of it."), False),
    MEMOS_HERE,
)

BOARD_PASSAGES_ACTIONS = _MOVING

BOARD_SNAPSHOTS_ACTIONS = (
    Action("take_snapshot", ("n",), N_("Take one"), N_("Keep the board as it is, with a note.")),
    Action(
        "compare_with",
        ("c",),
        N_("Compare"),
        N_("Compare this snapshot with another one; without that it is with now."),
    ),
    Action("go_back", ("b",), N_("Back to it"), N_("Let the board be as it was then.")),
    Action("remove_snapshot", ("x",), N_("Remove"), N_("Remove the snapshot."), footer=False),
)
