"""Fixed words of the history and the memos as they are exported, in the language of the study."""

from collections.abc import Mapping
from dataclasses import dataclass

from qualkit.domain.memos import MemoKind, ObjectType
from qualkit.domain.wording import tongue


@dataclass(frozen=True, slots=True)
class RecordWords:
    """What these exports say of their own accord."""

    history: str
    times: str
    steps: str
    """With {first} and {last}."""
    why: str
    why_later: str
    """With {date} and {author}."""
    undone: str
    took_back: str
    did_again: str
    suggested: str
    """With {phrase}."""
    no_steps: str
    memos: str
    kinds_here: str
    """With {kinds}."""
    no_private: str
    no_memos: str
    cites: str
    kinds: Mapping[MemoKind, str]
    """As a heading over the memos of a kind; in the order in which they are printed."""
    things: Mapping[ObjectType, str]
    """With {name}."""


_DUTCH = RecordWords(
    history="Geschiedenis",
    times="Tijden zijn in UTC.",
    steps="stap {first} tot en met {last}",
    why="Waarom:",
    why_later="Waarom, toegevoegd op {date} door {author}:",
    undone="later ongedaan gemaakt",
    took_back="Ongedaan gemaakt:",
    did_again="Opnieuw gedaan:",
    suggested="begonnen als de suggestie ‘{phrase}’",
    no_steps="[geen stappen in deze periode]",
    memos="Memo’s",
    kinds_here="Soorten in dit bestand: {kinds}.",
    no_private="Memo’s die privé zijn, staan er niet in.",
    no_memos="[geen gedeelde memo’s]",
    cites="Verwijst naar:",
    kinds={
        MemoKind.LIMITATION: "Beperkingen",
        MemoKind.DECISION: "Besluiten",
        MemoKind.METHOD: "Methode",
        MemoKind.ANALYTIC: "Analyse",
        MemoKind.DOUBT: "Twijfel",
        MemoKind.ETHICS: "Ethiek",
        MemoKind.REFLEXIVE: "Reflectie",
        MemoKind.NARRATIVE: "Verhaal van een thema",
    },
    things={
        ObjectType.PROJECT: "Het onderzoek",
        ObjectType.SOURCE: "{name}",
        ObjectType.PASSAGE: "{name}",
        ObjectType.CODE: "Code ‘{name}’",
        ObjectType.CODING: "{name}",
        ObjectType.THEME: "Thema ‘{name}’",
        ObjectType.CASE: "{name}",
        ObjectType.STEP: "Stap {name}",
    },
)

_ENGLISH = RecordWords(
    history="History",
    times="Times are in UTC.",
    steps="steps {first} to {last}",
    why="Why:",
    why_later="Why, added on {date} by {author}:",
    undone="taken back later",
    took_back="Taken back:",
    did_again="Done again:",
    suggested="began as the suggestion ‘{phrase}’",
    no_steps="[no steps in this period]",
    memos="Memos",
    kinds_here="Kinds in this file: {kinds}.",
    no_private="Private memos are not in it.",
    no_memos="[no shared memos]",
    cites="Cites:",
    kinds={
        MemoKind.LIMITATION: "Limitations",
        MemoKind.DECISION: "Decisions",
        MemoKind.METHOD: "Method",
        MemoKind.ANALYTIC: "Analysis",
        MemoKind.DOUBT: "Doubts",
        MemoKind.ETHICS: "Ethics",
        MemoKind.REFLEXIVE: "Reflection",
        MemoKind.NARRATIVE: "Story of a theme",
    },
    things={
        ObjectType.PROJECT: "The study",
        ObjectType.SOURCE: "{name}",
        ObjectType.PASSAGE: "{name}",
        ObjectType.CODE: "Code ‘{name}’",
        ObjectType.CODING: "{name}",
        ObjectType.THEME: "Theme ‘{name}’",
        ObjectType.CASE: "{name}",
        ObjectType.STEP: "Step {name}",
    },
)


def record_words(language: str) -> RecordWords:
    """Give the words for a study in a language; English where it is not known."""
    return _DUTCH if tongue(language) == "nl" else _ENGLISH
