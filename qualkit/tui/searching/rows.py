"""Rows of what was found: a passage with its matches, a keyword in context, or a coded passage."""

from collections.abc import Sequence

from qualkit.domain.code_queries import CodeMatch
from qualkit.domain.kwic import KwicLine
from qualkit.domain.search import Hit
from qualkit.translation import _
from qualkit.tui.terms import term
from qualkit.tui.widgets.cells import cut, cut_front, fit
from qualkit.tui.widgets.passages import two_lines
from qualkit.tui.widgets.row_list import Line, Piece

Item = Hit | KwicLine | CodeMatch

BEFORE = 40
"""Code points of context before the first match."""

REFERENCE = 10
"""Cells for `P123:456` before a keyword in context, in brackets where it is no evidence."""

WITH_LABEL = 110
"""Cells from which a keyword in context also tells whose words they are."""

LABEL = 16


def key_of(item: Item) -> str:
    """Name a row, so that the cursor stays with it."""
    if isinstance(item, Hit):
        return f"{item.segment.version_id}:{item.segment.span.start}"
    version_id = item.version_id if isinstance(item, CodeMatch) else item.hit.segment.version_id
    return f"{version_id}:{item.span.start}"


def draw(item: Item, width: int) -> Sequence[Line]:
    """Give the lines of a row."""
    match item:
        case Hit():
            return _draw_hit(item, width)
        case KwicLine():
            return [_draw_keyword(item, width)]
        case CodeMatch():
            return _draw_match(item, width)


def _draw_hit(hit: Hit, width: int) -> Sequence[Line]:
    segment = hit.segment
    speaker = f"  {segment.speaker} ({term(segment.role)})" if segment.speaker else ""
    # One sign for one, so that the matches stay where they are.
    words = hit.words.replace("\n", " ").replace("\t", " ")
    matches = [
        (match.start - segment.span.start, match.end - segment.span.start) for match in hit.matches
    ]
    start = _begin(words, matches[0][0] if matches else 0)
    middle = _break(words, start, width)
    end = _break(words, middle, width)
    return [
        _head(f"{hit.reference}  {hit.label}", speaker, width),
        _pieces(words, start, middle, matches),
        _pieces(words, middle, end, matches),
    ]


def _draw_keyword(line: KwicLine, width: int) -> Line:
    is_evidence = line.hit.segment.role.is_evidence
    place = fit(line.reference if is_evidence else f"({line.reference})", REFERENCE) + " "
    if width >= WITH_LABEL:
        place += fit(line.hit.label, LABEL) + "  "
    room = width - len(place)
    before = room * 2 // 5
    left = fit(cut_front(line.left, before), before, right=True)
    kind = "" if is_evidence else "muted"
    return [
        (place, "accent"),
        (left, kind),
        (line.keyword, "match"),
        (cut(line.right, room - before - len(line.keyword)), kind),
    ]


def _draw_match(match: CodeMatch, width: int) -> Sequence[Line]:
    pairs = zip(match.speakers, match.roles, strict=True)
    told = ", ".join(f"{name} ({term(role)})" for name, role in pairs)
    speaker = f"  {told}" if told else ""
    head = _head(f"{match.reference}  {match.label}", speaker, width)
    if match.near is None:
        return [head, *([(line, "")] for line in two_lines(match.words, width))]
    near = _("near line {line}: {words}").format(line=match.near.line, words=match.near.words)
    return [head, [(cut(match.words, width), "")], [(cut(near, width), "muted")]]


def _head(where: str, speaker: str, width: int) -> Line:
    return [(cut(where, width), "accent"), (cut(speaker, width - len(where)), "muted")]


def _begin(words: str, match: int) -> int:
    """Give where to begin showing, so that the match comes with some context before it."""
    if match <= BEFORE:
        return 0
    return words.rfind(" ", 0, match - BEFORE) + 1


def _break(words: str, start: int, width: int) -> int:
    """Give where a line of `width` cells that begins at `start` ends, between words if it can."""
    if len(words) - start <= width:
        return len(words)
    space = words.rfind(" ", start, start + width)
    return space + 1 if space > start else start + width


def _pieces(words: str, start: int, end: int, matches: Sequence[tuple[int, int]]) -> list[Piece]:
    """Cut a line into plain words and matches."""
    pieces: list[Piece] = []
    cursor = start
    for first, last in matches:
        if last <= cursor or first >= end:
            continue
        pieces.append((words[cursor : max(first, cursor)], ""))
        pieces.append((words[max(first, cursor) : min(last, end)], "match"))
        cursor = min(last, end)
    pieces.append((words[cursor:end], ""))
    return pieces
