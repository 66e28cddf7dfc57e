"""What can be done where passages are counted and compared, with its keys."""

from qualkit.translation import N_
from qualkit.tui.keys import Action

SPREAD_ACTIONS = (
    Action(
        "whose_words",
        ("o",),
        N_("Whose words"),
        N_("Leave out what only interviewers and helpers say, or not."),
    ),
    Action(
        "with_subthemes",
        ("b",),
        N_("Subthemes"),
        N_("Count what is in its subthemes as in a theme, or not."),
        footer=False,
    ),
)
