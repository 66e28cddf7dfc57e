"""What may be printed as a quote: the source's own words, and edits that declare themselves.

A printed quote may differ from its passage only by `[...]` for what is left out, by a kind in
square brackets for what is replaced (`[aantal]`), and by typography: white space, the shape of
quotation marks and apostrophes, and `...` or `…`. Capitals and full stops are as they were said.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from qualkit.domain.quote_tokens import OMISSION, Token, count_words, tokens_of
from qualkit.domain.sources import Role, SourceText, Utterance
from qualkit.domain.spans import Span


class EditKind(StrEnum):
    """How a stretch of a printed quote differs from its passage."""

    OMISSION = "omission"
    """Left out, with `[...]` in its place."""
    REPLACEMENT = "replacement"
    """Something in square brackets stands in its place."""
    DEVIATION = "deviation"
    """Anything else: the quote is not word for word."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One difference between a passage and the words that are printed of it."""

    kind: EditKind
    printed: str
    """What is printed; empty for a deviation that leaves words out without saying so."""
    words: str
    """What stands in the passage there; empty where nothing does."""
    start: int
    """Where that stands in the words of the passage; code points, half-open."""
    end: int

    @property
    def count(self) -> int:
        """How many words of the passage it is about."""
        return count_words(self.words)

    def __str__(self) -> str:
        """Name the words."""
        return f'"{self.printed or self.words}"'


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


def edits(words: str, printed: str) -> tuple[Edit, ...]:
    """Name every difference between the words of a passage and a printed quote, in order.

    Without a deviation among them the quote can be derived from its passage: what is literal stands
    there in the same order and next to each other, except where brackets declare an edit, and from
    the first word to the last. A replacement stands in place of at least one word or sign. Brackets
    that the passage itself has are taken as its words where that fits.
    """
    if words == printed:
        return ()
    source, target = tokens_of(words), tokens_of(printed)
    path = _path(source, target)
    if path is None:
        return tuple(_unlike(words, source, printed, target))
    return tuple(
        _declared(words, source[start:end], token)
        for token, start, end in path
        if token.is_bracket
        and start < end
        and not (end - start == 1 and token.text == source[start].text)
    )


def deviations(words: str, printed: str) -> tuple[Edit, ...]:
    """Name what of a printed quote is not in its passage, declared edits apart; see `edits`."""
    return tuple(edit for edit in edits(words, printed) if edit.kind is EditKind.DEVIATION)


def _path(source: Sequence[Token], target: Sequence[Token]) -> list[tuple[Token, int, int]] | None:
    """Give what each printed token stands for, from and up to which token; None where none can.

    Every place that can be reached is followed, so that it is found whenever it is there.
    """
    reached = [{0}]
    for token in target:
        reached.append(_after(source, reached[-1], token))
        if not reached[-1]:
            return None
    at = len(source)
    if at not in reached[-1]:
        return None
    path = []
    for token, before in zip(reversed(target), reversed(reached[:-1]), strict=True):
        start = _before(source, before, token, at)
        path.append((token, start, at))
        at = start
    return path[::-1]


def _after(source: Sequence[Token], places: set[int], token: Token) -> set[int]:
    """Give where one can be in the passage after one more printed token."""
    found = {at + 1 for at in places if at < len(source) and source[at].text == token.text}
    if token.is_bracket:
        for place in places if _is_in(token, source) else (min(places),):
            found.update(range(place + token.least, _edge(source, place, token) + 1))
    return found


def _edge(source: Sequence[Token], place: int, token: Token) -> int:
    """Give up to where a bracket may reach: one that the passage has itself hides nothing else."""
    if token.text == OMISSION:
        return len(source)
    same = (at for at in range(place, len(source)) if source[at].text == token.text)
    return next(same, len(source))


def _is_in(token: Token, source: Sequence[Token]) -> bool:
    return any(each.text == token.text for each in source)


def _before(source: Sequence[Token], places: set[int], token: Token, at: int) -> int:
    """Give where a printed token began, of which the end is known: with as few words as can be."""
    if at - 1 in places and source[at - 1].text == token.text:
        return at - 1
    return max((place for place in places if place < at), default=at)


def _declared(words: str, left: Sequence[Token], token: Token) -> Edit:
    kind = EditKind.OMISSION if token.text == OMISSION else EditKind.REPLACEMENT
    start, end = left[0].start, left[-1].end
    return Edit(kind, token.text, words[start:end], start, end)


def _unlike(
    words: str, source: Sequence[Token], printed: str, target: Sequence[Token]
) -> list[Edit]:
    """Name what differs in a quote that is not word for word, edits that are declared too."""
    matcher = SequenceMatcher(
        None, [token.text for token in source], [token.text for token in target], autojunk=False
    )
    found: list[Edit] = []
    for _tag, start, end, first, last in (
        code for code in matcher.get_opcodes() if code[0] != "equal"
    ):
        theirs, ours = source[start:end], target[first:last]
        found.extend(_differences(words, theirs, printed, ours, source[start - 1 : start]))
    return found


def _differences(
    words: str,
    theirs: Sequence[Token],
    printed: str,
    ours: Sequence[Token],
    before: Sequence[Token],
) -> list[Edit]:
    """Name what one unlike stretch consists of."""
    place = theirs[0].start if theirs else before[0].end if before else 0
    end = theirs[-1].end if theirs else place
    brackets = [token for token in ours if token.is_bracket]
    is_enough = len(theirs) >= sum(token.least for token in brackets)
    if brackets and len(brackets) == len(ours) and is_enough:
        return [_declared(words, theirs, brackets[0])] if theirs else []
    runs = _literal_runs(ours) if is_enough else [list(ours)]
    pieces = [printed[run[0].start : run[-1].end] for run in runs]
    return [
        Edit(EditKind.DEVIATION, piece, words[place:end], place, end) for piece in pieces or [""]
    ]


def _literal_runs(tokens: Sequence[Token]) -> list[list[Token]]:
    """Cut tokens at the brackets among them."""
    runs: list[list[Token]] = [[]]
    for token in tokens:
        if token.is_bracket:
            runs.append([])
        else:
            runs[-1].append(token)
    return [run for run in runs if run]
