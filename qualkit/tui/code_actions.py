"""What can be done to codes and to what is coded with them, with its keys."""

from qualkit.translation import N_
from qualkit.tui.keys import Action

MEMOS_HERE = Action(
    "memos_here",
    ("comma",),
    N_("Memos on it"),
    N_("Show the memos on what the cursor is on, and those that cite it."),
    footer=False,
)
"""On the codebook, and on the other screens whose rows memos hang on."""

_CHANGING = (
    Action(
        "new_code", ("n",), N_("New"), N_("Make a code; 'parent > name' puts it under a parent.")
    ),
    Action("rename_code", ("e",), N_("Rename"), N_("Give the code another name.")),
    Action("describe_code", ("d",), N_("Describe"), N_("Write what the code means.")),
    Action(
        "colour_code", ("c",), N_("Colour"), N_("Choose a colour for the code, or none."), False
    ),
    Action("merge_code", ("M",), N_("Merge"), N_("Let the code go up in another one.")),
    Action("move_code", ("v",), N_("Move"), N_("Put the code under another one, or at the top.")),
    Action("split_code", ("S",), N_("Split"), N_("Decide passage by passage which code it gets.")),
    Action(
        "mark_level",
        ("s",),
        N_("Semantic/latent"),
        N_("Mark it semantic, latent, or neither."),
        footer=False,
    ),
    Action(
        "retire_code",
        ("t",),
        N_("Retire"),
        N_("Stop offering the code, or offer it again."),
        footer=False,
    ),
    Action(
        "remove_code", ("x",), N_("Remove"), N_("Remove a code that is not used."), footer=False
    ),
)

_LOOKING = (
    Action(
        "fold_code",
        ("space",),
        N_("Fold"),
        N_("Fold the codes below it away, or show them."),
        False,
    ),
    Action(
        "fold_all",
        ("minus",),
        N_("Fold all"),
        N_("Fold every branch, or show all codes."),
        footer=False,
    ),
    Action(
        "to_parent",
        ("h", "left"),
        N_("To parent"),
        N_("Go to the code that it is under."),
        footer=False,
    ),
    Action("show_story", ("y",), N_("Story"), N_("Tell how the code came to be, and why."), False),
    Action(
        "hide_retired",
        ("o",),
        N_("Retired"),
        N_("Leave out the codes that are retired, or not."),
        footer=False,
    ),
)

CODEBOOK_ACTIONS = (*_CHANGING, *_LOOKING, MEMOS_HERE)

TURN_ACTIONS = (
    Action(
        "more_context",
        ("plus",),
        N_("More"),
        N_("Show one more turn before and after."),
        footer=False,
    ),
    Action(
        "less_context",
        ("minus",),
        N_("Less"),
        N_("Show one turn less before and after."),
        footer=False,
    ),
)
"""How much is shown before and after a passage."""

CONTEXT_ACTIONS = (
    Action("show_context", ("c",), N_("Context"), N_("Show what stands before and after, or not.")),
    *TURN_ACTIONS,
)
"""What can be done in any list of passages."""

CODED_SEGMENTS_ACTIONS = (
    *CONTEXT_ACTIONS,
    Action("gather", ("a",), N_("Theme"), N_("Put this one passage under a theme.")),
    Action("recode", ("e",), N_("Recode"), N_("Give the passage another code.")),
    Action(
        "split_off", ("s",), N_("Split off"), N_("Give some of these passages a code of their own.")
    ),
    Action(
        "split_code",
        ("S",),
        N_("Split"),
        N_("Decide passage by passage which code it gets."),
        False,
    ),
    Action(
        "mark_strong",
        ("asterisk",),
        N_("Strong"),
        N_("Mark it as a strong example, or not."),
        footer=False,
    ),
    Action("uncode", ("x",), N_("Take off"), N_("Take the code off this passage.")),
)

CODE_SPLIT_ACTIONS = (
    Action("to_first", ("1",), N_("First"), N_("It belongs with the first code.")),
    Action("to_second", ("2",), N_("Second"), N_("It belongs with the second code.")),
    Action("to_both", ("3",), N_("Both"), N_("It belongs with both.")),
    Action("to_neither", ("0", "space"), N_("Stays"), N_("It keeps the code it has.")),
    Action("finish_split", ("w",), N_("Do it"), N_("Carry the decisions out, as one step.")),
    Action(
        "start_anew",
        ("n",),
        N_("Start anew"),
        N_("Forget the decisions and choose other codes."),
        footer=False,
    ),
)
