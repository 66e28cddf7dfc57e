"""The one table of actions: it feeds key bindings, footer, command palette and help.

A screen lists under its name what can be done there; "everywhere" holds for every screen. A list
that has the focus adds the keys of `LIST_ACTIONS`.
"""

from collections.abc import Mapping

from textual.binding import Binding

from qualkit.tui.keys import Action, bindings_of
from qualkit.tui.reading.actions import READER_ACTIONS

__all__ = ["ACTIONS", "LIST_ACTIONS", "Action", "bindings_for"]

LIST_ACTIONS = (
    Action("next_row", ("j", "down"), "Down", "Go to the next row.", footer=False),
    Action("previous_row", ("k", "up"), "Up", "Go to the row before.", footer=False),
    Action("next_page", ("pagedown",), "Page down", "Go a screenful down.", footer=False),
    Action("previous_page", ("pageup",), "Page up", "Go a screenful up.", footer=False),
    Action("first_row", ("home",), "First", "Go to the first row.", footer=False),
    Action("last_row", ("end",), "Last", "Go to the last row.", footer=False),
    Action("choose", ("enter", "l", "right"), "Open", "Open what the cursor is on."),
    Action(
        "filter", ("slash",), "Filter", "Keep only the rows that hold what you type.", footer=False
    ),
)
"""What can be done in any list."""

_EVERYWHERE = (
    Action("memo", ("m",), "Memo", "Write a memo on what the cursor is on."),
    Action("undo", ("u",), "Undo", "Take back the last step, of this or an earlier session."),
    Action("redo", ("r",), "Redo", "Do again what was undone last.", footer=False),
    Action("go_to", ("g",), "Go to", "Go to another screen: codebook, themes, memos, search …"),
    Action("back", ("escape", "q"), "Back", "Go back to where you came from."),
    Action("commands", ("colon",), "Commands", "Find an action by its name.", footer=False),
    Action("help", ("question_mark",), "Keys", "Show every key that works here."),
    Action("switch_colours", (), "Light or dark", "Change between light and dark colours.", False),
)

_HOME = (
    Action("add_files", ("a",), "Add files", "Bring text, Markdown and Word files in."),
    Action("go_on", ("c",), "Go on", "Go on reading where you were.", footer=False),
    Action("back", ("escape",), "Back", "This is where it begins.", footer=False),
    Action("quit_qualkit", ("q",), "Quit", "Leave; everything is saved already."),
)

_CODEBOOK = (
    Action("new_code", ("n",), "New", "Make a code; 'parent > name' puts it under a parent."),
    Action("rename_code", ("e",), "Rename", "Give the code another name."),
    Action("describe_code", ("d",), "Describe", "Write what the code means."),
    Action("merge_code", ("M",), "Merge", "Let the code go up in another one."),
    Action("move_code", ("v",), "Move", "Put the code under another one, or at the top."),
    Action("retire_code", ("t",), "Retire", "Stop offering the code, or offer it again.", False),
    Action("mark_level", ("s",), "Semantic/latent", "Mark the code as semantic or latent.", False),
)

_CODED_SEGMENTS = (
    Action("gather", ("a",), "Theme", "Put this one passage under a theme."),
    Action("recode", ("e",), "Recode", "Give the passage another code."),
    Action("split_off", ("s",), "Split off", "Give some of these passages a code of their own."),
    Action("mark_strong", ("asterisk",), "Strong", "Mark it as a strong example, or not.", False),
    Action("uncode", ("x",), "Take off", "Take the code off this passage."),
)

_THEMES = (
    Action("new_theme", ("n",), "New", "Make a theme."),
    Action("edit_theme", ("e",), "Edit", "Write its central idea, scope and status."),
    Action("put_codes", ("a",), "Add codes", "Put codes under the theme."),
    Action("take_code", ("x",), "Take out", "Take a code out of the theme.", footer=False),
    Action("write_narrative", ("w",), "Write", "Write the story of the theme."),
    Action("add_claim", ("c",), "Claim", "Add a claim that its quotes will show."),
    Action("edit_claim", ("d",), "Edit claim", "Reword or drop a claim.", footer=False),
    Action("move_up", ("K",), "Move up", "Move the theme up.", footer=False),
    Action("move_down", ("J",), "Move down", "Move the theme down.", footer=False),
    Action("scroll_down", ("L",), "Scroll", "Scroll the text of the theme down.", footer=False),
    Action("scroll_up", ("H",), "Scroll back", "Scroll the text of the theme up.", footer=False),
)

_THEME_PASSAGES = (
    Action("choose_quote", ("p", "Q"), "Print", "Choose the passage as a quote for print."),
    Action("edit_quote", ("e",), "Edit quote", "Shorten the printed words with [...]."),
    Action("drop_quote", ("x",), "Drop quote", "No longer print it."),
    Action("take_out", ("o",), "Take out", "Take a singly gathered passage out.", footer=False),
)

_MEMOS = (
    Action("edit_memo", ("e",), "Edit", "Change the memo."),
    Action("remove_memo", ("x",), "Remove", "Remove the memo."),
    Action("filter_kind", ("f",), "Kind", "Show only memos of one kind."),
    Action("share_memo", ("s",), "Share", "Let the memo go along in exports, or keep it private."),
)

_SEARCH = (
    Action("type_query", ("slash", "i"), "Search", "Type what to search for."),
    Action("only_evidence", ("o",), "Whose words", "Search participants' words only, or all."),
)

_HISTORY: tuple[Action, ...] = ()

_EXPORT: tuple[Action, ...] = ()

ACTIONS: Mapping[str, tuple[Action, ...]] = {
    "everywhere": _EVERYWHERE,
    "home": _HOME,
    "reader": READER_ACTIONS,
    "codebook": _CODEBOOK,
    "coded_segments": _CODED_SEGMENTS,
    "themes": _THEMES,
    "theme_passages": _THEME_PASSAGES,
    "memos": _MEMOS,
    "search": _SEARCH,
    "history": _HISTORY,
    "export": _EXPORT,
}
"""Every action, by the name of its screen."""


def bindings_for(name: str) -> list[Binding]:
    """Give the key bindings of a screen."""
    return bindings_of(ACTIONS[name])
