"""What can be done to quotes: choosing them with the spread in view, and editing them."""

from qualkit.translation import N_
from qualkit.tui.code_actions import MEMOS_HERE
from qualkit.tui.keys import Action

QUOTES_ACTIONS = (
    Action("print_quote", ("p",), N_("Print"), N_("Choose the quote for print.")),
    Action("shortlist_quote", ("b",), N_("Shortlist"), N_("Send it back to the shortlist.")),
    Action("edit_quote", ("e",), N_("Edit"), N_("Edit the printed words.")),
    Action("say_reason", ("w",), N_("Why"), N_("Say what sort of quote it is."), False),
    Action("write_note", ("n",), N_("Note"), N_("Write why it was chosen, in a sentence."), False),
    Action("put_under_claim", ("c",), N_("Claim"), N_("Say which claim it shows."), False),
    Action("next_stance", ("s",), N_("Stance"), N_("Supports, nuances, or speaks against."), False),
    Action(
        "say_attribution", ("t",), N_("Label"), N_("Say under which name it is printed."), False
    ),
    Action("drop_quote", ("x",), N_("Drop"), N_("No longer a quote; its passage stays."), False),
    Action("move_up", ("K",), N_("Move up"), N_("Move the quote up."), footer=False),
    Action("move_down", ("J",), N_("Move down"), N_("Move the quote down."), footer=False),
    Action(
        "see_passages", ("a",), N_("Passages"), N_("Go through the passages that are no quote yet.")
    ),
    Action("switch_view", ("v",), N_("Who"), N_("See who is quoted under which theme, or quotes.")),
    Action(
        "next_theme",
        ("right_square_bracket",),
        N_("Next theme"),
        N_("Go to the next theme."),
        False,
    ),
    Action(
        "previous_theme",
        ("left_square_bracket",),
        N_("Theme before"),
        N_("Go to the theme before."),
        False,
    ),
    Action("pick_theme", ("f",), N_("Theme"), N_("Go to another theme."), False),
    MEMOS_HERE,
)

QUOTE_EDITOR_ACTIONS = (
    Action("keep", ("enter",), N_("Keep"), N_("Keep the printed words and go back.")),
    Action(
        "mark", ("space", "v"), N_("Mark words"), N_("Begin to mark words here, or stop marking.")
    ),
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
    Action("take_back", ("b",), N_("Put back"), N_("Print the words at the cursor again."), False),
    Action("undo", ("u",), N_("Undo"), N_("Take back the last edit made here."), False),
    Action("as_it_is", ("Z",), N_("Unedited"), N_("Print the passage as it is again."), False),
    Action("type_words", ("t", "tab"), N_("Type"), N_("Type in the printed words yourself.")),
    Action("back", ("escape",), N_("Back"), N_("Keep the printed words and go back."), False),
)

PASSAGE_WALK = (
    Action("next_word", ("l", "right"), N_("Next"), N_("Go to the next word."), False),
    Action("previous_word", ("h", "left"), N_("Before"), N_("Go to the word before."), False),
    Action("next_line", ("j", "down"), N_("Down"), N_("Go a line down."), False),
    Action("previous_line", ("k", "up"), N_("Up"), N_("Go a line up."), False),
    Action("first_word", ("home",), N_("First"), N_("Go to the first word."), False),
    Action("last_word", ("end",), N_("Last"), N_("Go to the last word."), False),
)
"""The ways over the words of a passage that is edited."""
