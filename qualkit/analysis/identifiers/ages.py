"""Ages, in figures and in words; how long something lasted is no age."""

from qualkit.analysis.identifiers.patterns import Pattern, finding, written
from qualkit.domain.replacements import IdentifierKind

_UNITS = "een|één|twee|drie|vier|vijf|zes|zeven|acht|negen"
_TENS = "twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig"
_TEENS = "tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien"
_FROM_TEN = rf"(?:1[01]\d|[1-9]\d|(?:(?:{_UNITS})[eë]n)?(?:{_TENS})|{_TEENS})"
_AGE = rf"(?:{_FROM_TEN}|[1-9]|twee|drie|vier|vijf|zes|zeven|acht|negen)"
_PERSONS = (
    "man|vrouw|jongen|meisje|iemand|kind|collega|leerling|moeder|vader|zoon|dochter|student"
    "|studente|cliënt|medewerker|bewoner|bewoonster|jongere|oudere|broer|zus"
    "|woman|boy|girl|somebody|someone|child|colleague|pupil|mother|father|son|daughter"
)
_LASTING = (
    "geleden|ervaring|lang|later|terug|eerder|werk|werkzaam|dienst|in|bij|op|achter|garantie|ago"
    "|experience|long|later|earlier|of"
)
_BEFORE_LASTING = (
    r"(?<!\bal\s)(?<!\bna\s)(?<!\bom\sde\s)(?<!\belke\s)(?<!\bper\s)(?<!\bover\s)(?<!\bsinds\s)"
    r"(?<!\bafgelopen\s)(?<!\blaatste\s)(?<!\bkomende\s)(?<!\bbinnen\s)(?<!\bruim\s)(?<!\bzo'n\s)"
    r"(?<!\bzo’n\s)(?<!\bzeker\s)(?<!\bbijna\s)(?<!\bmaximaal\s)(?<!\bminstens\s)(?<!\bfor\s)"
    r"(?<!\bsome\s)(?<!\bpast\s)(?<!\bnog\s)(?<!\blast\s)"
)

_OLD = written(rf"(?<![\w.,-]) {_AGE} \s? (?:jaar|jr\.?|years?) \s (?:oud|jong|old|young) (?!\w)")
_IN_YEARS = written(
    rf"""(?<![\w.,-]) {_BEFORE_LASTING} {_FROM_TEN} \s? (?:jaar|jr\b|years?)
    (?!\w) (?!\s(?:{_LASTING}|oud|jong|old|young)\b)"""
)
_ADJECTIVE = written(rf"(?<!\w) {_AGE} [- ]? (?:jarigen?|jarig|year-olds?) (?!\w)")
_OF_SOMEBODY = written(
    rf"""\b(?:{_PERSONS})\s(?:van|of|aged)\s (?P<it>{_AGE}(?:\s(?:jaar|years))?) (?![\w%])
    (?!\s(?:uur|euro|maanden|weken|dagen|procent|tot|meter|kilo))"""
)
_AGED = written(rf"\baged\s (?P<it>{_AGE}) (?!\w)")
_BEING = written(
    r"""\b(?:ik\sben|hij\sis|zij\sis|ze\sis|i\sam|he\sis|she\sis)\s(?P<it>[1-9]\d)
    (?=[.,;!?]|$|\sen\b|\sand\b)"""
)

ages = finding(
    Pattern(IdentifierKind.AGE, _OLD),
    Pattern(IdentifierKind.AGE, _IN_YEARS),
    Pattern(IdentifierKind.AGE, _ADJECTIVE),
    Pattern(IdentifierKind.AGE, _OF_SOMEBODY),
    Pattern(IdentifierKind.AGE, _AGED),
    Pattern(IdentifierKind.AGE, _BEING),
)
