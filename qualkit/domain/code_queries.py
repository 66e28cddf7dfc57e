"""What a person may ask of codings: `capaciteit AND "blijft liggen" NOT kennis`.

query = part (AND | OR | NOT | NEAR | NEAR/3) part …      OR binds loosest, the rest from the left
part  = name of a code, "name of a code", or ( query )
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from qualkit.domain.lines import format_reference
from qualkit.domain.sources import Role, Source
from qualkit.domain.spans import Span
from qualkit.domain.text import one_line, printable
from qualkit.errors import InvalidInputError
from qualkit.translation import _

NEAR_BY = 2
"""Segments within which NEAR looks when no number is given: an answer, a question, an answer."""

MOST_NEAR = 1_000
MOST_PARTS = 300
"""Words, signs and operators in one query."""

_PART = re.compile(r'"(?P<quoted>[^"]*)"?|(?P<sign>[()])|(?P<word>[^\s()"]+)')
_OPERATOR = re.compile(r"AND|OR|NOT|NEAR(/\d{1,9})?")
_NEAR = re.compile(r"NEAR(?:/(?P<within>\d{1,9}))?")


class Operator(StrEnum):
    """How two parts of a query are combined."""

    AND = "AND"
    OR = "OR"
    NOT = "NOT"
    NEAR = "NEAR"


@dataclass(frozen=True, slots=True)
class NamedCode:
    """A code, as a person named it."""

    name: str


@dataclass(frozen=True, slots=True)
class Combined:
    """Two parts of a query."""

    operator: Operator
    left: "CodeQuery"
    right: "CodeQuery"
    within: int = 0
    """For NEAR: how many segments apart they may stand; 0 is the same one."""


CodeQuery = NamedCode | Combined


@dataclass(frozen=True, slots=True)
class NearPassage:
    """What a passage stands near to."""

    line: int
    words: str


@dataclass(frozen=True, slots=True)
class CodeMatch:
    """A passage that fits a query over codes."""

    source: Source
    label: str
    """The participant's printed label; the source's title where there is none."""
    version_id: str
    span: Span
    line: int
    """The line its first word stands on, from 1."""
    words: str
    """The passage, word for word, speaker prefixes left out."""
    speakers: tuple[str, ...]
    roles: tuple[Role, ...]
    """The roles of those speakers, in the same order."""
    near: NearPassage | None = None
    """For NEAR: the nearest passage of what it stands near to."""

    @property
    def reference(self) -> str:
        """`P3:27`."""
        return format_reference(self.source.number, self.line)


def as_part(name: str) -> str:
    """Write the name of a code as a query takes it: in quotes where it would be read otherwise."""
    is_plain = not any(part.is_sign for part in _parts(name))
    return name if is_plain else f'"{name}"'


def names_in(query: CodeQuery) -> Iterator[str]:
    """Give the names of the codes in a query, in order."""
    if isinstance(query, NamedCode):
        yield query.name
    else:
        yield from names_in(query.left)
        yield from names_in(query.right)


def counts_segments(query: CodeQuery) -> bool:
    """Tell whether a query asks what stands near by."""
    if isinstance(query, NamedCode):
        return False
    return (
        query.operator is Operator.NEAR
        or counts_segments(query.left)
        or counts_segments(query.right)
    )


def parse_code_query(text: str) -> CodeQuery:
    """Read a query over codes.

    Raises:
        InvalidInputError: it is not written as one.
    """
    parts = [*_parts(printable(text))]
    if len(parts) > MOST_PARTS:
        raise InvalidInputError(
            _("A search over codes takes at most {count} words.").format(count=MOST_PARTS)
        )
    return _Parser(parts).whole()


@dataclass(frozen=True, slots=True)
class _Part:
    text: str
    is_sign: bool = False
    """Whether it is an operator or a bracket, not part of a name."""


def _parts(text: str) -> Iterator[_Part]:
    for found in _PART.finditer(text):
        word = found["word"]
        if found["sign"]:
            yield _Part(found["sign"], True)
        elif word is not None:
            yield _Part(word, bool(_OPERATOR.fullmatch(word)))
        elif one_line(found["quoted"]):
            yield _Part(found["quoted"])


class _Parser:
    """Reads the parts from left to right."""

    def __init__(self, parts: list[_Part]) -> None:
        self._parts = parts
        self._at = 0

    def whole(self) -> CodeQuery:
        query = self._either()
        if self._at < len(self._parts):
            raise _unreadable(_("A bracket is closed that was not opened."))
        return query

    def _either(self) -> CodeQuery:
        query = self._chain()
        while self._take("OR"):
            query = Combined(Operator.OR, query, self._chain())
        return query

    def _chain(self) -> CodeQuery:
        query = self._one()
        while True:
            if self._take("AND"):
                # "a AND NOT b" is how many write "a NOT b".
                operator = Operator.NOT if self._take("NOT") else Operator.AND
                query = Combined(operator, query, self._one())
            elif self._take("NOT"):
                query = Combined(Operator.NOT, query, self._one())
            elif near := self._near():
                query = Combined(Operator.NEAR, query, self._one(), _within(near))
            else:
                return query

    def _one(self) -> CodeQuery:
        if self._take("("):
            query = self._either()
            if not self._take(")"):
                raise _unreadable(_("A bracket is opened that is not closed."))
            return query
        words = []
        while self._at < len(self._parts) and not self._parts[self._at].is_sign:
            words.append(self._parts[self._at].text)
            self._at += 1
        if not words:
            raise _unreadable(_("The name of a code is missing."))
        return NamedCode(one_line(" ".join(words)))

    def _take(self, sign: str) -> bool:
        """Step over a sign, if it stands here."""
        here = self._at < len(self._parts) and self._parts[self._at] == _Part(sign, True)
        self._at += here
        return here

    def _near(self) -> re.Match[str] | None:
        if self._at >= len(self._parts) or not self._parts[self._at].is_sign:
            return None
        found = _NEAR.fullmatch(self._parts[self._at].text)
        self._at += found is not None
        return found


def _within(near: re.Match[str]) -> int:
    within = NEAR_BY if near["within"] is None else int(near["within"])
    if within > MOST_NEAR:
        raise _unreadable(_("NEAR takes at most {count} segments.").format(count=MOST_NEAR))
    return within


def _unreadable(what: str) -> InvalidInputError:
    return InvalidInputError(
        what, _('Write for example: capaciteit AND "blijft liggen", or: capaciteit NEAR/2 kennis')
    )
