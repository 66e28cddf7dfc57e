"""The one table of actions: it feeds key bindings, footer, command palette and help.

A screen lists under its name what can be done there; "everywhere" holds for every screen. A list
that has the focus adds the keys of `LIST_ACTIONS`.
"""

from collections.abc import Mapping

from textual.binding import Binding

from qualkit.translation import N_
from qualkit.tui.board_actions import (
    BOARD_ACTIONS,
    BOARD_PASSAGES_ACTIONS,
    BOARD_SNAPSHOTS_ACTIONS,
)
from qualkit.tui.code_actions import (
    CODE_SPLIT_ACTIONS,
    CODEBOOK_ACTIONS,
    CODED_SEGMENTS_ACTIONS,
    CONTEXT_ACTIONS,
    MEMOS_HERE,
)
from qualkit.tui.doubt_actions import DOUBTS_ACTIONS
from qualkit.tui.duplicate_actions import DUPLICATES_ACTIONS, PAIR_ACTIONS
from qualkit.tui.identifier_actions import AS_PRINTED_ACTIONS, IDENTIFIERS_ACTIONS
from qualkit.tui.keys import Action, bindings_of
from qualkit.tui.label_actions import LABELS_ACTIONS, MOSAIC_ACTIONS
from qualkit.tui.map_actions import MAP_ACTIONS
from qualkit.tui.matrix_actions import MATRIX_ACTIONS
from qualkit.tui.project_actions import PROJECT_ACTIONS
from qualkit.tui.quality_actions import QUALITY_ACTIONS
from qualkit.tui.queue_actions import QUEUE_ACTIONS
from qualkit.tui.quote_actions import QUOTE_EDITOR_ACTIONS, QUOTES_ACTIONS
from qualkit.tui.reading.actions import READER_ACTIONS
from qualkit.tui.reading_actions import ROUNDS_ACTIONS, THEME_READING_ACTIONS
from qualkit.tui.review_actions import ANSWERS_ACTIONS
from qualkit.tui.source_actions import SOURCE_ACTIONS
from qualkit.tui.spread_actions import SPREAD_ACTIONS, STORY_ACTIONS, TOGETHER_ACTIONS
from qualkit.tui.theme_actions import (
    THEME_COMPARISON_ACTIONS,
    THEME_PASSAGES_ACTIONS,
    THEMES_ACTIONS,
)
from qualkit.tui.vignette_actions import VIGNETTE_ACTIONS, VIGNETTES_ACTIONS

__all__ = ["ACTIONS", "LIST_ACTIONS", "Action", "bindings_for"]

LIST_ACTIONS = (
    Action("next_row", ("j", "down"), N_("Down"), N_("Go to the next row."), footer=False),
    Action("previous_row", ("k", "up"), N_("Up"), N_("Go to the row before."), footer=False),
    Action("next_page", ("pagedown",), N_("Page down"), N_("Go a screenful down."), footer=False),
    Action("previous_page", ("pageup",), N_("Page up"), N_("Go a screenful up."), footer=False),
    Action("first_row", ("home",), N_("First"), N_("Go to the first row."), footer=False),
    Action("last_row", ("end",), N_("Last"), N_("Go to the last row."), footer=False),
    Action("choose", ("enter", "l", "right"), N_("Open"), N_("Open what the cursor is on.")),
    Action(
        "filter",
        ("slash",),
        N_("Filter"),
        N_("Keep only the rows that hold what you type."),
        footer=False,
    ),
)
"""What can be done in any list."""

_EVERYWHERE = (
    Action("memo", ("m",), N_("Memo"), N_("Write a memo on what the cursor is on.")),
    Action("doubt", ("D",), N_("Doubt"), N_("Keep that you doubt what the cursor is on."), False),
    Action(
        "undo", ("u",), N_("Undo"), N_("Take back the last step, of this or an earlier session.")
    ),
    Action("redo", ("r",), N_("Redo"), N_("Do again what was undone last."), footer=False),
    Action(
        "go_to", ("g",), N_("Go to"), N_("Go to another screen: codebook, themes, memos, search …")
    ),
    Action("back", ("escape", "q"), N_("Back"), N_("Go back to where you came from.")),
    Action("commands", ("colon",), N_("Commands"), N_("Find an action by its name."), footer=False),
    Action("help", ("question_mark",), N_("Keys"), N_("Show every key that works here.")),
    Action("tour", ("T",), N_("Tour"), N_("Go on with the guided tour, or leave it."), False),
    Action(
        "switch_colours",
        (),
        N_("Colours"),
        N_("Change from dark to light colours, and to none."),
        False,
    ),
    Action(
        "switch_openings",
        (),
        N_("Questions for the journal"),
        N_("Ask a question for the reflexive journal at a pause, or no longer."),
        False,
    ),
)

_HOME = (
    MEMOS_HERE,
    Action("add_files", ("a",), N_("Add files"), N_("Bring text, Markdown and Word files in.")),
    Action(
        "describe_source",
        ("e",),
        N_("Describe"),
        N_("Show and change what is known of the source, or of those that are marked."),
        footer=False,  # the way to the other screens has to fit beside it
    ),
    Action("mark_source", ("space",), N_("Mark"), N_("Mark the source, or no longer."), False),
    Action("go_on", ("c",), N_("Go on"), N_("Go on reading where you were."), footer=False),
    Action("back", ("escape",), N_("Back"), N_("This is where it begins."), footer=False),
    Action("quit_qualkit", ("q",), N_("Quit"), N_("Leave; everything is saved already.")),
)

_MEMOS = (
    Action("edit_memo", ("e",), N_("Edit"), N_("Change the memo.")),
    Action("remove_memo", ("x",), N_("Remove"), N_("Remove the memo.")),
    Action("follow_cited", ("c",), N_("Cited"), N_("Go to what the memo cites; Esc comes back.")),
    Action(
        "narrow",
        ("f",),
        N_("Show"),
        N_("Show only memos of one kind, on one sort of thing, of one person or period."),
    ),
    Action(
        "share_memo",
        ("s",),
        N_("Share"),
        N_("Let the memo go along in exports, or keep it private."),
    ),
)

_SEARCH = (
    Action("type_query", ("slash", "i"), N_("Search"), N_("Type what to search for.")),
    Action(
        "next_mode",
        ("tab",),
        N_("Other view"),
        N_("Show whole passages, keywords in context, or search codes."),
    ),
    Action("collect", ("c",), N_("Collect"), N_("Decide on what is found, one by one, and code.")),
    Action(
        "sort",
        ("t",),
        N_("Order"),
        N_("Order by the words around, by keyword or by source."),
        False,
    ),
    Action("add_code", ("a",), N_("Add code"), N_("Pick a code to search for."), False),
    Action("below", ("b",), N_("Codes below"), N_("Count the codes below a code, or not."), False),
    Action(
        "only_evidence", ("o",), N_("Whose words"), N_("Search participants' words only, or all.")
    ),
    Action("by_source", ("s",), N_("Sources"), N_("Search in some sources only."), False),
    Action("by_case", ("p",), N_("Participants"), N_("Search with some participants only."), False),
    Action(
        "by_code",
        ("w",),
        N_("With code"),
        N_("Search only in what has a code, or in what has none."),
        False,
    ),
    Action(
        "everywhere", ("0",), N_("Everywhere"), N_("Search everywhere and everybody again."), False
    ),
)

_CANDIDATES = (
    Action("confirm", ("y", "enter"), N_("Yes"), N_("Confirm that it is to be coded.")),
    Action("refuse", ("n",), N_("No"), N_("Leave it uncoded.")),
    Action("decide_later", ("space",), N_("Later"), N_("Decide later.")),
    Action("adjust", ("e",), N_("Adjust"), N_("Choose other boundaries in the text itself.")),
    Action("widen", ("w",), N_("Wider"), N_("Take the whole turn, or the sentence again.")),
    Action("code_confirmed", ("c",), N_("Code them"), N_("Code what you confirmed, as one step.")),
    Action("next_candidate", ("j", "down", "right"), N_("Next"), N_("Go to the next one."), False),
    Action(
        "previous_candidate", ("k", "up", "left"), N_("Before"), N_("Go to the one before."), False
    ),
    Action(
        "only_evidence",
        ("o",),
        N_("Whose words"),
        N_("Leave out what interviewers and helpers say, or not."),
        False,
    ),
    Action("undo", ("u",), N_("Take back"), N_("Take back the last decision."), False),
    Action(
        "drop_candidates", ("X",), N_("Drop"), N_("Forget these candidates and decisions."), False
    ),
)

_HISTORY = (
    Action(
        "to_here",
        ("b",),
        N_("Back to here"),
        N_("Take back every step after this one, or do again up to it; first it shows which."),
    ),
    Action("give_reason", ("w",), N_("Why"), N_("Write why this step was taken.")),
    Action(
        "narrow",
        ("f",),
        N_("Show"),
        N_("Show only steps on one kind of thing, of one person or in one period."),
    ),
    Action("redo_all", ("R",), N_("Redo all"), N_("Do again all that was undone."), footer=False),
)

_EXPORT = (
    Action(
        "wipe",
        ("X",),
        N_("Wipe"),
        N_("Remove exports, copied passages and backups from the project folder."),
        footer=False,
    ),
)

ACTIONS: Mapping[str, tuple[Action, ...]] = {
    "everywhere": _EVERYWHERE,
    "home": _HOME,
    "reader": READER_ACTIONS,
    "source": SOURCE_ACTIONS,
    "codebook": CODEBOOK_ACTIONS,
    "coded_segments": CODED_SEGMENTS_ACTIONS,
    "code_split": CODE_SPLIT_ACTIONS,
    "passages": CONTEXT_ACTIONS,
    "spread": SPREAD_ACTIONS,
    "together": TOGETHER_ACTIONS,
    "story": STORY_ACTIONS,
    "theme_reading": THEME_READING_ACTIONS,
    "rounds": ROUNDS_ACTIONS,
    "board": BOARD_ACTIONS,
    "board_passages": BOARD_PASSAGES_ACTIONS,
    "board_snapshots": BOARD_SNAPSHOTS_ACTIONS,
    "themes": THEMES_ACTIONS,
    "theme_passages": THEME_PASSAGES_ACTIONS,
    "theme_comparison": THEME_COMPARISON_ACTIONS,
    "quotes": QUOTES_ACTIONS,
    "quote_editor": QUOTE_EDITOR_ACTIONS,
    "map": MAP_ACTIONS,
    "vignettes": VIGNETTES_ACTIONS,
    "vignette": VIGNETTE_ACTIONS,
    "memos": _MEMOS,
    "doubts": DOUBTS_ACTIONS,
    "search": _SEARCH,
    "candidates": _CANDIDATES,
    "queue": QUEUE_ACTIONS,
    "history": _HISTORY,
    "quality": QUALITY_ACTIONS,
    "answers": ANSWERS_ACTIONS,
    "labels": LABELS_ACTIONS,
    "mosaic": MOSAIC_ACTIONS,
    "export": _EXPORT,
    "matrix": MATRIX_ACTIONS,
    "project": PROJECT_ACTIONS,
    "identifiers": IDENTIFIERS_ACTIONS,
    "duplicates": DUPLICATES_ACTIONS,
    "pair": PAIR_ACTIONS,
    "as_printed": AS_PRINTED_ACTIONS,
}
"""Every action, by the name of its screen."""


def bindings_for(name: str) -> list[Binding]:
    """Give the key bindings of a screen."""
    return bindings_of(ACTIONS[name])
