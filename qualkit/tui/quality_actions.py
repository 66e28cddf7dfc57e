"""What can be done on the quality page, with its keys."""

from qualkit.translation import N_
from qualkit.tui.keys import Action

QUALITY_ACTIONS = (
    Action("write_note", ("w",), N_("Note"), N_("Answer with a note of your own.")),
    Action("answer_later", ("space",), N_("Later"), N_("Leave the question for later.")),
    Action("not_applicable", ("a",), N_("Not here"), N_("Say that it does not apply here.")),
    Action(
        "retract_answer",
        ("x",),
        N_("Reopen"),
        N_("Take your answer back; the question stands open again."),
    ),
    Action(
        "switch_shown",
        ("f", "tab"),
        N_("Show"),
        N_("Show every question, those that stand open, or those with an answer."),
    ),
    Action(
        "information_power",
        ("i",),
        N_("Information power"),
        N_("Write, with five questions, whether the material can carry the study."),
        footer=False,
    ),
    Action(
        "switch_wording",
        ("L",),
        N_("Wording"),
        N_("Look at the words in your own text as well, or no longer."),
        footer=False,
    ),
)
