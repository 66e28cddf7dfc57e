"""What was decided after looking at everything that is printed under one label.

Each quote alone may be harmless where all of them together are not (Kaiser 2009, deductive
disclosure); the three questions are those of the Article 29 Working Party (WP216): can somebody be
singled out, can records be linked, can something be inferred?
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class MosaicVerdict(StrEnum):
    """How a look at a label ended."""

    SEEN = "seen"
    """All of it may be printed as it is."""
    LEFT = "left"
    """Somebody may be recognised, and it is printed all the same, for a reason."""
    NOT_LOOKED = "not_looked"
    """It was exported without looking, for a reason."""


@dataclass(frozen=True, slots=True)
class MosaicLook:
    """One look at what is printed under a label; it holds while `seen` is what would be printed."""

    id: str
    label: str
    seen: str
    """A hash of everything that was printed under the label."""
    verdict: MosaicVerdict
    why: str
    author: str
    looked_at: datetime
    """UTC."""
