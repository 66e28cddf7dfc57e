"""What is told while a theme is read: its idea, the place of a passage, what was decided."""

from collections.abc import Sequence

from textual.content import Content

from qualkit.domain.codings import CodedSegment
from qualkit.domain.text import one_line
from qualkit.domain.theme_readings import CurrentReading, Verdict
from qualkit.domain.themes import Stance, Theme
from qualkit.translation import _, ngettext
from qualkit.tui.terms import term
from qualkit.tui.widgets.cells import cut
from qualkit.tui.words import count_of

MOST_DOUBTS = 6
"""Passages in doubt that the summary names."""


def idea_of(theme: Theme, room: int = 0) -> Content:
    """Give the central idea and the scope of a theme; with `room` the scope takes a line a part."""
    parts = [(_("Central idea"), theme.central_idea or _("Not written yet."))]
    for name, words in ((_("Belongs"), theme.belongs), (_("Does not belong"), theme.excludes)):
        if words:
            parts.append((name, cut(one_line(words), room - len(name) - 2) if room else words))
    return Content("\n").join(
        Content.assemble((f"{name}  ", "bold $accent"), words) for name, words in parts
    )


def place_of(segment: CodedSegment, stance: Stance, verdict: Verdict | None) -> str:
    """Give where a passage stands, its code, and what was decided on it."""
    parts = [segment.reference, segment.label, segment.code.name]
    if stance.is_contrary:
        parts.append(term(stance))
    decided = term(verdict) if verdict else _("not decided on")
    return f"{' · '.join(parts)}   [{decided}]"


def progress_of(current: CurrentReading, to_go: int) -> str:
    """Give how many passages stay, moved or are in doubt; never how many per cent."""
    said = [
        ngettext("{count} stays", "{count} stay", stay).format(count=stay)
        if (stay := current.count(Verdict.STAYS))
        else "",
        ngettext("{count} moved", "{count} moved", moved).format(count=moved)
        if (moved := current.count(Verdict.MOVES))
        else "",
        ngettext("{count} in doubt", "{count} in doubt", doubt).format(count=doubt)
        if (doubt := current.count(Verdict.DOUBT))
        else "",
        ngettext("{count} to go", "{count} to go", to_go).format(count=to_go) if to_go else "",
    ]
    return " · ".join(part for part in said if part)


def summary_of(current: CurrentReading, passages: int, doubtful: Sequence[CodedSegment]) -> str:
    """Give what stands behind the last passage: what is in doubt, and a question."""
    if not passages:
        return _("There is no passage in this theme yet. Esc goes back.")
    lines = [
        _("This is the end of the row of {passages}.").format(
            passages=count_of(passages, "passage")
        )
    ]
    if doubtful:
        lines.extend(["", _("In doubt:")])
        lines.extend(
            f"  {each.reference:<7} {one_line(each.words, 64)}" for each in doubtful[:MOST_DOUBTS]
        )
        if more := len(doubtful) - MOST_DOUBTS:
            lines.append(_("  and {count} more").format(count=more) if more > 0 else "")
    lines.extend(["", _("Does the central idea still hold for all that stays? m writes a memo.")])
    keys = _("n reads it anew, Enter looks at the first passage again.")
    if current.is_going_on:
        keys = _("w finishes the reading, Space goes to what is not decided on.")
    return "\n".join([*lines, "", keys])
