"""Words that are proposed because of this project: on its list, replaced, or a name elsewhere."""

from collections.abc import Iterator, Mapping, Sequence

from qualkit.domain.identifiers import Ground, Mark
from qualkit.domain.replacements import IdentifierKind
from qualkit.domain.word_finder import WordFinder


class OwnWords:
    """Finds words that a researcher watches, or has replaced somewhere, in any case."""

    def __init__(
        self, watched: Mapping[str, IdentifierKind], replaced: Mapping[str, IdentifierKind]
    ) -> None:
        """Take both with their kinds; words that are in both are told to be watched."""
        self._watched = {words.casefold() for words in watched}
        kinds = [*replaced.items(), *watched.items()]
        self._kinds = {words.casefold(): kind for words, kind in kinds}
        self._finder = WordFinder(self._kinds, any_case=True)

    def marks_in(self, text: str) -> Iterator[Mark]:
        """Yield where they stand in a text."""
        for span, words in self._finder.found_in(text):
            is_watched = words in self._watched
            ground = Ground.WATCHED if is_watched else Ground.DECIDED_ELSEWHERE
            yield Mark(self._kinds[words], span, ground)


def mark_seen_names(texts: Sequence[str], marks: Sequence[list[Mark]]) -> None:
    """Add marks to those of each text wherever what is tagged as a name in one of them stands."""
    kinds: dict[str, IdentifierKind] = {}
    for text, some in zip(texts, marks, strict=True):
        for mark in some:
            if mark.ground is Ground.TAGGED:
                kinds.setdefault(mark.span.of(text), mark.kind)
    finder = WordFinder(kinds)
    for text, some in zip(texts, marks, strict=True):
        for span, name in finder.found_in(text):
            some.append(Mark(kinds[name], span, Ground.SEEN_AS_NAME))
