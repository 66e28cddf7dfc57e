"""A list with columns or free rows, and a filter that is typed above it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from qualkit.domain.text import searchable
from qualkit.translation import N_, _
from qualkit.tui.widgets.cells import cut, fit
from qualkit.tui.widgets.row_list import Line, RowList

T = TypeVar("T")

GAP = 2
"""Cells between two columns."""


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """One column of a table."""

    heading: str
    cell: Callable[[T], str]
    width: int = 0
    """Cells, or more where the heading needs them; 0 takes what the others leave.

    At most one column may.
    """
    right: bool = False
    """Whether it is set flush right, as numbers are."""
    kind: str | Callable[[T], str] = ""
    """How it is drawn, or what tells that of a row; see `Piece`."""
    least: int = 0
    """It is left out when the table has fewer cells than this."""

    @property
    def room(self) -> int:
        """Its width in the language in use; 0 when it takes what the others leave."""
        return self.width and max(self.width, cell_len(self.heading))


class TableList(Vertical, Generic[T]):
    """A `RowList` with a filter."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "clear_filter", N_("No filter"), key_display="Esc"),
        Binding("down", "leave_filter", N_("To the list"), key_display="↓"),
    ]

    def __init__(
        self,
        rows: RowList[T],
        words: Callable[[T], str],
        id: str | None = None,
    ) -> None:
        """Put a filter above a list; `words` gives what of a row is looked at."""
        super().__init__(id=id)
        self.rows = rows
        self._words = words
        self._all: Sequence[T] = ()
        self.folded_away: Callable[[T], bool] = _nothing
        """Tells which rows are out of sight while nothing is filtered."""
        self.empty = rows.empty
        """What to say while there are no rows at all."""
        self._field = Input(placeholder=_("Type what the rows should hold"), select_on_focus=False)
        self._show_field(False)

    def compose(self) -> ComposeResult:
        """Put the field, hidden at first, above the rows."""
        yield self._field
        yield self.rows

    @property
    def current(self) -> T | None:
        """The item at the cursor."""
        return self.rows.current

    @property
    def shown(self) -> Sequence[T]:
        """The items that pass the filter."""
        return self.rows.items

    @property
    def all(self) -> Sequence[T]:
        """Every item, filter or not."""
        return self._all

    def set_items(self, items: Sequence[T], at: str = "") -> None:
        """Show other rows, the filter applied; the cursor stays with its row, or goes to `at`."""
        self._all = items
        wanted = searchable(self._field.value).split()
        nothing = _("No row holds that. Esc takes the filter away.")
        self.rows.empty = nothing if wanted else self.empty
        if wanted:
            items = [item for item in items if self._fits(item, wanted)]
        else:
            items = [item for item in items if not self.folded_away(item)]
        self.rows.set_items(items, at)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let the keys of the filter work only while there is one."""
        if action == "clear_filter":
            return self._field.display
        if action == "leave_filter":
            return self._field.has_focus
        return super().check_action(action, parameters)

    def action_clear_filter(self) -> None:
        """Show every row again."""
        self._field.value = ""
        self.rows.focus()
        self._show_field(False)
        self.refresh_bindings()

    def action_leave_filter(self) -> None:
        """Go from the field to the rows; the filter stays."""
        self.rows.focus()

    @on(RowList.FilterAsked)
    def _ask(self, event: RowList.FilterAsked) -> None:
        event.stop()
        self._show_field(True)
        self._field.focus()

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        event.stop()
        self.set_items(self._all)
        # The list's own message was sent in our name, and Textual lets it end here.
        self.post_message(RowList.Moved(self.rows))

    @on(Input.Submitted)
    def _accept(self, event: Input.Submitted) -> None:
        event.stop()
        if not event.value.strip():
            self.action_clear_filter()
        self.rows.focus()

    def _show_field(self, is_shown: bool) -> None:
        """Show the field or hide it.

        A hidden one cannot have the focus: a screen that opens would give it that for a moment, and
        keys that are pressed then would go nowhere to be seen.
        """
        self._field.display = is_shown
        self._field.can_focus = is_shown

    def _fits(self, item: T, wanted: Sequence[str]) -> bool:
        words = searchable(self._words(item))
        return all(word in words for word in wanted)


def _nothing(_item: object) -> bool:
    return False


def table(
    columns: Sequence[Column[T]],
    key: Callable[[T], str],
    words: Callable[[T], str],
    empty: str,
    across: Callable[[T], str] | None = None,
    id: str | None = None,
) -> TableList[T]:
    """Make a list with columns.

    Args:
        columns: From left to right.
        key: Names a row, so that the cursor stays with it.
        words: Gives what of a row a filter looks at.
        empty: What to say while there are no rows.
        across: Gives words that take a whole row in place of the columns; empty for most rows.
        id: Textual's name for the widget.
    """

    def draw(item: T, width: int) -> Sequence[Line]:
        if across and (whole := across(item)):
            return [[(cut(whole, width), "strong")]]
        return [_lay_out(columns, width, lambda column: (column.cell(item), _kind(column, item)))]

    def heading(width: int) -> Line:
        return _lay_out(columns, width - 1, lambda column: (column.heading, ""))

    rows = RowList(draw, key, empty=empty)
    rows.heading = heading
    return TableList(rows, words, id)


def _lay_out(
    columns: Sequence[Column[T]], width: int, cell: Callable[[Column[T]], tuple[str, str]]
) -> list[tuple[str, str]]:
    shown = [column for column in columns if column.least <= width]
    fixed = sum(column.room for column in shown) + GAP * (len(shown) - 1)
    pieces = []
    for number, column in enumerate(shown):
        room = column.room or max(width - fixed, 8)
        gap = " " * GAP if number < len(shown) - 1 else ""
        words, kind = cell(column)
        pieces.append((fit(words, room, column.right) + gap, kind))
    return pieces


def _kind(column: Column[T], item: T) -> str:
    return column.kind(item) if callable(column.kind) else column.kind
