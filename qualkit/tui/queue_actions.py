"""What can be done with the suggestions of a batch, with its keys."""

from qualkit.translation import N_
from qualkit.tui.keys import Action

QUEUE_ACTIONS = (
    Action(
        "code",
        ("c",),
        N_("Code"),
        N_("Code this place, or those that are marked; the phrase is what you begin with."),
    ),
    Action(
        "repeat_code",
        ("full_stop",),
        N_("Same code"),
        N_("Code with the last used code at once."),
        footer=False,
    ),
    Action("watch", ("w",), N_("Watch"), N_("Look out for the phrase as you read.")),
    Action(
        "reject",
        ("z",),
        N_("Reject"),
        N_("Do not suggest it again in the sources where it stands."),
    ),
    Action(
        "reject_everywhere",
        ("Z",),
        N_("Everywhere"),
        N_("Do not suggest it again anywhere, also not in sources that are yet to come."),
        footer=False,
    ),
    Action("next_place", ("n",), N_("Next place"), N_("Go to the next place where it stands.")),
    Action("previous_place", ("N",), N_("Place back"), N_("Go to the place before."), footer=False),
    Action(
        "mark_place",
        ("space",),
        N_("Mark"),
        N_("Mark the place, to be coded together with others; again: no longer."),
        footer=False,
    ),
    Action(
        "mark_all",
        ("A",),
        N_("Mark all"),
        N_("Mark every place that was read; again: none."),
        footer=False,
    ),
    Action(
        "whole_turn",
        ("t",),
        N_("Turn"),
        N_("Code the whole turn in place of the phrase alone; again: the phrase."),
        footer=False,
    ),
    Action(
        "more_context",
        ("plus",),
        N_("More context"),
        N_("Show a turn more before and after."),
        footer=False,
    ),
    Action(
        "less_context",
        ("minus",),
        N_("Less context"),
        N_("Show a turn less before and after."),
        footer=False,
    ),
    Action(
        "switch_shown",
        ("f", "tab"),
        N_("Show"),
        N_("Show what was decided on, or what waits."),
        footer=False,
    ),
    Action("choose_batch", ("b",), N_("Batch"), N_("Go to another batch."), footer=False),
    Action("bring_in", ("a",), N_("Add"), N_("Load a file of suggestions."), footer=False),
    Action(
        "drop_batch",
        ("X",),
        N_("Drop"),
        N_("Take the whole batch out of the queue; what was coded stays."),
        footer=False,
    ),
)
