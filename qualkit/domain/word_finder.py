"""Finding whole words of a list in a text; how they are spaced makes no difference."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from qualkit.domain.spans import Span

MOST_SPACE = 8
"""Code points of white space between two words that still belong together."""

_WORD = re.compile(r"\w+")
_APOSTROPHES = "'‘’"
_ACCENTS = "\u0300-\u036f"
"""Signs that are set on the letter before them."""


class WordFinder:
    """Finds every place of some words, those inside each other too.

    It looks only where the first word of an entry stands, so that hundreds of entries cost little
    more than one.
    """

    def __init__(self, entries: Iterable[str], any_case: bool = False) -> None:
        """Look for some words; an entry without a letter or digit is never found.

        Capitals count, unless any case will do.
        """
        self._any_case = any_case
        self._by_first: dict[str, list[tuple[int, re.Pattern[str], str]]] = {}
        self._reach = 0
        for words in entries:
            first = _WORD.search(words)
            if first is None:
                continue
            entry = (first.start(), _pattern(words, any_case), words)
            self._by_first.setdefault(self._key(first.group()), []).append(entry)
            self._reach = max(self._reach, len(words) + MOST_SPACE * words.count(" "))

    def found_in(self, text: str, span: Span | None = None) -> Iterator[tuple[Span, str]]:
        """Yield where entries stand in a text, or those of which some stands in a stretch.

        With each place comes the entry as it was given.
        """
        if not self._by_first:
            return
        low, high = 0, len(text)
        if span is not None:
            low, high = max(span.start - self._reach, 0), span.end + self._reach
            while low and text[low - 1].isalnum():
                low -= 1
        for word in _WORD.finditer(text, low, high):
            for lead, pattern, words in self._by_first.get(self._key(word.group()), ()):
                at = word.start() - lead
                match = pattern.match(text, at) if at >= 0 else None
                if match is None:
                    continue
                place = Span(*match.span())
                if span is None or place.overlaps(span):
                    yield place, words

    def _key(self, word: str) -> str:
        return word.casefold() if self._any_case else word


@lru_cache(4096)
def _pattern(words: str, any_case: bool) -> re.Pattern[str]:
    """Give a pattern for words that stand on their own, whatever apostrophes they have."""
    written = "".join(
        f"[{_APOSTROPHES}]" if sign in _APOSTROPHES else re.escape(sign) for sign in words
    ).replace(r"\ ", rf"\s{{1,{MOST_SPACE}}}")
    before = r"(?<!\w)" if re.match(r"\w", words[0]) else ""
    after = rf"(?![\w{_ACCENTS}])" if re.match(r"\w", words[-1]) else ""
    return re.compile(f"{before}{written}{after}", re.IGNORECASE if any_case else re.NOFLAG)
