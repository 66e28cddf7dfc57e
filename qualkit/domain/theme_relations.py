"""How themes stand to each other, and what was looked for under a theme and not found."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class RelationKind(StrEnum):
    """How one theme stands to another."""

    DIFFERS = "differs"
    """They are near; the sentence says what sets them apart."""
    LEADS_TO = "leads_to"
    """The story goes on from the one to the other."""
    TENSION = "tension"
    """They pull in opposite directions."""

    @property
    def is_mutual(self) -> bool:
        """Tell whether it reads the same from either side."""
        return self is not RelationKind.LEADS_TO


@dataclass(frozen=True, slots=True)
class ThemeRelation:
    """A line between two themes, with the sentence that explains it."""

    id: str
    theme_id: str
    other_id: str
    kind: RelationKind
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Absence:
    """Something that did not come up, and where it was looked for."""

    id: str
    theme_id: str
    text: str
    """What did not come up."""
    searched: str
    """The material that was searched for it, in words."""
    author: str
    noted_at: datetime
    """UTC."""
