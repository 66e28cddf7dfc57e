"""Rows of the quality page: which are shown, and how each is drawn."""

from collections.abc import Sequence
from enum import Enum

from qualkit.domain.quality import POINTS, AnswerKind, Asked
from qualkit.translation import N_, _
from qualkit.tui.quality_text import answer_in, seen_in, then_in
from qualkit.tui.widgets.cells import cut
from qualkit.tui.widgets.passages import two_lines
from qualkit.tui.widgets.row_list import Line

WIDE = 110
"""From how many cells on a fact takes one line; what does not fit stands in whole below."""


class Shown(Enum):
    """Which questions are shown."""

    ALL = N_("all")
    OPEN = N_("open")
    ANSWERED = N_("answered")

    def fits(self, asked: Asked) -> bool:
        """Tell whether a question is shown; what is left for later stands open."""
        if self is Shown.ALL:
            return True
        is_open = asked.answer is None or asked.answer.kind is AnswerKind.LATER
        return is_open is (self is Shown.OPEN)


def row_lines(width: int) -> int:
    """Give how many lines a question takes in a list of some width.

    Those are the heading of its point, one or two for what is seen, and one for the question or
    the answer.
    """
    return 3 if width >= WIDE else 4


def draw_question(asked: Asked, begins_point: bool, width: int) -> Sequence[Line]:
    """Draw a question; the first of a point has its heading above it."""
    heading = f"{asked.point}  {_(POINTS[asked.point])}" if begins_point else ""
    lines = (cut(seen_in(asked), width),) if width >= WIDE else two_lines(seen_in(asked), width)
    seen = [line for line in lines if line]
    below, kind = asked.observation.question if asked.observation else "", "muted"
    if asked.answer is not None:
        # What it read then stands in whole below the list.
        below, kind = f"{answer_in(asked.answer)}  {then_in(asked)}", "accent"
    return [
        [(cut(heading, width), "strong")],
        *([(line, "")] for line in seen),
        [(cut(below.strip(), width), kind)],
    ]
