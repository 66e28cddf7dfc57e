"""The actions of the framework matrix."""

from qualkit.translation import N_
from qualkit.tui.code_actions import MEMOS_HERE
from qualkit.tui.keys import Action

MATRIX_ACTIONS = (
    Action("edit_cell", ("e",), N_("Write"), N_("Write the cell in your own words.")),
    Action(
        "nothing_said",
        ("n",),
        N_("Nothing said"),
        N_("Keep that it was read and that nothing was said about it."),
    ),
    Action("clear_cell", ("x",), N_("Empty"), N_("Empty the cell: it is not yet read."), False),
    Action("next_one", ("right_square_bracket",), N_("Next"), N_("Go to the next case."), False),
    Action(
        "previous_one", ("left_square_bracket",), N_("Before"), N_("Go to the case before."), False
    ),
    Action("switch_view", ("v",), N_("View"), N_("Show all of it as a grid, or one case whole.")),
    Action(
        "turn",
        ("c",),
        N_("Turn it"),
        N_("Read one case over all columns, or one column over all cases."),
    ),
    Action("add_columns", ("a",), N_("Columns"), N_("Add themes or codes as columns.")),
    Action(
        "remove_column", ("X",), N_("Take out"), N_("Take the column out; its cells stay."), False
    ),
    Action(
        "move_left",
        ("less_than_sign",),
        N_("To the left"),
        N_("Move the column to the left."),
        False,
    ),
    Action(
        "move_right",
        ("greater_than_sign",),
        N_("To the right"),
        N_("Move the column to the right."),
        False,
    ),
    Action("new_matrix", ("N",), N_("New matrix"), N_("Make a matrix."), footer=False),
    Action("other_matrix", ("o",), N_("Other"), N_("Go to another matrix."), footer=False),
    Action("rename_matrix", ("R",), N_("Rename"), N_("Give the matrix another title."), False),
    Action(
        "remove_matrix",
        ("D",),
        N_("Remove"),
        N_("Remove the matrix; what was written stays for others."),
        False,
    ),
    MEMOS_HERE,
)
