"""Searching: what a person may type, and what she gets back."""

import re
from dataclasses import dataclass

from qualkit.domain.lines import format_reference
from qualkit.domain.segments import Segment
from qualkit.domain.sources import Source
from qualkit.domain.spans import Span
from qualkit.domain.text import printable
from qualkit.errors import InvalidInputError

MOST_TERMS = 60
"""Words and phrases in one query; SQLite refuses deep expressions."""

_TERM = re.compile(r'"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+)')


@dataclass(frozen=True, slots=True)
class Hit:
    """A segment in which something was found."""

    source: Source
    label: str
    """The participant's printed label; the source's title where there is none."""
    segment: Segment
    words: str
    """The segment's text."""
    matches: tuple[Span, ...]
    """Where the matches stand in the version, in code points."""
    line: int
    """The line of the first match, from 1."""

    @property
    def reference(self) -> str:
        """`P3:27`."""
        return format_reference(self.source.number, self.line)


def full_text_expression(query: str) -> str:
    """Translate what a person types into an FTS5 expression.

    All words must occur; "words in quotes" must stand next to each other; `OR` between words means
    either; a `*` at the end of a word stands for any ending. Anything else is searched as it is.

    Raises:
        InvalidInputError: there is nothing to search for, or too much at once.
    """
    terms: list[str] = []
    for match in _TERM.finditer(printable(query)):
        word, phrase = match["word"], match["phrase"]
        if word == "OR":
            if terms and terms[-1] != "OR":
                terms.append("OR")
            continue
        wanted = phrase if word is None else word.rstrip("*")
        if not any(sign.isalnum() for sign in wanted):
            continue
        prefix = "*" if word is not None and word.endswith("*") else ""
        terms.append(f'"{wanted.replace(chr(34), " ")}"{prefix}')
    while terms and terms[-1] == "OR":
        terms.pop()
    if len(terms) > MOST_TERMS:
        raise InvalidInputError(
            f"A search takes at most {MOST_TERMS} words.", "Leave some of them out."
        )
    if not terms:
        raise InvalidInputError(
            "There is nothing to search for.",
            'Give one or more words, for example: qualkit search capaciteit "te weinig"',
        )
    return " ".join(terms)
