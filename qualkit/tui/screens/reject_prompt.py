"""Rejecting a suggested phrase: for this source, or everywhere."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from qualkit.translation import _


class RejectPrompt(ModalScreen[bool | None]):
    """Gives whether to reject everywhere, or None when the person steps back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "answer(False)", "This source", show=False),
        Binding("e", "answer(True)", "Everywhere", show=False),
        Binding("escape,q", "leave", "Leave", show=False),
    ]

    def __init__(self, phrase: str, reference: str) -> None:
        """Ask about a phrase in the source with a reference (`P3`)."""
        super().__init__()
        self._phrase = phrase
        self._reference = reference

    def compose(self) -> ComposeResult:
        """Put the question in a box."""
        with Vertical(classes="box") as box:
            box.border_title = _("Do not suggest again")
            box.border_subtitle = _("s or e · Esc leaves")
            yield Static(f"“{self._phrase}”", markup=False)
            here = _("s  in {source} only").format(source=self._reference)
            yield Static("\n".join([here, _("e  everywhere")]), markup=False)

    def action_answer(self, everywhere: bool) -> None:
        """Take the answer."""
        self.dismiss(everywhere)

    def action_leave(self) -> None:
        """Step back without an answer."""
        self.dismiss(None)
