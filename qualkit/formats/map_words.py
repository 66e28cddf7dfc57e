"""Fixed words of the thematic map and the spread, in the language of the study."""

from collections.abc import Mapping
from dataclasses import dataclass

from qualkit.domain.theme_relations import RelationKind
from qualkit.domain.wording import tongue


@dataclass(frozen=True, slots=True)
class MapWords:
    """What a map says of its own accord."""

    map: str
    no_themes: str
    codes: str
    no_codes: str
    lines: str
    no_lines: str
    line: str
    """With {theme}, {relation} and {other}."""
    no_sentence: str
    in_words: str
    file: str
    """The name of the picture beside other files, without its suffix."""
    described: str
    """What a picture shows, for who cannot see it; with {themes} and {lines}."""
    relations: Mapping[RelationKind, str]
    seen_from_other: Mapping[RelationKind, str]
    """The same, from the other theme."""
    spread: str
    spread_file: str
    """The name of that picture beside other files, without its suffix."""
    spread_in_words: str
    heard: str
    counted: str
    left_out: str
    nobody: str


_DUTCH = MapWords(
    map="Kaart van de thema’s",
    no_themes="[nog geen thema’s]",
    codes="Codes",
    no_codes="[nog geen codes]",
    lines="Lijnen tussen thema’s",
    no_lines="[nog geen lijnen tussen thema’s]",
    line="{theme} {relation} {other}",
    no_sentence="[nog niet uitgelegd]",
    in_words="De kaart in woorden",
    file="kaart",
    described="Thema’s: {themes}. Lijnen: {lines}.",
    relations={
        RelationKind.DIFFERS: "verschilt van",
        RelationKind.LEADS_TO: "leidt tot",
        RelationKind.TENSION: "staat op gespannen voet met",
    },
    seen_from_other={
        RelationKind.DIFFERS: "verschilt van",
        RelationKind.LEADS_TO: "volgt uit",
        RelationKind.TENSION: "staat op gespannen voet met",
    },
    spread="Wie bij welk thema te horen is",
    spread_file="spreiding",
    spread_in_words="De spreiding als tabel",
    heard=(
        "● is te horen bij het thema. Waar niets staat, is er niets over gezegd of gevonden; "
        "soms is er niet naar gevraagd."
    ),
    counted="Het getal telt passages. Vaker genoemd is niet belangrijker.",
    left_out="Wie zonder eigen naam of nummer wordt aangehaald, staat hier niet bij.",
    nobody="niemand",
)

_ENGLISH = MapWords(
    map="Map of the themes",
    no_themes="[no themes yet]",
    codes="Codes",
    no_codes="[no codes yet]",
    lines="Lines between themes",
    no_lines="[no lines between themes yet]",
    line="{theme} {relation} {other}",
    no_sentence="[not explained yet]",
    in_words="The map in words",
    file="map",
    described="Themes: {themes}. Lines: {lines}.",
    relations={
        RelationKind.DIFFERS: "differs from",
        RelationKind.LEADS_TO: "leads to",
        RelationKind.TENSION: "is in tension with",
    },
    seen_from_other={
        RelationKind.DIFFERS: "differs from",
        RelationKind.LEADS_TO: "follows from",
        RelationKind.TENSION: "is in tension with",
    },
    spread="Who is heard under which theme",
    spread_file="spread",
    spread_in_words="The spread as a table",
    heard=(
        "● is heard under the theme. Where there is nothing, nothing was said or found; "
        "sometimes it was not asked."
    ),
    counted="The number counts passages. More often is not more important.",
    left_out="Those who are quoted without a name or number of their own are not listed.",
    nobody="nobody",
)


def map_words(language: str) -> MapWords:
    """Give the words for a study in a language; English where it is not known."""
    return _DUTCH if tongue(language) == "nl" else _ENGLISH
