"""The working board: candidate themes, two trays, and the board as it was at some moment."""

from dataclasses import dataclass
from datetime import datetime

from qualkit.domain.themes import Belonging, Stance, ThemeStatus


@dataclass(frozen=True, slots=True)
class Misfit:
    """A code, or one coded passage, that lies in the tray "does not fit"; one of the two is set."""

    id: str
    code_id: str | None = None
    coding_id: str | None = None


@dataclass(frozen=True, slots=True)
class PlacedCode:
    """A code in a theme of a snapshot."""

    code_id: str
    name: str
    """As it was called then."""
    belonging: Belonging = Belonging.GATHERED


@dataclass(frozen=True, slots=True)
class PlacedPassage:
    """A passage in a theme of a snapshot, where more is known of it than its code tells."""

    coding_id: str
    belonging: Belonging = Belonging.GATHERED
    stance: Stance = Stance.SUPPORTS


@dataclass(frozen=True, slots=True)
class PlacedTheme:
    """A theme of a snapshot with what was put in it."""

    theme_id: str
    name: str
    central_idea: str
    status: ThemeStatus
    position: int
    parent_id: str | None
    codes: tuple[PlacedCode, ...] = ()
    passages: tuple[PlacedPassage, ...] = ()


@dataclass(frozen=True, slots=True)
class BoardSnapshot:
    """The whole board at some moment, to look back at, compare with and go back to."""

    id: str
    taken_at: datetime
    """UTC."""
    author: str
    note: str
    themes: tuple[PlacedTheme, ...]
    misfit_codes: tuple[str, ...]
    """Ids of the codes in the tray "does not fit"."""
    misfit_codings: tuple[str, ...]
    """Ids of the codings in that tray."""
