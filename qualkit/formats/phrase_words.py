"""Fixed words of an overview of phrases, in the language of the study."""

from collections.abc import Mapping
from dataclasses import dataclass

from qualkit.domain.phrase_overview import PhraseOrder
from qualkit.domain.wording import tongue


@dataclass(frozen=True, slots=True)
class PhraseWords:
    """What an overview says of its own accord."""

    title: str
    lead: str
    """What it is, and what does not follow from it."""
    source: tuple[str, str]
    """One, and more."""
    basis: str
    """With {sources} and {words}."""
    captions: Mapping[PhraseOrder, str]
    """With {count}."""
    phrase: str
    times: str
    participants: str
    sources: str
    first: str
    day: str
    part: str
    """With {some} and {all}."""
    dated: str
    """With {reference} and {day}."""
    nested: str
    masked: str
    none: str
    new_title: str
    new_lead: str
    """With {count}."""
    by_date: str
    by_number: str
    new_note: str
    """Why the numbers go down, and what that does not mean."""
    new: str
    row: str
    """With {first} and {last}: sources that follow each other."""
    since: str
    """With {sources} and {day}, that of the first."""
    found_by: str
    """With {pipeline}."""


_DUTCH = PhraseWords(
    title="Eerste blik op het materiaal",
    lead=(
        "Woordgroepen die in het materiaal terugkomen: hoe vaak, bij hoeveel en waar het eerst. "
        "Het is een overzicht om mee te beginnen. Wat vaak voorkomt is niet daarom belangrijk, en "
        "uit deze tellingen volgen geen codes of thema’s."
    ),
    source=("bron", "bronnen"),
    basis=(
        "Geteld in {sources}, {words} woorden. Wat interviewers en medewerkers zeggen, telt niet "
        "mee."
    ),
    captions={
        PhraseOrder.FREQUENCY: "Woordgroepen ({count}), wat het vaakst voorkomt bovenaan.",
        PhraseOrder.SPREAD: "Woordgroepen ({count}), wat bij de meesten voorkomt bovenaan.",
        PhraseOrder.FIRST: (
            "De {count} woordgroepen die het vaakst voorkomen, op volgorde van waar ze het eerst "
            "staan."
        ),
    },
    phrase="Woordgroep",
    times="Keer",
    participants="Deelnemers",
    sources="Bronnen",
    first="Eerst",
    day="Datum",
    part="{some} van {all}",
    dated="{reference} ({day})",
    nested="Een woordgroep die in een langere staat, telt bij beide.",
    masked="Wat iemand kan verraden, staat er als soort, tussen haken.",
    none="[geen woordgroepen die terugkomen]",
    new_title="Waar woordgroepen voor het eerst staan",
    new_lead=(
        "Hoeveel van de {count} woordgroepen die bij meer dan één deelnemer voorkomen, in welke "
        "bron voor het eerst staan."
    ),
    by_date="De bronnen staan op volgorde van datum.",
    by_number="De bronnen staan op volgorde van nummer of naam.",
    new_note=(
        "Tegen het eind lopen deze aantallen altijd terug, want wat later opkomt heeft minder "
        "ruimte om terug te komen. Ze zeggen niet of er genoeg materiaal is."
    ),
    new="Nieuw",
    row="{first} tot en met {last}",
    since="{sources} (vanaf {day})",
    found_by="Gevonden door {pipeline}.",
)

_ENGLISH = PhraseWords(
    title="First look at the material",
    lead=(
        "Phrases that come back in the material: how often, by how many, and where first. It is an "
        "overview to begin with. What is frequent is not therefore important, and no codes or "
        "themes follow from these counts."
    ),
    source=("source", "sources"),
    basis="Counted in {sources}, {words} words. What interviewers and helpers say does not count.",
    captions={
        PhraseOrder.FREQUENCY: "Phrases ({count}), the most frequent first.",
        PhraseOrder.SPREAD: "Phrases ({count}), what most say first.",
        PhraseOrder.FIRST: "The {count} most frequent phrases, in order of where they first stand.",
    },
    phrase="Phrase",
    times="Times",
    participants="Participants",
    sources="Sources",
    first="First",
    day="Date",
    part="{some} of {all}",
    dated="{reference} ({day})",
    nested="A phrase that stands in a longer one counts for both.",
    masked="What could give somebody away is told by its kind, in brackets.",
    none="[no phrases that come back]",
    new_title="Where phrases first stand",
    new_lead=(
        "How many of the {count} phrases that more than one participant says first stand in which "
        "source."
    ),
    by_date="The sources are in the order of their days.",
    by_number="The sources are in the order of number or name.",
    new_note=(
        "Towards the end these numbers always go down, for what comes up late has less room to "
        "come back. They do not tell whether there is enough material."
    ),
    new="New",
    row="{first} to {last}",
    since="{sources} (from {day})",
    found_by="Found by {pipeline}.",
)

_WORDS = {"nl": _DUTCH, "en": _ENGLISH}


def phrase_words(language: str) -> PhraseWords:
    """Give the words for a language: Dutch, or English for every other one."""
    return _WORDS[tongue(language)]
