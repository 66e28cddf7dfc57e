"""What can be done on the doubt list, with its keys."""

from qualkit.translation import N_
from qualkit.tui.keys import Action

DOUBTS_ACTIONS = (
    Action("say_more", ("w",), N_("Say"), N_("Say something about the doubt, in your own name.")),
    Action("decide", ("c",), N_("Decide"), N_("Close the doubt with a decision.")),
    Action("reopen", ("o",), N_("Reopen"), N_("Open the doubt again; the decision stays in it.")),
    Action(
        "narrow", ("f",), N_("Show"), N_("Show only open doubts, closed ones, or your own part.")
    ),
    Action(
        "agenda",
        ("a",),
        N_("Agenda"),
        N_("Write the open doubts for the next meeting, with room for decisions."),
    ),
    Action("edit_doubt", ("e",), N_("Edit"), N_("Change the words of the doubt."), footer=False),
    Action(
        "share_doubt",
        ("s",),
        N_("Share"),
        N_("Let others see the doubt, or keep it private."),
        footer=False,
    ),
    Action("remove_doubt", ("x",), N_("Remove"), N_("Remove the doubt."), footer=False),
)
