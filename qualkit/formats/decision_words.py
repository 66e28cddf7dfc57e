"""Decisions as sentences, in the language of the study."""

from collections.abc import Mapping
from dataclasses import dataclass

from qualkit.domain.decisions import Decision, DecisionKind
from qualkit.domain.projects import Profile
from qualkit.domain.text import one_line
from qualkit.domain.themes import ThemeStatus
from qualkit.domain.wording import listed, tongue
from qualkit.formats.headings import headings


@dataclass(frozen=True, slots=True)
class DecisionWords:
    """What a decision log says of its own accord."""

    decisions: str
    lead: str
    no_decisions: str
    why: str
    """With {why}."""
    noted: str
    """What leads in the note of a round or a snapshot; with {text}."""
    file: str
    """The name of the log beside other files, without its suffix."""
    another: str
    """In the place of a name that is not known."""
    sentences: Mapping[DecisionKind, str]
    """With {name}, {other} and {text}; what follows a text has its own full stop."""
    profiles: Mapping[Profile, str]


_DUTCH = DecisionWords(
    decisions="Besluiten",
    lead=(
        "Wat er besloten is over thema’s, codes en werkwijze, met de redenen die erbij zijn "
        "gezet. Wat later is teruggenomen, staat er niet in."
    ),
    no_decisions="[geen besluiten in deze periode]",
    why="Waarom: {why}",
    noted="Daarbij staat: {text}",
    file="besluiten",
    another="een andere",
    sentences={
        DecisionKind.THEME_MADE: "Het thema {name} kwam erbij.",
        DecisionKind.THEME_RENAMED: "Het thema {name} heet voortaan {other}.",
        DecisionKind.THEME_REWORDED: "Het centrale idee van {name} werd: {text}",
        DecisionKind.THEME_STATUS: "Het thema {name} is nu {text}.",
        DecisionKind.THEME_DROPPED: "Het thema {name} verviel.",
        DecisionKind.THEME_PLACED: "Het thema {name} werd een deel van {other}.",
        DecisionKind.THEME_MERGED: "Het thema {name} ging op in {other}.",
        DecisionKind.THEME_SPLIT: "Van het thema {name} werd afgesplitst: {other}.",
        DecisionKind.THEME_REMOVED: "Het thema {name} werd verwijderd.",
        DecisionKind.CODE_RENAMED: "De code {name} heet voortaan {other}.",
        DecisionKind.CODE_MERGED: "De code {name} ging op in {other}.",
        DecisionKind.CODE_SPLIT: "Van de code {name} werd afgesplitst: {other}.",
        DecisionKind.CODE_RETIRED: "De code {name} wordt niet meer gebruikt.",
        DecisionKind.CODE_OFFERED: "De code {name} wordt weer gebruikt.",
        DecisionKind.CODE_REMOVED: "De code {name} werd verwijderd.",
        DecisionKind.QUESTION: "De onderzoeksvraag werd: {text}",
        DecisionKind.PROFILE: "De vorm van analyse werd {other}; dat was {name}.",
        DecisionKind.SNAPSHOT: "Van het bord met thema’s werd een momentopname gemaakt.",
        DecisionKind.BOARD_BACK: "Het bord ging terug naar een eerdere momentopname.",
        DecisionKind.MATRIX_MADE: "De frameworkmatrix {name} kwam erbij.",
        DecisionKind.MATRIX_REMOVED: "De frameworkmatrix {name} werd verwijderd.",
        DecisionKind.ROUND_BEGUN: "De ronde {name} begon.",
        DecisionKind.ROUND_CLOSED: "De ronde {name} werd afgesloten.",
        DecisionKind.MEMO: "{name}: {text}",
        DecisionKind.DOUBT: "{name}: na twijfel werd besloten: {text}",
    },
    profiles={
        Profile.REFLEXIVE: "reflexief",
        Profile.CODEBOOK: "met een codeboek",
        Profile.FRAMEWORK: "met een frameworkmatrix",
        Profile.VARIABLES: "met variabelen",
    },
)

_ENGLISH = DecisionWords(
    decisions="Decisions",
    lead=(
        "What was decided on themes, codes and method, with the reasons that were given. "
        "What was taken back later is left out."
    ),
    no_decisions="[no decisions in this period]",
    why="Why: {why}",
    noted="The note with it: {text}",
    file="decisions",
    another="another",
    sentences={
        DecisionKind.THEME_MADE: "The theme {name} was added.",
        DecisionKind.THEME_RENAMED: "The theme {name} is called {other} from here on.",
        DecisionKind.THEME_REWORDED: "The central idea of {name} became: {text}",
        DecisionKind.THEME_STATUS: "The theme {name} is now {text}.",
        DecisionKind.THEME_DROPPED: "The theme {name} was dropped.",
        DecisionKind.THEME_PLACED: "The theme {name} became a part of {other}.",
        DecisionKind.THEME_MERGED: "The theme {name} went up in {other}.",
        DecisionKind.THEME_SPLIT: "Split off from the theme {name}: {other}.",
        DecisionKind.THEME_REMOVED: "The theme {name} was removed.",
        DecisionKind.CODE_RENAMED: "The code {name} is called {other} from here on.",
        DecisionKind.CODE_MERGED: "The code {name} went up in {other}.",
        DecisionKind.CODE_SPLIT: "Split off from the code {name}: {other}.",
        DecisionKind.CODE_RETIRED: "The code {name} is no longer used.",
        DecisionKind.CODE_OFFERED: "The code {name} is used again.",
        DecisionKind.CODE_REMOVED: "The code {name} was removed.",
        DecisionKind.QUESTION: "The research question became: {text}",
        DecisionKind.PROFILE: "The form of analysis became {other}; it was {name}.",
        DecisionKind.SNAPSHOT: "A snapshot was taken of the board of themes.",
        DecisionKind.BOARD_BACK: "The board went back to an earlier snapshot.",
        DecisionKind.MATRIX_MADE: "The framework matrix {name} was added.",
        DecisionKind.MATRIX_REMOVED: "The framework matrix {name} was removed.",
        DecisionKind.ROUND_BEGUN: "The round {name} began.",
        DecisionKind.ROUND_CLOSED: "The round {name} was closed.",
        DecisionKind.MEMO: "{name}: {text}",
        DecisionKind.DOUBT: "{name}: after doubt it was decided: {text}",
    },
    profiles={
        Profile.REFLEXIVE: "reflexive",
        Profile.CODEBOOK: "with a codebook",
        Profile.FRAMEWORK: "with a framework matrix",
        Profile.VARIABLES: "with variables",
    },
)

_ALONE = {
    "nl": "Het thema {name} is geen deel meer van een ander.",
    "en": "The theme {name} is no longer part of another.",
}
_PART = {
    "nl": "Het thema {name} kwam erbij, als deel van {other}.",
    "en": "The theme {name} was added, as a part of {other}.",
}
_IDEA = {"nl": "Het idee: {text}", "en": "Its idea: {text}"}


def decision_words(language: str) -> DecisionWords:
    """Give the words for a study in a language; English where it is not known."""
    return _DUTCH if tongue(language) == "nl" else _ENGLISH


def decision_told(decision: Decision, language: str) -> str:
    """Tell a decision in running sentences, its reason behind it."""
    words = decision_words(language)
    parts = [_sentence(decision, words, language)]
    if decision.kind is DecisionKind.THEME_MADE and decision.text:
        parts.append(_closed(_IDEA[tongue(language)].format(text=one_line(decision.text))))
    if decision.kind in (DecisionKind.SNAPSHOT, DecisionKind.ROUND_BEGUN) and decision.text:
        parts.append(_closed(words.noted.format(text=one_line(decision.text))))
    if decision.why:
        parts.append(_closed(words.why.format(why=one_line(decision.why))))
    return " ".join(parts)


def _sentence(decision: Decision, words: DecisionWords, language: str) -> str:
    sentence = words.sentences[decision.kind]
    if decision.kind is DecisionKind.THEME_PLACED and not decision.others:
        sentence = _ALONE[tongue(language)]
    if decision.kind is DecisionKind.THEME_MADE and decision.others:
        sentence = _PART[tongue(language)]
    name, others, text = f"‘{decision.name}’", decision.others, one_line(decision.text)
    other = listed([f"‘{each}’" for each in others], language) or words.another
    if decision.kind is DecisionKind.PROFILE:
        name, other = (words.profiles[Profile(each)] for each in (decision.name, others[0]))
    elif decision.kind in (DecisionKind.MEMO, DecisionKind.DOUBT):
        name = decision.name
    elif decision.kind is DecisionKind.THEME_STATUS:
        text = headings(language).statuses[ThemeStatus(decision.text)]
    return _closed(sentence.format(name=name, other=other, text=text))


def _closed(sentence: str) -> str:
    """Give a sentence with something that ends it."""
    return sentence if sentence.endswith((".", "!", "?", "…", ".’", ".”")) else f"{sentence}."
