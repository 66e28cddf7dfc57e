"""What can be done with sources that may be one, with the keys."""

from qualkit.translation import N_
from qualkit.tui.keys import Action

DUPLICATES_ACTIONS = (
    Action(
        "look_for_pairs",
        ("L",),
        N_("Look"),
        N_("Look in all sources for pairs that may be of one visitor or one text."),
    ),
    Action(
        "switch_shown",
        ("f", "tab"),
        N_("Show"),
        N_("Show the pairs that wait, those that were decided on, or all."),
    ),
)

PAIR_WALK = (
    Action("passage_on", ("j", "down"), N_("Passage on"), N_("Go a passage on."), footer=False),
    Action("passage_back", ("k", "up"), N_("Passage back"), N_("Go a passage back."), footer=False),
    Action("page_on", ("pagedown", "space"), N_("Page on"), N_("Go a screenful on."), footer=False),
    Action("page_back", ("pageup", "b"), N_("Page back"), N_("Go a screenful back."), False),
    Action("to_begin", ("home",), N_("Begin"), N_("Go to the first passage."), footer=False),
    Action("to_end", ("end",), N_("End"), N_("Go to the last passage."), footer=False),
    Action("to_first", ("h", "left"), N_("First"), N_("Go to the first of the two."), False),
    Action("to_second", ("l", "right"), N_("Second"), N_("Go to the second of the two."), False),
)
"""The ways over two sources side by side."""

PAIR_ACTIONS = (
    Action(
        "read_on",
        ("enter",),
        N_("Read on"),
        N_("Read on, behind the note on what a source is about."),
        instead_of="read_source",
    ),
    Action("hold_same", ("s",), N_("Same"), N_("They are of one visitor, or one text.")),
    Action(
        "hold_different", ("d",), N_("Different"), N_("They have nothing to do with each other.")
    ),
    Action("hold_unsure", ("t",), N_("Unsure"), N_("You cannot tell yet.")),
    Action("next_alike", ("n",), N_("Alike"), N_("Go to the next passage that is alike.")),
    Action(
        "previous_alike",
        ("N",),
        N_("Alike before"),
        N_("Go to the alike passage before."),
        footer=False,
    ),
    Action(
        "next_shared",
        ("w",),
        N_("In common"),
        N_("Go to the next rare word or detail that both have."),
    ),
    Action(
        "previous_shared",
        ("W",),
        N_("In common before"),
        N_("Go to the rare word or detail before that both have."),
        footer=False,
    ),
    Action("cross", ("tab",), N_("Other"), N_("Go to what stands beside it in the other.")),
    Action(
        "read_source",
        ("enter", "o"),
        N_("Read"),
        N_("Read the source at the cursor there; Esc comes back."),
    ),
    Action("next_pair", ("right_square_bracket",), N_("Next pair"), N_("Go to the next pair.")),
    Action(
        "previous_pair",
        ("left_square_bracket",),
        N_("Pair before"),
        N_("Go to the pair before."),
        footer=False,
    ),
    Action(
        "reopen_pair",
        ("x",),
        N_("Take back"),
        N_("Forget what was decided; the pair waits again, and cases stay as they are."),
        footer=False,
    ),
    Action(
        "show_reasons",
        ("e",),
        N_("Reasons"),
        N_("Show every reason, and what was decided."),
        footer=False,
    ),
)
