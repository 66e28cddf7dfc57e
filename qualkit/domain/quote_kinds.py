"""The kinds that are put in place of words in a quote, in the language of the study."""

from qualkit.domain.identifiers import Ground, standing_in
from qualkit.domain.replacements import IdentifierKind
from qualkit.domain.wording import tongue

_USUAL = (
    IdentifierKind.NUMBER,
    IdentifierKind.NAME,
    IdentifierKind.PLACE,
    IdentifierKind.ORGANISATION,
    IdentifierKind.DATE,
    IdentifierKind.AGE,
    IdentifierKind.ROLE,
    IdentifierKind.EVENT,
    IdentifierKind.PHONE,
    IdentifierKind.CASE_NUMBER,
)


def kinds_of(language: str) -> tuple[str, ...]:
    """Give the usual kinds, without brackets, the most usual first."""
    spoken = tongue(language)
    kinds = [standing_in(kind, spoken) for kind in _USUAL]
    kinds.append(standing_in(IdentifierKind.NUMBER, spoken, Ground.MONEY))
    return tuple(kind.strip("[]") for kind in kinds)
