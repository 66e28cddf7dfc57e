"""Dutch words that look-up takes for something else, and the endings kinds are guessed by.

The lists were made by comparing simplemma's answers with the tags in the Dutch Universal
Dependencies treebanks and keeping what matters in interviews.
"""


def word_set(listed: str) -> frozenset[str]:
    """Give the words of a list."""
    return frozenset(listed.split())


INFINITIVES = ("en", "gaan", "staan", "slaan", "zien", "doen")
NOT_INFINITIVES = word_set(
    "been christen deken eten examen gegeven geheugen genoegen haven"
    " inkomen jongen keuken kussen laken leven molen optreden reden regen teken toren"
    " varken verlangen verleden vermogen vertrouwen voornemen wapen wezen zegen miljoen"
)
DETERMINERS = word_set("de een 'n geen mijn onze jouw hun uw elke iedere alle")
"""Words after which a verb form is a noun or an adjective ("de start", "de gesloten deuren"). Not
"het", "die" and "deze", which are as often a subject ("het start")."""
ALWAYS_NOUNS = word_set(
    """
    kritiek personeel politiek publiek recht stuk week onderzoek werk website software straf
    geheim licht huwelijk offensief beurs mannen weken plaatsen landen leden handen seizoen
    stap boeken stemmen start kaart kosten plannen rij prijzen groepen huizen slaap fiets
    eisen tuin pak spijt kaarten twijfel test boot bomen stukken grenzen stroom vertrek
    talen verzet stenen buren pensioen boeren bijdragen banden treinen huur banken boer
    stress straten kenmerken doelen stoffen brieven taken streek misbruik wetten bussen
    boete vermoeden proef koppel hekel toets posten leraren gevaren koppen blokken wagens
    welvaart huishouden bedrijfsleven fabrieken emmer claim wanhoop wantrouwen waarborgen
    omwonenden e-mail mail app chat rollen fouten lasten klassen scholen rechten schermen
    punten kampioen luchtvaart buis kruis
    """
)
"""Words whose look-up says verb or adjective, and that are nouns nearly always in the treebanks."""
ADJECTIVES_IN_EN = word_set("bescheiden gouden houten open tevreden volwassen")
ADJECTIVE_ENDINGS = ("ig", "isch", "lijk", "lijks", "baar", "loos", "zaam")
SHORTEST_PART = 3
SHORTEST_HEAD = 4
"""Letters in the first part and the head of a compound."""
VERBS_LOOKED_UP_AS_NOUNS = word_set(
    "blazen gelden hangen liggen lijken roepen spelen staat steken trekken treden verschillen vroeg"
    " wijst wijzen zit zitten"
)
PERSONS = ("ente", "ënte", "ante", "iste")
SHORTEST_PERSON = 5
SEPARABLE = (
    "aan",
    "af",
    "bij",
    "door",
    "in",
    "mee",
    "na",
    "om",
    "op",
    "over",
    "terug",
    "toe",
    "uit",
    "voor",
)
"""Prefixes that "ge" comes after in a participle: "aangevraagd"."""
NUMBER_ENDINGS = (
    "honderd",
    "duizend",
    "twintig",
    "dertig",
    "veertig",
    "vijftig",
    "zestig",
    "zeventig",
    "tachtig",
    "negentig",
    "miljoen",
    "miljard",
)
ACUTE = "\N{COMBINING ACUTE ACCENT}"
PAIR_OF_VOWELS = ("aa", "ee", "oo", "uu")
