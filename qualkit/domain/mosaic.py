"""What is printed under one label, and what was decided after looking at all of it together.

Each quote alone may be harmless where all of them together are not (Kaiser 2009, deductive
disclosure); the three questions are those of the Article 29 Working Party (WP216): can somebody be
singled out, can records be linked, can something be inferred?
"""

import hashlib
import json
from collections.abc import Iterable
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

    @property
    def needs_reason(self) -> bool:
        """Tell whether it is kept only with a reason."""
        return self is not MosaicVerdict.SEEN


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


class PrintedSort(StrEnum):
    """What of a theme is printed."""

    QUOTE = "quote"
    VIGNETTE = "vignette"
    """In the researcher's own words; it rests on what somebody said, and is under no label."""


@dataclass(frozen=True, slots=True)
class PrintedPiece:
    """One thing that is printed under a label, or rests on what was said under it."""

    id: str
    """Of the quote or the vignette."""
    sort: PrintedSort
    theme_id: str
    theme: str
    """Number and name of its theme."""
    words: str
    """As they are printed; of a vignette its title and its text."""
    reference: str = ""
    """`P3:27`; empty where it is not printed."""
    coding_id: str = ""
    """The passage of a quote."""


@dataclass(frozen=True, slots=True)
class MosaicLabel:
    """Everything that is printed under one label."""

    label: str
    """Empty for what is printed without one."""
    group_size: int
    """How many participants are in the group that the label belongs to; 0 where it has none."""
    pieces: tuple[PrintedPiece, ...]
    """By theme, as they are printed."""
    look: MosaicLook | None = None
    """The last look at the label, whether it holds or not."""
    holds: bool = False
    """Whether that look was at what would be printed now."""

    @property
    def seen(self) -> str:
        """A hash of what would be printed."""
        return hash_of(self.pieces)


def hash_of(pieces: Iterable[PrintedPiece]) -> str:
    """Give a hash over what is printed, in whatever order."""
    words = sorted((piece.id, piece.words) for piece in pieces)
    return hashlib.sha256(json.dumps(words, ensure_ascii=False).encode()).hexdigest()
