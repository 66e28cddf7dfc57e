"""The form of a theme: name, central idea, scope, relation to the question, status and place."""

from collections.abc import Callable, Sequence
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
from qualkit.domain.theme_tree import parts_of
from qualkit.domain.themes import Theme, ThemeStatus
from qualkit.errors import QualkitError
from qualkit.translation import N_, _
from qualkit.tui.terms import term

FIELDS = (
    ("central_idea", N_("Central idea, in one or two sentences")),
    ("belongs", N_("What belongs to it")),
    ("excludes", N_("What does not, though it is near")),
    ("relation", N_("How it answers the question")),
)
"""The longer fields of a theme with their titles."""

TOP = ""
"""Stands for no theme above."""


class ThemeForm(ModalScreen[None]):
    """Edits a theme, or describes a new one; what was typed is never lost."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "keep", "Keep", show=False)]

    def __init__(
        self, theme: Theme | None, keep: Callable[[Theme], None], themes: Sequence[Theme] = ()
    ) -> None:
        """Open the form.

        Args:
            theme: What to edit; None for a new one.
            keep: Keeps the theme, or raises a `QualkitError`, which is shown in the form.
            themes: All themes, of which it may be made a part.
        """
        super().__init__()
        self._is_new = theme is None
        inside = parts_of(themes, theme.id) if theme else frozenset()
        self._above = [each for each in themes if each.id not in inside]
        self._theme = theme or Theme("", "", utc_now())
        self._keep = keep
        self._refused: Theme | None = None

    def compose(self) -> ComposeResult:
        """Put the fields under each other, the central idea right under the name."""
        with Vertical(classes="box -tall theme-form") as box:
            box.border_title = self._heading()
            box.border_subtitle = _("Tab next field · Esc keeps and closes")
            with VerticalScroll(can_focus=False):
                yield _titled(Input(self._theme.name, id="name", select_on_focus=False), _("Name"))
                for field, title in FIELDS:
                    text = str(getattr(self._theme, field))
                    yield _titled(TextArea(text, id=field, tab_behavior="focus"), _(title))
                status = _("Status: {status}")
                statuses = [(status.format(status=term(item)), item) for item in ThemeStatus]
                select = Select(statuses, allow_blank=False, value=self._theme.status, id="status")
                yield select
                if self._above:
                    yield self._parents()
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

    def _parents(self) -> Select[str]:
        part = _("Part of: {theme}")
        places = [(part.format(theme=_("no other theme")), TOP)]
        places += [(part.format(theme=each.name), each.id) for each in self._above]
        above = self._theme.parent_id or TOP
        return Select(places, allow_blank=False, value=above, id="parent")

    def _typed(self) -> Theme:
        """Give the theme as the fields have it."""
        above = self.query("#parent").results(Select)
        status = self.query_one("#status", Select).value
        return replace(
            self._theme,
            name=self.query_one("#name", Input).value.strip(),
            central_idea=self.query_one("#central_idea", TextArea).text.strip(),
            belongs=self.query_one("#belongs", TextArea).text.strip(),
            excludes=self.query_one("#excludes", TextArea).text.strip(),
            relation=self.query_one("#relation", TextArea).text.strip(),
            status=ThemeStatus(str(status)),
            parent_id=next((str(each.value) for each in above), TOP) or None,
        )


W = TypeVar("W", bound=Widget)


def _titled(widget: W, title: str) -> W:
    widget.border_title = title
    return widget
