"""Names that tell what passages are about and not yet what they share: topic summaries."""

import re

from qualkit.domain.text import one_line

_NOUNS = (
    # Dutch
    "aanbevelingen", "aandacht", "aanleidingen", "aanleiding", "achtergronden", "achtergrond",
    "aspecten", "attitudes", "barrières", "behoeften", "behoefte", "belang", "beleving",
    "belemmeringen", "betekenis", "beweegredenen", "communicatie", "drempels", "effecten",
    "effect", "ervaringen", "ervaring", "factoren", "gebruik", "gevolgen", "gevolg", "houdingen",
    "houding", "ideeën", "impact", "informatie", "invloeden", "invloed", "kansen", "kenmerken",
    "kennis", "knelpunten", "kwaliteit", "manieren", "meningen", "mogelijkheden", "motieven",
    "motivatie", "nadelen", "obstakels", "omgang", "oordelen", "oorzaken", "oplossingen",
    "opvattingen", "percepties", "perceptie", "problemen", "redenen", "risico's", "rollen", "rol",
    "samenwerking", "soorten", "succesfactoren", "taken", "tevredenheid", "uitdagingen",
    "verantwoordelijkheden", "verschillen", "vertrouwen", "verwachtingen", "visies", "visie",
    "voordelen", "voorkeuren", "voorwaarden", "vormen", "wensen", "zorgen",
    # English
    "advantages", "aspects", "attitudes", "awareness", "barriers", "benefits", "causes",
    "challenges", "characteristics", "communication", "concerns", "consequences", "differences",
    "disadvantages", "drawbacks", "effects", "enablers", "expectations", "experiences",
    "experience", "facilitators", "factors", "features", "impacts", "importance", "influence",
    "influences", "information", "issues", "kinds", "knowledge", "motives", "needs", "obstacles",
    "opinions", "opportunities", "perceptions", "perspectives", "preferences", "problems",
    "reasons", "recommendations", "reflections", "risks", "role", "roles", "satisfaction",
    "solutions", "support", "types", "understanding", "use", "uses", "values", "views", "ways",
)  # fmt: skip
"""What a topic is often called by, in the plural or not, before "van" or "of"."""

_LINKS = (
    "aan", "bij", "door", "in", "met", "naar", "om", "omtrent", "onder", "op", "over", "rond",
    "rondom", "ten aanzien van", "tegenover", "tijdens", "tot", "tussen", "van", "voor",
    "about", "around", "among", "at", "between", "for", "of", "on", "regarding", "to", "toward",
    "towards", "with",
)  # fmt: skip

_TOPIC = re.compile(
    r"(?:(?:de|het|een|the|an?)\s+)?"
    r"(?:[\w-]+\s+(?:en|and|of|or)\s+)?"
    r"(?:[\w-]+\s+)?"
    rf"(?:{'|'.join(map(re.escape, _NOUNS))})\s+(?:{'|'.join(_LINKS)})\s",
    re.IGNORECASE,
)

_VERBS = re.compile(
    r"\b(?:ben|bent|is|zijn|was|waren|word|wordt|worden|werd|blijft|blijven|heeft|hebben|had|"
    r"moet|moeten|kan|kunnen|kun|wil|willen|mag|mogen|zal|zullen|zou|hoeft|gaat|gaan|staat|staan|"
    r"komt|komen|doet|doen|maakt|maken|krijgt|krijgen|ligt|liggen|zit|zitten|vraagt|vragen|wint|"
    r"winnen|verliest|verliezen|telt|tellen|weet|weten|werkt|ziet|zien|lijkt|lijken|"
    r"are|were|be|become|becomes|has|have|must|can|cannot|could|will|would|should|may|might|does|"
    r"do|goes|go|gets|get|makes|make|takes|take|comes|come|stays|stay|wins|loses|depends|means|"
    r"remains|feels|feel)\b",
    re.IGNORECASE,
)


def reads_as_topic(name: str) -> bool:
    """Tell whether a theme's name reads as a topic: one word, or "Voordelen van …".

    A name that goes on after a comma or colon, or that says something with a verb, has an idea.
    """
    words = one_line(name).strip(" .\"'“”‘’")
    if not re.search(r"\s", words):
        return bool(words)
    return (
        bool(_TOPIC.match(words))
        and not re.search(r"[,:;?!]|\s[-–—]\s", words)
        and not (_VERBS.search(words))
    )
