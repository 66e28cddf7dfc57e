"""Vignettes: what happened, in the researcher's own words, where a quote may not be printed."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class MadeOf(StrEnum):
    """Whether a vignette tells of one case or is put together from several; printed with it."""

    SINGLE = "single"
    COMPOSITE = "composite"


@dataclass(frozen=True, slots=True)
class Vignette:
    """A short story under a theme."""

    id: str
    theme_id: str
    position: int
    title: str
    text: str
    made_of: MadeOf
    author: str
    changed_at: datetime
    """UTC."""


@dataclass(frozen=True, slots=True)
class VignettePassage:
    """A passage that a vignette rests on; never printed."""

    id: str
    vignette_id: str
    coding_id: str
