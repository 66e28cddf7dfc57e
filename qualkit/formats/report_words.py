"""Fixed words of the theme report, in the language of the study."""

from dataclasses import dataclass

from qualkit.domain.wording import tongue


@dataclass(frozen=True, slots=True)
class ReportWords:
    """What a report says of its own accord; `no_…` shows where something is still missing."""

    report: str
    stamp: str
    """With {day} and {version}."""
    contents: str
    question: str
    no_question: str
    summary: str
    no_themes: str
    theme: str
    part_of: str
    no_idea: str
    no_story: str
    no_claims: str
    no_quotes: str
    unclaimed: str
    contrary_lead: str
    nuance_lead: str
    no_contrary: str
    absent: str
    searched: str
    relation: str
    no_relation: str
    relations: str
    heard: str
    limitations: str
    no_limitations: str
    material: str
    no_material: str
    who_is_heard: str
    method: str
    about_quotes: str
    edits: str
    reference: str
    appendix: str
    codebook: str
    no_codes: str
    no_description: str
    belongs: str
    excludes: str
    codes: str
    scope: str
    overview: str
    phrases: str
    development: str
    development_lead: str
    no_development: str
    decisions: str
    decisions_lead: str
    no_decisions: str
    figure: str
    table: str
    source: str
    """With {material}."""
    see_map: str
    """With {figure}; the next two likewise."""
    see_spread: str
    see_overview: str
    """With {table} and {appendix}."""
    map_caption: str
    """With {themes}."""
    themes: tuple[str, str]
    subthemes: tuple[str, str]
    """Behind how many themes there are; with {count}."""
    lines: tuple[str, str]
    """Lines between them."""
    and_lines: str
    """With {lines}."""
    spread_caption: str
    """With {n} and {who}."""
    overview_caption: str
    """With {n} and {sources}."""
    sources: tuple[str, str]
    columns: tuple[str, ...]
    """Of the overview of the material."""
    unknown: str
    minutes: str
    """With {minutes}."""
    minutes_known: str
    """With {some} and {all}."""
    checked: str
    """With {some} and {all}."""
    on_board: str
    """With {themes}."""


_DUTCH = ReportWords(
    report="Thematische analyse",
    stamp="Stand van {day} · qualkit {version}",
    contents="Inhoud",
    question="Onderzoeksvraag",
    no_question="[nog geen onderzoeksvraag]",
    summary="De thema’s in het kort",
    no_themes="[nog geen thema’s]",
    theme="Thema",
    part_of="Deel van",
    no_idea="[nog geen centraal idee]",
    no_story="[nog geen verhaal]",
    no_claims="[nog geen bevindingen]",
    no_quotes="[nog geen citaat bij deze bevinding]",
    unclaimed="Citaten die nog bij geen bevinding staan:",
    contrary_lead="Tegen dit thema in klinkt:",
    nuance_lead="Als nuance bij dit thema:",
    no_contrary="[nog geen tegenspraak of nuance vastgelegd]",
    absent="Wat niet ter sprake kwam",
    searched="Gezocht in:",
    relation="Wat het zegt over de vraag",
    no_relation="[nog niet beschreven]",
    relations="Verhouding tot andere thema’s",
    heard="Wie er te horen is",
    limitations="Beperkingen",
    no_limitations="[nog geen beperkingen vastgelegd]",
    material="Materiaal en deelnemers",
    no_material="[nog geen materiaal]",
    who_is_heard="Wie bij welk thema te horen is",
    method="Werkwijze",
    about_quotes="Over de citaten",
    edits=(
        "Wat is weggelaten staat er als [...]. Een woord tussen vierkante haken, zoals [aantal], "
        "vervangt wat er stond. Verder staat elk citaat er woord voor woord."
    ),
    reference=(
        "Een verwijzing als P3:27 wijst de plaats aan: regel 27 van het derde ingevoerde document."
    ),
    appendix="Bijlage",
    codebook="Thema’s en codes",
    no_codes="[nog geen codes]",
    no_description="[nog geen omschrijving]",
    belongs="Hoort erbij",
    excludes="Hoort er niet bij",
    codes="Codes",
    scope="Grenzen van de thema’s",
    overview="Overzicht van het materiaal",
    phrases="Eerste blik op het materiaal",
    development="Hoe de thema’s tot stand kwamen",
    development_lead="Zo lag het werkbord op de momenten waarop het is bewaard.",
    no_development="[van het werkbord is nog geen stand bewaard]",
    decisions="Besluiten",
    decisions_lead=(
        "Wat er besloten is over thema’s, codes en werkwijze, met de redenen die erbij zijn "
        "gezet. Wat later is teruggenomen, staat er niet in."
    ),
    no_decisions="[nog geen besluiten]",
    figure="Figuur",
    table="Tabel",
    source="Bron: analyse van {material}.",
    see_map="{figure} laat zien hoe de thema’s zich tot elkaar verhouden.",
    see_spread="{figure} laat zien wie bij welk thema te horen is.",
    see_overview="Een overzicht staat in {table} ({appendix}).",
    map_caption="Kaart van de thema’s: {themes}.",
    themes=("thema", "thema’s"),
    subthemes=(" (waarvan één deelthema)", " (waarvan {count} deelthema’s)"),
    lines=("lijn", "lijnen"),
    and_lines=" en {lines} daartussen",
    spread_caption="Wie bij welk thema te horen is, per deelnemer (n = {n}: {who}).",
    overview_caption="Het materiaal naar soort (n = {n} {sources}).",
    sources=("bron", "bronnen"),
    columns=("Materiaal", "Wie", "Aantal", "Periode", "Duur", "Controle"),
    unknown="onbekend",
    minutes="{minutes} minuten",
    minutes_known=" (bekend van {some} van {all})",
    checked="{some} van {all}",
    on_board="Op het bord lagen: {themes}.",
)

_ENGLISH = ReportWords(
    report="Thematic analysis",
    stamp="As of {day} · qualkit {version}",
    contents="Contents",
    question="Research question",
    no_question="[no research question yet]",
    summary="The themes in short",
    no_themes="[no themes yet]",
    theme="Theme",
    part_of="Part of",
    no_idea="[no central idea yet]",
    no_story="[no story yet]",
    no_claims="[no findings yet]",
    no_quotes="[no quote for this finding yet]",
    unclaimed="Quotes without a finding yet:",
    contrary_lead="Speaking against this theme:",
    nuance_lead="As a nuance to this theme:",
    no_contrary="[no contrary evidence or nuance recorded yet]",
    absent="What did not come up",
    searched="Looked for in:",
    relation="What it says about the question",
    no_relation="[not described yet]",
    relations="How it stands to other themes",
    heard="Who is heard",
    limitations="Limitations",
    no_limitations="[no limitations recorded yet]",
    material="Material and participants",
    no_material="[no material yet]",
    who_is_heard="Who is heard under which theme",
    method="Method",
    about_quotes="About the quotes",
    edits=(
        "What is left out is shown as [...]. A word in square brackets, such as [number], "
        "replaces what stood there. Apart from that every quote is word for word."
    ),
    reference=(
        "A reference such as P3:27 gives the place: line 27 of the third document imported."
    ),
    appendix="Appendix",
    codebook="Themes and codes",
    no_codes="[no codes yet]",
    no_description="[no description yet]",
    belongs="Belongs to it",
    excludes="Does not belong to it",
    codes="Codes",
    scope="Boundaries of the themes",
    overview="Overview of the material",
    phrases="First look at the material",
    development="How the themes came about",
    development_lead="This is how the working board lay at the moments when it was kept.",
    no_development="[the working board was not kept yet]",
    decisions="Decisions",
    decisions_lead=(
        "What was decided on themes, codes and method, with the reasons that were given. What was "
        "taken back later is not in it."
    ),
    no_decisions="[no decisions yet]",
    figure="Figure",
    table="Table",
    source="Source: analysis of {material}.",
    see_map="{figure} shows how the themes stand to each other.",
    see_spread="{figure} shows who is heard under which theme.",
    see_overview="An overview is in {table} ({appendix}).",
    map_caption="Map of the themes: {themes}.",
    themes=("theme", "themes"),
    subthemes=(" (one of them a subtheme)", " ({count} of them subthemes)"),
    lines=("line", "lines"),
    and_lines=" and {lines} between them",
    spread_caption="Who is heard under which theme, by participant (n = {n}: {who}).",
    overview_caption="The material by kind (n = {n} {sources}).",
    sources=("source", "sources"),
    columns=("Material", "Who", "Number", "Period", "Duration", "Check"),
    unknown="unknown",
    minutes="{minutes} minutes",
    minutes_known=" (known of {some} of {all})",
    checked="{some} of {all}",
    on_board="On the board were: {themes}.",
)


def report_words(language: str) -> ReportWords:
    """Give the words for a study: Dutch, and English for every other language."""
    return {"nl": _DUTCH, "en": _ENGLISH}[tongue(language)]
