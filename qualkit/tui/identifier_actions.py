"""What can be done with words that could give somebody away, with the keys."""

from qualkit.translation import N_
from qualkit.tui.keys import Action

IDENTIFIERS_ACTIONS = (
    Action(
        "replace_here", ("r",), N_("Replace"), N_("Print what stands behind it in its place, here.")
    ),
    Action(
        "replace_everywhere",
        ("e",),
        N_("Everywhere"),
        N_("Print it so wherever these words stand, now and in sources to come."),
    ),
    Action("leave_here", ("s",), N_("Stays"), N_("Let the words stay as they are, here.")),
    Action(
        "leave_everywhere",
        ("S",),
        N_("Stays everywhere"),
        N_("Let these words stay as they are everywhere."),
        footer=False,
    ),
    Action(
        "type_own",
        ("t",),
        N_("Other words"),
        N_("Type what to print in its place; then r or e."),
    ),
    Action(
        "other_kind",
        ("c",),
        N_("Kind"),
        N_("Say what it is: a name, a place, a date …; then r or e."),
        footer=False,
    ),
    Action(
        "look_elsewhere",
        ("w",),
        N_("Where"),
        N_("Look in the quotes, in what stands beside them, in a theme, a source or everywhere."),
        footer=False,
    ),
    Action(
        "switch_shown",
        ("f", "tab"),
        N_("Decided"),
        N_("Show what was decided, or what is to be decided."),
    ),
    Action(
        "take_back",
        ("x",),
        N_("Take back"),
        N_("Forget a decision; the words are proposed again."),
        footer=False,
    ),
    Action(
        "watch_words",
        ("a",),
        N_("Add words"),
        N_("Add words to the project's own list, which are always proposed."),
        footer=False,
    ),
    Action(
        "switch_pronouns",
        ("p",),
        N_("He or she"),
        N_("Propose he and she as well, where few take part, or no longer."),
        footer=False,
    ),
)

AS_PRINTED_ACTIONS = (
    Action("back", ("V", "escape", "q"), N_("As it was said"), N_("Go back to the source itself.")),
    Action("row_down", ("j", "down"), N_("Down"), N_("Go a row down."), footer=False),
    Action("row_up", ("k", "up"), N_("Up"), N_("Go a row up."), footer=False),
    Action(
        "page_down", ("space", "pagedown"), N_("Page down"), N_("Go a screenful on."), footer=False
    ),
    Action("page_up", ("b", "pageup"), N_("Page up"), N_("Go a screenful back."), footer=False),
    Action("to_begin", ("home",), N_("Begin"), N_("Go to the beginning of the text."), False),
    Action("to_end", ("end", "G"), N_("End"), N_("Go to the end of the text."), False),
)
