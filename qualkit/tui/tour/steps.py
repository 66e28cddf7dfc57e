"""The ten steps of the tour: what each asks, and what shows that it was done."""

from collections.abc import Callable
from dataclasses import dataclass

from qualkit.translation import N_


@dataclass(frozen=True, slots=True)
class Seen:
    """What can be seen of a person's work since a step of the tour began."""

    screens: tuple[str, ...]
    """The names of the open screens, the one in front last."""
    done: frozenset[str]
    """The kinds of the steps that came into the history."""
    has_new_code: bool
    """Whether there are more codes than there were."""
    has_export: bool
    """Whether a file was written into the folder of exports."""


@dataclass(frozen=True, slots=True)
class TourStep:
    """One step of the tour; title and text are marked with `N_`."""

    title: str
    text: str
    is_done: Callable[[Seen], bool]


def _at(screen: str) -> Callable[[Seen], bool]:
    return lambda seen: screen in seen.screens


def _did(kind: str) -> Callable[[Seen], bool]:
    return lambda seen: kind in seen.done


STEPS = (
    TourStep(
        N_("Open an interview"),
        N_("These are the sources of a study. j and k go down and up; Enter opens one."),
        _at("reader"),
    ),
    TourStep(
        N_("Code a sentence"),
        N_(
            "Read on with j. At a sentence that strikes you, press s to select it and c to code"
            " it. Type a few letters of a code, and press Enter."
        ),
        _did("coding.add"),
    ),
    TourStep(
        N_("Code in the speaker's own words"),
        N_(
            "Press w to select a word; again: one more. Then i: the words become the name of a"
            " new code. Enter keeps it."
        ),
        lambda seen: seen.has_new_code,
    ),
    TourStep(
        N_("Take it back"),
        N_("Every step can be undone, also tomorrow. Press u to take the last one back, then r."),
        _did("redo"),
    ),
    TourStep(
        N_("Write a memo"),
        N_("Press m and write what you noticed about these words. Esc keeps it."),
        _did("memo.add"),
    ),
    TourStep(
        N_("See a code in its places"),
        N_("Press g, then c: the codebook. Enter on a code shows every passage that has it."),
        _at("coded_segments"),
    ),
    TourStep(
        N_("Make a theme"),
        N_(
            "Press g, then t: the themes. n makes one. Give it a name; Tab leads to its central"
            " idea, in a sentence or two. Esc keeps it."
        ),
        _did("theme.add"),
    ),
    TourStep(
        N_("Put codes under it"),
        N_("Press a. Type a few letters, mark one or more codes with Tab, and press Enter."),
        _did("theme.put"),
    ),
    TourStep(
        N_("Choose a quote"),
        N_("Press Enter for the theme's passages. p chooses the one at the cursor for print."),
        _did("quote.choose"),
    ),
    TourStep(
        N_("Write it out"),
        N_(
            "Press g, then e: the exports. Go to 'Themes, web page', and press Enter until it is"
            " written. Your co-authors can read the file without this program."
        ),
        lambda seen: seen.has_export,
    ),
)

AFTERWARDS = N_(
    "That was the whole way, from a text to a theme in print. ? shows the keys of every screen,"
    " : finds an action by its name."
)
"""What is said when every step was done."""
