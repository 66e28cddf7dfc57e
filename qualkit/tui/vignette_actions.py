"""What can be done with vignettes, with its keys."""

from qualkit.translation import N_
from qualkit.tui.keys import Action

VIGNETTES_ACTIONS = (
    Action("new_vignette", ("n",), N_("New"), N_("Write a vignette under a theme.")),
    Action("edit_vignette", ("e",), N_("Write"), N_("Go on writing the vignette.")),
    Action("drop_vignette", ("x",), N_("Remove"), N_("Remove the vignette; passages stay.")),
    Action("scroll_down", ("L",), N_("Scroll"), N_("Scroll the vignette down."), footer=False),
    Action("scroll_up", ("H",), N_("Scroll back"), N_("Scroll the vignette up."), footer=False),
    Action("move_up", ("K",), N_("Move up"), N_("Move it up under its theme."), footer=False),
    Action("move_down", ("J",), N_("Move down"), N_("Move it down under its theme."), footer=False),
)

VIGNETTE_ACTIONS = (
    Action("back", ("escape",), N_("Keep"), N_("Keep what you wrote, and go back.")),
    Action(
        "next_part",
        ("tab",),
        N_("Next part"),
        N_("Go from the title to the story, what is pointed out, and the passages."),
    ),
    Action(
        "switch_made_of",
        ("o",),
        N_("One/composite"),
        N_("Say that it tells of one case, or is composed from several."),
    ),
    Action("add_passages", ("a",), N_("Add passages"), N_("Let it rest on more passages.")),
    Action(
        "take_passage", ("x",), N_("Take off"), N_("Let it no longer rest on the passage here.")
    ),
)
