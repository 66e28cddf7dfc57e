"""What a theme report says, in plain words and lists: what every template is filled with.

Nothing in it is marked up for one format; a template escapes what it prints.
"""

from dataclasses import dataclass

from qualkit.formats.report_words import ReportWords


@dataclass(frozen=True, slots=True)
class ReportQuote:
    """A quote as it is printed."""

    words: str
    """In quotation marks."""
    place: str
    """"(Politie III, P3:27)"; may be empty."""


@dataclass(frozen=True, slots=True)
class ReportClaim:
    """Something that is said of a theme, with the quotes that show it."""

    text: str
    quotes: tuple[ReportQuote, ...]


@dataclass(frozen=True, slots=True)
class ReportVignette:
    """A short story in the researcher's words."""

    title: str
    paragraphs: tuple[str, ...]
    note: str
    """What it is made of."""


@dataclass(frozen=True, slots=True)
class ReportLimitation:
    """What the material cannot show."""

    about: str
    """The part of it; empty for the study, or the theme it stands under, as a whole."""
    text: str


@dataclass(frozen=True, slots=True)
class ReportTheme:
    """One theme; what is not written yet is empty."""

    number: str
    """1, 1.1, 2 …"""
    depth: int
    """0, and 1 for a subtheme."""
    name: str
    heading: str
    """"Thema 1. Wie belt, gaat voor"."""
    anchor: str
    """A name for links, in plain signs."""
    part_of: str
    """The name of the theme above it."""
    idea: str
    story: tuple[str, ...]
    """Paragraphs."""
    claims: tuple[ReportClaim, ...]
    unclaimed: tuple[ReportQuote, ...]
    """Quotes that are under no claim yet."""
    vignettes: tuple[ReportVignette, ...]
    contrary: tuple[ReportQuote, ...]
    nuances: tuple[ReportQuote, ...]
    absences: tuple[str, ...]
    """What did not come up, and where it was looked for; a sentence or two each."""
    relation: str
    """What it says about the research question."""
    relations: tuple[str, ...]
    """How it stands to other themes, a sentence each."""
    spread: str
    """Who is heard, in sentences."""
    limitations: tuple[ReportLimitation, ...]
    belongs: str
    excludes: str
    codes: tuple[str, ...]
    """Names of its codes, with where they are in the codebook."""


@dataclass(frozen=True, slots=True)
class ReportFigure:
    """A picture with its number, as the text refers to it."""

    name: str
    """"Figuur 1"."""
    caption: str
    note: str
    """How to read it; may be empty."""
    source: str
    alt: str
    """What it shows, for who cannot see it."""
    picture: str = ""
    """Put in when a format is written: an SVG element, or the name of a file."""


@dataclass(frozen=True, slots=True)
class ReportTable:
    """A table with its number."""

    name: str
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    source: str


@dataclass(frozen=True, slots=True)
class ReportCode:
    """A code of the codebook."""

    path: str
    name: str
    depth: int
    remarks: str
    """Semantic or latent, no longer in use; may be empty."""
    description: str
    parts: tuple[tuple[str, str], ...]
    """Headings and texts: when to use it, when not, an example, a boundary case."""


@dataclass(frozen=True, slots=True)
class ReportMaterial:
    """One kind of material."""

    told: str
    """Who took part, in a sentence."""
    limitations: tuple[ReportLimitation, ...]


@dataclass(frozen=True, slots=True)
class DatedText:
    """What happened on a day, or stood on the board then."""

    day: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Appendix:
    """One appendix; only what belongs to its kind is filled."""

    kind: str
    """codebook, overview, development or decisions."""
    heading: str
    """"Bijlage 1. Thema’s en codes"."""
    anchor: str
    lead: str = ""
    codes: tuple[ReportCode, ...] = ()
    table: ReportTable | None = None
    entries: tuple[DatedText, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """The whole report."""

    language: str
    """The code of the language, such as nl."""
    title: str
    question: str
    stamp: str
    """Of which day it is, and which version of qualkit made it."""
    themes: tuple[ReportTheme, ...]
    map: ReportFigure | None
    spread: ReportFigure | None
    """Who is heard under which theme."""
    see_map: str
    """A sentence that refers to the figure; empty without one. The next two likewise."""
    see_spread: str
    see_overview: str
    material: tuple[ReportMaterial, ...]
    method: tuple[str, ...]
    """Paragraphs, with gaps in brackets."""
    quotes_note: str
    """What quotes are fragments of; empty when there are none."""
    limitations: tuple[ReportLimitation, ...]
    appendices: tuple[Appendix, ...]
    words: ReportWords
