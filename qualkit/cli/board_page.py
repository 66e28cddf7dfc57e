"""The board, its snapshots and what changed between them, as text and as JSON."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict

from qualkit.cli.rendering import excerpt, print_text
from qualkit.domain.board_changes import BoardChanges
from qualkit.domain.board_columns import Board, BoardColumn
from qualkit.domain.boards import BoardSnapshot, PlacedTheme
from qualkit.domain.codings import CodedSegment
from qualkit.domain.themes import ThemeStatus
from qualkit.translation import _
from qualkit.tui.board.cards import central_idea, column_name, counts_of
from qualkit.tui.terms import term

Record = dict[str, object]
Segments = Mapping[str, CodedSegment]


def print_board(board: Board, segments: Segments) -> None:
    """Print the board as a text map: each column with what lies in it."""
    print_text("\n\n".join("\n".join(_lines(each, segments)) for each in board.columns))


def board_records(board: Board, segments: Segments) -> Iterator[Record]:
    """Give each column with what lies in it."""
    for column in board.columns:
        yield {
            "place": column.place,
            "name": column_name(column),
            "central_idea": column.theme.central_idea if column.theme else "",
            "status": column.theme.status if column.theme else None,
            "depth": column.depth,
            "passages": column.passages,
            "cases": column.cases,
            "codes": [
                {
                    "id": item.code.id,
                    "path": item.path,
                    "depth": item.depth,
                    "passages": item.passages,
                    "cases": item.cases,
                }
                for item in column.codes
            ],
            "single": [
                {
                    "id": item.card.coding_id,
                    "code": item.code.name,
                    "reference": segments[item.card.coding_id].reference,
                    "words": segments[item.card.coding_id].words,
                }
                for item in column.single
                if item.card.coding_id in segments
            ],
        }


def snapshot_record(number: int, snapshot: BoardSnapshot) -> Record:
    """Give a snapshot with its themes as they were."""
    return {"number": number, **asdict(snapshot)}


def shown_themes(snapshot: BoardSnapshot) -> list[PlacedTheme]:
    """Give the themes that were not dropped then."""
    return [theme for theme in snapshot.themes if theme.status is not ThemeStatus.DROPPED]


def change_records(changes: BoardChanges) -> Iterator[Record]:
    """Give each change of the board."""
    empty: Record = {"theme": "", "from": "", "to": "", "codes": (), "passages": 0}
    themes = (("new", changes.new), ("gone", changes.gone), ("rethought", changes.rethought))
    for kind, names in themes:
        for name in names:
            yield {"kind": kind, **empty, "theme": name}
    for old, new in changes.renamed:
        yield {"kind": "renamed", **empty, "theme": new, "from": old, "to": new}
    for move in changes.moves:
        yield {
            "kind": "moved",
            **empty,
            "from": move.came_from,
            "to": move.went_to,
            "codes": move.codes,
            "passages": move.passages,
        }


def _lines(column: BoardColumn, segments: Segments) -> Iterator[str]:
    deeper = "    " * column.depth
    name = column_name(column)
    if column.theme:
        name = f"{name} ({term(column.theme.status)})"
    yield f"{deeper}{name}"
    yield f"{deeper}  {central_idea(column)}"
    yield f"{deeper}  {counts_of(column.passages, column.cases)}"
    for code in column.codes:
        below = "  " * code.depth
        shown = code.code.name if code.depth or column.theme else code.path
        yield f"{deeper}  {below}- {shown}: {counts_of(code.passages, code.cases)}"
    for segment in filter(None, (segments.get(item.card.coding_id) for item in column.single)):
        where = f"{segment.label}, {segment.reference}; {segment.code.name}"
        yield f'{deeper}  - "{excerpt(segment.words)}" ({where})'
    if not column.items:
        nothing = _("nothing here")
        yield f"{deeper}  {nothing}"
