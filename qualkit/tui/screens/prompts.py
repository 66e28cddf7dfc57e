"""Questions that are answered by typing: one line, or a longer text."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, Static, TextArea

from qualkit.translation import _

Refuse = Callable[[str], str]
"""Gives what is wrong with an answer; nothing when it is good."""


class TextPrompt(ModalScreen[str | None]):
    """Asks for one line; gives it, or None when the person steps back."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Leave", show=False)]

    def __init__(
        self,
        title: str,
        value: str = "",
        hint: str = "",
        refuse: Refuse | None = None,
        placeholder: str = "",
    ) -> None:
        """Ask.

        Args:
            title: The question.
            value: What the field holds at first.
            hint: Stands under the field; markup is not read.
            refuse: Looks at an answer before it is given; a refused one can be mended.
            placeholder: Stands in the field while it is empty.
        """
        super().__init__()
        self._title = title
        self._value = value
        self._hint = hint
        self._refuse = refuse
        self._placeholder = placeholder

    def compose(self) -> ComposeResult:
        """Put a field in a box."""
        with Vertical(classes="box") as box:
            box.border_title = self._title
            box.border_subtitle = _("Enter takes it · Esc leaves")
            yield Input(self._value, self._placeholder, select_on_focus=False)
            yield Static("", classes="complaint", markup=False)
            if self._hint:
                yield Static(self._hint, classes="hint", markup=False)

    def action_leave(self) -> None:
        """Step back without an answer."""
        self.dismiss(None)

    @on(Input.Submitted)
    def _answer(self, event: Input.Submitted) -> None:
        complaint = self._refuse(event.value) if self._refuse else ""
        if not complaint:
            self.dismiss(event.value)
            return
        shown = self.query_one(".complaint", Static)
        shown.update(complaint)
        shown.add_class("-shown")


class LongTextPrompt(ModalScreen[str | None]):
    """Asks for a longer text; leaving keeps it, and gives None when nothing was changed."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "keep", "Keep", show=False)]

    def __init__(self, title: str, value: str = "", hint: str = "") -> None:
        """Ask."""
        super().__init__()
        self._title = title
        self._value = value
        self._hint = hint

    def compose(self) -> ComposeResult:
        """Put a text area in a box."""
        with Vertical(classes="box -tall") as box:
            box.border_title = self._title
            box.border_subtitle = _("Esc keeps what you wrote and closes")
            yield TextArea(self._value, soft_wrap=True, tab_behavior="focus")
            if self._hint:
                yield Static(self._hint, classes="hint", markup=False)

    def on_mount(self) -> None:
        """Begin at the end of what is there."""
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)

    def action_keep(self) -> None:
        """Give the text, if it was changed."""
        text = self.query_one(TextArea).text
        self.dismiss(None if text.strip() == self._value.strip() else text)


class Notice(ModalScreen[None]):
    """Tells something that is too long for a passing message."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,q", "leave", "Close", show=False),
        Binding("j,down", "scroll(1)", "Down", show=False),
        Binding("k,up", "scroll(-1)", "Up", show=False),
    ]

    def __init__(self, title: str, text: str) -> None:
        """Tell it."""
        super().__init__()
        self._title = title
        self._text = text

    def compose(self) -> ComposeResult:
        """Put the text in a box that scrolls."""
        with Vertical(classes="box -tall") as box:
            box.border_title = self._title
            box.border_subtitle = _("j k scroll · Esc closes")
            with VerticalScroll(can_focus=False):
                yield Static(self._text, markup=False)

    def action_leave(self) -> None:
        """Close."""
        self.dismiss()

    def action_scroll(self, by: int) -> None:
        """Scroll a line."""
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)
