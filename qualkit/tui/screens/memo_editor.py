"""Writing a memo: one window for a memo on anything."""

from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Select, Static, TextArea

from qualkit.domain.memos import MemoKind

KINDS = {
    MemoKind.ANALYTIC: "analytic: what this may mean",
    MemoKind.REFLEXIVE: "reflexive: my own part in it; private until you share it",
    MemoKind.METHOD: "method: how it was done",
    MemoKind.DECISION: "decision: what was chosen, and why",
    MemoKind.DOUBT: "doubt: to come back to",
    MemoKind.ETHICS: "ethics: what asks for care",
    MemoKind.NARRATIVE: "narrative: the story of a theme, printed in its summary",
}
"""How each kind is offered."""


class MemoDraft(NamedTuple):
    """What was written."""

    body: str
    kind: MemoKind


class MemoEditor(ModalScreen[MemoDraft | None]):
    """Gives a body and a kind when the person leaves; None when it is empty or unchanged."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "keep", "Keep", show=False)]

    def __init__(self, title: str, body: str = "", kind: MemoKind = MemoKind.ANALYTIC) -> None:
        """Write a new memo, or one that has a body already."""
        super().__init__()
        self._title = title
        self._body = body
        self._kind = kind

    def compose(self) -> ComposeResult:
        """Put a text area above the kinds."""
        kinds = [
            (words, kind)
            for kind, words in KINDS.items()
            if kind is not MemoKind.NARRATIVE or self._kind is MemoKind.NARRATIVE
        ]
        with Vertical(classes="box -tall memo-editor") as box:
            box.border_title = self._title
            box.border_subtitle = "Esc keeps it and closes · an empty one is not kept"
            yield TextArea(self._body, soft_wrap=True, tab_behavior="focus")
            yield Static("Kind (Tab, then Enter)", classes="field-name", markup=False)
            yield Select(kinds, value=self._kind, allow_blank=False)

    def on_mount(self) -> None:
        """Write on where the memo ends."""
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)
        area.focus()

    def action_keep(self) -> None:
        """Give what was written."""
        body = self.query_one(TextArea).text.strip()
        chosen = self.query_one(Select).value
        kind = chosen if isinstance(chosen, MemoKind) else self._kind
        is_changed = (body, kind) != (self._body.strip(), self._kind)
        self.dismiss(MemoDraft(body, kind) if body and is_changed else None)
