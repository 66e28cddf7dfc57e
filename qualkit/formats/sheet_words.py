"""What the quote sheet says of its own accord, in the language of the study."""

from collections.abc import Mapping
from dataclasses import dataclass

from qualkit.domain.reviews import ReviewDecision
from qualkit.domain.sources import Role
from qualkit.domain.text import folded
from qualkit.domain.wording import tongue

ITEM_ID = "item_id"
THEME = "theme"
CLAIM = "claim"
QUOTE = "quote"
LABEL = "label"
REFERENCE = "reference"
STANCE = "stance"
REASON = "reason"
CONTEXT = "context"
DECISION = "decision"
REMARK = "remark"
REVIEWER = "reviewer"
SHEET_ID = "sheet_id"

COLUMNS = (
    ITEM_ID,
    THEME,
    CLAIM,
    QUOTE,
    LABEL,
    REFERENCE,
    DECISION,
    REMARK,
    REASON,
    STANCE,
    CONTEXT,
    REVIEWER,
    SHEET_ID,
)
"""The keys of a sheet, the same in every language and format: by these it is read back."""


@dataclass(frozen=True, slots=True)
class SheetWords:
    """The words of a quote sheet for co-authors."""

    sheet: str
    columns: Mapping[str, str]
    """Headings by column key."""
    decisions: Mapping[ReviewDecision, str]
    meanings: Mapping[ReviewDecision, str]
    """What each decision asks of the researcher."""
    roles: Mapping[Role, str]
    choose: str
    """What stands where a decision is to be chosen from a list, until there is one."""
    lead: str
    """How to answer, in a sentence."""
    how: tuple[str, ...]
    """The same at length, a paragraph each."""
    how_in_excel: str
    how_name: str
    """The name of the second sheet of a spreadsheet, which tells all that."""
    answered: tuple[str, str]
    """What stands between the answered and the number of quotes, and behind that."""
    no_claim: str
    vignettes: str
    """What stands above them in a theme."""
    no_quotes: str
    not_there: str
    """What stands where words are that may not be shown."""
    wrong_decision: tuple[str, str]
    """The title and the text of the message about what is not on the list."""


_DUTCH = SheetWords(
    sheet="Citatenblad",
    columns={
        ITEM_ID: "Kenmerk",
        THEME: "Thema",
        CLAIM: "Bevinding",
        QUOTE: "Citaat",
        LABEL: "Wie",
        REFERENCE: "Plaats",
        STANCE: "Verhouding",
        REASON: "Gekozen als",
        CONTEXT: "Eromheen",
        DECISION: "Oordeel",
        REMARK: "Opmerking",
        REVIEWER: "Uw naam",
        SHEET_ID: "Blad",
    },
    decisions={
        ReviewDecision.AGREE: "akkoord",
        ReviewDecision.SHORTEN: "inkorten",
        ReviewDecision.ANONYMISE: "verder anonimiseren",
        ReviewDecision.REPLACE: "vervangen",
        ReviewDecision.QUESTION: "vraag",
    },
    meanings={
        ReviewDecision.AGREE: "zo mag het gedrukt worden",
        ReviewDecision.SHORTEN: "het kan korter",
        ReviewDecision.ANONYMISE: "iemand is nog te herkennen",
        ReviewDecision.REPLACE: "liever een ander citaat",
        ReviewDecision.QUESTION: "ik wil er eerst iets over vragen",
    },
    roles={
        Role.PARTICIPANT: "Deelnemer",
        Role.VISITOR: "Bezoeker",
        Role.INTERVIEWER: "Interviewer",
        Role.HELPER: "Medewerker",
        Role.COURT: "Rechter",
        Role.PARTY: "Partij",
        Role.UNKNOWN: "Spreker",
    },
    choose="Kies…",
    lead=(
        "Zo staan de citaten straks in het rapport. Kies per citaat een oordeel en schrijf er, "
        "als dat nodig is, een opmerking bij."
    ),
    how=(
        "Zou u een citaat anders afdrukken? Verander dan de woorden van het citaat zelf. De "
        "onderzoeker ziet wat er veranderde en beslist erover.",
        "Wat u leeg laat, blijft open. Laat de kenmerken staan: daaraan worden uw antwoorden "
        "herkend. Stuur het bestand daarna terug.",
    ),
    how_in_excel=(
        "Filteren kan meteen. Wie wil sorteren, heft eerst de beveiliging van het blad op; er is "
        "geen wachtwoord."
    ),
    how_name="Zo werkt het",
    answered=("van", "beantwoord"),
    no_claim="Bij geen bevinding",
    vignettes="Vignetten",
    no_quotes="[nog geen citaten gekozen]",
    not_there="[hier niet te tonen]",
    wrong_decision=(
        "Kies uit de lijst",
        "Kies een oordeel uit de lijst, of laat het leeg en schrijf een opmerking.",
    ),
)

_ENGLISH = SheetWords(
    sheet="Quote sheet",
    columns={
        ITEM_ID: "Id",
        THEME: "Theme",
        CLAIM: "Finding",
        QUOTE: "Quote",
        LABEL: "Who",
        REFERENCE: "Place",
        STANCE: "Stance",
        REASON: "Chosen as",
        CONTEXT: "Around it",
        DECISION: "Decision",
        REMARK: "Remark",
        REVIEWER: "Your name",
        SHEET_ID: "Sheet",
    },
    decisions={
        ReviewDecision.AGREE: "agree",
        ReviewDecision.SHORTEN: "shorten",
        ReviewDecision.ANONYMISE: "anonymise",
        ReviewDecision.REPLACE: "replace",
        ReviewDecision.QUESTION: "question",
    },
    meanings={
        ReviewDecision.AGREE: "it may be printed like this",
        ReviewDecision.SHORTEN: "it can be shorter",
        ReviewDecision.ANONYMISE: "somebody can still be recognised",
        ReviewDecision.REPLACE: "I would rather have another quote",
        ReviewDecision.QUESTION: "I want to ask something first",
    },
    roles={
        Role.PARTICIPANT: "Participant",
        Role.VISITOR: "Visitor",
        Role.INTERVIEWER: "Interviewer",
        Role.HELPER: "Helper",
        Role.COURT: "Court",
        Role.PARTY: "Party",
        Role.UNKNOWN: "Speaker",
    },
    choose="Choose…",
    lead=(
        "This is how the quotes will stand in the report. Choose a decision for each quote and "
        "add a remark where one is needed."
    ),
    how=(
        "Would you print a quote otherwise? Then change the words of the quote itself. The "
        "researcher sees what was changed and decides on it.",
        "What you leave empty stays open. Leave the ids as they are: your answers are known by "
        "them. Send the file back afterwards.",
    ),
    how_in_excel=(
        "You can filter at once. To sort, first take the protection off the sheet; there is no "
        "password."
    ),
    how_name="How it works",
    answered=("of", "answered"),
    no_claim="Without a finding",
    vignettes="Vignettes",
    no_quotes="[no quotes chosen yet]",
    not_there="[not to be shown here]",
    wrong_decision=(
        "Choose from the list",
        "Choose a decision from the list, or leave it empty and write a remark.",
    ),
)

_WORDS = {"nl": _DUTCH, "en": _ENGLISH}


def sheet_words(language: str) -> SheetWords:
    """Give the words for a study: Dutch, and English for every other language."""
    return _WORDS[tongue(language)]


def column_of(heading: str) -> str:
    """Give the key of a column by its heading in whatever language, or by the key itself.

    What stands in brackets behind it is left aside; empty when it is no column of a sheet.
    """
    return _KEYS.get(folded(heading.partition("(")[0]), "")


_KEYS = {key: key for key in COLUMNS} | {
    folded(heading): key for words in _WORDS.values() for key, heading in words.columns.items()
}
