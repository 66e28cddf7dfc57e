"""Writing a memo: one window for a memo on anything; what is typed is kept as one goes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Checkbox, Select, Static, TextArea

from qualkit.domain.memos import MemoDraft, MemoKind
from qualkit.translation import N_, _
from qualkit.tui.screens.picker import Choice, Picker

KINDS: Mapping[MemoKind, str] = {
    MemoKind.ANALYTIC: N_("analytic: what this may mean"),
    MemoKind.REFLEXIVE: N_("reflexive: my own part in it; private until you share it"),
    MemoKind.METHOD: N_("method: how it was done"),
    MemoKind.DECISION: N_("decision: what was chosen, and why"),
    MemoKind.DOUBT: N_("doubt: to come back to"),
    MemoKind.ETHICS: N_("ethics: what asks for care"),
    MemoKind.LIMITATION: N_("limitation: what the material cannot show; gathered in exports"),
    MemoKind.NARRATIVE: N_("narrative: the story of a theme, printed in its summary"),
}
"""How each kind is offered."""

KEEP_SECONDS = 1.0
"""How often what is typed is kept; a terminal that is killed loses no more than that."""

CITE = "[["
"""Typed in a memo, it offers what can be cited."""


class TickBox(Checkbox):
    """A box that is empty when it is not ticked, so that no colour has to tell."""

    def watch_value(self) -> None:
        """Draw the tick, or take it away."""
        self.BUTTON_INNER = "X" if self.value else " "
        super().watch_value()


class MemoEditor(ModalScreen[MemoDraft | None]):
    """Gives what was written when the person leaves; None when it is empty or unchanged."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "keep", "Keep", show=False)]

    def __init__(
        self,
        title: str,
        draft: MemoDraft,
        keep_draft: Callable[[MemoDraft], None],
        citable: Callable[[], Sequence[Choice]],
        note: str = "",
    ) -> None:
        """Write a memo, or go on with one.

        Args:
            title: What it is about.
            draft: What there is of it already.
            keep_draft: Called with what is there, now and then, while one writes.
            citable: Gives what can be cited; the id of a choice is what is put in the text.
            note: Stands above the text.
        """
        super().__init__()
        self._title = title
        self._draft = draft
        # What is there now; when the program is being closed, the widgets cannot tell any more.
        self._latest = draft
        self._kept = draft
        self._keep_draft = keep_draft
        self._citable = citable
        self._note = note
        self._length = len(draft.body)
        self._is_done = False

    def compose(self) -> ComposeResult:
        """Put a text area above the kind and who sees it."""
        kinds = [
            (_(words), kind)
            for kind, words in KINDS.items()
            if kind is not MemoKind.NARRATIVE or self._draft.kind is MemoKind.NARRATIVE
        ]
        with Vertical(classes="box -tall memo-editor") as box:
            box.border_title = self._title
            box.border_subtitle = _("Esc keeps it and closes · [[ cites · Tab kind and sharing")
            if self._note:
                yield Static(self._note, classes="hint", markup=False)
            yield TextArea(self._draft.body, soft_wrap=True, tab_behavior="focus")
            yield Select(kinds, value=self._draft.kind, allow_blank=False, compact=True)
            yield TickBox(
                _("private: I alone see it, and no export has it"),
                not self._draft.shared,
                compact=True,
            )

    def on_mount(self) -> None:
        """Write on where the memo ends."""
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)
        area.focus()
        self.set_interval(KEEP_SECONDS, self.keep_what_is_there)

    def on_unmount(self) -> None:
        """Keep what is there when the program is closed."""
        self.keep_what_is_there()

    def keep_what_is_there(self) -> None:
        """Keep what is typed so far, if that is anything new."""
        if self._latest != self._kept and not self._is_done:
            self._kept = self._latest
            self._keep_draft(self._latest)

    def action_keep(self) -> None:
        """Give what was written."""
        now = self._now
        self._is_done = True
        self.dismiss(replace(now, body=now.body.strip()) if now.body.strip() else None)

    @property
    def _now(self) -> MemoDraft:
        chosen = self.query_one(Select).value
        return replace(
            self._draft,
            body=self.query_one(TextArea).text,
            kind=chosen if isinstance(chosen, MemoKind) else self._draft.kind,
            shared=not self.query_one(Checkbox).value,
        )

    @on(Select.Changed)
    def _follow_kind(self, event: Select.Changed) -> None:
        """A reflexive memo is private at first; the others are shared, unless one says so."""
        if isinstance(event.value, MemoKind) and event.value is not self._draft.kind:
            self.query_one(Checkbox).value = not event.value.shared_by_default

    @on(TextArea.Changed)
    @on(Select.Changed)
    @on(Checkbox.Changed)
    def _follow(self) -> None:
        self._latest = self._now

    @on(TextArea.Changed)
    def _offer_citing(self, event: TextArea.Changed) -> None:
        area = event.text_area
        is_typed = len(area.text) == self._length + 1
        self._length = len(area.text)
        row, column = area.cursor_location
        if is_typed and area.document.get_line(row)[:column].endswith(CITE):
            self._cite()

    @work
    async def _cite(self) -> None:
        """Let the person choose what to cite, and put it where she is writing."""
        picked = await self.app.push_screen_wait(
            Picker(
                _("Cite what?"),
                self._citable(),
                hint=_("A line is cited by its number, anywhere in a memo: P3:27"),
            )
        )
        area = self.query_one(TextArea)
        if picked:
            row, column = area.cursor_location
            area.replace(picked[0], (row, column - len(CITE)), (row, column))
            self._length = len(area.text)
        area.focus()
