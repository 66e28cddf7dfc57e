"""What can be done while a theme is read, and on the rounds of reading, with the keys."""

from qualkit.translation import N_
from qualkit.tui.code_actions import TURN_ACTIONS
from qualkit.tui.keys import Action

THEME_READING_ACTIONS = (
    Action("stays", ("s",), N_("Stays"), N_("The passage belongs to the theme.")),
    Action(
        "moves",
        ("v",),
        N_("Moves"),
        N_("Move the passage at once: to another theme, to none, or to what does not fit."),
    ),
    Action(
        "in_doubt", ("d",), N_("In doubt"), N_("Keep that it is in doubt, and why if you like.")
    ),
    Action("later", ("space",), N_("Later"), N_("Go on to the next; decide on this one later.")),
    Action(
        "take_stance",
        ("c",),
        N_("Contrary"),
        N_("Mark that the passage speaks against the theme or nuances it, or supports it."),
    ),
    Action("read_here", ("enter", "o"), N_("Read"), N_("Read it in its source; Esc comes back.")),
    Action("next_passage", ("j", "down"), N_("Next"), N_("Go to the next passage."), False),
    Action(
        "previous_passage", ("k", "up"), N_("Before"), N_("Go to the passage before."), footer=False
    ),
    *TURN_ACTIONS,
    Action("finish", ("w",), N_("Finish"), N_("Finish the reading, also before its end."), False),
    Action(
        "begin_anew",
        ("n",),
        N_("Begin anew"),
        N_("Read the theme from the beginning, with nothing decided."),
        footer=False,
    ),
    Action("memo", ("m",), N_("Memo"), N_("Write a memo on the passage."), footer=False),
)

ROUNDS_ACTIONS = (
    Action("go_on", ("c",), N_("Go on"), N_("Read the first source of the round not yet read.")),
    Action(
        "mark_read",
        ("space",),
        N_("Mark read"),
        N_("Mark the source as read in the running round, or as not read."),
    ),
    Action("new_round", ("n",), N_("New"), N_("Begin a round; one that is going on is closed.")),
    Action("other_order", ("o",), N_("Order"), N_("Put the sources in another order.")),
    Action("show_round", ("f",), N_("Other round"), N_("Look at an earlier round."), footer=False),
    Action(
        "close_round",
        ("w",),
        N_("Close"),
        N_("Close the round, whatever was read in it."),
        footer=False,
    ),
)
