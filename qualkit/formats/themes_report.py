"""What a summary of themes says, ready to be put on a page in any format."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from qualkit.domain.themes import ChosenQuote, Stance, ThemeView
from qualkit.domain.wording import in_quotation_marks, listed, number, sentence
from qualkit.formats.headings import headings

SLUG_LENGTH = 60


@dataclass(frozen=True, slots=True)
class CodeLine:
    """A code with its place in the codebook."""

    path: str
    description: str


@dataclass(frozen=True, slots=True)
class ThemePage:
    """One theme."""

    number: int
    """1, 2, 3 … among those that are printed."""
    view: ThemeView
    narrative: str
    """Its story, empty unless it may be shared."""
    spread: tuple[str, ...]
    """Who is heard, in sentences."""
    codes: tuple[CodeLine, ...]

    @property
    def name(self) -> str:
        """The theme's name."""
        return self.view.theme.name

    @property
    def slug(self) -> str:
        """Its name for a file or a link: `01-wat-geen-lawaai-maakt`."""
        return f"{self.number:02d}-{slug(self.name)}"

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The story in paragraphs."""
        return paragraphs(self.narrative)

    @property
    def against(self) -> tuple[ChosenQuote, ...]:
        """Quotes that speak against the theme."""
        return tuple(item for item in self.view.contrary if item.quote.stance is Stance.CONTRARY)

    @property
    def nuances(self) -> tuple[ChosenQuote, ...]:
        """Quotes that nuance it."""
        return tuple(item for item in self.view.contrary if item.quote.stance is Stance.NUANCE)


@dataclass(frozen=True, slots=True)
class Limitation:
    """What the material, or a part of it, cannot show."""

    about: str
    """The part; empty for the study as a whole."""
    text: str


@dataclass(frozen=True, slots=True)
class ThemesReport:
    """All themes of a project, dropped ones left out."""

    title: str
    question: str
    language: str
    pages: tuple[ThemePage, ...]
    material: tuple[str, ...]
    """Who took part, in a sentence for each kind of material."""
    note: str
    """What the quotes are fragments of, in a sentence or two; empty when there are none."""
    noticed: str = ""
    """How many passages began as a suggestion, in a sentence; empty when none did."""
    limitations: tuple[Limitation, ...] = ()
    """What the material cannot show, gathered from the shared memos of that kind."""


def noticed(passages: int, pipelines: Sequence[str], language: str) -> str:
    """Tell how many passages were first noticed through a suggestion, and what made those.

    Empty when there are none. `pipelines` are names with versions; they may be unknown.
    """
    if not passages:
        return ""
    words = headings(language)
    told = sentence(f"{number(passages, language)} {words.noticed[passages > 1]}")
    by = f" ({words.noticed_by} {listed(pipelines, language)})" if pipelines else ""
    return f"{told}{by}."


def cited(item: ChosenQuote) -> str:
    """Give a quote in quotation marks with label and reference: “…” (Politie III, P3:27)."""
    return f"{in_quotation_marks(item.words)} {place_of(item)}"


def place_of(item: ChosenQuote) -> str:
    """Give where a quote comes from: (Politie III, P3:27)."""
    return f"({item.segment.label}, {item.segment.reference})"


def paragraphs(text: str) -> tuple[str, ...]:
    """Give the paragraphs of a text: what blank lines separate."""
    return tuple(part.strip() for part in re.split(r"\n\s*\n", text) if part.strip())


def slug(name: str) -> str:
    """Give a name in plain ASCII for a file or a link, at most 60 signs, cut at a word."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    words = re.findall(r"[a-z0-9]+", plain)
    whole = "-".join(words)
    if len(whole) > SLUG_LENGTH:
        whole = whole[: SLUG_LENGTH + 1].rpartition("-")[0] or whole[:SLUG_LENGTH]
    return whole or "x"
