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
