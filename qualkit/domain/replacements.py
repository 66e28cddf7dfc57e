"""What stands in for words that could give somebody away: a layer over the text, not in it."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from qualkit.domain.spans import Span
from qualkit.domain.text import one_line, printable
from qualkit.errors import InvalidInputError
from qualkit.translation import _

LONGEST_PRINTED = 60
"""Code points between the brackets; the check of quotes takes no longer ones for an edit."""


class IdentifierKind(StrEnum):
    """What sort of words could give somebody away."""

    NAME = "name"
    PLACE = "place"
    ORGANISATION = "organisation"
    DATE = "date"
    AGE = "age"
    PHONE = "phone"
    EMAIL = "email"
    POSTCODE = "postcode"
    WEB = "web"
    """An address on the web, or the name of an account."""
    CASE_NUMBER = "case_number"
    """ECLI, case and report numbers."""
    NUMBER = "number"
    ROLE = "role"
    """A function that only few people have."""
    EVENT = "event"
    """Something rare that happened."""
    PRONOUN = "pronoun"
    """He or she, where the group is small."""
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Replacement:
    """What was decided on some words: printed otherwise, or left as they are."""

    id: str
    kind: IdentifierKind
    words: str
    """As they stand in the text."""
    printed: str | None = None
    """What stands in their place, brackets included: `[plaats]`; None leaves them as they are."""
    version_id: str | None = None
    """Where it holds: one stretch of a version; None for everywhere in the project."""
    start: int | None = None
    """Code points, half-open."""
    end: int | None = None

    @property
    def span(self) -> Span | None:
        """The stretch it is about; None when it holds everywhere."""
        return None if self.start is None or self.end is None else Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class WatchedWord:
    """Words of a project's own list, that the identifier scan always proposes."""

    id: str
    kind: IdentifierKind
    words: str


def bracketed(printed: str) -> str:
    """Give what is printed in the place of words, in square brackets, which it may have already.

    Raises:
        InvalidInputError: there is nothing in them, too much, or other brackets.
    """
    inner = one_line(printable(printed))
    if inner.startswith("[") and inner.endswith("]"):
        inner = inner[1:-1].strip()
    if not inner or len(inner) > LONGEST_PRINTED or set(inner) & set("[]"):
        raise InvalidInputError(
            _("'{printed}' cannot stand in the place of words.").format(printed=printed),
            _("Give a word or two for what it is, such as plaats, or [plaats]."),
        )
    return f"[{inner}]"


def check_replaceable(words: str) -> str:
    """Give words as they are kept, on one line.

    Raises:
        InvalidInputError: there is no letter or digit, or they hold square brackets.
    """
    tidy = one_line(words)
    if not re.search(r"\w", tidy):
        raise InvalidInputError(_("There are no words to decide on."))
    if set(tidy) & set("[]"):
        raise InvalidInputError(
            _("Words in square brackets stand for something else already."),
            _("Decide on the words beside the brackets alone."),
        )
    return tidy


def whole_words(text: str, span: Span) -> Span:
    """Give a stretch of a text, widened where it begins or ends inside a word."""
    start, end = span.start, span.end
    while start and _is_of_word(text[start]) and _is_of_word(text[start - 1]):
        start -= 1
    while end < len(text) and _is_of_word(text[end - 1]) and _is_of_word(text[end]):
        end += 1
    return Span(start, end)


def _is_of_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_" or bool(unicodedata.combining(sign))
