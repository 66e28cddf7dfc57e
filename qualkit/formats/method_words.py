"""Fixed words of the method paragraph, in the language of the study."""

from collections.abc import Mapping
from dataclasses import dataclass

from qualkit.domain.source_making import MemberCheck
from qualkit.domain.sources import SourceKind, TextKind
from qualkit.domain.wording import tongue

Pair = tuple[str, str]
"""What is said of one, and of more."""


@dataclass(frozen=True, slots=True)
class MethodWords:
    """Parts of sentences; what stands in braces is filled in, what stands in brackets is a gap."""

    kinds: Mapping[SourceKind, Pair]
    """Names of one source of a kind and of more."""
    the_kinds: Mapping[SourceKind, Pair]
    """The same as the subject of a sentence."""
    material: str
    no_material: str
    took_part: str
    """With {count} and {roles}."""
    no_roles: str
    held: Pair
    typed: Pair
    """Of chats."""
    dated: Pair
    no_days: str
    lasted: Pair
    """Of one length; with {minutes}."""
    lasted_range: Pair
    one_length: str
    lengths: str
    no_minutes: str
    some_minutes: str
    modes: Pair
    no_modes: str
    some_modes: str
    texts: Mapping[TextKind, str]
    written: Pair
    """With {texts} and {recorders}."""
    no_recorders: str
    some_recorders: str
    as_they_are: Mapping[TextKind, str]
    offered: Pair
    """With {count} and {results}."""
    results: Mapping[MemberCheck, Pair]
    not_offered: Pair
    no_checks: str
    some_checks: str
    selection: str
    no_approach: str
    no_coders: str
    hands: Pair
    coded: str
    nothing_coded: str
    rounds: Pair
    unread: str
    codes: Pair
    no_codes: str
    code_changes: Mapping[str, Pair]
    changed: str
    """With {changes}."""
    themes: Pair
    subthemes: Pair
    no_themes: str
    theme_changes: Mapping[str, Pair]
    snapshots: Pair
    themes_read: str
    no_readings: str
    no_suggestions: str
    software: str


_DUTCH = MethodWords(
    kinds={
        SourceKind.INTERVIEW: ("interview", "interviews"),
        SourceKind.TRANSCRIPT: ("uitgeschreven gesprek", "uitgeschreven gesprekken"),
        SourceKind.CHAT: ("chatgesprek", "chatgesprekken"),
        SourceKind.RULING: ("rechterlijke uitspraak", "rechterlijke uitspraken"),
        SourceKind.WEB: ("webpagina", "webpagina’s"),
        SourceKind.NEWS: ("nieuwsbericht", "nieuwsberichten"),
    },
    the_kinds={
        SourceKind.INTERVIEW: ("Het interview", "De interviews"),
        SourceKind.TRANSCRIPT: ("Het uitgeschreven gesprek", "De uitgeschreven gesprekken"),
        SourceKind.CHAT: ("Het chatgesprek", "De chatgesprekken"),
        SourceKind.RULING: ("De uitspraak", "De uitspraken"),
        SourceKind.WEB: ("De webpagina", "De webpagina’s"),
        SourceKind.NEWS: ("Het nieuwsbericht", "De nieuwsberichten"),
    },
    material="Het materiaal bestaat uit {kinds}.",
    no_material="[materiaal: nog niet ingevoerd]",
    took_part="Deelnemers waren {roles}.",
    no_roles="[deelnemers: rol nog niet beschreven]",
    held=("{kinds} is gehouden {period}", "{kinds} zijn gehouden {period}"),
    typed=("{kinds} is gevoerd {period}.", "{kinds} zijn gevoerd {period}."),
    dated=("{kinds} is gedateerd {period}.", "{kinds} zijn gedateerd {period}."),
    no_days="[datum van {kinds}: nog niet vastgelegd]",
    lasted=("Het gesprek duurde {minutes}.", "De gesprekken duurden {minutes}."),
    lasted_range=(
        "Het gesprek duurde {first} tot {last} minuten.",
        "De gesprekken duurden {first} tot {last} minuten.",
    ),
    one_length="één minuut",
    lengths="{count} minuten",
    no_minutes="[duur van {kinds}: nog niet vastgelegd]",
    some_minutes="[duur: van {missing} van de {all} nog niet vastgelegd]",
    modes=(", {modes}", ", {modes}"),
    no_modes="[vorm van {kinds}, zoals telefonisch of op locatie: nog niet vastgelegd]",
    some_modes="[vorm: van {missing} van de {all} nog niet vastgelegd]",
    texts={
        TextKind.NOTES: "uitgewerkte aantekeningen, geen letterlijke weergave",
        TextKind.TRANSCRIPT: "een letterlijke weergave",
        TextKind.CHAT: "de tekst zoals die getypt is",
        TextKind.OFFICIAL: "een officieel document",
    },
    written=(
        "Het verslag daarvan is {texts}, gemaakt door {recorders}.",
        "De verslagen daarvan zijn {texts}, gemaakt door {recorders}.",
    ),
    no_recorders="[wie de verslagen maakte: nog niet vastgelegd]",
    some_recorders="[wie het verslag maakte: van {missing} van de {all} nog niet vastgelegd]",
    as_they_are={
        TextKind.NOTES: "De verslagen daarvan zijn uitgewerkte aantekeningen.",
        TextKind.TRANSCRIPT: "Ze zijn letterlijk uitgeschreven.",
        TextKind.CHAT: "Ze zijn gelezen zoals ze getypt zijn.",
        TextKind.OFFICIAL: "Ze zijn gelezen zoals ze gepubliceerd zijn.",
    },
    offered=(
        "{Count} verslag is ter controle voorgelegd aan wie er sprak{results}.",
        "{Count} verslagen zijn ter controle voorgelegd aan wie er sprak{results}.",
    ),
    results={
        MemberCheck.CHANGED: (
            "{count} is met aanpassingen teruggekomen",
            "{count} zijn met aanpassingen teruggekomen",
        ),
        MemberCheck.UNCHANGED: (
            "{count} is zonder aanpassingen teruggekomen",
            "{count} zijn zonder aanpassingen teruggekomen",
        ),
        MemberCheck.NO_RESPONSE: ("op {count} kwam geen antwoord", "op {count} kwam geen antwoord"),
        MemberCheck.SENT: ("{count} is nog niet terug", "{count} zijn nog niet terug"),
    },
    not_offered=(
        "{Count} verslag is niet ter controle voorgelegd.",
        "{Count} verslagen zijn niet ter controle voorgelegd.",
    ),
    no_checks="[controle van de verslagen door wie er sprak: nog niet vastgelegd]",
    some_checks="[controle door wie er sprak: van {missing} van de {all} nog niet vastgelegd]",
    selection="[selectie: nog niet beschreven]",
    no_approach="[waarom deze vorm van analyse: nog niet beschreven]",
    no_coders="[wie er codeerde, en in welke rol: nog niet beschreven]",
    hands=("Er is gecodeerd door één persoon.", "Er is gecodeerd door {count} personen."),
    coded="Het coderen liep {period}.",
    nothing_coded="[coderen: nog niet begonnen]",
    rounds=(
        "Het materiaal is in één ronde doorgenomen, {period}.",
        "Het materiaal is in {count} ronden doorgenomen, {period}.",
    ),
    unread="In de laatste ronde zijn {read} van de {all} bronnen gelezen.",
    codes=("Het codeboek telt één code", "Het codeboek telt {count} codes"),
    no_codes="[codeboek: nog leeg]",
    code_changes={
        "rename": ("één code kreeg een andere naam", "{count} keer kreeg een code een andere naam"),
        "merge": ("één keer zijn codes samengevoegd", "{count} keer zijn codes samengevoegd"),
        "split": ("één code is gesplitst", "{count} codes zijn gesplitst"),
        "retire": ("één code is niet meer in gebruik", "{count} codes zijn niet meer in gebruik"),
        "remove": ("één code is verwijderd", "{count} codes zijn verwijderd"),
    },
    changed="; onderweg: {changes}",
    themes=("De analyse kwam uit op één thema", "De analyse kwam uit op {count} thema’s"),
    subthemes=(", waarvan één deelthema", ", waarvan {count} deelthema’s"),
    no_themes="[thema’s: nog geen]",
    theme_changes={
        "merge": ("één keer gingen thema’s samen", "{count} keer gingen thema’s samen"),
        "split": ("één thema is gesplitst", "{count} keer is een thema gesplitst"),
        "drop": ("één thema verviel", "{count} thema’s vervielen"),
        "remove": ("één thema is verwijderd", "{count} thema’s zijn verwijderd"),
    },
    snapshots=(
        "De indeling op het werkbord is één keer bewaard, {period}.",
        "De indeling op het werkbord is {count} keer bewaard, {period}.",
    ),
    themes_read="Van {read} van de {all} thema’s zijn alle passages achter elkaar nagelezen.",
    no_readings="[nalezen van de thema’s tegen hun passages: nog niet vastgelegd]",
    no_suggestions="Geen gecodeerde passage begon bij een voorstel van het programma.",
    software="Er is gewerkt met qualkit {version}.",
)

_ENGLISH = MethodWords(
    kinds={
        SourceKind.INTERVIEW: ("interview", "interviews"),
        SourceKind.TRANSCRIPT: ("transcribed conversation", "transcribed conversations"),
        SourceKind.CHAT: ("chat conversation", "chat conversations"),
        SourceKind.RULING: ("court ruling", "court rulings"),
        SourceKind.WEB: ("web page", "web pages"),
        SourceKind.NEWS: ("news item", "news items"),
    },
    the_kinds={
        SourceKind.INTERVIEW: ("The interview", "The interviews"),
        SourceKind.TRANSCRIPT: ("The transcribed conversation", "The transcribed conversations"),
        SourceKind.CHAT: ("The chat conversation", "The chat conversations"),
        SourceKind.RULING: ("The ruling", "The rulings"),
        SourceKind.WEB: ("The web page", "The web pages"),
        SourceKind.NEWS: ("The news item", "The news items"),
    },
    material="The material consists of {kinds}.",
    no_material="[material: not imported yet]",
    took_part="Participants were {roles}.",
    no_roles="[participants: role not described yet]",
    held=("{kinds} was held {period}", "{kinds} were held {period}"),
    typed=("{kinds} was held {period}.", "{kinds} were held {period}."),
    dated=("{kinds} is dated {period}.", "{kinds} are dated {period}."),
    no_days="[date of {kinds}: not recorded yet]",
    lasted=("The conversation took {minutes}.", "The conversations took {minutes}."),
    lasted_range=(
        "The conversation took {first} to {last} minutes.",
        "The conversations took {first} to {last} minutes.",
    ),
    one_length="one minute",
    lengths="{count} minutes",
    no_minutes="[duration of {kinds}: not recorded yet]",
    some_minutes="[duration: of {missing} of the {all} not recorded yet]",
    modes=(", {modes}", ", {modes}"),
    no_modes="[mode of {kinds}, such as by telephone or on site: not recorded yet]",
    some_modes="[mode: of {missing} of the {all} not recorded yet]",
    texts={
        TextKind.NOTES: "worked-out notes, not verbatim",
        TextKind.TRANSCRIPT: "verbatim",
        TextKind.CHAT: "the text as it was typed",
        TextKind.OFFICIAL: "an official document",
    },
    written=(
        "The report of it is {texts}, made by {recorders}.",
        "The reports of them are {texts}, made by {recorders}.",
    ),
    no_recorders="[who made the reports: not recorded yet]",
    some_recorders="[who made the report: of {missing} of the {all} not recorded yet]",
    as_they_are={
        TextKind.NOTES: "The reports of them are worked-out notes.",
        TextKind.TRANSCRIPT: "They were transcribed verbatim.",
        TextKind.CHAT: "They were read as they were typed.",
        TextKind.OFFICIAL: "They were read as they were published.",
    },
    offered=(
        "{Count} report was submitted for a check to who spoke{results}.",
        "{Count} reports were submitted for a check to those who spoke{results}.",
    ),
    results={
        MemberCheck.CHANGED: ("{count} came back with changes", "{count} came back with changes"),
        MemberCheck.UNCHANGED: (
            "{count} came back without changes",
            "{count} came back without changes",
        ),
        MemberCheck.NO_RESPONSE: ("{count} met with no response", "{count} met with no response"),
        MemberCheck.SENT: ("{count} is not back yet", "{count} are not back yet"),
    },
    not_offered=(
        "{Count} report was not submitted for a check.",
        "{Count} reports were not submitted for a check.",
    ),
    no_checks="[check of the reports by those who spoke: not recorded yet]",
    some_checks="[check by those who spoke: of {missing} of the {all} not recorded yet]",
    selection="[selection: not described yet]",
    no_approach="[why this form of analysis: not described yet]",
    no_coders="[who coded, and in which role: not described yet]",
    hands=("Coding was done by one person.", "Coding was done by {count} people."),
    coded="Coding was done {period}.",
    nothing_coded="[coding: not begun yet]",
    rounds=(
        "The material was gone through in one round, {period}.",
        "The material was gone through in {count} rounds, {period}.",
    ),
    unread="In the last round {read} of the {all} sources were read.",
    codes=("The codebook has one code", "The codebook has {count} codes"),
    no_codes="[codebook: empty yet]",
    code_changes={
        "rename": ("one code was renamed", "codes were renamed {count} times"),
        "merge": ("codes were merged once", "codes were merged {count} times"),
        "split": ("one code was split", "{count} codes were split"),
        "retire": ("one code is no longer in use", "{count} codes are no longer in use"),
        "remove": ("one code was removed", "{count} codes were removed"),
    },
    changed="; on the way {changes}",
    themes=("The analysis arrived at one theme", "The analysis arrived at {count} themes"),
    subthemes=(", one of them a subtheme", ", {count} of them subthemes"),
    no_themes="[themes: none yet]",
    theme_changes={
        "merge": ("themes were merged once", "themes were merged {count} times"),
        "split": ("one theme was split", "themes were split {count} times"),
        "drop": ("one theme was dropped", "{count} themes were dropped"),
        "remove": ("one theme was removed", "{count} themes were removed"),
    },
    snapshots=(
        "The arrangement on the working board was kept once, {period}.",
        "The arrangement on the working board was kept {count} times, {period}.",
    ),
    themes_read="Of {read} of the {all} themes all passages were read again in a row.",
    no_readings="[reading the themes against their passages: not recorded yet]",
    no_suggestions="No coded passage began as a suggestion of the program.",
    software="The work was done with qualkit {version}.",
)


def method_words(language: str) -> MethodWords:
    """Give the words for a study: Dutch, and English for every other language."""
    return {"nl": _DUTCH, "en": _ENGLISH}[tongue(language)]
