"""Themes: a shared idea with the codes and passages that carry it, and quotes for print."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from qualkit.domain.codes import Code
from qualkit.domain.codings import CodedSegment
from qualkit.domain.quotability import Attribution, Quotability
from qualkit.domain.theme_relations import Absence, ThemeRelation
from qualkit.domain.vignettes import VignetteView


class ThemeStatus(StrEnum):
    """How far a theme has come."""

    CANDIDATE = "candidate"
    DEVELOPING = "developing"
    SETTLED = "settled"
    DROPPED = "dropped"


class Stance(StrEnum):
    """How a passage or a quote relates to its theme."""

    SUPPORTS = "supports"
    NUANCE = "nuance"
    CONTRARY = "contrary"

    @property
    def is_contrary(self) -> bool:
        """Tell whether it speaks against the theme or nuances it."""
        return self is not Stance.SUPPORTS


class QuoteReason(StrEnum):
    """Why a passage was chosen for print."""

    TYPICAL = "typical"
    NUANCE = "nuance"
    CONTRARY = "contrary"
    VIVID = "vivid"


class QuoteStage(StrEnum):
    """How far a passage has come on its way to print."""

    SHORTLISTED = "shortlisted"
    CHOSEN = "chosen"


class Belonging(StrEnum):
    """Whether a code or a passage is in a theme, where its own place does not tell already."""

    GATHERED = "gathered"
    """Put there by the researcher."""
    LEFT_OUT = "left_out"
    """Taken out by the researcher, though it would come along with a code above it or its own."""
    WITH_CODE = "with_code"
    """It comes along with its code; the row keeps what else is said of it."""


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
    """The theme that it is a subtheme of."""
    relation: str = ""
    """How it answers the research question."""
    kept_name: str = ""
    """The name that was kept though it reads as a topic; about that one nothing is asked again."""


@dataclass(frozen=True, slots=True)
class ThemeCode:
    """A code gathered under a theme with all below it, or one of those left out again."""

    id: str
    theme_id: str
    code_id: str
    position: int = 0
    """Order within the theme."""
    belonging: Belonging = Belonging.GATHERED


@dataclass(frozen=True, slots=True)
class ThemePassage:
    """What a researcher decided on one coded passage and one theme, whatever its code."""

    id: str
    theme_id: str
    coding_id: str
    belonging: Belonging = Belonging.GATHERED
    stance: Stance = Stance.SUPPORTS


class PlacedCoding(NamedTuple):
    """A coding as bare as can be, and where it stands.

    A named tuple, as a large study has some hundred thousands.
    """

    coding_id: str
    code_id: str
    source_id: str
    version_id: str
    start: int
    """Code points, half-open."""
    end: int

    @property
    def passage(self) -> tuple[str, int, int]:
        """The stretch itself, of which version and from where to where: whatever its code."""
        return self.version_id, self.start, self.end


class ThemeMember(NamedTuple):
    """A coding that is in a theme: through its code, a code above that, or gathered singly.

    A named tuple, as a large study has some hundred thousands.
    """

    theme_id: str
    coding_id: str
    code_id: str
    source_id: str
    version_id: str
    start: int
    """Code points, half-open."""
    end: int
    stance: Stance


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
    stage: QuoteStage = QuoteStage.CHOSEN
    note: str = ""
    """Why it was chosen, in the researcher's words."""
    attribution: Attribution | None = None
    """Under which name it is printed; None goes by its source."""


@dataclass(frozen=True, slots=True)
class ChosenQuote:
    """A quote with its passage, ready to be checked and printed."""

    quote: Quote
    segment: CodedSegment
    words: str
    """What will be printed: the passage, or its edited words, with every replacement."""
    label: str
    """The label it is printed under; empty where it is printed without one."""
    attribution: Attribution = Attribution.NUMBER
    quotability: Quotability = Quotability.VERBATIM
    """What was agreed on its passage."""

    @property
    def reference(self) -> str:
        """`P3:27`; empty where it would tell which of a group spoke."""
        is_told = self.attribution in (Attribution.NAMED, Attribution.NUMBER)
        return self.segment.reference if is_told else ""

    @property
    def place(self) -> str:
        """Where it comes from, as that stands behind it: "(Politie III, P3:27)"; may be empty."""
        told = ", ".join(filter(None, (self.label, self.reference)))
        return f"({told})" if told else ""


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim with its quotes."""

    claim: Claim
    quotes: tuple[ChosenQuote, ...]


@dataclass(frozen=True, slots=True)
class RelatedTheme:
    """A relation as one of its two themes has it."""

    relation: ThemeRelation
    other: Theme
    """The theme at the other end."""
    is_from: bool
    """Whether the line runs from this theme to the other."""


@dataclass(frozen=True, slots=True)
class ThemeView:
    """A theme with everything that is under it."""

    theme: Theme
    narrative: str
    """The body of its narrative memo; empty while there is none."""
    codes: tuple[Code, ...]
    passages: tuple[CodedSegment, ...]
    """Every passage of the theme, in source order; of a page only those with a stance."""
    claims: tuple[ClaimView, ...]
    unclaimed: tuple[ChosenQuote, ...]
    """Quotes that support no claim yet."""
    contrary: tuple[ChosenQuote, ...]
    """Quotes against or nuancing the theme."""
    parent: Theme | None = None
    """The theme that it is part of."""
    subthemes: tuple[Theme, ...] = ()
    """Those right below it, dropped ones too, in the researcher's order."""
    relations: tuple[RelatedTheme, ...] = ()
    """Lines from it and to it."""
    absences: tuple[Absence, ...] = ()
    """What did not come up under it."""
    vignettes: tuple[VignetteView, ...] = ()
    """In their order, as they are printed."""
    stances: Mapping[str, Stance] = field(default_factory=dict)
    """By coding id: how a passage that does not simply support the theme relates to it."""

    def passages_that(self, stance: Stance) -> tuple[CodedSegment, ...]:
        """Give the passages with a stance, by source and place."""
        return tuple(
            passage
            for passage in self.passages
            if self.stances.get(passage.coding.id, Stance.SUPPORTS) is stance
        )
