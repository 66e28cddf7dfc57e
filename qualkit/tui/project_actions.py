"""The actions of the screen on the project and its method."""

from qualkit.translation import N_
from qualkit.tui.code_actions import MEMOS_HERE
from qualkit.tui.keys import Action

PROJECT_ACTIONS = (
    MEMOS_HERE,
    Action("edit_part", ("e",), N_("Edit"), N_("Write what the cursor is on.")),
)
