"""What the four profiles are, in words: where one chooses, and where it makes a difference."""

from collections.abc import Mapping
from dataclasses import dataclass

from qualkit.domain.projects import Profile
from qualkit.translation import N_


@dataclass(frozen=True, slots=True)
class ProfileWords:
    """How a profile is explained; everything is marked with `N_`."""

    name: str
    about: str
    """Two lines of at most 60 cells."""
    code: str
    """What a code is there."""
    theme: str
    """What a theme is there."""
    prints: str
    """What exports do of their own accord."""


PROFILE_WORDS: Mapping[Profile, ProfileWords] = {
    Profile.REFLEXIVE: ProfileWords(
        N_("Reflexive thematic analysis"),
        N_(
            "Themes are your interpretation: shared meaning around an idea. "
            "Codes grow as you read, and nothing is counted."
        ),
        N_("A code is a thought about a passage, in your own words; it may change as you read."),
        N_("A theme has a central idea: it says something, more than naming a topic."),
        N_("Exports tell who is heard in words."),
    ),
    Profile.CODEBOOK: ProfileWords(
        N_("Codebook thematic analysis"),
        N_(
            "A codebook that the team agreed on guides the coding. "
            "Each code says when to use it; a theme may be a topic."
        ),
        N_("A code has a definition, and says when to use it and when not."),
        N_("A theme may sum up what was said on a topic; it says what belongs to it."),
        N_("The exported codebook holds every part of a definition."),
    ),
    Profile.FRAMEWORK: ProfileWords(
        N_("Framework analysis"),
        N_(
            "You sum up in your own words what each case says on each theme, "
            "in a matrix that is read by case and by theme."
        ),
        N_("A code indexes passages, so that they are at hand when a cell is written."),
        N_("A theme is a column of the framework: it says what belongs to it."),
        N_("The matrix is exported as a spreadsheet or a Word table."),
    ),
    Profile.VARIABLES: ProfileWords(
        N_("Variables"),
        N_(
            "Codes are the values of characteristics that you record and count. "
            "This is not thematic analysis."
        ),
        N_("A code is a category: a value that a case has or has not, by its definition."),
        N_("A theme gathers categories that are told about together."),
        N_("The exported codebook holds every part of a definition, and counts."),
    ),
}
