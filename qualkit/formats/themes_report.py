"""What a summary of themes says, ready to be put on a page in any format."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from qualkit.domain.quotation_marks import in_quotation_marks
from qualkit.domain.thematic_maps import ThematicMap
from qualkit.domain.theme_relations import Absence
from qualkit.domain.themes import ChosenQuote, Stance, ThemeView
from qualkit.domain.wording import listed, number, sentence
from qualkit.formats.decision_log import DecidedIn
from qualkit.formats.headings import headings
from qualkit.formats.spread_table import SpreadTable

SLUG_LENGTH = 60


@dataclass(frozen=True, slots=True)
class CodeLine:
    """A code with its place in the codebook."""

    path: str
    description: str
    limitations: tuple[str, ...] = ()
    """What it cannot show."""


@dataclass(frozen=True, slots=True)
class ThemePage:
    """One theme."""

    number: str
    """1, 1.1, 2 … among those that are printed."""
    view: ThemeView
    narrative: str
    """Its story, empty unless it may be shared."""
    spread: tuple[str, ...]
    """Who is heard, in sentences."""
    codes: tuple[CodeLine, ...]
    relations: tuple[str, ...] = ()
    """How it stands to other themes, a sentence each."""
    absences: tuple[Absence, ...] = ()
    """What was looked for and did not come up."""
    limitations: tuple["Limitation", ...] = ()
    """What it, or a passage of it, cannot show."""

    @property
    def depth(self) -> int:
        """How deep it lies under other themes; 0 at the top."""
        return self.number.count(".")

    @property
    def name(self) -> str:
        """The theme's name."""
        return self.view.theme.name

    @property
    def slug(self) -> str:
        """Its name for a file or a link: `01-wat-geen-lawaai-maakt`, a subtheme `01.1-…`."""
        top, point, rest = self.number.partition(".")
        return f"{top:0>2}{point}{rest}-{slug(self.name)}"

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
class Material:
    """One kind of material."""

    told: str
    """Who took part, in a sentence."""
    limitations: tuple["Limitation", ...] = ()
    """What some of its sources cannot show."""


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
    material: tuple[Material, ...]
    """Who took part, by kind of material."""
    map: ThematicMap
    note: str
    """What the quotes are fragments of, in a sentence or two; empty when there are none."""
    method: str
    """Which form of analysis it is, and why as far as that is written."""
    noticed: str = ""
    """How many passages began as a suggestion, in a sentence; empty when none did."""
    limitations: tuple[Limitation, ...] = ()
    """What the material cannot show, gathered from the shared memos of that kind."""
    spread: SpreadTable | None = None
    """Who is heard under which theme, if that is wanted."""
    decisions: tuple[DecidedIn, ...] | None = None
    """What was decided and why, if that is wanted."""

    def below(self, page: ThemePage) -> tuple[ThemePage, ...]:
        """Give the pages of a theme's subthemes."""
        return tuple(each for each in self.pages if each.number.rpartition(".")[0] == page.number)

    def above(self, page: ThemePage) -> ThemePage | None:
        """Give the page of the theme that one is part of."""
        number = page.number.rpartition(".")[0]
        return next((each for each in self.pages if each.number == number), None)


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
    return f"{in_quotation_marks(item.words)} {item.place}".rstrip()


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
