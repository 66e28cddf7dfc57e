"""How much it says that two texts have something in common: the rarer, the more.

A weight is the logarithm of how many texts one would have to read before another has the same by
chance; so weights add up, and what everybody writes weighs nothing.
"""

from collections.abc import Callable, Mapping
from math import exp, log

from qualkit.analysis.duplicates.texts import SHINGLE
from qualkit.domain.replacements import IdentifierKind

Zipf = Callable[[str], float]
"""Tells how often the language has a word; 0 for one that it does not know."""

COMMON = 4.0
"""Zipf frequency from which a word of the language is not rare, however few have it here."""

FEW = 5
"""Texts that a word or detail may stand in, for it to bring two of them together."""

PRIOR = 200
"""As many texts of the language at large count with those of the study; a small study says little
about what is rare."""

USUAL_WORDS = 150
"""In a text, to tell from how often a word is used in how many texts one would see it."""

LEAST_BEYOND_CHANCE = 10.0
"""What two texts have in common has to be likelier than chance by e to this, over all pairs."""

SHARE_BEFORE_SUPPORT = 0.6
"""Of the least weight, before times and names may add to it."""

FADING = 0.85
"""Words of one subject come together; each further one in common says a little less."""

_DETAIL_TEXTS: Mapping[IdentifierKind, float] = {
    IdentifierKind.AGE: 0.02,
    IdentifierKind.NUMBER: 0.01,
    IdentifierKind.DATE: 0.005,
    IdentifierKind.PLACE: 0.005,
    IdentifierKind.ORGANISATION: 0.005,
    IdentifierKind.NAME: 0.002,
}
"""The share of texts in which one expects the same detail, before one has read any."""

_POINTS_AT_ONE: Mapping[IdentifierKind, float] = {
    IdentifierKind.PHONE: 2.5,
    IdentifierKind.EMAIL: 2.5,
    IdentifierKind.WEB: 2.5,
    IdentifierKind.CASE_NUMBER: 2.5,
    IdentifierKind.POSTCODE: 1.5,
}
"""How much more these say than a word that is as rare."""

_NAME = 2.5
"""What somebody calls herself says so much more than a word that is as rare."""


class Weights:
    """Weighs what is in common, in a study of so many texts."""

    def __init__(self, texts: int) -> None:
        """Weigh in a study of some `texts`."""
        self._texts = texts
        self.least = log(max(texts, 1)) + LEAST_BEYOND_CHANCE
        """Below it a pair is not shown."""

    def word(self, holders: int, zipf: float) -> float:
        """Weigh a word that stands in some texts; `zipf` is how often the language has it."""
        return self._rarity(holders, min(1.0, USUAL_WORDS * 10 ** (zipf - 9)))

    def row(self, holders: int) -> float:
        """Weigh one row of words in a passage."""
        return self._rarity(holders, 0.0) / SHINGLE

    def detail(self, kind: IdentifierKind, holders: int) -> float:
        """Weigh a detail that stands in some texts."""
        return self._rarity(holders, _DETAIL_TEXTS.get(kind, 0.0)) * _POINTS_AT_ONE.get(kind, 1.0)

    def name(self, holders: int) -> float:
        """Weigh what those who speak call themselves."""
        return self._rarity(holders, 0.0) * _NAME

    def likeness(self, weight: float) -> int:
        """Give 0 to 1000 for a weight."""
        return round(1000 * (1 - exp(-weight / (2 * self.least))))

    def _rarity(self, holders: int, expected: float) -> float:
        # The two themselves do not tell that others have it.
        others = max(holders - 2, 0) + PRIOR * expected
        return log((self._texts + PRIOR) / (others + 1))


def faded(weights: list[float]) -> float:
    """Add up weights of things that come together, the heaviest in full."""
    return sum(weight * FADING**place for place, weight in enumerate(sorted(weights, reverse=True)))
