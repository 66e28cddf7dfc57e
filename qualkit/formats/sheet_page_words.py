"""What the page of quotes says of its own accord, in the language of the study."""

from dataclasses import dataclass

from qualkit.domain.wording import tongue


@dataclass(frozen=True, slots=True)
class PageWords:
    """The words of the page; where one holds {count} or {file}, the script fills that in."""

    kind: str
    """What sort of page it is."""
    skip: str
    about: str
    steps: tuple[str, ...]
    """How to answer, a sentence each."""
    nothing_sent: str
    no_script: str
    name: str
    name_first: str
    find: str
    search: str
    theme: str
    all_themes: str
    label: str
    all_labels: str
    state: str
    all_states: str
    open: str
    answered_state: str
    remarked: str
    changed_state: str
    clear_filter: str
    shown: str
    none_shown: str
    answers: str
    progress: str
    next: str
    none_open: str
    save: str
    load: str
    saved: str
    loaded: str
    wrong_file: str
    other_sheet: str
    not_kept: str
    quote: str
    vignette: str
    chosen_as: str
    around: str
    here: str
    decision: str
    over: str
    """`{item}` is the quote by its number."""
    no_decision: str
    remark: str
    own: str
    own_words: str
    changed: str
    back: str
    sheet: str
    file: str
    """What the name of a file of answers begins with."""


_DUTCH = PageWords(
    kind="Voor medeauteurs",
    skip="Naar de citaten",
    about="Zo werkt het",
    steps=(
        "Vul uw naam in.",
        "Kies bij elk citaat een oordeel. Een opmerking, of andere woorden, mag altijd.",
        "Klik op Antwoorden opslaan en stuur dat bestand terug.",
    ),
    nothing_sent=(
        "Deze pagina verstuurt niets en heeft geen internet nodig. Uw antwoorden staan alleen"
        " in deze browser, tot u ze opslaat."
    ),
    no_script=(
        "In deze browser staan scripts uit, zodat antwoorden hier niet bewaard kunnen worden."
        " U kunt de citaten wel lezen, of de pagina afdrukken en met pen invullen."
    ),
    name="Uw naam",
    name_first="Vul eerst uw naam in, zodat de onderzoeker weet van wie de antwoorden zijn.",
    find="Citaten vinden",
    search="Zoek in citaten en uw opmerkingen",
    theme="Thema",
    all_themes="Alle thema’s",
    label="Wie",
    all_labels="Iedereen",
    state="Antwoord",
    all_states="Alle",
    open="Nog niet beantwoord",
    answered_state="Beantwoord",
    remarked="Met een opmerking",
    changed_state="Met andere woorden",
    clear_filter="Alles tonen",
    shown="{count} van {total} citaten getoond",
    none_shown="Geen citaat past hierbij.",
    answers="Uw antwoorden",
    progress="{count} van {total} beantwoord",
    next="Volgende open citaat",
    none_open="Alle citaten zijn beantwoord.",
    save="Antwoorden opslaan",
    load="Bestand met antwoorden openen",
    saved=(
        "Opgeslagen als {file}, in de map met downloads. Stuur dat bestand terug naar de "
        "onderzoeker."
    ),
    loaded="Antwoorden geladen: {count}.",
    wrong_file="Dit is geen bestand met antwoorden dat op deze pagina is opgeslagen.",
    other_sheet="Die antwoorden horen bij een ander citatenblad en zijn niet geladen.",
    not_kept=(
        "Deze browser bewaart niets voor deze pagina. Sla uw antwoorden op voor u haar sluit."
    ),
    quote="Citaat",
    vignette="Vignet",
    chosen_as="gekozen als",
    around="Wat er omheen is gezegd",
    here="[hier staat het citaat]",
    decision="Oordeel",
    over="Oordeel over {item}",
    no_decision="Oordeel wissen",
    remark="Opmerking",
    own="Anders verwoorden",
    own_words="Zo zou ik het afdrukken",
    changed="Andere woorden dan nu op het blad staan.",
    back="Terug naar de woorden van het blad",
    sheet="Blad",
    file="antwoorden",
)

_ENGLISH = PageWords(
    kind="For co-authors",
    skip="To the quotes",
    about="How it works",
    steps=(
        "Fill in your name.",
        "Choose a decision for each quote. A remark, or other words, are always welcome.",
        "Click Save answers and send that file back.",
    ),
    nothing_sent=(
        "This page sends nothing and needs no internet. Your answers are in this browser "
        "only, until you save them."
    ),
    no_script=(
        "Scripts are off in this browser, so that answers cannot be kept here. You can read "
        "the quotes, or print the page and fill it in by pen."
    ),
    name="Your name",
    name_first="Fill in your name first, so that the researcher knows whose answers they are.",
    find="Find quotes",
    search="Search in quotes and your remarks",
    theme="Theme",
    all_themes="All themes",
    label="Who",
    all_labels="Everybody",
    state="Answer",
    all_states="All",
    open="Not answered yet",
    answered_state="Answered",
    remarked="With a remark",
    changed_state="With other words",
    clear_filter="Show all",
    shown="{count} of {total} quotes shown",
    none_shown="No quote fits this.",
    answers="Your answers",
    progress="{count} of {total} answered",
    next="Next open quote",
    none_open="All quotes are answered.",
    save="Save answers",
    load="Open a file of answers",
    saved=("Saved as {file}, in the folder of downloads. Send that file back to the researcher."),
    loaded="Answers loaded: {count}.",
    wrong_file="This is no file of answers that was saved on this page.",
    other_sheet="Those answers belong to another quote sheet and were not loaded.",
    not_kept="This browser keeps nothing for this page. Save your answers before you close it.",
    quote="Quote",
    vignette="Vignette",
    chosen_as="chosen as",
    around="What was said around it",
    here="[here stands the quote]",
    decision="Decision",
    over="Decision on {item}",
    no_decision="Clear decision",
    remark="Remark",
    own="Word it otherwise",
    own_words="How I would print it",
    changed="Other words than are on the sheet now.",
    back="Back to the words of the sheet",
    sheet="Sheet",
    file="answers",
)


def page_words(language: str) -> PageWords:
    """Give the words for a study: Dutch, and English for every other language."""
    return {"nl": _DUTCH, "en": _ENGLISH}[tongue(language)]
