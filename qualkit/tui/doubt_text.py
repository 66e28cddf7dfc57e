"""Doubts as the screen tells them: a row of two lines, and the whole of one."""

from collections.abc import Sequence

from qualkit.domain.doubts import Doubt
from qualkit.domain.text import one_line
from qualkit.translation import _
from qualkit.tui.widgets.cells import cut
from qualkit.tui.widgets.row_list import Line
from qualkit.tui.words import count_of, local_time


def draw_doubt(doubt: Doubt, width: int) -> Sequence[Line]:
    """Draw a doubt: whether it is open and what it is on, and its words."""
    state = _("[open]") if doubt.is_open else _("[closed]")
    parts = [_("on {thing}").format(thing=doubt.about)]
    if doubt.remarks:
        parts.append(count_of(len(doubt.remarks), "remark"))
    if not doubt.memo.shared:
        parts.append(_("[private]"))
    told = cut(f"  {'  '.join(parts)}", width - len(state))
    kind = "" if doubt.is_open else "muted"
    return [
        [(state, "accent" if doubt.is_open else "muted"), (told, "muted")],
        [(cut(one_line(doubt.memo.body), width), kind)],
    ]


def whole_doubt(doubt: Doubt) -> str:
    """Tell a doubt whole: the passage, its words, what was said, and the decision."""
    memo = doubt.memo
    parts = []
    if doubt.passage:
        parts.append(f"“{one_line(doubt.passage.words)}” ({doubt.passage.label}, {doubt.name})")
    raised = _("{author}, {date}, on {thing}").format(
        author=memo.author, date=local_time(memo.created_at), thing=doubt.about
    )
    parts.append(f"{memo.body}\n{raised}")
    parts.extend(
        f"{remark.text}\n{remark.author}, {local_time(remark.made_at)}" for remark in doubt.remarks
    )
    if doubt.decision:
        decided = _("Decided by {name}, {date}").format(
            name=doubt.decision.author, date=local_time(doubt.decision.decided_at)
        )
        parts.append(f"{decided}:\n{doubt.decision.text}")
    else:
        parts.append(_("Not decided yet: w says something about it, c closes it with a decision."))
    return "\n\n".join(parts)


def words_of_doubt(doubt: Doubt) -> str:
    """Give what of a doubt a filter looks at."""
    passage = doubt.passage.words if doubt.passage else ""
    decision = doubt.decision.text if doubt.decision else ""
    said = (remark.text for remark in doubt.remarks)
    return " ".join((doubt.about, doubt.memo.body, passage, *said, decision))
