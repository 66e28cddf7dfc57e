"""A whole text as it prints: with every replacement, and who says what where it says it then."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from qualkit.domain.replacement_layer import Cut
from qualkit.domain.sources import SourceText


@dataclass(frozen=True, slots=True)
class PrintedText:
    """A text with something in the place of some of its words."""

    text: SourceText
    """Lines are those of the source, so that references still lead there."""
    starts: tuple[int, ...]
    """Where replacements begin in the source; code points."""
    moved: tuple[int, ...]
    """How far what stands behind each has moved."""

    def place_of(self, offset: int) -> int:
        """Give where a code point of the source stands, at most within a replacement."""
        return _moved(self.starts, self.moved, offset)


def printed_text(text: SourceText, cuts: Sequence[Cut]) -> PrintedText:
    """Put replacements, in order and apart, in the place of words of a text."""
    pieces, moved, cursor, shift = [], [], 0, 0
    for cut in cuts:
        words = cut.span.of(text.text)
        printed = cut.printed + "\n" * words.count("\n")
        pieces += [text.text[cursor : cut.span.start], printed]
        cursor = cut.span.end
        shift += len(printed) - len(words)
        moved.append(shift)
    starts = tuple(cut.span.start for cut in cuts)
    body = "".join([*pieces, text.text[cursor:]])
    utterances = tuple(
        replace(
            each,
            marker_start=_moved(starts, moved, each.marker_start),
            start=_moved(starts, moved, each.start),
            end=_moved(starts, moved, each.end, is_end=True),
        )
        for each in text.version.utterances
    )
    version = replace(text.version, utterances=utterances)
    return PrintedText(replace(text, text=body, version=version), starts, tuple(moved))


def _moved(starts: Sequence[int], moved: Sequence[int], offset: int, is_end: bool = False) -> int:
    """Give where an offset of the source stands.

    One at the beginning of a replacement stays before it, unless something ends there.
    """
    place = bisect_right(starts, offset - 1) - 1
    shift = moved[place] if place >= 0 else 0
    before = moved[place - 1] if place > 0 else 0
    if place >= 0 and not is_end:
        # Inside a replacement that is shorter than its words: not beyond what stands behind it.
        return max(offset + shift, starts[place] + before)
    return offset + shift
