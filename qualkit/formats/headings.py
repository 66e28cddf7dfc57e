"""Headings and fixed words of exports, in the language of the study."""

from collections.abc import Mapping
from dataclasses import dataclass

from qualkit.domain.codes import CodeLevel
from qualkit.domain.sources import TextKind
from qualkit.domain.themes import QuoteReason, Stance, ThemeStatus
from qualkit.domain.wording import tongue


@dataclass(frozen=True, slots=True)
class Headings:
    """What an export says of its own accord; `no_…` shows where something is still missing."""

    themes: str
    theme: str
    contents: str
    question: str
    no_question: str
    method: str
    central_idea: str
    no_central_idea: str
    status: str
    relation: str
    """How a theme answers the research question."""
    no_relation: str
    part_of: str
    subthemes: str
    belongs: str
    no_belongs: str
    excludes: str
    no_excludes: str
    story: str
    no_story: str
    claims: str
    no_claims: str
    no_quotes: str
    unclaimed: str
    vignettes: str
    contrary: str
    no_contrary: str
    contrary_lead: str
    nuance_lead: str
    absent_lead: str
    searched: str
    """What precedes where something was looked for."""
    relations: str
    """The heading over how a theme stands to others."""
    limitation: str
    no_limitations: str
    spread: str
    passages_come: str
    """What precedes where passages come from; the next two likewise."""
    quotes_come: str
    contrary_comes: str
    no_passages: str
    fragments: str
    more_sources: str
    codes: str
    no_codes: str
    no_description: str
    code_parts: Mapping[str, str]
    """What precedes each part of a structured description, by the field of a code."""
    no_themes: str
    material: str
    no_material: str
    noticed: tuple[str, str]
    """What is said of one passage that began as a suggestion, and of more."""
    noticed_by: str
    about_quotes: str
    back: str
    edits: str
    reference: str
    quotes: str
    no_claim: str
    reason: str
    edited: str
    code: str
    coding: tuple[str, str]
    """One of them, and more."""
    source: tuple[str, str]
    inside: str
    codebook: str
    no_codebook: str
    retired: str
    statuses: Mapping[ThemeStatus, str]
    stances: Mapping[Stance, str]
    reasons: Mapping[QuoteReason, str]
    limitations: str
    levels: Mapping[CodeLevel, str]
    text_kinds: Mapping[TextKind, str]
    """What quotes are fragments of."""


_DUTCH = Headings(
    themes="Thema’s",
    theme="Thema",
    contents="Inhoud",
    question="Onderzoeksvraag",
    no_question="[nog geen onderzoeksvraag]",
    method="Methode",
    central_idea="Centraal idee",
    no_central_idea="[nog geen centraal idee]",
    status="Status",
    relation="Wat het zegt over de vraag",
    no_relation="[nog niet beschreven]",
    part_of="Deel van",
    subthemes="Deelthema’s",
    belongs="Hoort erbij",
    no_belongs="[nog niet beschreven]",
    excludes="Hoort er niet bij",
    no_excludes="[nog niet beschreven]",
    story="Het verhaal",
    no_story="[nog geen verhaal]",
    claims="Bevindingen",
    no_claims="[nog geen bevindingen]",
    no_quotes="[nog geen citaat bij deze bevinding]",
    unclaimed="Citaten die nog bij geen bevinding staan",
    vignettes="Vignetten",
    contrary="Tegenspraak en nuance",
    no_contrary="[nog geen tegenspraak of nuance vastgelegd]",
    contrary_lead="Tegen dit thema in klinkt:",
    nuance_lead="Als nuance bij dit thema:",
    absent_lead="Wat niet ter sprake kwam:",
    searched="Gezocht in:",
    relations="Verhouding tot andere thema’s",
    limitation="Beperking",
    no_limitations="[nog geen beperkingen vastgelegd]",
    spread="Wie er te horen is",
    passages_come="Passages bij dit thema komen",
    quotes_come="De citaten komen",
    contrary_comes="Tegenspraak en nuance komen",
    no_passages="Bij dit thema horen nog geen passages.",
    fragments="Citaten zijn fragmenten uit",
    more_sources="Meer dan één bron:",
    codes="Codes",
    no_codes="[nog geen codes]",
    no_description="[nog geen omschrijving]",
    code_parts={
        "use_when": "Wel gebruiken",
        "not_when": "Niet gebruiken",
        "example": "Voorbeeld",
        "boundary": "Grensgeval",
    },
    no_themes="[nog geen thema’s]",
    material="Materiaal",
    no_material="[nog geen materiaal]",
    noticed=(
        "gecodeerde passage viel het eerst op dankzij een woordgroep die het programma voorstelde",
        "gecodeerde passages vielen het eerst op dankzij woordgroepen die het programma voorstelde",
    ),
    noticed_by="gevonden met",
    about_quotes="Over de citaten",
    back="Alle thema’s",
    edits=(
        "Wat is weggelaten staat er als [...]. Een woord tussen vierkante haken, zoals [aantal], "
        "vervangt wat er stond. Verder staat elk citaat er woord voor woord."
    ),
    reference=(
        "Een verwijzing als P3:27 wijst de plaats aan: regel 27 van het derde ingevoerde document."
    ),
    quotes="Citaten",
    no_claim="Bij geen bevinding",
    reason="gekozen als",
    edited="bewerkt",
    code="code",
    coding=("gecodeerd fragment", "gecodeerde fragmenten"),
    source=("bron", "bronnen"),
    inside="in",
    codebook="Codeboek",
    no_codebook="[nog geen codes]",
    retired="niet meer in gebruik",
    statuses={
        ThemeStatus.CANDIDATE: "kandidaat",
        ThemeStatus.DEVELOPING: "in ontwikkeling",
        ThemeStatus.SETTLED: "vastgesteld",
        ThemeStatus.DROPPED: "vervallen",
    },
    stances={
        Stance.SUPPORTS: "steunt",
        Stance.NUANCE: "nuance",
        Stance.CONTRARY: "tegenspraak",
    },
    reasons={
        QuoteReason.TYPICAL: "typerend",
        QuoteReason.NUANCE: "nuance",
        QuoteReason.CONTRARY: "tegenspraak",
        QuoteReason.VIVID: "beeldend",
    },
    limitations="Beperkingen",
    levels={CodeLevel.SEMANTIC: "semantisch", CodeLevel.LATENT: "latent"},
    text_kinds={
        TextKind.NOTES: "uitgewerkte aantekeningen van gesprekken",
        TextKind.TRANSCRIPT: "letterlijk uitgeschreven gesprekken",
        TextKind.CHAT: "chatgesprekken, zoals ze getypt zijn",
        TextKind.OFFICIAL: "officiële documenten",
    },
)

_ENGLISH = Headings(
    themes="Themes",
    theme="Theme",
    contents="Contents",
    question="Research question",
    no_question="[no research question yet]",
    method="Method",
    central_idea="Central idea",
    no_central_idea="[no central idea yet]",
    status="Status",
    relation="What it says about the question",
    no_relation="[not described yet]",
    part_of="Part of",
    subthemes="Subthemes",
    belongs="Belongs to it",
    no_belongs="[not described yet]",
    excludes="Does not belong to it",
    no_excludes="[not described yet]",
    story="The story",
    no_story="[no story yet]",
    claims="Findings",
    no_claims="[no findings yet]",
    no_quotes="[no quote for this finding yet]",
    unclaimed="Quotes without a finding yet",
    vignettes="Vignettes",
    contrary="Contrary evidence and nuance",
    no_contrary="[no contrary evidence or nuance recorded yet]",
    contrary_lead="Speaking against this theme:",
    nuance_lead="As a nuance to this theme:",
    absent_lead="What did not come up:",
    searched="Looked for in:",
    relations="How it stands to other themes",
    limitation="Limitation",
    no_limitations="[no limitations recorded yet]",
    spread="Who is heard",
    passages_come="Passages of this theme come",
    quotes_come="The quotes come",
    contrary_comes="Contrary evidence and nuance come",
    no_passages="There are no passages for this theme yet.",
    fragments="Quotes are fragments of",
    more_sources="More than one source:",
    codes="Codes",
    no_codes="[no codes yet]",
    no_description="[no description yet]",
    code_parts={
        "use_when": "Use when",
        "not_when": "Do not use when",
        "example": "Example",
        "boundary": "Boundary case",
    },
    no_themes="[no themes yet]",
    material="Material",
    no_material="[no material yet]",
    noticed=(
        "coded passage was first noticed through a phrase that the program suggested",
        "coded passages were first noticed through phrases that the program suggested",
    ),
    noticed_by="found with",
    about_quotes="About the quotes",
    back="All themes",
    edits=(
        "What is left out is shown as [...]. A word in square brackets, such as [number], "
        "replaces what stood there. Apart from that every quote is word for word."
    ),
    reference=(
        "A reference such as P3:27 gives the place: line 27 of the third document imported."
    ),
    quotes="Quotes",
    no_claim="Without a finding",
    reason="chosen as",
    edited="edited",
    code="code",
    coding=("coded segment", "coded segments"),
    source=("source", "sources"),
    inside="in",
    codebook="Codebook",
    no_codebook="[no codes yet]",
    retired="no longer in use",
    statuses={
        ThemeStatus.CANDIDATE: "candidate",
        ThemeStatus.DEVELOPING: "developing",
        ThemeStatus.SETTLED: "settled",
        ThemeStatus.DROPPED: "dropped",
    },
    stances={
        Stance.SUPPORTS: "supports",
        Stance.NUANCE: "nuance",
        Stance.CONTRARY: "contrary",
    },
    reasons={
        QuoteReason.TYPICAL: "typical",
        QuoteReason.NUANCE: "nuance",
        QuoteReason.CONTRARY: "contrary",
        QuoteReason.VIVID: "vivid",
    },
    limitations="Limitations",
    levels={CodeLevel.SEMANTIC: "semantic", CodeLevel.LATENT: "latent"},
    text_kinds={
        TextKind.NOTES: "worked-out notes of conversations",
        TextKind.TRANSCRIPT: "verbatim transcripts",
        TextKind.CHAT: "chat conversations, as they were typed",
        TextKind.OFFICIAL: "official documents",
    },
)


def headings(language: str) -> Headings:
    """Give the words for a study: Dutch, and English for every other language."""
    return {"nl": _DUTCH, "en": _ENGLISH}[tongue(language)]
