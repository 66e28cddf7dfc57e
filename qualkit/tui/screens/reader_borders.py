"""Moving the borders of a coded segment, with the keys that select."""

from textual import events

from qualkit.domain.codings import Coding
from qualkit.domain.spans import Span
from qualkit.translation import _
from qualkit.tui.reading.actions import CODING_ACTIONS, READER_ACTIONS
from qualkit.tui.screens.reader_coded import ReaderCoded

_WAITING = CODING_ACTIONS | {"undo", "redo", "memo", "copy"}
"""What is not done while borders are moved."""

_WAITING_KEYS = frozenset(
    key for action in READER_ACTIONS if action.name in _WAITING for key in action.keys
) - {"enter"} | {"u", "r", "m"}


class ReaderBorders(ReaderCoded):
    """While borders are moved, the selection is where they will be; the old ones stay in sight."""

    _moving: Coding | None = None
    _asked_about: Span | None = None
    """The borders that would tear a quote, which was told; the same again keeps them."""

    @property
    def is_moving(self) -> bool:
        """Whether the borders of a coding are being moved."""
        return self._moving is not None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tell what can be done now: while borders are moved, no coding."""
        if action == "keep_borders":
            return self.is_moving
        if self.is_moving and action in _WAITING:
            return False
        return super().check_action(action, parameters)

    def on_key(self, event: events.Key) -> None:
        """Say why a key that codes does nothing while borders are moved."""
        if self.is_moving and event.key in _WAITING_KEYS:
            self.say(self.selected_words())

    def action_move_borders(self) -> None:
        """Move the borders of a coding at the cursor; which one, if there are more."""
        if not self.is_moving:
            self._choose_coding(_("Of which one are the borders to be moved?"), self._begin)

    def _begin(self, coding: Coding) -> None:
        self._moving, self._asked_about = coding, None
        self.view.kept = coding.span
        self.cursor.hold(coding.span)
        self.view.show_selection()
        self._tell()

    def _tell(self) -> None:
        self.say(self.selected_words())
        self.refresh_bindings()

    def selected_words(self) -> str:
        """Tell how much is selected; while borders are moved, how to end that."""
        span = self.cursor.span
        if self._moving is None or span is None:
            return super().selected_words()
        keys = _("Enter keeps · Esc leaves it as it was · e other end")
        return f"{self.amount_of(span)}   {keys}"

    def leave_borders(self) -> None:
        """Leave the borders as they were."""
        coding = self._moving
        self._end()
        if coding is not None:
            self.cursor.select(coding.span)
        self.view.show_selection()
        self.say(_("The borders are as they were."))

    def _end(self) -> None:
        self._moving, self.view.kept = None, None
        self.cursor.drop()
        self.refresh_bindings()

    def action_keep_borders(self) -> None:
        """Keep the borders as they are selected now."""
        coding, span = self._moving, self.cursor.span
        if coding is None or span is None:
            return
        if span == coding.span:
            self.leave_borders()
            return
        torn = self.attempt(lambda: self.project.quotes.torn_by(coding.id, span))
        if torn and span != self._asked_about:
            self._asked_about = span
            told = _(
                "A quote would not be word for word any more. Enter: all the same · Esc   “{words}”"
            )
            self.say(told.format(words=torn[0].printed))
        elif torn is not None:
            self._keep(coding, span, is_torn=bool(torn))

    def _keep(self, coding: Coding, span: Span, is_torn: bool) -> None:
        outcome = self.attempt(lambda: self.project.codings.resize(coding.id, span))
        if outcome is None:
            return
        message = _("Moved the borders of '{code}'.").format(code=self.contents.name_of(coding))
        if is_torn:
            told = _("A quote of it is not word for word now: mend it in its theme (g t).")
            self.notify(told, severity="warning", markup=False)
        elif self.project.quotes.of_coding(coding.id):
            self.notify(_("It is printed as a quote: those words change along."), markup=False)
        self._end()
        self.cursor.select(outcome.value.span)
        self.view.show_selection()
        self.done(outcome, message)

    def refresh_touched(self, touched: frozenset[str]) -> None:
        """Read again what changed; a coding that changed elsewhere is moved no longer."""
        super().refresh_touched(touched)
        if self._moving is not None and self._moving not in self.contents.codings.all:
            self._end()
            self.moved()
            self.say(_("The coded segment was changed elsewhere; its borders are not moved."))
