"""What can be done to themes and their passages, with its keys."""

from qualkit.translation import N_
from qualkit.tui.code_actions import MEMOS_HERE
from qualkit.tui.keys import Action

_WRITING = (
    Action("new_theme", ("n",), N_("New"), N_("Make a theme.")),
    Action(
        "edit_theme",
        ("e",),
        N_("Edit"),
        N_("Write its central idea, scope, relation to the question and status."),
    ),
    Action("put_codes", ("a",), N_("Add codes"), N_("Put codes under the theme.")),
    Action("take_code", ("x",), N_("Take out"), N_("Take a code out of the theme."), footer=False),
    Action("write_narrative", ("w",), N_("Write"), N_("Write the story of the theme.")),
    Action("add_claim", ("c",), N_("Claim"), N_("Add a claim that its quotes will show.")),
    Action("edit_claim", ("d",), N_("Edit claim"), N_("Reword or drop a claim."), footer=False),
    Action(
        "note_absence",
        ("o",),
        N_("Absence"),
        N_("Note what did not come up, and where you looked; change or drop such a note."),
        footer=False,
    ),
)

_SHAPING = (
    Action(
        "put_under",
        ("v",),
        N_("Put under"),
        N_("Make it a subtheme of another theme, or put it at the top."),
        footer=False,
    ),
    Action("merge_theme", ("M",), N_("Merge"), N_("Let the theme go up in another."), False),
    Action(
        "split_theme",
        ("S",),
        N_("Split"),
        N_("Give some of its codes and passages to a new theme, or to two."),
        footer=False,
    ),
    Action(
        "relate_theme",
        ("t",),
        N_("Relate"),
        N_("Say how it differs from another theme, leads to it, or is in tension with it."),
        footer=False,
    ),
    Action(
        "compare_theme",
        ("equals_sign",),
        N_("Compare"),
        N_("Put it beside another theme: shared codes and passages."),
        footer=False,
    ),
    Action("remove_theme", ("X",), N_("Remove"), N_("Remove the theme; codes stay."), False),
)

_LOOKING = (
    Action(
        "read_theme", ("R",), N_("Read"), N_("Read its passages in a row, deciding on each."), False
    ),
    Action("move_up", ("K",), N_("Move up"), N_("Move the theme up."), footer=False),
    Action("move_down", ("J",), N_("Move down"), N_("Move the theme down."), footer=False),
    Action(
        "scroll_down", ("L",), N_("Scroll"), N_("Scroll the text of the theme down."), footer=False
    ),
    Action(
        "scroll_up", ("H",), N_("Scroll back"), N_("Scroll the text of the theme up."), footer=False
    ),
)

THEMES_ACTIONS = (MEMOS_HERE, *_WRITING, *_SHAPING, *_LOOKING)

THEME_PASSAGES_ACTIONS = (
    Action("choose_quote", ("p", "Q"), N_("Print"), N_("Choose the passage as a quote for print.")),
    Action("shortlist_passage", ("b",), N_("Shortlist"), N_("Put it on the shortlist.")),
    Action("edit_quote", ("e",), N_("Edit quote"), N_("Shorten the printed words with [...].")),
    Action("drop_quote", ("x",), N_("Drop quote"), N_("No longer print it."), False),
    Action(
        "next_stance",
        ("s",),
        N_("Stance"),
        N_("Mark that it supports the theme, nuances it, or speaks against it."),
    ),
    Action("take_out", ("o",), N_("Take out"), N_("Take the passage out of the theme."), False),
)

THEME_COMPARISON_ACTIONS = (
    Action(
        "relate_themes",
        ("t", "e"),
        N_("Relate"),
        N_("Write how the two differ, or how else they stand to each other."),
    ),
    Action("unrelate_themes", ("x",), N_("Take away"), N_("Take a relation away.")),
    Action("other_theme", ("equals_sign",), N_("Other theme"), N_("Compare with another theme.")),
)
