"""How a cell of a framework matrix reads: its words, or in words why there are none."""

import textwrap

from qualkit.domain.framework import CellContent, CellState
from qualkit.translation import _
from qualkit.tui.terms import term
from qualkit.tui.widgets.cells import cut
from qualkit.tui.widgets.row_list import Line
from qualkit.tui.words import count_of

SIGNS = {CellState.NOT_YET_READ: "·", CellState.NOTHING_SAID: "–"}
"""Stand before the words of a state, so that it is seen at a glance."""


def cell_lines(content: CellContent, width: int, lines: int) -> list[Line]:
    """Give a cell on some lines of at most `width` cells."""
    if not content.summary:
        return [[(cut(state_of(content), width), "muted")]]
    wrapped = [
        line
        for paragraph in content.summary.splitlines()
        for line in textwrap.wrap(paragraph, max(width, 8))
    ]
    if len(wrapped) > lines:
        wrapped[lines - 1] = f"{wrapped[lines - 1]} …"
    return [[(cut(line, width), "")] for line in wrapped[:lines]]


def state_of(content: CellContent) -> str:
    """Say how far a cell has come: "– nothing said"; of one with words, what it rests on."""
    if content.state is CellState.WRITTEN:
        rests_on = _("rests on {passages}").format(
            passages=count_of(len(content.coding_ids), "passage")
        )
        if content.summary:
            return rests_on if content.coding_ids else ""
        return _("no words yet, {rests_on}").format(rests_on=rests_on)
    return f"{SIGNS[content.state]} {term(content.state)}"
