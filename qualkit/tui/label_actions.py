"""What can be done with labels, and with what is printed under them, with its keys."""

from qualkit.translation import N_
from qualkit.tui.keys import Action

LABELS_ACTIONS = (
    Action(
        "edit_pattern", ("p",), N_("Pattern"), N_("Print the whole group under another pattern.")
    ),
    Action("edit_role", ("w",), N_("Who"), N_("Say who they are, as the material is described.")),
    Action(
        "choose_detail",
        ("d",),
        N_("Detail"),
        N_("Print the group with numbers, by its role alone, or without a label."),
    ),
    Action("renumber", ("n",), N_("Renumber"), N_("Number the participants of the group anew.")),
    Action("change_number", ("s",), N_("Number"), N_("Give a participant another number.")),
)

MOSAIC_ACTIONS = (
    Action("keep_seen", ("s",), N_("Seen"), N_("All of it may be printed; go to the next label.")),
    Action(
        "leave_it",
        ("a",),
        N_("As it is"),
        N_("Somebody may be recognised, and it stays all the same: say why."),
    ),
    Action("generalise", ("e",), N_("Edit"), N_("Change the printed words of the quote.")),
    Action(
        "without_label",
        ("o",),
        N_("No label"),
        N_("Print this quote without its label, so that it stands apart."),
    ),
    Action("next_label", ("n",), N_("Next"), N_("Go to the next label.")),
    Action("previous_label", ("p",), N_("Before"), N_("Go to the label before."), footer=False),
    Action(
        "go_on_unseen",
        ("w",),
        N_("Go on"),
        N_("Export all the same, without a look at the rest: say why."),
        footer=False,
    ),
)
