"""The board as it is looked at: its columns, and the words of what the cursor is on."""

import textwrap
from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.geometry import Size
from textual.widgets import Static

from qualkit.domain.board_columns import BoardCode, BoardColumn, Tray
from qualkit.domain.codings import CodedSegment
from qualkit.domain.memos import ObjectType, Target
from qualkit.domain.text import one_line
from qualkit.domain.themes import Theme
from qualkit.translation import N_, _
from qualkit.tui.actions import bindings_for
from qualkit.tui.base import QualkitScreen
from qualkit.tui.board.cards import central_idea, column_name, reference
from qualkit.tui.board.state import BoardState
from qualkit.tui.widgets.board_view import BoardView
from qualkit.tui.widgets.cells import cut

LEAST = 3
"""So many passages are read of what the cursor is on, or as many as there is room for."""


class BoardBase(QualkitScreen):
    """Shows the board, and where one is on it."""

    SCREEN_NAME = "board"
    HEADING = N_("Board")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("board")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (32, "-high")]  # noqa: RUF012 (as Textual declares it)

    def __init__(self) -> None:
        """Begin with an empty board."""
        super().__init__()
        self.view = BoardView(self._read)

    def compose_body(self) -> ComposeResult:
        """Put the words of what the cursor is on below the board."""
        yield self.view
        yield Static(id="board-words", markup=False)

    def on_mount(self) -> None:
        """Show the board."""
        self.show_board()
        self.view.focus()

    def refresh_touched(self, touched: frozenset[str]) -> None:
        """Show the board anew."""
        if touched & {"board", "themes", "codes", "codings", "cases", "sources"}:
            self.show_board()

    def row_key(self) -> str:
        """Give where one is on the board."""
        return self.state.key

    def memo_about(self) -> tuple[Target, str] | None:
        """A memo here is on the code or passage at the cursor, or on the theme of the column."""
        item, theme = self.state.item, self.theme
        if isinstance(item, BoardCode):
            return Target(ObjectType.CODE, item.code.id), f"'{item.code.name}'"
        if item is not None:
            return Target(ObjectType.CODING, item.card.coding_id), _("the passage")
        if theme:
            return Target(ObjectType.THEME, theme.id), f"'{theme.name}'"
        return super().memo_about()

    @property
    def state(self) -> BoardState:
        """Where one is, and what is marked."""
        return self.view.state

    @property
    def theme(self) -> Theme | None:
        """The theme of the column of the cursor; None in a tray."""
        return self.state.column.theme

    def show_board(self, at: str = "") -> None:
        """Show the board as it is now, and go to a card or column if that is wanted."""
        board = self.attempt(self.project.board.view)
        if board is None:
            return
        self.view.set_board(board)
        if at:
            self.view.go_to_key(at)

    def name_of(self, place: str) -> str:
        """Give the name of a theme or tray that is on the board."""
        return next((column_name(each) for each in self.state.columns if each.place == place), "")

    @on(BoardView.Moved)
    def show_words(self) -> None:
        """Tell where one is, and show the words of what the cursor is on."""
        if not self.state.columns:
            return
        self.set_heading(_("Board"), self._where())
        shown = self.query_one("#board-words", Static)
        shown.update("\n".join(self._words(shown.size)))

    def _read(self, coding_ids: Sequence[str]) -> Sequence[CodedSegment]:
        return self.attempt(lambda: self.project.board.segments(coding_ids)) or ()

    def _where(self) -> str:
        columns = self.state.columns
        count = {"number": self.state.spot.column + 1, "count": len(columns)}
        where = _("column {number} of {count}").format(**count)
        marked = len(self.state.marked)
        if marked:
            said = _("{count} marked · {where}")
            return said.format(count=marked, where=where)
        return where

    def _words(self, room: Size) -> list[str]:
        item, width = self.state.item, max(room.width, 20)
        if item is None:
            return self._of_column(self.state.column, width)
        name = item.path if isinstance(item, BoardCode) else item.code.name
        lines = [cut(name, width)]
        for segment in self.project.board.passages(item, max(room.height - 1, LEAST)):
            lines.append(cut(f'{reference(segment)}  "{one_line(segment.words)}"', width))
        return lines

    def _of_column(self, column: BoardColumn, width: int) -> list[str]:
        if column.theme is None:
            about = _(
                "Codes and passages that no theme holds lie here until you give them a place."
            )
            if column.place == Tray.MISFIT:
                about = _("What you looked at and what fits no theme; v takes it up again.")
            return [column_name(column), *textwrap.wrap(about, width)]
        theme = column.theme
        lines = [theme.name, central_idea(column)]
        if theme.belongs:
            lines.append(_("Belongs: {text}").format(text=one_line(theme.belongs)))
        if theme.excludes:
            lines.append(_("Does not: {text}").format(text=one_line(theme.excludes)))
        return [cut(line, width) for line in lines]

    def _go_to_row(self, key: str) -> None:
        self.view.go_to_key(key)
