"""What can be done to quotes: choosing them with the spread in view, and editing them."""

from qualkit.translation import N_
from qualkit.tui.keys import Action

QUOTE_EDITOR_ACTIONS = (
    Action("keep", ("enter",), N_("Keep"), N_("Keep the printed words and go back.")),
    Action("mark", ("space", "v"), N_("Mark"), N_("Begin to mark words here, or stop marking.")),
    Action(
        "leave_out",
        ("x",),
        N_("Leave out"),
        N_("Leave out the marked words, or the one at the cursor: [...]."),
    ),
    Action(
        "put_kind",
        ("r",),
        N_("Replace"),
        N_("Put a kind such as [aantal] in place of the marked words."),
    ),
    Action("take_back", ("b",), N_("Put back"), N_("Print the words at the cursor again.")),
    Action("undo", ("u",), N_("Undo"), N_("Take back the last edit made here."), False),
    Action("as_it_is", ("Z",), N_("Unedited"), N_("Print the passage as it is again."), False),
    Action("type_words", ("t", "tab"), N_("Type"), N_("Type in the printed words yourself.")),
    Action("next_word", ("l", "right"), N_("Next"), N_("Go to the next word."), False),
    Action("previous_word", ("h", "left"), N_("Before"), N_("Go to the word before."), False),
    Action("next_line", ("j", "down"), N_("Down"), N_("Go a line down."), False),
    Action("previous_line", ("k", "up"), N_("Up"), N_("Go a line up."), False),
    Action("first_word", ("home",), N_("First"), N_("Go to the first word."), False),
    Action("last_word", ("end",), N_("Last"), N_("Go to the last word."), False),
    Action("back", ("escape",), N_("Back"), N_("Keep the printed words and go back.")),
)
