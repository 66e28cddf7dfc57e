"""Two themes beside each other."""

from dataclasses import dataclass

from qualkit.domain.codes import Code
from qualkit.domain.codings import CodedSegment
from qualkit.domain.themes import RelatedTheme, Theme


@dataclass(frozen=True, slots=True)
class ThemeComparison:
    """Two themes beside each other, with their subthemes; a description, no verdict."""

    one: Theme
    other: Theme
    codes: tuple[Code, ...]
    """Codes in both; one that is there because of a code above it is left out."""
    passages: tuple[CodedSegment, ...]
    """The passages of the first that overlap one of the other, by source and place."""
    in_one: int
    """How many different passages the first has."""
    in_other: int
    relations: tuple[RelatedTheme, ...]
    """As the first theme has them."""
