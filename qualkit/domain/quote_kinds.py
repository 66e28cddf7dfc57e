"""The kinds that are put in place of words in a quote, in the language of the study."""

from qualkit.domain.wording import tongue

_KINDS = {
    "nl": (
        "aantal naam plaats organisatie datum leeftijd functie gebeurtenis telefoonnummer "
        "adres bedrag nummer periode"
    ),
    "en": (
        "number name place organisation date age role event phone_number address amount "
        "reference period"
    ),
}


def kinds_of(language: str) -> tuple[str, ...]:
    """Give the usual kinds, without brackets, the most usual first."""
    return tuple(kind.replace("_", " ") for kind in _KINDS[tongue(language)].split())
