"""Words for how many: what a team means by "vrijwel alle" or "diverse"."""

from collections.abc import Mapping
from dataclasses import dataclass

from qualkit.domain.text import folded, one_line, printable
from qualkit.errors import InvalidInputError
from qualkit.translation import _

LONGEST = 60
"""Code points of a phrase."""


@dataclass(frozen=True, slots=True)
class Quantifier:
    """A word or phrase and the share of people for which the team uses it."""

    id: str
    phrase: str
    """As it is typed: "vrijwel alle"."""
    low: int
    """The smallest share it may stand for, in whole percents, 0 to 100."""
    high: int
    """The largest share, in whole percents, 0 to 100."""

    def holds(self, heard: int, total: int) -> bool:
        """Tell whether it is the team's word for so many of so many.

        A share that is not all or nothing is never rounded to it.
        """
        share = round(100 * heard / total)
        if 0 < heard < total:
            share = max(1, min(share, 99))
        return self.low <= share <= self.high


_SHARES: Mapping[str, Mapping[str, tuple[int, int]]] = {
    "nl": {
        "alle": (100, 100),
        "vrijwel alle": (80, 99),
        "bijna alle": (80, 99),
        "niet alle": (1, 99),
        "de meeste": (51, 99),
        "een meerderheid": (51, 99),
        "ongeveer de helft van": (40, 60),
        "de helft van": (45, 55),
        "diverse": (25, 75),
        "meerdere": (25, 75),
        "verschillende": (25, 75),
        "verscheidene": (25, 75),
        "een aantal": (15, 60),
        "sommige": (10, 50),
        "een minderheid": (1, 49),
        "enkele": (10, 35),
        "een paar": (10, 35),
        "een enkele": (1, 20),
        "geen enkele": (0, 0),
    },
    "en": {
        "all": (100, 100),
        "nearly all": (80, 99),
        "almost all": (80, 99),
        "not all": (1, 99),
        "most": (51, 99),
        "a majority": (51, 99),
        "about half of": (40, 60),
        "half of": (45, 55),
        "several": (25, 75),
        "various": (25, 75),
        "a number of": (15, 60),
        "some": (10, 50),
        "a minority": (1, 49),
        "a few": (10, 35),
        "hardly any": (1, 20),
    },
}


def usual_quantifiers(language: str) -> tuple[Quantifier, ...]:
    """Give the words that a team begins with, in the language of the study."""
    shares = _SHARES.get(language, _SHARES["en"])
    return tuple(Quantifier(phrase, phrase, *share) for phrase, share in shares.items())


def checked(quantifier: Quantifier) -> Quantifier:
    """Give a quantifier, tidied.

    Raises:
        InvalidInputError: it has no phrase or a long one, or its shares are not 0 to 100 in order.
    """
    phrase = one_line(printable(quantifier.phrase))
    if not phrase or len(phrase) > LONGEST:
        raise InvalidInputError(
            _("A word for how many has 1 to {most} signs.").format(most=LONGEST),
            _("For example: vrijwel alle."),
        )
    if not 0 <= quantifier.low <= quantifier.high <= 100:
        raise InvalidInputError(
            _("The shares of '{phrase}' run from {low} to {high}.").format(
                phrase=phrase, low=quantifier.low, high=quantifier.high
            ),
            _("Give two whole percents from 0 to 100, the smallest first."),
        )
    return Quantifier(quantifier.id, phrase, quantifier.low, quantifier.high)


def same_phrase(one: str, other: str) -> bool:
    """Tell whether two phrases are one, capitals and spaces apart."""
    return folded(one) == folded(other)
