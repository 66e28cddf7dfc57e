"""What a scan proposes: words that could give somebody away, where they stand, and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from qualkit.domain.replacements import IdentifierKind
from qualkit.domain.spans import Span
from qualkit.translation import N_


class Ground(Enum):
    """Why some words are proposed; the value says it to people."""

    WRITTEN_SO = N_("it is written as such things are")
    LISTED = N_("it stands in a list of the program")
    WATCHED = N_("it stands in the project's own list")
    DECIDED_ELSEWHERE = N_("the same is replaced elsewhere")
    TAGGED = N_("the language pipeline takes it for a name")
    SEEN_AS_NAME = N_("it is taken for a name elsewhere")
    CAPITAL = N_("it has a capital within a sentence")
    BSN = N_("it passes the test of a citizen service number")
    ACCOUNT = N_("it passes the test of a bank account number")
    MONEY = N_("it is a sum of money")
    ONE_OF_FEW = N_("few people have this function")
    SMALL_GROUP = N_("few take part, so he or she may tell who it is")


@dataclass(frozen=True, slots=True)
class Mark:
    """Some words of a text that could give somebody away."""

    kind: IdentifierKind
    span: Span
    ground: Ground


@dataclass(frozen=True, slots=True)
class Proposal:
    """Words to decide on, in their context."""

    kind: IdentifierKind
    span: Span
    words: str
    """On one line."""
    printed: str
    """What could stand in their place, brackets included."""
    ground: Ground
    version_id: str = ""
    """Where they stand; empty for words that are in no source."""
    source_id: str = ""
    reference: str = ""
    """`P3:27`."""
    label: str = ""
    before: str = ""
    """Some of what stands before them, on one line."""
    after: str = ""
    places: int = 1
    """In how many places these words were found."""

    @property
    def key(self) -> str:
        """Names it as long as the text is the same."""
        return f"{self.version_id}:{self.span.start}:{self.span.end}"


class ScanScope(Enum):
    """In what one looks; the value says it to people."""

    QUOTES = N_("in the quotes")
    """Those that are chosen or shortlisted."""
    IN_CONTEXT = N_("in the quotes and the turns beside them")
    """As a quote sheet prints them."""
    THEME = N_("in a theme")
    """Every passage of it."""
    SOURCES = N_("in a source")
    """All of it, or of more."""
    ALL = N_("in everything")


_STANDING_IN: Mapping[str, Mapping[Enum, str]] = {
    "nl": {
        IdentifierKind.NAME: "naam",
        IdentifierKind.PLACE: "plaats",
        IdentifierKind.ORGANISATION: "organisatie",
        IdentifierKind.DATE: "datum",
        IdentifierKind.AGE: "leeftijd",
        IdentifierKind.PHONE: "telefoonnummer",
        IdentifierKind.EMAIL: "e-mailadres",
        IdentifierKind.POSTCODE: "postcode",
        IdentifierKind.WEB: "webadres",
        IdentifierKind.CASE_NUMBER: "zaaknummer",
        IdentifierKind.NUMBER: "aantal",
        IdentifierKind.ROLE: "functie",
        IdentifierKind.EVENT: "gebeurtenis",
        IdentifierKind.PRONOUN: "hij of zij",
        IdentifierKind.OTHER: "weggelaten",
        Ground.BSN: "burgerservicenummer",
        Ground.ACCOUNT: "rekeningnummer",
        Ground.MONEY: "bedrag",
    },
    "en": {
        IdentifierKind.NAME: "name",
        IdentifierKind.PLACE: "place",
        IdentifierKind.ORGANISATION: "organisation",
        IdentifierKind.DATE: "date",
        IdentifierKind.AGE: "age",
        IdentifierKind.PHONE: "telephone number",
        IdentifierKind.EMAIL: "e-mail address",
        IdentifierKind.POSTCODE: "postcode",
        IdentifierKind.WEB: "web address",
        IdentifierKind.CASE_NUMBER: "case number",
        IdentifierKind.NUMBER: "number",
        IdentifierKind.ROLE: "function",
        IdentifierKind.EVENT: "event",
        IdentifierKind.PRONOUN: "he or she",
        IdentifierKind.OTHER: "left out",
        Ground.BSN: "citizen service number",
        Ground.ACCOUNT: "account number",
        Ground.MONEY: "amount",
    },
}


def standing_in(kind: IdentifierKind, language: str, ground: Ground | None = None) -> str:
    """Give what stands in the place of words of a kind, in the language of a study: `[plaats]`."""
    words = _STANDING_IN.get(language, _STANDING_IN["en"])
    own = words.get(ground) if ground else None
    return f"[{own or words[kind]}]"
