"""Searching: what a person may type, and what she gets back."""

import re
from dataclasses import dataclass

from qualkit.domain.lines import format_reference
from qualkit.domain.segments import Segment
from qualkit.domain.sources import Role, Source
from qualkit.domain.spans import Span
from qualkit.domain.text import printable
from qualkit.errors import InvalidInputError
from qualkit.translation import _

MOST_TERMS = 60
"""Words and phrases in one query; SQLite refuses deep expressions."""

_TERM = re.compile(r'"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+)')


@dataclass(frozen=True, slots=True)
class Scope:
    """In which passages one searches; what is empty leaves nothing out.

    A passage is a segment. It is coded with what touches it.
    """

    roles: tuple[Role, ...] = ()
    """Only what these say."""
    source_ids: tuple[str, ...] = ()
    case_ids: tuple[str, ...] = ()
    """Only in sources of these cases."""
    code_ids: tuple[str, ...] = ()
    """Only passages coded with one of these, or with a code below one."""
    uncoded: bool = False
    """Only passages that are not coded at all."""


EVERYWHERE = Scope()


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
            _("A search takes at most {count} words.").format(count=MOST_TERMS),
            _("Leave some of them out."),
        )
    if not terms:
        raise InvalidInputError(
            _("There is nothing to search for."),
            _('Give one or more words, for example: qualkit search capaciteit "te weinig"'),
        )
    return " ".join(terms)
