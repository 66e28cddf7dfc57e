"""Any list of passages: what a cell, a question or a number on another screen rests on."""

from collections.abc import Collection
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from qualkit.domain.codings import CodedSegment
from qualkit.translation import N_, _
from qualkit.tui.actions import bindings_for
from qualkit.tui.screens.passages_in_context import PassagesInContext
from qualkit.tui.widgets.passages import passage_list
from qualkit.tui.words import count_of

EMPTY = N_("""These passages are no longer coded.

Esc goes back.""")


class PassagesScreen(PassagesInContext):
    """Lists some passages in order; Enter reads on at the place, and Esc comes back."""

    SCREEN_NAME = "passages"
    HEADING = N_("Passages")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("passages")]

    def __init__(self, title: str, coding_ids: Collection[str]) -> None:
        """Show some codings under a title."""
        super().__init__()
        self._title = title
        self._coding_ids = coding_ids

    def compose_body(self) -> ComposeResult:
        """Put the list above the context."""
        self._table = passage_list(_(EMPTY), _code_of)
        yield self._table
        yield self.make_pane()

    def _show(self) -> None:
        segments = self.project.codings.some(self._coding_ids)
        self._table.set_items(segments)
        self.set_heading(self._title, count_of(len(segments), "coding"))


def _code_of(segment: CodedSegment) -> str:
    return segment.code.name
