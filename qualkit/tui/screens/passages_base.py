"""What every screen with a list of passages has: showing it, and the place in the reader."""

from typing import ClassVar

from textual import on

from qualkit.domain.codings import CodedSegment
from qualkit.domain.memos import ObjectType, Target
from qualkit.translation import _
from qualkit.tui.base import QualkitScreen
from qualkit.tui.widgets.row_list import RowList
from qualkit.tui.widgets.table_list import TableList


class PassagesBase(QualkitScreen):
    """Lists passages; Enter reads on at the place, and Esc comes back."""

    SHOWS: ClassVar[frozenset[str]] = frozenset({"codes", "codings", "cases", "sources"})
    """The nouns after whose change the list is read again."""

    _table: TableList[CodedSegment]
    """The passages; a screen makes it where it composes its body."""

    def on_mount(self) -> None:
        """Show the passages."""
        self._show()
        self._table.rows.focus()

    def refresh_touched(self, touched: frozenset[str]) -> None:
        """Show the passages anew; those that are gone are left out."""
        if touched & self.SHOWS:
            self._show()

    def memo_about(self) -> tuple[Target, str] | None:
        """A memo here is on the coding at the cursor."""
        segment = self._table.current
        if segment is None:
            return None
        return Target(ObjectType.CODING, segment.coding.id), segment.reference

    def need_segment(self) -> CodedSegment | None:
        """Give the passage at the cursor, and say so when there is none."""
        if self._table.current is None:
            self.say(_("There is no passage here."))
        return self._table.current

    def _show(self) -> None:
        """Read the passages and show them."""

    @on(RowList.Chosen)
    def _read(self) -> None:
        segment = self._table.current
        if segment:
            self.qualkit.open_reader(segment.source.id, segment.coding.start)
