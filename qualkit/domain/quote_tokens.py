"""The words and signs that a quote is compared by, in one form of typography."""

import re
import unicodedata
from typing import NamedTuple

OMISSION = "[...]"

BRACKETED = r"\[[^\[\]\n]{1,60}\]"
"""A pattern for what declares an edit."""

_WORD = r"(?:\w[\u0300-\u036f]*)+"
_TOKEN = re.compile(rf"{BRACKETED}|\.\.\.|…|{_WORD}|[^\w\s]")
_SHAPES = str.maketrans(dict.fromkeys("“”„«»", '"') | dict.fromkeys("‘’‚", "'") | {"…": "..."})


class Token(NamedTuple):
    """A word, a sign, or something in square brackets."""

    text: str
    """In one form: quotation marks straight, accents in one way."""
    start: int
    """Code points, half-open."""
    end: int

    @property
    def is_bracket(self) -> bool:
        """Tell whether it may declare an edit."""
        return self.text.startswith("[") and len(self.text) > 1

    @property
    def least(self) -> int:
        """How much it must stand in place of: nothing need be left out where `[...]` stands."""
        return int(self.is_bracket and self.text != OMISSION)


def tokens_of(text: str) -> list[Token]:
    """Cut text in words, signs and brackets; white space only parts them."""
    return [Token(_in_one_form(match.group()), *match.span()) for match in _TOKEN.finditer(text)]


def count_words(text: str) -> int:
    """Count the words of a text, signs left aside."""
    return sum(token.text[0].isalnum() for token in tokens_of(text))


def _in_one_form(words: str) -> str:
    if words.isascii():
        return words if words.isalnum() else " ".join(words.split())
    return " ".join(unicodedata.normalize("NFC", words).translate(_SHAPES).split())
