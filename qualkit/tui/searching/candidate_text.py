"""A candidate in its context, as it is drawn."""

from textual.content import Content

from qualkit.domain.sources import SourceText
from qualkit.domain.spans import Span

ELLIPSIS = "…"

Part = tuple[str, str]


def in_context(text: SourceText, passage: Span, turn: Span, room: int) -> Content:
    """Give a passage, marked, with its turn and what stands around it.

    Args:
        text: The source.
        passage: What may be coded.
        turn: The segment it stands in; what is around it is drawn dimmed.
        room: Code points that may be drawn; the passage itself is whole if it can.
    """
    passage_end = min(passage.end, passage.start + room)
    spare = max(room - (passage_end - passage.start), 0)
    # A little more before than behind: what was asked or said first explains the rest.
    start = _word_border(text.text, max(0, passage.start - spare * 3 // 5), passage.start)
    end = min(len(text.text), passage_end + spare * 2 // 5)
    before, behind = (
        max(start, min(turn.start, passage.start)),
        min(end, max(turn.end, passage_end)),
    )
    parts: list[Part] = [
        (ELLIPSIS if start else "", "$muted"),
        (text.text[start:before], "$muted"),
        (text.text[before : passage.start], ""),
        (text.text[passage.start : passage_end], "bold underline $accent"),
        (ELLIPSIS if passage_end < passage.end else "", "bold $accent"),
        (text.text[passage_end:behind], ""),
        (text.text[behind:end], "$muted"),
        (ELLIPSIS if end < len(text.text) else "", "$muted"),
    ]
    return Content.assemble(*(part for part in parts if part[0]))


def _word_border(text: str, start: int, latest: int) -> int:
    """Give where the first whole word at or behind `start` begins."""
    if start == 0:
        return 0
    spaces = (place for place in range(start, latest) if text[place].isspace())
    return next(spaces, start - 1) + 1
