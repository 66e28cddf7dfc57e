"""The form of a theme: name, central idea, scope and status."""

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Button, Input, Select, Static, TextArea

from qualkit.domain.identity import utc_now
from qualkit.domain.themes import Theme, ThemeStatus
from qualkit.errors import QualkitError
from qualkit.translation import _
from qualkit.tui.terms import term


class ThemeForm(ModalScreen[None]):
    """Edits a theme, or describes a new one; what was typed is never lost."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "keep", "Keep", show=False)]

    def __init__(self, theme: Theme | None, keep: Callable[[Theme], None]) -> None:
        """Open the form.

        Args:
            theme: What to edit; None for a new one.
            keep: Keeps the theme, or raises a `QualkitError`, which is shown in the form.
        """
        super().__init__()
        self._is_new = theme is None
        self._theme = theme or Theme("", "", utc_now())
        self._keep = keep
        self._refused: Theme | None = None

    def compose(self) -> ComposeResult:
        """Put the fields under each other, the central idea right under the name."""
        with Vertical(classes="box -tall") as box:
            box.border_title = self._heading()
            box.border_subtitle = _("Tab next field · Esc keeps and closes")
            with VerticalScroll(can_focus=False):
                yield _titled(Input(self._theme.name, id="name", select_on_focus=False), _("Name"))
                for field, title in (
                    ("central_idea", _("Central idea, in one or two sentences")),
                    ("belongs", _("What belongs to it")),
                    ("excludes", _("What does not, though it is near")),
                ):
                    text = str(getattr(self._theme, field))
                    yield _titled(TextArea(text, id=field, tab_behavior="focus"), title)
                status = _("Status: {status}")
                statuses = [(status.format(status=term(item)), item) for item in ThemeStatus]
                select = Select(statuses, allow_blank=False, value=self._theme.status, id="status")
                yield select
            yield Static("", classes="complaint", markup=False)
            yield Button(_("Save"), id="save", compact=True)

    def _heading(self) -> str:
        return _("New theme") if self._is_new else _("Theme '{name}'").format(name=self._theme.name)

    def action_keep(self) -> None:
        """Keep what was typed and close; what was refused a moment ago is let go."""
        typed = self._typed()
        if typed in (self._theme, self._refused):
            self.dismiss()
        else:
            self.save()

    @on(Input.Submitted)
    @on(Button.Pressed)
    def save(self) -> None:
        """Keep what was typed, and close if that can be."""
        typed = self._typed()
        if typed == self._theme and not self._is_new:
            self.dismiss()
            return
        try:
            self._keep(typed)
        except QualkitError as error:
            self._refused = typed
            complaint = self.query_one(".complaint", Static)
            leave = _("Esc again leaves without keeping.")
            complaint.update(" ".join(filter(None, (error.message, error.hint, leave))))
            complaint.add_class("-shown")
            self.query_one("#name", Input).focus()
        else:
            self.dismiss()

    def _typed(self) -> Theme:
        """Give the theme as the fields have it."""
        status = self.query_one("#status", Select).value
        return replace(
            self._theme,
            name=self.query_one("#name", Input).value.strip(),
            central_idea=self.query_one("#central_idea", TextArea).text.strip(),
            belongs=self.query_one("#belongs", TextArea).text.strip(),
            excludes=self.query_one("#excludes", TextArea).text.strip(),
            status=ThemeStatus(str(status)),
        )


W = TypeVar("W", bound=Widget)


def _titled(widget: W, title: str) -> W:
    widget.border_title = title
    return widget
