"""Choosing the profile of a study, each explained in two lines."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from qualkit.domain.projects import Profile
from qualkit.translation import _
from qualkit.tui.profile_words import PROFILE_WORDS
from qualkit.tui.widgets.cells import cut
from qualkit.tui.widgets.passages import two_lines
from qualkit.tui.widgets.row_list import Line, RowList

ROW_LINES = 4


class ProfileChooser(ModalScreen[Profile | None]):
    """Gives the profile that was chosen, or None when the person steps back."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "leave", "Leave", show=False)]

    def __init__(self, now: Profile) -> None:
        """Offer the profiles, beginning at the one there is."""
        super().__init__()
        self._now = now

    def compose(self) -> ComposeResult:
        """List the profiles with what they are."""
        with Vertical(classes="box") as box:
            box.border_title = _("Which form of analysis?")
            box.border_subtitle = _("Enter takes it · Esc stays with '{name}'").format(
                name=_(PROFILE_WORDS[self._now].name)
            )
            yield RowList[Profile](_draw, lambda profile: profile.value, height=ROW_LINES)
            hint = _("It decides words, questions and exports; g i changes it.")
            yield Static(hint, classes="hint", markup=False)

    def on_mount(self) -> None:
        """Show the profiles."""
        rows = self.query_one(RowList)
        rows.styles.height = len(Profile) * ROW_LINES
        rows.set_items([*Profile], self._now.value)
        rows.focus()

    def action_leave(self) -> None:
        """Stay with the profile there is."""
        self.dismiss(None)

    @on(RowList.Chosen)
    def _take(self) -> None:
        self.dismiss(self.query_one(RowList).current)


def _draw(profile: Profile, width: int) -> Sequence[Line]:
    words = PROFILE_WORDS[profile]
    about = two_lines(_(words.about), width - 2)
    return [[(cut(_(words.name), width), "strong")], *([(f"  {line}", "")] for line in about)]
