"""What stands in for words that could give somebody away: a layer over the text, not in it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from qualkit.domain.spans import Span


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


class ReplacementLayer:
    """Puts replacements over stretches of text; the longest match comes first."""

    def __init__(self, replacements: Iterable[Replacement]) -> None:
        """Take every decision of a project."""
        self._everywhere: dict[str, str | None] = {}
        self._places: dict[str, list[tuple[Span, str | None]]] = {}
        for item in replacements:
            if item.version_id is None or item.span is None:
                self._everywhere[item.words] = item.printed
            else:
                place = (item.span, item.printed)
                self._places.setdefault(item.version_id, []).append(place)

    def over_words(self, words: str) -> str:
        """Give words with everything in them replaced that is replaced everywhere."""
        return self._cut(words, Span(0, len(words)), ())

    def over_text(self, text: str, version_id: str, span: Span) -> str:
        """Give a stretch of a version's text as it is printed.

        A decision on one place comes before one that holds everywhere. A place that is only partly
        in the stretch is replaced whole.
        """
        return self._cut(text, span, self._places.get(version_id, ()))

    def _cut(self, text: str, span: Span, places: Sequence[tuple[Span, str | None]]) -> str:
        cuts = [(at, printed) for at, printed in places if at.start < span.end > at.start]
        cuts = [(at, printed) for at, printed in cuts if span.start < at.end]
        taken = [at for at, _printed in cuts]
        if pattern := _alternatives(tuple(self._everywhere)):
            # A little beyond the stretch, so that a name at its border is seen whole.
            for match in pattern.finditer(text, max(span.start - 200, 0), span.end + 200):
                found = Span(*match.span())
                inside = found.start < span.end and span.start < found.end
                if inside and not any(
                    found.start < at.end and at.start < found.end for at in taken
                ):
                    cuts.append((found, self._everywhere[match.group()]))
        pieces, cursor = [], span.start
        for at, printed in sorted(cuts, key=lambda cut: cut[0].start):
            pieces.append(text[cursor : max(at.start, cursor)])
            kept = text[max(at.start, cursor) : min(at.end, span.end)]
            pieces.append(kept if printed is None else printed)
            cursor = max(cursor, min(at.end, span.end))
        pieces.append(text[cursor : span.end])
        return "".join(pieces)


@lru_cache(maxsize=8)
def _alternatives(words: tuple[str, ...]) -> re.Pattern[str] | None:
    """Give a pattern for whole words, the longest first; None when there are no words."""
    if not words:
        return None
    longest_first = sorted(words, key=lambda each: (-len(each), each))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
