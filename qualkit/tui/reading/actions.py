"""What can be done on the reading screen, with its keys."""

from qualkit.translation import N_
from qualkit.tui.keys import Action

DIGITS = tuple("123456789")

_BORDERS = (
    Action(
        "read_on",
        ("enter",),
        N_("Read on"),
        N_("Read on, behind the note on what the source is about."),
        instead_of="code",
    ),
    Action(
        "keep_borders",
        ("enter",),
        N_("Keep"),
        N_("Keep the borders that were moved."),
        instead_of="code",
    ),
)

_CODING = (
    Action("select_sentence", ("s",), N_("Sentence"), N_("Select the sentence; again: one more.")),
    Action(
        "code",
        ("c", "enter"),
        N_("Code"),
        N_("Code what is selected, or the sentence at the cursor."),
    ),
    Action(
        "in_vivo",
        ("i",),
        N_("In vivo"),
        N_("Code with the selected words as the name of the code."),
    ),
    Action(
        "repeat_code", ("full_stop",), N_("Same code"), N_("Code with the last used code at once.")
    ),
    Action(
        "recent_code",
        DIGITS,
        N_("Recent code"),
        N_(
            "Code with a recently used code; while suggestions are shown, "
            "with a phrase of this place."
        ),
        footer=False,
    ),
    Action("uncode", ("x",), N_("Uncode"), N_("Take a code off the passage at the cursor.")),
    Action(
        "mark_strong",
        ("asterisk",),
        N_("Strong"),
        N_("Mark it as a strong example, or not."),
        False,
    ),
    Action(
        "recode", ("R",), N_("Recode"), N_("Give the coding at the cursor another code."), False
    ),
    Action(
        "describe_code",
        ("d",),
        N_("Describe"),
        N_("Write what the code at the cursor means."),
        False,
    ),
    Action(
        "mark_level",
        ("equals_sign",),
        N_("Semantic/latent"),
        N_("Mark the code at the cursor semantic, latent, or neither."),
        footer=False,
    ),
    Action(
        "move_borders",
        ("B",),
        N_("Borders"),
        N_("Move the borders of a coded segment with the keys that select."),
        footer=False,
    ),
)

_SELECTING = (
    Action("shrink", ("S",), N_("Less"), N_("Take a sentence off the selection."), footer=False),
    Action(
        "select_word", ("w",), N_("Word"), N_("Select the word; again: one more."), footer=False
    ),
    Action("select_segment", ("t",), N_("Turn"), N_("Select the turn or paragraph."), footer=False),
    Action("select_paragraph", ("P",), N_("Paragraph"), N_("Select the paragraph."), footer=False),
    Action(
        "grow",
        ("a",),
        N_("Around"),
        N_("Select what is around it: the word, sentence, turn, paragraph, all."),
        footer=False,
    ),
    Action("grow_back", ("A",), N_("Back in"), N_("Take that back, step by step."), footer=False),
    Action("select_freely", ("v",), N_("Free"), N_("Select freely by moving; again: stop.")),
    Action("other_end", ("e",), N_("Other end"), N_("Adjust the other end."), footer=False),
    Action(
        "sign_on",
        ("greater_than_sign",),
        N_("Sign on"),
        N_("Move the end of the selection one sign on."),
        footer=False,
    ),
    Action(
        "sign_back",
        ("less_than_sign",),
        N_("Sign back"),
        N_("Move the end of the selection one sign back."),
        footer=False,
    ),
    Action(
        "extend_on", ("L", "shift+right"), N_("Word more"), N_("Select a word on."), footer=False
    ),
    Action(
        "extend_back", ("H", "shift+left"), N_("Word less"), N_("Select a word back."), footer=False
    ),
    Action(
        "extend_down", ("J", "shift+down"), N_("Row more"), N_("Select a row down."), footer=False
    ),
    Action("extend_up", ("K", "shift+up"), N_("Row less"), N_("Select a row up."), footer=False),
)

_MOVING = (
    Action("word_on", ("l", "right"), N_("Next word"), N_("Go a word on."), footer=False),
    Action("word_back", ("h", "left"), N_("Word back"), N_("Go a word back."), footer=False),
    Action("row_down", ("j", "down"), N_("Down"), N_("Go a row down."), footer=False),
    Action("row_up", ("k", "up"), N_("Up"), N_("Go a row up."), footer=False),
    Action(
        "page_down", ("pagedown", "space"), N_("Page down"), N_("Go a screenful on."), footer=False
    ),
    Action("page_up", ("pageup", "b"), N_("Page up"), N_("Go a screenful back."), footer=False),
    Action(
        "jump",
        ("semicolon",),
        N_("Jump"),
        N_("Show letters at the sentences in sight; typing them goes there."),
        footer=False,
    ),
    Action(
        "to_begin", ("home",), N_("Begin"), N_("Go to the beginning of the text."), footer=False
    ),
    Action("to_end", ("end", "G"), N_("End"), N_("Go to the end of the text."), footer=False),
    Action(
        "next_segment",
        ("right_square_bracket",),
        N_("Next turn"),
        N_("Go to the next turn."),
        footer=False,
    ),
    Action(
        "previous_segment",
        ("left_square_bracket",),
        N_("Turn back"),
        N_("Go a turn back."),
        footer=False,
    ),
    Action(
        "next_coding",
        ("right_curly_bracket",),
        N_("Next coding"),
        N_("Go to the next coded segment; those that overlap one by one."),
        footer=False,
    ),
    Action(
        "previous_coding",
        ("left_curly_bracket",),
        N_("Coding back"),
        N_("Go to the coded segment before."),
        footer=False,
    ),
)

_LOOKING = (
    Action("find", ("slash",), N_("Find"), N_("Find words in this text."), footer=False),
    Action("find_next", ("n",), N_("Next found"), N_("Go to the next place found."), footer=False),
    Action(
        "find_previous",
        ("N",),
        N_("Found before"),
        N_("Go to the place found before."),
        footer=False,
    ),
    Action(
        "only_participant", ("o",), N_("Whose words"), N_("Show only the participant, or everyone.")
    ),
    Action(
        "fold_all",
        ("F",),
        N_("Fold"),
        N_("Fold what interviewers and helpers say to one line each, or unfold it."),
        footer=False,
    ),
    Action(
        "fold_here",
        ("minus",),
        N_("Fold here"),
        N_("Fold or unfold the turn or paragraph at the cursor; it stays so."),
        footer=False,
    ),
    Action(
        "agree_printing",
        ("exclamation_mark",),
        N_("Printing"),
        N_("Agree on how the passage may be printed."),
        footer=False,
    ),
    Action(
        "copy",
        ("y",),
        N_("Copy"),
        N_("Copy the words with their label and reference."),
        footer=False,
    ),
    Action(
        "show_suggestions",
        ("p",),
        N_("Suggestions"),
        N_("Show phrases from this text, or hide them."),
    ),
    Action(
        "to_suggestions", ("f",), N_("To suggestions"), N_("Go to the suggestions."), footer=False
    ),
    Action(
        "reject", ("z",), N_("Reject"), N_("Do not suggest the phrase in the list again."), False
    ),
    Action(
        "watch",
        ("plus",),
        N_("Watch"),
        N_("Look out for the phrase in the list, or for the words at the cursor; or no longer."),
        footer=False,
    ),
    Action(
        "next_watched",
        ("O",),
        N_("Next watched"),
        N_("Go to the next phrase that is looked out for."),
        footer=False,
    ),
    Action(
        "panel",
        ("tab",),
        N_("Panel"),
        N_("Show or hide what is known at the cursor."),
        footer=False,
    ),
)

_REPLACING = (
    Action(
        "decide_on_words",
        ("I",),
        N_("Identifier"),
        N_("Print something else in the place of the words, or leave them: here or everywhere."),
        footer=False,
    ),
    Action(
        "read_as_printed",
        ("V",),
        N_("As it prints"),
        N_("Read the text with every replacement in it; again: as it was said."),
        footer=False,
    ),
)

_AGAIN = (
    Action(
        "show_themes",
        ("M",),
        N_("Themes"),
        N_("Show themes in place of codes beside the text, or codes again."),
        footer=False,
    ),
    Action(
        "next_theme",
        ("right_parenthesis",),
        N_("Next of theme"),
        N_("Go to the next passage of a theme."),
        footer=False,
    ),
    Action(
        "previous_theme",
        ("left_parenthesis",),
        N_("Theme back"),
        N_("Go to the passage of a theme before."),
        footer=False,
    ),
    Action(
        "choose_theme",
        ("C",),
        N_("Which theme"),
        N_("Choose the theme whose passages ( and ) go to, or all themes."),
        footer=False,
    ),
    Action(
        "next_without_theme",
        ("E",),
        N_("Without theme"),
        N_("Go to the next turn of evidence that has no theme."),
        footer=False,
    ),
    Action(
        "read_in_round",
        ("W",),
        N_("Read in round"),
        N_("Keep that this source is read in the round, and open the next."),
        footer=False,
    ),
)

CODING_ACTIONS = frozenset(action.name for action in _CODING) - {"select_sentence"}
"""What waits while the borders of a coding are moved."""

READER_ACTIONS: tuple[Action, ...] = (
    *_BORDERS,
    *_CODING,
    *_SELECTING,
    *_MOVING,
    *_LOOKING,
    *_REPLACING,
    *_AGAIN,
)
