"""The project: a study with its question and its declared method."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Profile(StrEnum):
    """The declared form of thematic analysis; it decides words, checks and exports."""

    REFLEXIVE = "reflexive"
    CODEBOOK = "codebook"
    FRAMEWORK = "framework"
    VARIABLES = "variables"

    @property
    def has_structured_codes(self) -> bool:
        """Whether codes are described in parts: definition, when to use, when not, and so on.

        A reflexive study describes a code in free words, if at all.
        """
        return self is not Profile.REFLEXIVE

    @property
    def nudges_topics(self) -> bool:
        """Whether a theme that is named after a topic is asked about.

        Only a reflexive theme has to carry an idea; elsewhere a topic summary is a theme as well.
        """
        return self is Profile.REFLEXIVE

    @property
    def has_matrix(self) -> bool:
        """Whether the framework matrix is offered of its own accord; it can be made in any."""
        return self in (Profile.CODEBOOK, Profile.FRAMEWORK)

    @property
    def prints_counts(self) -> bool:
        """Whether a printed codebook says how much each code holds.

        In a reflexive study how often says nothing of how much it matters; the writer sees the
        counts on the screen, and in the table for a spreadsheet.
        """
        return self is not Profile.REFLEXIVE

    @property
    def points(self) -> frozenset[int]:
        """Which of the fifteen points of good thematic analysis are talked about.

        They were written for reflexive analysis (Braun & Clarke 2006), where all hold. Codebook
        and framework analysis share its aims, but not the stance on language of point 14: words
        such as reliability may be in their place there. Variables have no themes, so what remains
        is the material (1), even attention (2), a stated approach (12) and claims that fit (13).
        """
        every = frozenset(range(1, 16))
        match self:
            case Profile.REFLEXIVE:
                return every
            case Profile.CODEBOOK | Profile.FRAMEWORK:
                return every - {14}
            case Profile.VARIABLES:
                return frozenset({1, 2, 12, 13})


@dataclass(frozen=True, slots=True)
class ProjectInfo:
    """What a project says about itself; one row a database."""

    id: str
    title: str
    created_at: datetime
    """UTC."""
    question: str = ""
    """The research question, in the researcher's words."""
    language: str = "nl"
    """ISO 639-1 code of the study: of its texts by default, and of its exports."""
    profile: Profile = Profile.REFLEXIVE
    approach: str = ""
    """Which form of thematic analysis, and why."""
    assumptions: str = ""
    """What is taken for granted about language, experience and knowledge."""
    standpoint: str = ""
    """Where the researchers themselves stand."""
    selection: str = ""
    """How participants and material were chosen."""
    coders: str = ""
    """Who coded, in which role."""
    method_text: str = ""
    """The method paragraph in the researcher's own words; empty prints the one that is made."""
