"""A source as it prints: to be read, with every replacement in the place of its words."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from qualkit.domain.printed_text import printed_text
from qualkit.domain.replacement_layer import Cut
from qualkit.domain.spans import Span
from qualkit.translation import N_, _, ngettext
from qualkit.tui.actions import bindings_for
from qualkit.tui.base import QualkitScreen
from qualkit.tui.reading.contents import Contents
from qualkit.tui.widgets.text_view import TextView


class AsPrintedScreen(QualkitScreen):
    """Shows a text to be read; nothing is coded in it."""

    SCREEN_NAME = "as_printed"
    HEADING = N_("As it prints")
    CSS_PATH: ClassVar[str] = "../reader.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("as_printed")]

    def __init__(self, contents: Contents, cuts: Sequence[Cut], offset: int) -> None:
        """Show a source from a place in it, in code points of the source."""
        super().__init__()
        self._contents = contents
        self._printed = printed_text(contents.text, cuts)
        self._count = len(cuts)
        self._view = TextView(self._printed.text)
        self._view.open_at(self._printed.place_of(offset), None)

    def compose_body(self) -> ComposeResult:
        """Give the text."""
        yield self._view

    def on_mount(self) -> None:
        """Tell what is shown, and mark what is printed in place of words."""
        source = self._contents.text.source
        many = ngettext("{count} replacement", "{count} replacements", self._count)
        self.set_heading(
            _("P{number} · {label}, as it prints").format(
                number=source.number, label=self._contents.label
            ),
            many.format(count=self._count),
        )
        self._view.show_found(self._places())
        self._view.focus()

    def _places(self) -> list[Span]:
        starts = [self._printed.place_of(each) for each in self._printed.starts]
        text = self._printed.text.text
        return [Span(start, text.index("]", start) + 1) for start in starts]

    def action_row_down(self) -> None:
        """Go a row down."""
        self._view.scroll_relative(y=1, animate=False)

    def action_row_up(self) -> None:
        """Go a row up."""
        self._view.scroll_relative(y=-1, animate=False)

    def action_page_down(self) -> None:
        """Go a screenful on."""
        self._view.scroll_relative(y=self._view.page, animate=False)

    def action_page_up(self) -> None:
        """Go a screenful back."""
        self._view.scroll_relative(y=-self._view.page, animate=False)

    def action_to_begin(self) -> None:
        """Go to the beginning of the text."""
        self._view.scroll_to_row(0)

    def action_to_end(self) -> None:
        """Go to the end of the text."""
        self._view.scroll_to_row(len(self._view.rows))
