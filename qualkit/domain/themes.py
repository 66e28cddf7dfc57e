"""Themes: a shared idea with the codes and passages that carry it, and quotes for print."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from qualkit.domain.codes import Code
from qualkit.domain.codings import CodedSegment


class ThemeStatus(StrEnum):
    """How far a theme has come."""

    CANDIDATE = "candidate"
    DEVELOPING = "developing"
    SETTLED = "settled"
    DROPPED = "dropped"


class Stance(StrEnum):
    """How a quote relates to its theme."""

    SUPPORTS = "supports"
    NUANCE = "nuance"
    CONTRARY = "contrary"

    @property
    def is_contrary(self) -> bool:
        """Tell whether the quote speaks against the theme or nuances it."""
        return self is not Stance.SUPPORTS


class QuoteReason(StrEnum):
    """Why a passage was chosen for print."""

    TYPICAL = "typical"
    NUANCE = "nuance"
    CONTRARY = "contrary"
    VIVID = "vivid"


@dataclass(frozen=True, slots=True)
class Theme:
    """A pattern of shared meaning, organised around a central idea (Braun & Clarke 2022)."""

    id: str
    name: str
    created_at: datetime
    """UTC."""
    central_idea: str = ""
    """One or two sentences."""
    belongs: str = ""
    """What belongs to it."""
    excludes: str = ""
    """What does not, though it is near."""
    status: ThemeStatus = ThemeStatus.CANDIDATE
    position: int = 0
    parent_id: str | None = None


@dataclass(frozen=True, slots=True)
class ThemeCode:
    """A code gathered under a theme."""

    id: str
    theme_id: str
    code_id: str
    position: int = 0
    """Order within the theme."""


@dataclass(frozen=True, slots=True)
class ThemePassage:
    """A single coded passage gathered under a theme, whatever its code."""

    id: str
    theme_id: str
    coding_id: str


@dataclass(frozen=True, slots=True)
class Claim:
    """Something the theme's summary says, to be shown by quotes."""

    id: str
    theme_id: str
    text: str
    position: int


@dataclass(frozen=True, slots=True)
class Quote:
    """A coded segment chosen for print."""

    id: str
    theme_id: str
    coding_id: str
    position: int
    claim_id: str | None = None
    stance: Stance = Stance.SUPPORTS
    reason: QuoteReason | None = None
    printed: str | None = None
    """The edited words, where they differ from the source; None prints the passage as it is."""


@dataclass(frozen=True, slots=True)
class ChosenQuote:
    """A quote with its passage, ready to be checked and printed."""

    quote: Quote
    segment: CodedSegment

    @property
    def words(self) -> str:
        """What will be printed."""
        return self.segment.words if self.quote.printed is None else self.quote.printed


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim with its quotes."""

    claim: Claim
    quotes: tuple[ChosenQuote, ...]


@dataclass(frozen=True, slots=True)
class ThemeView:
    """A theme with everything that is under it."""

    theme: Theme
    narrative: str
    """The body of its narrative memo; empty while there is none."""
    codes: tuple[Code, ...]
    passages: tuple[CodedSegment, ...]
    """Every passage of the theme: coded with its codes or gathered singly, in source order."""
    claims: tuple[ClaimView, ...]
    unclaimed: tuple[ChosenQuote, ...]
    """Quotes that support no claim yet."""
    contrary: tuple[ChosenQuote, ...]
    """Quotes against or nuancing the theme."""
