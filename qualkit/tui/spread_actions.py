"""What can be done where passages are counted and compared, with its keys."""

from qualkit.translation import N_
from qualkit.tui.keys import Action

WHOSE_WORDS = Action(
    "whose_words",
    ("o",),
    N_("Whose words"),
    N_("Leave out what only interviewers and helpers say, or not."),
)
"""On every screen that counts passages."""

SPREAD_ACTIONS = (
    WHOSE_WORDS,
    Action(
        "with_subthemes",
        ("b",),
        N_("Subthemes"),
        N_("Count what is in its subthemes as in a theme, or not."),
        footer=False,
    ),
    Action(
        "agree_on_words",
        ("w",),
        N_("Words"),
        N_("Say what the team means by words such as 'vrijwel alle'."),
    ),
)

TOGETHER_ACTIONS = (
    Action("next_view", ("tab",), N_("Codes/themes"), N_("Show themes against themes, or codes.")),
    Action("narrow", ("f",), N_("Show"), N_("Show the codes of one theme, or of all again.")),
    WHOSE_WORDS,
    Action(
        "filter", ("slash",), N_("Filter"), N_("Keep only the rows that hold what you type."), False
    ),
)

STORY_ACTIONS = (Action("back", ("escape",), N_("Keep"), N_("Keep what you wrote, and go back.")),)
