"""Functions that few people have, somebody who is the only one, and he or she."""

from qualkit.analysis.identifiers.patterns import Pattern, finding, written
from qualkit.domain.identifiers import Ground
from qualkit.domain.replacements import IdentifierKind

_FUNCTIONS = (
    "wijkagente?|teamchef|teamleider|korpschef|eenheidschef|hoofdofficier|hoofdcommissaris"
    "|burgemeester|wethouder|gemeentesecretaris|directeur|directrice|adjunct-directeur|rector"
    "|conrector|schoolleider|conciërge|zorgcoördinator|leerlingbegeleider|vertrouwenspersoon"
    "|persvoorlichter|woordvoerder|bestuurder|voorzitter|griffier|portefeuillehouder"
    "|mayor|head\\steacher|chief\\sconstable|director"
)
_CAPITAL_RUN = r"[A-ZÀ-Ö]\w{1,40}(?:[ -](?:van|de|der|den|aan|op)|[ -][A-ZÀ-Ö]\w{1,40}){0,4}"
_FUNCTION_OF = written(
    rf"""\b(?i:{_FUNCTIONS})
    (?:\s(?:van|in|bij|of|at)\s(?:(?:de|het|onze|mijn|the|our)\s)?(?:{_CAPITAL_RUN}|\w+))?
    (?!\w)""",
    any_case=False,
)
_PERSON = (
    r"(?:\w{1,40}(?:eur|ist|iste|ent|ent[ei]|ant|ante|aris|loog|loge|agent|agente|tor|trice|ster)"
    r"|\w{1,40}(?:cher|ger|ker|mer|ner|per|ser|ter|ver|wer|zer|der|fer|ler)|collega|man|vrouw"
    r"|specialist|arts|chef|moslim|one)"
)
_NO_PERSON = (
    "keer|manier|kamer|nummer|computer|server|zeker|meer|andere|ander|later|verder|leverancier"
    "|moment|document|argument|instrument|element|wat|winter|zomer|letter|filter|center|matter"
    "|factor|number|way|reason|thing"
)
_THE_ONLY = written(
    rf"""\b(?:de|onze|jullie|hun|the|our|their)\s
    (?P<it>(?:enige|only)\s(?:\w{{1,40}}e\s)?(?!(?:{_NO_PERSON})\b){_PERSON})\b"""
)

roles = finding(
    Pattern(IdentifierKind.ROLE, _FUNCTION_OF, ground=Ground.ONE_OF_FEW),
    Pattern(IdentifierKind.ROLE, _THE_ONLY, ground=Ground.ONE_OF_FEW),
)

pronouns = finding(
    Pattern(
        IdentifierKind.PRONOUN,
        written(r"\b(?:hij|hem|haar|zij|he|she|him|her|his)\b(?!\szijn\b|\shebben\b)"),
        ground=Ground.SMALL_GROUP,
    )
)
"""Only where few take part: there, he or she may be enough to know who it is."""
