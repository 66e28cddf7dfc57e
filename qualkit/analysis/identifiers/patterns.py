"""From a pattern to marks: what every family of rules does with its patterns."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from qualkit.domain.identifiers import Ground, Mark
from qualkit.domain.replacements import IdentifierKind
from qualkit.domain.spans import Span

Rule = Callable[[str], Iterator[Mark]]
"""Finds marks in a text; offsets are code points, half-open."""


@dataclass(frozen=True, slots=True)
class Written:
    """How some words are written: a pattern, made only when it is first looked for."""

    pattern: str
    any_case: bool

    @property
    def regex(self) -> re.Pattern[str]:
        """The pattern, ready to search with."""
        return _made(self.pattern, self.any_case)


@lru_cache(None)
def _made(pattern: str, any_case: bool) -> re.Pattern[str]:
    return re.compile(pattern, re.VERBOSE | (re.IGNORECASE if any_case else re.NOFLAG))


@dataclass(frozen=True, slots=True)
class Pattern:
    """What one kind of words looks like."""

    kind: IdentifierKind
    written: Written
    """Its group `it`, or all of it where it has none, is what is marked."""
    holds: Callable[[str], bool] = bool
    """Tells whether words that look so are so."""
    ground: Ground = Ground.WRITTEN_SO

    def marks_in(self, text: str) -> Iterator[Mark]:
        """Yield what looks so in a text."""
        regex = self.written.regex
        group = "it" if "it" in regex.groupindex else 0
        for found in regex.finditer(text):
            if found.group(group) and self.holds(found.group(group)):
                yield Mark(self.kind, Span(*found.span(group)), self.ground)


def finding(*patterns: Pattern) -> Rule:
    """Make a rule of some patterns."""

    def find(text: str) -> Iterator[Mark]:
        for pattern in patterns:
            yield from pattern.marks_in(text)

    return find


def written(pattern: str, *, any_case: bool = True) -> Written:
    """Give a pattern whose white space is only there to be read."""
    return Written(pattern, any_case)
