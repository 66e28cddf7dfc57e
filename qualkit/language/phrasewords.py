"""The small words that hold a phrase together, and verbs that hold nothing."""

from qualkit.language.dutchwords import word_set

TERM_PREPOSITIONS = {
    "nl": word_set("aan bij in met naar om op over tegen tot tussen uit van via voor zonder"),
    "en": word_set("about against between for from in of on to with without"),
}
"""Prepositions that may join two nouns to one term: "tekort aan capaciteit"."""

BINDING_PREPOSITIONS = {
    "nl": word_set("aan met naar tegen tot tussen van via voor zonder"),
    "en": word_set("against between for of to with without"),
}
"""Those that make a term of two nouns without an article. The others mostly say where or when."""

BINDING_NOUNS = {
    "nl": {
        "aan": word_set("behoefte gebrek tekort overdracht aanpassing bijdrage deelname"),
        "in": word_set("vertrouwen inzicht interesse verschil rol samenwerking stijging daling"),
        "met": word_set("samenwerking contact overleg ervaring moeite afspraak hulp"),
        "naar": word_set("vraag onderzoek doorverwijzing overstap toegang"),
        "op": word_set("druk zicht recht reactie grip toezicht antwoord kans controle"),
        "over": word_set("klacht afspraak onzekerheid voorlichting uitleg informatie schaamte"),
        "tot": word_set("toegang drempel bereidheid"),
        "tussen": word_set("samenwerking afstemming verschil balans overleg kloof"),
        "van": word_set("rol verdeling gebruik bereik gebrek verdelen delen kennis"),
        "voor": word_set("angst zorg tijd ruimte aandacht begrip verantwoordelijkheid waardering"),
    },
    "en": {
        "of": word_set("lack shortage fear loss use sense risk"),
        "to": word_set("access barrier feedback"),
        "with": word_set("contact trouble experience"),
        "in": word_set("trust confidence interest"),
        "for": word_set("responsibility need support time"),
    },
}
"""Nouns that ask for their preposition, so that an article may follow: "rol van de gemeente"."""

VERB_LINKS = {"nl": frozenset({"te"})}
"""What may stand between an object and its verb: "aangifte te doen"."""

EMPTY_VERBS = word_set(
    "blijven gaan hebben hoeven komen kunnen laten liggen lijken moeten mogen staan willen worden"
    " zijn zitten zullen be have do can could may might must shall should will would"
)
"""Verbs that make no idea of a noun: "tijd hebben", "in de rij staan"."""
