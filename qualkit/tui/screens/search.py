"""Words searched in all sources, shown where they stand."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input

from qualkit.domain.memos import ObjectType, Target
from qualkit.domain.search import Hit, Scope
from qualkit.domain.sources import Role
from qualkit.tui.actions import bindings_for
from qualkit.tui.base import QualkitScreen
from qualkit.tui.widgets.cells import cut
from qualkit.tui.widgets.row_list import Line, Piece, RowList
from qualkit.tui.words import count_of

EMPTY = """Type words above and press Enter.

All words must stand in one passage. "Words in quotes" stand next to each other,
OR means either, capacit* any ending. Capitals and accents make no difference."""

NO_HITS = """No passage holds that.

Try fewer words, or an ending of any kind: capacit*. i goes back to the words,
o chooses whose words are searched."""

MOST_HITS = 500

EVIDENCE = tuple(role for role in Role if role.is_evidence)

BEFORE = 40
"""Code points of context before the first match."""


class SearchScreen(QualkitScreen):
    """Finds passages by their words."""

    SCREEN_NAME = "search"
    HEADING = "Search"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("search")]

    def __init__(self) -> None:
        """Begin with whoever speaks."""
        super().__init__()
        self._only_evidence = False
        self._query = ""

    def compose_body(self) -> ComposeResult:
        """Put the words above what they find."""
        yield Input(placeholder='Words, "a phrase", either OR other', id="query")
        self._rows = RowList(_draw, _key, height=3, empty=EMPTY)
        yield self._rows

    def on_mount(self) -> None:
        """Begin with typing."""
        self._tell()
        self.action_type_query()

    def refresh_touched(self, touched: frozenset[str]) -> None:
        """Search anew."""
        if self._query and touched & {"sources", "segments", "cases"}:
            self._search()

    def memo_about(self) -> tuple[Target, str] | None:
        """A memo here is on the passage at the cursor."""
        hit = self._rows.current
        if hit is None:
            return super().memo_about()
        segment = hit.segment
        place = (segment.version_id, segment.span.start, segment.span.end)
        return Target(ObjectType.PASSAGE, *place), hit.reference

    def action_type_query(self) -> None:
        """Go to the words."""
        self.query_one("#query", Input).focus()

    def action_only_evidence(self) -> None:
        """Search in participants' words only, or in everybody's."""
        self._only_evidence = not self._only_evidence
        self._search()

    def action_back(self) -> None:
        """Go from the words to what they found, and from there back."""
        if self.query_one("#query", Input).has_focus and self._rows.items:
            self._rows.focus()
        else:
            super().action_back()

    @on(RowList.FilterAsked)
    def _type(self) -> None:
        self.action_type_query()

    @on(RowList.Chosen)
    def _read(self) -> None:
        hit = self._rows.current
        if hit:
            self.qualkit.open_reader(hit.source.id, hit.matches[0].start)

    @on(Input.Submitted)
    def _submit(self, event: Input.Submitted) -> None:
        self._query = event.value
        self._search()
        if self._rows.items:
            self._rows.focus()
            self._rows.move_to(0)

    def _search(self) -> None:
        if self._query.strip():
            scope = Scope(roles=EVIDENCE if self._only_evidence else ())
            hits = self.attempt(
                lambda: self.project.searching.find(self._query, scope, limit=MOST_HITS)
            )
            self._rows.empty = NO_HITS
            self._rows.set_items([hit for hit in hits or () if hit.matches])
        self._tell()

    def _tell(self) -> None:
        whose = "participants' words" if self._only_evidence else "everybody's words"
        found = len(self._rows.items)
        more = "the first " if found == MOST_HITS else ""
        said = f"{more}{count_of(found, 'passage')}, {whose}" if self._query else whose
        self.set_heading("Search", said)


def _key(hit: Hit) -> str:
    return f"{hit.segment.version_id}:{hit.segment.span.start}"


def _draw(hit: Hit, width: int) -> Sequence[Line]:
    speaker = f"  {hit.segment.speaker} ({hit.segment.role})" if hit.segment.speaker else ""
    where = f"{hit.reference}  {hit.label}"
    head: Line = [(cut(where, width), "accent"), (cut(speaker, width - len(where)), "muted")]
    # One sign for one, so that the matches stay where they are.
    words = hit.words.replace("\n", " ").replace("\t", " ")
    matches = [
        (match.start - hit.segment.span.start, match.end - hit.segment.span.start)
        for match in hit.matches
    ]
    start = _begin(words, matches[0][0])
    middle = _break(words, start, width)
    end = _break(words, middle, width)
    return [head, _pieces(words, start, middle, matches), _pieces(words, middle, end, matches)]


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
