"""Picking one or more things from many by typing a few letters of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rapidfuzz import fuzz, process, utils
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from qualkit.translation import _
from qualkit.tui.widgets.cells import cut
from qualkit.tui.widgets.row_list import Line, RowList

LEAST_LIKENESS = 75
"""Of 100; what is less like the typed letters is not shown."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be picked."""

    id: str
    text: str
    detail: str = ""
    """Shown behind the text, and not looked at when typing."""
    kind: str = ""
    """How the text is drawn; see `Piece` of the row list."""


class Picker(ModalScreen[list[str] | None]):
    """Gives the ids of what was picked, or None when the person steps back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave", show=False),
        Binding("down", "move(1)", "Down", show=False),
        Binding("up", "move(-1)", "Up", show=False),
        Binding("tab", "mark", "Mark", show=False, priority=True),
    ]

    def __init__(
        self,
        title: str,
        choices: Sequence[Choice],
        many: bool = False,
        hint: str = "",
        at: str = "",
    ) -> None:
        """Offer some choices.

        Args:
            title: The question.
            choices: In the order in which they are shown while nothing is typed.
            many: Whether more than one can be picked.
            hint: Stands above the choices.
            at: The id of the choice that the cursor stands on at first; the first when empty.
        """
        super().__init__()
        self._title = title
        self._choices = choices
        self._many = many
        self._hint = hint
        self._at = at
        self._marked: dict[str, None] = {}

    def compose(self) -> ComposeResult:
        """Put a field above the choices."""
        with Vertical(classes="box -tall") as box:
            box.border_title = self._title
            box.border_subtitle = (
                _("↑ ↓ move · Tab marks · Enter takes · Esc leaves")
                if self._many
                else _("↑ ↓ move · Enter takes · Esc leaves")
            )
            yield Input(placeholder=_("Type a few letters"), select_on_focus=False)
            if self._hint:
                yield Static(self._hint, classes="hint", markup=False)
            rows = RowList[Choice](
                self._draw, lambda choice: choice.id, empty=_("Nothing like that.")
            )
            rows.can_focus = False
            yield rows

    def on_mount(self) -> None:
        """Show everything."""
        self._rows.set_items(self._choices, self._at)

    def action_leave(self) -> None:
        """Step back without picking."""
        self.dismiss(None)

    def action_move(self, by: int) -> None:
        """Move the cursor while the letters go to the field."""
        self._rows.move_to(self._rows.cursor + by)

    def action_mark(self) -> None:
        """Mark the choice at the cursor, or take the mark away."""
        choice = self._rows.current
        if not self._many or choice is None:
            return
        if self._marked.pop(choice.id, 0) == 0:
            self._marked[choice.id] = None
        self._rows.refresh()
        self.action_move(1)

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        self._rows.set_items(best_matches(event.value, self._choices))
        self._rows.move_to(0)

    @on(Input.Submitted)
    def _take(self) -> None:
        choice = self._rows.current
        if self._marked:
            self.dismiss(list(self._marked))
        elif choice is not None:
            self.dismiss([choice.id])

    @on(RowList.Chosen)
    def _take_clicked(self) -> None:
        self._take()

    @property
    def _rows(self) -> RowList[Choice]:
        return self.query_one(RowList)

    def _draw(self, choice: Choice, width: int) -> Sequence[Line]:
        mark = ("[x] " if choice.id in self._marked else "[ ] ") if self._many else ""
        words = cut(f"{mark}{choice.text}", width)
        detail = cut(f"  {choice.detail}", width - len(words)) if choice.detail else ""
        return [[(words, choice.kind), (detail, "muted")]]


def best_matches(query: str, choices: Sequence[Choice]) -> Sequence[Choice]:
    """Give the choices that are like what was typed, the most like first."""
    if not query.strip():
        return choices
    found = process.extract(
        query,
        [choice.text for choice in choices],
        scorer=fuzz.WRatio,
        processor=utils.default_process,
        score_cutoff=LEAST_LIKENESS,
        limit=None,
    )
    likeness = {index: score for _text, score, index in found}
    # What holds the typed letters, spaces apart, comes before what is merely like them.
    wanted = _without_spaces(query)
    holding = [
        place for place, choice in enumerate(choices) if wanted in _without_spaces(choice.text)
    ]
    holding.sort(key=lambda place: -likeness.get(place, 0))
    like = [place for _text, _score, place in found if place not in holding]
    return [choices[place] for place in [*holding, *like]]


def _without_spaces(text: str) -> str:
    return "".join(text.casefold().split())
