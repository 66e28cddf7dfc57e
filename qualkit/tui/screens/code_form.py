"""The form of a code's description in a codebook study: each part a field of its own."""

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import TextArea

from qualkit.domain.codes import DESCRIPTION_PARTS, Code, CodeChange
from qualkit.translation import N_, _

TITLES: Mapping[str, str] = {
    "description": N_("Definition"),
    "use_when": N_("When to use it"),
    "not_when": N_("When not to use it"),
    "example": N_("Example"),
    "boundary": N_("Boundary case: only just in, or only just out"),
}
"""What stands above each field."""


class CodeForm(ModalScreen[CodeChange | None]):
    """Asks for the parts of a description; leaving keeps what was written.

    Gives None when nothing was changed.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "keep", N_("Keep"), show=False)]

    def __init__(self, title: str, code: Code) -> None:
        """Ask about a code."""
        super().__init__()
        self._title = title
        self._code = code

    def compose(self) -> ComposeResult:
        """Put the fields under each other, in the order of a printed codebook."""
        with Vertical(classes="box -tall code-form") as box:
            box.border_title = self._title
            box.border_subtitle = _("Tab next field · Esc keeps what you wrote and closes")
            with VerticalScroll(can_focus=False):
                for name in DESCRIPTION_PARTS:
                    area = TextArea(getattr(self._code, name), id=name, tab_behavior="focus")
                    area.border_title = _(TITLES[name])
                    yield area

    def on_mount(self) -> None:
        """Begin in the first field that is empty."""
        areas = list(self.query(TextArea))
        next((area for area in areas if not area.text.strip()), areas[0]).focus()

    def action_keep(self) -> None:
        """Give what was changed."""
        change = CodeChange(
            description=self._typed("description"),
            use_when=self._typed("use_when"),
            not_when=self._typed("not_when"),
            example=self._typed("example"),
            boundary=self._typed("boundary"),
        )
        self.dismiss(None if change.of(self._code) == self._code else change)

    def _typed(self, name: str) -> str:
        return self.query_one(f"#{name}", TextArea).text
