"""What may be printed as a quote: the source's own words, and edits that declare themselves.

A printed quote may differ from its passage only by `[...]` for what is left out, by a kind in
square brackets for what is replaced (`[aantal]`), and by white space and the shape of quotation
marks.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from qualkit.domain.sources import Role, SourceText, Utterance
from qualkit.domain.spans import Span

OMISSION = "[...]"
_BRACKETED = re.compile(r"\[[^\[\]\n]{1,60}\]")
_QUOTATION_MARKS = str.maketrans("“”„«»‘’‚", '"""""\'\'\'')


@dataclass(frozen=True, slots=True)
class Deviation:
    """A stretch of a printed quote that is not in its source."""

    printed: str
    """The words that could not be found, in order, in the passage."""

    def __str__(self) -> str:
        """Name the stretch."""
        return f'"{self.printed}"'


def speakers_in(text: SourceText, span: Span) -> tuple[tuple[str, Role], ...]:
    """Give who speaks in a stretch, with their roles, in order and each once."""
    names = dict.fromkeys(
        utterance.speaker
        for utterance in text.version.utterances
        if utterance.start < span.end and span.start < utterance.end
    )
    return tuple((name, text.role_named(name)) for name in names)


def printable_words(
    text: str,
    utterances: tuple[Utterance, ...],
    span: Span,
    words_at: Callable[[Span], str] | None = None,
) -> str:
    """Give the words of a stretch without speaker prefixes, on one line.

    Prefixes are structure, not words: a stretch over two messages of one visitor prints as the two
    messages after each other. `words_at` gives the words of a stretch in place of the text's own.
    """
    read = words_at or (lambda stretch: stretch.of(text))
    pieces, cursor = [], span.start
    for utterance in utterances:
        if utterance.marker_start < span.end and cursor < utterance.start:
            if cursor < utterance.marker_start:
                pieces.append(read(Span(cursor, utterance.marker_start)))
            cursor = max(cursor, utterance.start)
    if cursor < span.end:
        pieces.append(read(Span(cursor, span.end)))
    return " ".join(" ".join(pieces).split())


def deviations(words: str, printed: str) -> tuple[Deviation, ...]:
    """Name every stretch of `printed` that is not in `words`, declared edits apart.

    An empty result means that the quote can be derived from its passage: its literal stretches
    stand there in the same order, next to each other except where a bracket declares a gap, and
    from the first word to the last unless a bracket stands there. Matching each stretch at its
    first possible place decides this exactly, as for shell patterns with `*`.
    """
    source, target = _folded(words), _folded(printed)
    stretches = [stretch.strip() for stretch in _gaps(source, target)]
    if len(stretches) == 1:
        return () if source == target else _unlike(source, stretches[0])
    cursor, found = 0, []
    for index, stretch in enumerate(stretches):
        pattern = _whole_words(stretch)
        if index == 0:
            place = re.match(pattern, source)
        elif index == len(stretches) - 1:
            place = re.compile(pattern + r"\Z").search(source, cursor)
        else:
            place = re.compile(pattern).search(source, cursor)
        if place is None:
            found.append(Deviation(stretch))
        else:
            cursor = place.end()
    return tuple(found)


def _whole_words(stretch: str) -> str:
    """Give a pattern for a stretch that neither begins nor ends inside a word."""
    before = r"(?<!\w)" if stretch[:1].isalnum() else ""
    after = r"(?!\w)" if stretch[-1:].isalnum() else ""
    return before + re.escape(stretch) + after


def _folded(text: str) -> str:
    """Give text with white space and quotation marks in one form."""
    return " ".join(text.translate(_QUOTATION_MARKS).split())


def _gaps(source: str, target: str) -> list[str]:
    """Cut a printed quote at the brackets that are edits: those that the source does not have."""
    stretches, cursor = [], 0
    for bracket in _BRACKETED.finditer(target):
        if bracket.group() not in source:
            stretches.append(target[cursor : bracket.start()])
            cursor = bracket.end()
    return [*stretches, target[cursor:]]


def _unlike(source: str, stretch: str) -> tuple[Deviation, ...]:
    """Name what differs in a quote without declared edits: from the first unlike word on."""
    theirs, ours = source.split(), stretch.split()
    same = 0
    while same < min(len(theirs), len(ours)) and theirs[same] == ours[same]:
        same += 1
    return (Deviation(" ".join(ours[same:]) or stretch),)
