"""What would be taken back or done again, shown before it is done."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from qualkit.domain.operations import PlannedStep
from qualkit.translation import _
from qualkit.tui.widgets.cells import cut
from qualkit.tui.widgets.row_list import Line, RowList
from qualkit.tui.words import local_time


class StepPlan(ModalScreen[bool | None]):
    """Gives True when the person wants these steps turned around."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "leave", "Leave", show=False)]

    def __init__(self, title: str, about: str, planned: Sequence[PlannedStep]) -> None:
        """Show steps, in the order in which they would be turned around.

        Args:
            title: The question.
            about: How many they are, and what stays.
            planned: At least one.
        """
        super().__init__()
        self._title = title
        self._about = about
        self._planned = planned
        self._blocked = [step for step in planned if step.obstacle]

    def compose(self) -> ComposeResult:
        """Put the steps under what would happen."""
        with Vertical(classes="box -tall") as box:
            box.border_title = self._title
            keys = _("Esc leaves it as it is")
            if not self._blocked:
                keys = _("Enter does it · j k move · Esc leaves it as it is")
            box.border_subtitle = keys
            yield Static(self._about, classes="hint", markup=False)
            if self._blocked:
                yield Static(self._why_not(), classes="complaint -shown", markup=False)
            yield RowList[PlannedStep](
                _draw, lambda step: step.operation.id, height=2 if self._blocked else 1
            )

    def on_mount(self) -> None:
        """Show the steps; where some cannot be, begin at the first of them."""
        rows = self.query_one(RowList)
        rows.set_items(self._planned, self._blocked[0].operation.id if self._blocked else "")
        rows.focus()

    def action_leave(self) -> None:
        """Leave everything as it is."""
        self.dismiss(False)

    @on(RowList.Chosen)
    def _agree(self) -> None:
        if not self._blocked:
            self.dismiss(True)

    def _why_not(self) -> str:
        numbers = ", ".join(str(step.operation.number) for step in self._blocked[:6])
        more = " …" if len(self._blocked) > 6 else ""
        return _("It is all or nothing, and these steps cannot be: {numbers} ({why}).").format(
            numbers=f"{numbers}{more}", why=self._blocked[0].obstacle
        )


def _draw(step: PlannedStep, width: int) -> Sequence[Line]:
    operation = step.operation
    head = f"{operation.number:>4}  {local_time(operation.at)}  "
    obstacle = _("cannot be: {why}").format(why=step.obstacle) if step.obstacle else ""
    return [
        [(head, "muted"), (cut(operation.summary, width - len(head)), "")],
        [(cut(f"      {obstacle}", width), "accent")],
    ]
