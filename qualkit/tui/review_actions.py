"""What can be done with the answers of co-authors, with its keys."""

from qualkit.translation import N_
from qualkit.tui.keys import Action

ANSWERS_ACTIONS = (
    Action(
        "take_over",
        ("t",),
        N_("Take over"),
        N_("Print it in the words of a co-author, if they are word for word."),
    ),
    Action(
        "edit_quote", ("e",), N_("Edit"), N_("Edit the printed words, or the vignette, yourself.")
    ),
    Action(
        "close_answers",
        ("c",),
        N_("Done"),
        N_("Close the answers to it, with a line on what you did."),
    ),
    Action("next_open", ("n",), N_("Next"), N_("Go to the next one that waits.")),
    Action(
        "switch_shown",
        ("f", "tab"),
        N_("Show"),
        N_("Show all, what waits, or what co-authors do not agree on."),
        footer=False,
    ),
    Action("bring_in", ("a",), N_("Add"), N_("Bring in a file that came back.")),
    Action(
        "set_aside",
        ("b",),
        N_("Shortlist"),
        N_("Put the quote back on the shortlist, and close the answers to it."),
        footer=False,
    ),
    Action("reopen", ("o",), N_("Reopen"), N_("Let the answers to it wait again."), footer=False),
    Action(
        "drop_quote", ("x",), N_("Drop"), N_("No longer print the quote; its coding stays."), False
    ),
)
