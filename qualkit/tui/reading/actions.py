"""What can be done on the reading screen, with its keys."""

from qualkit.tui.keys import Action

DIGITS = tuple("123456789")

_CODING = (
    Action("select_sentence", ("s",), "Sentence", "Select the sentence; again: one more."),
    Action("code", ("c", "enter"), "Code", "Code what is selected, or the sentence at the cursor."),
    Action("in_vivo", ("i",), "In vivo", "Code with the selected words as the name of the code."),
    Action("repeat_code", ("full_stop",), "Same code", "Code with the last used code at once."),
    Action(
        "recent_code",
        DIGITS,
        "Recent code",
        "Code with a recently used code; while suggestions are shown, with a phrase of this place.",
        footer=False,
    ),
    Action("uncode", ("x",), "Uncode", "Take a code off the passage at the cursor."),
    Action("mark_strong", ("asterisk",), "Strong", "Mark it as a strong example, or not.", False),
)

_SELECTING = (
    Action("shrink", ("S",), "Less", "Take a sentence off the selection.", footer=False),
    Action("select_word", ("w",), "Word", "Select the word; again: one more.", footer=False),
    Action("select_segment", ("t",), "Turn", "Select the turn or paragraph.", footer=False),
    Action("select_freely", ("v",), "Free", "Select freely by moving; again: stop."),
    Action("other_end", ("e",), "Other end", "Adjust the other end.", footer=False),
    Action("extend_on", ("L", "shift+right"), "Word more", "Select a word on.", footer=False),
    Action("extend_back", ("H", "shift+left"), "Word less", "Select a word back.", footer=False),
    Action("extend_down", ("J", "shift+down"), "Row more", "Select a row down.", footer=False),
    Action("extend_up", ("K", "shift+up"), "Row less", "Select a row up.", footer=False),
)

_MOVING = (
    Action("word_on", ("l", "right"), "Next word", "Go a word on.", footer=False),
    Action("word_back", ("h", "left"), "Word back", "Go a word back.", footer=False),
    Action("row_down", ("j", "down"), "Down", "Go a row down.", footer=False),
    Action("row_up", ("k", "up"), "Up", "Go a row up.", footer=False),
    Action("page_down", ("pagedown", "space"), "Page down", "Go a screenful on.", footer=False),
    Action("page_up", ("pageup", "b"), "Page up", "Go a screenful back.", footer=False),
    Action("to_begin", ("home",), "Begin", "Go to the begin of the text.", footer=False),
    Action("to_end", ("end", "G"), "End", "Go to the end of the text.", footer=False),
    Action(
        "next_segment", ("right_square_bracket",), "Next turn", "Go to the next turn.", footer=False
    ),
    Action(
        "previous_segment", ("left_square_bracket",), "Turn back", "Go a turn back.", footer=False
    ),
    Action(
        "next_coding",
        ("right_curly_bracket",),
        "Next coding",
        "Go to the next coded segment; those that overlap one by one.",
        footer=False,
    ),
    Action(
        "previous_coding",
        ("left_curly_bracket",),
        "Coding back",
        "Go to the coded segment before.",
        footer=False,
    ),
)

_LOOKING = (
    Action("find", ("slash",), "Find", "Find words in this text.", footer=False),
    Action("find_next", ("n",), "Next found", "Go to the next place found.", footer=False),
    Action("find_previous", ("N",), "Found before", "Go to the place found before.", footer=False),
    Action("only_participant", ("o",), "Whose words", "Show only the participant, or everyone."),
    Action("show_suggestions", ("p",), "Suggestions", "Show phrases from this text, or hide them."),
    Action("to_suggestions", ("f",), "To suggestions", "Go to the suggestions.", footer=False),
    Action("reject", ("z",), "Reject", "Do not suggest the phrase in the list again.", False),
    Action("panel", ("tab",), "Panel", "Show or hide what is known at the cursor.", footer=False),
)

READER_ACTIONS: tuple[Action, ...] = (*_CODING, *_SELECTING, *_MOVING, *_LOOKING)
