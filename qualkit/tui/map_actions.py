"""What can be done on the thematic map, with its keys."""

from qualkit.translation import N_
from qualkit.tui.code_actions import MEMOS_HERE
from qualkit.tui.keys import Action

MAP_ACTIONS = (
    MEMOS_HERE,
    Action("draw_map", ("d",), N_("Draw"), N_("Write the map to a file, as a picture.")),
)
