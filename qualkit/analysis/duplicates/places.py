"""Where in two texts what they have in common stands: from places of words to stretches."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from qualkit.analysis.duplicates.details import Detail, details_in
from qualkit.analysis.duplicates.passages import AlikePassage
from qualkit.analysis.duplicates.texts import SHINGLE, PlacedWord, placed_words
from qualkit.domain.spans import Span
from qualkit.domain.spoken_texts import SpokenText


class PlacedText:
    """A text with the places of its words and details."""

    def __init__(self, text: SpokenText) -> None:
        """Read a text once."""
        self.text = text
        self.words = placed_words(text)
        self._details = list(details_in(text))

    def spans_of_words(self, words: Iterable[str]) -> tuple[Span, ...]:
        """Give where any of some words stand, in order."""
        wanted = frozenset(words)
        return tuple(Span(each.start, each.end) for each in self.words if each.word in wanted)

    def spans_of_details(self, details: Iterable[Detail]) -> tuple[Span, ...]:
        """Give where any of some details stand, in order."""
        wanted = frozenset(details)
        return tuple(span for detail, span in self._details if detail in wanted)

    def as_written(self, detail: Detail) -> str:
        """Give a detail as it is written where it stands first."""
        span = self.spans_of_details([detail])[0]
        return " ".join(span.of(self.text.text).split())


def pieces(
    passage: AlikePassage, first: PlacedText, second: PlacedText
) -> Iterator[tuple[Span, Span]]:
    """Give the stretches of two texts that are alike; none runs on over somebody else's turn."""

    def turns(match: tuple[int, int]) -> tuple[int, int]:
        return first.words[match[0]].turn, second.words[match[1]].turn

    for _turns, group in groupby(passage.matches, turns):
        matches = list(group)
        yield (
            _stretch(first.words, matches[0][0], matches[-1][0]),
            _stretch(second.words, matches[0][1], matches[-1][1]),
        )


def _stretch(words: list[PlacedWord], start: int, last: int) -> Span:
    """Give the stretch from one word to the end of the row at another, within its turn."""
    ends = [each for each in words[last : last + SHINGLE] if each.turn == words[start].turn]
    return Span(words[start].start, ends[-1].end)
