"""The actions of the screen on what is known of a source."""

from qualkit.translation import N_
from qualkit.tui.code_actions import MEMOS_HERE
from qualkit.tui.keys import Action

SOURCE_ACTIONS = (
    MEMOS_HERE,
    Action("edit_part", ("e",), N_("Edit"), N_("Write or choose what the cursor is on.")),
    Action("read_source", ("o",), N_("Read"), N_("Open the source for reading.")),
)
