"""From a pattern to marks: what every family of rules does with its patterns."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from qualkit.domain.identifiers import Ground, Mark
from qualkit.domain.replacements import IdentifierKind
from qualkit.domain.spans import Span

Rule = Callable[[str], Iterator[Mark]]
"""Finds marks in a text; offsets are code points, half-open."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """What one kind of words looks like."""

    kind: IdentifierKind
    pattern: re.Pattern[str]
    """Its group `it`, or all of it where it has none, is what is marked."""
    holds: Callable[[str], bool] = bool
    """Tells whether words that look so are so."""
    ground: Ground = Ground.WRITTEN_SO

    def marks_in(self, text: str) -> Iterator[Mark]:
        """Yield what looks so in a text."""
        group = "it" if "it" in self.pattern.groupindex else 0
        for found in self.pattern.finditer(text):
            if found.group(group) and self.holds(found.group(group)):
                yield Mark(self.kind, Span(*found.span(group)), self.ground)


def finding(*patterns: Pattern) -> Rule:
    """Make a rule of some patterns."""

    def find(text: str) -> Iterator[Mark]:
        for pattern in patterns:
            yield from pattern.marks_in(text)

    return find


def compiled(pattern: str, *, any_case: bool = True) -> re.Pattern[str]:
    """Give a pattern whose white space is only there to be read."""
    return re.compile(pattern, re.VERBOSE | (re.IGNORECASE if any_case else re.NOFLAG))
