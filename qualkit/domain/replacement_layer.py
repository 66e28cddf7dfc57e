"""Replacements laid over stretches of text, so that nothing of what they replace shows through."""

from collections.abc import Iterable
from dataclasses import dataclass

from qualkit.domain.replacements import LONGEST_PRINTED, Replacement
from qualkit.domain.spans import Span
from qualkit.domain.word_finder import WordFinder


@dataclass(frozen=True, slots=True)
class Cut:
    """A stretch with something else in its place when it is printed."""

    span: Span
    printed: str


class ReplacementLayer:
    """Puts replacements over stretches of text.

    A decision on one place comes before one that holds everywhere. Of words inside each other the
    longer count; what is replaced never shows through, not even where two of them overlap: then
    one of both stands for all of it.
    """

    def __init__(self, replacements: Iterable[Replacement]) -> None:
        """Take every decision of a project."""
        self._everywhere: dict[str, str | None] = {}
        self._places: dict[str, list[Replacement]] = {}
        for item in replacements:
            if item.version_id is None or item.span is None:
                self._everywhere[item.words] = item.printed
            else:
                self._places.setdefault(item.version_id, []).append(item)
        self._finder = WordFinder(self._everywhere)

    def over_words(self, words: str) -> str:
        """Give words with everything in them replaced that is replaced everywhere."""
        if not words:
            return ""
        whole = Span(0, len(words))
        return _pasted(words, whole, _cuts(words, self._matches(words, whole), ()))

    def over_text(self, text: str, version_id: str, span: Span) -> str:
        """Give a stretch of a version's text as it is printed.

        What is only partly in the stretch is replaced as a whole.
        """
        return _pasted(text, span, self.cuts(text, version_id, span))

    def over_edited(self, edited: str, words: str, version_id: str, span: Span) -> str:
        """Give the edited words of a passage as they are printed.

        They have no place in the text of their own. Words that are replaced at some place in the
        passage are replaced wherever they stand in them; words that are left at every place where
        they stand in the passage are left.

        Args:
            edited: The words to be printed.
            words: The passage itself.
            version_id: Where it stands.
            span: The same.
        """
        here = [item for item in self._here(version_id, span) if item.words]
        if not here:
            return self.over_words(edited)
        own: dict[str, str | None] = {item.words: item.printed for item in here if item.printed}
        left = [item.words for item in here if item.printed is None]
        for each in set(left) - own.keys():
            standing = sum(1 for _place in WordFinder([each]).found_in(words))
            if left.count(each) >= standing:
                own[each] = None
        whole = Span(0, len(edited))
        matches = [(at, own[found]) for at, found in WordFinder(own).found_in(edited)]
        matches += [
            (at, self._everywhere[found])
            for at, found in self._finder.found_in(edited)
            if found not in own
        ]
        return _pasted(edited, whole, _cuts(edited, matches, ()))

    def cuts(self, text: str, version_id: str, span: Span) -> tuple[Cut, ...]:
        """Give what is replaced in a stretch, in order and apart."""
        first = _with_brackets(text, Span(span.start, span.start + 1))
        last = _with_brackets(text, Span(span.end - 1, span.end))
        wide = Span(first.start, last.end)
        found = _cuts(text, self._matches(text, wide), self._here(version_id, wide))
        return tuple(cut for cut in found if cut.span.overlaps(span))

    def decided(self, text: str, version_id: str, span: Span) -> tuple[Span, ...]:
        """Give every stretch that something was decided on: replaced or left, in any order."""
        places = [item.span for item in self._here(version_id, span) if item.span]
        return (*places, *(at for at, _printed in self._matches(text, span)))

    def _matches(self, text: str, span: Span) -> list[tuple[Span, str | None]]:
        found = self._finder.found_in(text, span)
        return [(at, self._everywhere[words]) for at, words in found]

    def _here(self, version_id: str, span: Span) -> list[Replacement]:
        places = self._places.get(version_id, ())
        return [item for item in places if item.span and item.span.overlaps(span)]


def _cuts(
    text: str, matches: Iterable[tuple[Span, str | None]], places: Iterable[Replacement]
) -> tuple[Cut, ...]:
    """Give what is left of all that may be replaced in a text."""
    matches = list(matches)
    placed = [(item.span, item.printed) for item in places if item.span]
    # What decides on the words inside it: a place, or longer words that are left everywhere.
    deciding = [at for at, _printed in placed]
    deciding += [at for at, printed in matches if printed is None]
    here = [Cut(_with_brackets(text, at), printed) for at, printed in placed if printed is not None]
    everywhere = [
        Cut(_with_brackets(text, at), printed)
        for at, printed in matches
        if printed is not None and not any(each.holds(at) for each in deciding)
    ]
    return _apart(here, everywhere)


def _with_brackets(text: str, span: Span) -> Span:
    """Widen a stretch inside brackets of the text to all of them, for brackets hold no others."""
    before = text.rfind("[", max(span.start - LONGEST_PRINTED, 0), span.start + 1)
    behind = text.find("]", span.end - 1, span.end + LONGEST_PRINTED)
    inside = text[before + 1 : behind] if min(before, behind) >= 0 else "]"
    return span if set(inside) & set("[]\n") else Span(before, behind + 1)


def _apart(here: Iterable[Cut], everywhere: Iterable[Cut]) -> tuple[Cut, ...]:
    """Join stretches that overlap: a decision on a place, else the longest, stands for all."""
    ranked = [(cut, (True, _length(cut))) for cut in here]
    ranked += [(cut, (False, _length(cut))) for cut in everywhere]
    found: list[Cut] = []
    most = (False, 0)
    for cut, rank in sorted(ranked, key=lambda each: (each[0].span.start, -each[0].span.end)):
        if found and found[-1].span.overlaps(cut.span):
            last = found[-1]
            printed = cut.printed if rank > most else last.printed
            end = max(last.span.end, cut.span.end)
            found[-1] = Cut(Span(last.span.start, end), printed)
            most = max(most, rank)
        else:
            found.append(cut)
            most = rank
    return tuple(found)


def _length(cut: Cut) -> int:
    return cut.span.end - cut.span.start


def taken_in(
    text: str, place: Span, decided: Iterable[Replacement]
) -> tuple[Span, tuple[Replacement, ...]]:
    """Give what a new replacement takes in, and the ones it comes in the stead of.

    Two that overlap would print as one; the new one takes in all of the others, so that nothing of
    them shows and what was decided last is what prints.

    Args:
        text: The text of the version.
        place: The words that are replaced.
        decided: What was decided on the same version.
    """
    gone: list[Replacement] = []
    left = [item for item in decided if item.printed is not None]
    while True:
        wide = _with_brackets(text, place)
        overlapping = [
            item for item in left if item.span and _with_brackets(text, item.span).overlaps(wide)
        ]
        if not overlapping:
            return place, tuple(gone)
        gone += overlapping
        left = [item for item in left if item not in overlapping]
        spans = [place, *(item.span for item in overlapping if item.span)]
        place = Span(min(each.start for each in spans), max(each.end for each in spans))


def _pasted(text: str, span: Span, cuts: Iterable[Cut]) -> str:
    """Give a stretch with something in the place of some of it."""
    pieces, cursor = [], span.start
    for cut in cuts:
        pieces += [text[cursor : max(cut.span.start, cursor)], cut.printed]
        cursor = min(cut.span.end, span.end)
    return "".join([*pieces, text[cursor : span.end]])
