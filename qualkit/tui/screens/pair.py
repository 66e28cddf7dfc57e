"""Two sources side by side: why they may be one, and one key to say what they are."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from qualkit.domain.duplicates import PairsWanted, PairVerdict
from qualkit.domain.memos import ObjectType, Target
from qualkit.domain.pair_views import PairView
from qualkit.translation import N_, _
from qualkit.tui.actions import bindings_for
from qualkit.tui.base import QualkitScreen
from qualkit.tui.duplicate_text import LEGEND, state_of, told_of, whole_pair
from qualkit.tui.pair_deciding import decide_on
from qualkit.tui.pairs.layout import WIDE
from qualkit.tui.screens.prompts import Notice
from qualkit.tui.widgets.pair_canvas import PairCanvas
from qualkit.tui.widgets.pair_names import PairNames

FEW_REASONS, MANY_REASONS = 3, 8
"""Reasons that are told above the two on a low screen, and on a high one."""

HIGH = 32
"""Rows from which on a screen is high."""

WHILE_VEILED = frozenset(
    {"read_on", "back", "help", "go_to", "commands", "next_pair", "previous_pair"}
)
"""What can be done before the texts are shown."""

SHOWS = frozenset({"duplicates", "sources", "cases", "segments"})


class PairScreen(QualkitScreen):
    """Shows a pair, with the reasons always in view."""

    SCREEN_NAME = "pair"
    HEADING = N_("Two sources side by side")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("pair")]
    # One cell of a line is for the scroll bar.
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE + 1, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-low"), (HIGH, "-high")]  # noqa: RUF012

    def __init__(self, first_id: str, second_id: str, row: Sequence[str] = ()) -> None:
        """Show the pair of two sources.

        Args:
            first_id: Of the one.
            second_id: Of the other.
            row: The keys of the pairs to go through; those that wait when it is empty.
        """
        super().__init__()
        self._ids = first_id, second_id
        self._row = [*row]
        self._view: PairView | None = None

    @property
    def key(self) -> str:
        """Name the pair in front."""
        return self._view.entry.key if self._view else " ".join(self._ids)

    def opened_with(self) -> tuple[str, ...]:
        """Give the two sources."""
        return self._ids

    def compose_body(self) -> ComposeResult:
        """Put the reasons above the two."""
        self._view = self.attempt(lambda: self.project.duplicates.view(*self._ids))
        yield Static("", id="pair-told", markup=False)
        yield Static("", id="pair-note")
        if self._view:
            yield PairNames(self._view)
            yield PairCanvas(self._view)
        yield Static(_(LEGEND), id="pair-legend", markup=False)

    def on_mount(self) -> None:
        """Show the pair; one that is gone is left at once."""
        if self._view is None:
            self.app.pop_screen()
            return
        self._show(self._view)
        self._canvas.focus()

    def on_resize(self) -> None:
        """Tell as many reasons as there is room for."""
        if self._view:
            self._tell(self._view)

    def refresh_touched(self, touched: frozenset[str]) -> None:
        """Show the pair as it is now, in the place where one was."""
        if not touched & SHOWS:
            return
        view = self.attempt(lambda: self.project.duplicates.view(*self._ids))
        if view is None:
            self.app.pop_screen()
            return
        is_same_text = self._view is not None and _texts(view) == _texts(self._view)
        if not is_same_text:
            self._canvas.show(view)
        self._show(view)

    def memo_about(self) -> tuple[Target, str] | None:
        """A memo here is on the passage at the cursor."""
        spot = self._canvas.cursor.spot if self._view else None
        if spot is None:
            return super().memo_about()
        segment = self._canvas.passages.segment(spot)
        target = Target(
            ObjectType.PASSAGE, segment.version_id, segment.span.start, segment.span.end
        )
        return target, self._canvas.passages.reference(spot)

    @property
    def is_veiled(self) -> bool:
        """Whether a note on what is in the sources stands in place of their texts."""
        return self.has_class("-veiled")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tell what can be done: before the texts are shown, little."""
        if self.is_veiled:
            return action in WHILE_VEILED
        return action != "read_on" and super().check_action(action, parameters)

    def action_read_on(self) -> None:
        """Show the texts; the notes do not come back for them in this session."""
        self.qualkit.passed_notes.update(self._ids)
        if self._view:
            self._show(self._view)
            self._canvas.focus()

    def action_hold_same(self) -> None:
        """Hold the two for the same."""
        self._decide(PairVerdict.SAME)

    def action_hold_different(self) -> None:
        """Hold the two for different."""
        self._decide(PairVerdict.DIFFERENT)

    def action_hold_unsure(self) -> None:
        """Keep that one cannot tell."""
        self._decide(PairVerdict.UNSURE)

    @work
    async def _decide(self, verdict: PairVerdict) -> None:
        if self._view:
            await decide_on(self, self._view.entry, verdict)

    def action_reopen_pair(self) -> None:
        """Let the pair wait again."""
        if self._view is None or self._view.entry.decided is None:
            self.say(_("Nothing was decided on these two yet."))
            return
        outcome = self.attempt(lambda: self.project.duplicates.reopen(*self._ids))
        if outcome:
            self.done(outcome, _("The pair waits again."))

    def action_next_alike(self) -> None:
        """Go to the next alike passage."""
        self._to_alike(1)

    def action_previous_alike(self) -> None:
        """Go to the alike passage before."""
        self._to_alike(-1)

    def _to_alike(self, by: int) -> None:
        if not self._canvas.next_alike(by):
            some = bool(self._canvas.passages.alike)
            none = _("No passages are alike; the reasons tell what they have in common.")
            self.say(_("There is no further alike passage.") if some else none)

    def action_next_shared(self) -> None:
        """Go to the next rare word in common."""
        self._to_shared(1)

    def action_previous_shared(self) -> None:
        """Go to the rare word in common before."""
        self._to_shared(-1)

    def _to_shared(self, by: int) -> None:
        if not self._canvas.next_shared(by):
            some = any(side.shared for side in self._canvas.passages.sides)
            none = _("They have no rare words in common; the reasons tell what they have.")
            self.say(_("There is no further rare word that both have.") if some else none)

    def action_cross(self) -> None:
        """Go to the other of the two."""
        self._canvas.cross()

    @on(PairCanvas.Chosen)
    def action_read_source(self) -> None:
        """Read the source at the cursor, where the cursor is."""
        spot = self._canvas.cursor.spot
        if spot is None:
            self.qualkit.open_reader(self._ids[0])
            return
        passages = self._canvas.passages
        word = self._canvas.cursor.word
        start = word.start if word else passages.segment(spot).span.start
        self.qualkit.open_reader(passages.sides[spot.side].source.id, start)

    def action_next_pair(self) -> None:
        """Go to the next pair of the row."""
        self._to_pair(1)

    def action_previous_pair(self) -> None:
        """Go to the pair before."""
        self._to_pair(-1)

    def _to_pair(self, by: int) -> None:
        if not self._row:
            waiting = self.project.duplicates.candidates(PairsWanted.WAITING)
            self._row = [entry.key for entry in waiting]
        place = self._row.index(self.key) + by if self.key in self._row else 0
        if not 0 <= place < len(self._row):
            self.say(_("This is the last pair.") if by > 0 else _("This is the first pair."))
            return
        first, _space, second = self._row[place].partition(" ")
        view = self.attempt(lambda: self.project.duplicates.view(first, second))
        if view:
            self._ids = first, second
            self._canvas.show(view)
            self._show(view)

    def action_show_reasons(self) -> None:
        """Show every reason."""
        if self._view:
            self.app.push_screen(Notice(_("Why these two"), whole_pair(self._view.entry)))

    @property
    def _canvas(self) -> PairCanvas:
        return self.query_one(PairCanvas)

    def _show(self, view: PairView) -> None:
        self._view = view
        self._veil(view)
        self.query_one(PairNames).show(view)
        first, second = (f"P{side.source.number}" for side in (view.first, view.second))
        heading = _("{first} beside {second}").format(first=first, second=second)
        self.set_heading(heading, self._where(view))
        self._tell(view)
        self.refresh_bindings()

    def _where(self, view: PairView) -> str:
        """Tell how the pair stands, and where it is in the row."""
        state = state_of(view.entry) or _("to decide")
        if self.key not in self._row:
            return state
        place = _("{place} of {count}").format(
            place=self._row.index(self.key) + 1, count=len(self._row)
        )
        return f"{state} · {place}"

    def _tell(self, view: PairView) -> None:
        most = MANY_REASONS if self.app.size.height >= HIGH else FEW_REASONS
        self.query_one("#pair-told", Static).update("\n".join(told_of(view.entry, most)))

    def _veil(self, view: PairView) -> None:
        """Show the notes on what is in the texts first, once in a session."""
        wanted = self.qualkit.settings.content_notes
        notes = self.project.terms.content_notes() if wanted else {}
        told = [Content.styled(_("Before you read these two"), "bold")]
        for side in (view.first, view.second):
            source = side.source
            if source.id in notes and source.id not in self.qualkit.passed_notes:
                told.append(Content(f"P{source.number}: {notes[source.id]}"))
        self.set_class(len(told) > 1, "-veiled")
        told.append(Content.styled(_("Enter reads on · Esc goes back"), "$muted"))
        self.query_one("#pair-note", Static).update(Content("\n\n").join(told))


def _texts(view: PairView) -> tuple[object, ...]:
    """Give what is drawn of a pair."""
    sides = (view.first, view.second)
    return tuple((side.source.id, side.text, side.passages, side.shared) for side in sides)
