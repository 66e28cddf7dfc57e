"""The keys that work in any grid, whatever stands in its cells."""

from qualkit.translation import N_
from qualkit.tui.keys import Action

GRID_ACTIONS = (
    Action("next_row", ("j", "down"), N_("Down"), N_("Go to the next row."), footer=False),
    Action("previous_row", ("k", "up"), N_("Up"), N_("Go to the row before."), footer=False),
    Action("next_column", ("l", "right"), N_("Right"), N_("Go to the next column."), footer=False),
    Action(
        "previous_column", ("h", "left"), N_("Left"), N_("Go to the column before."), footer=False
    ),
    Action("next_page", ("pagedown",), N_("Page down"), N_("Go a screenful down."), footer=False),
    Action("previous_page", ("pageup",), N_("Page up"), N_("Go a screenful up."), footer=False),
    Action(
        "page_right", ("L", "shift+right"), N_("Page right"), N_("Go a screenful right."), False
    ),
    Action("page_left", ("H", "shift+left"), N_("Page left"), N_("Go a screenful left."), False),
    Action("first_row", ("home",), N_("First"), N_("Go to the first row."), footer=False),
    Action("last_row", ("end",), N_("Last"), N_("Go to the last row."), footer=False),
    Action(
        "choose",
        ("enter",),
        N_("Open"),
        N_("Open the cell; on a heading, the whole row or column."),
    ),
)
"""What can be done in any grid."""
