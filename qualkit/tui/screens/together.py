"""Which codes stand together in the texts, and which themes share passages."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType

from qualkit.analysis.together import Together
from qualkit.domain.text import searchable
from qualkit.domain.themes import Theme
from qualkit.translation import N_, _, ngettext
from qualkit.tui.actions import bindings_for
from qualkit.tui.base import QualkitScreen
from qualkit.tui.screens.passages import PassagesScreen
from qualkit.tui.screens.picker import Choice, Picker
from qualkit.tui.screens.prompts import TextPrompt
from qualkit.tui.widgets.grid import Grid
from qualkit.tui.widgets.grid_base import HEADING
from qualkit.tui.widgets.row_list import Line
from qualkit.tui.words import count_of

NO_CODES = N_("""No two codes overlap here.

Codes stand together where passages that are coded with them overlap.
f shows the codes of one theme; Tab shows themes.""")

NO_THEMES = N_("""There are no themes to put beside each other.

g t goes to the themes; Tab shows codes.""")

NOTHING = "·"
"""Stands where two share nothing."""

EVERY = "every"


@dataclass(frozen=True, slots=True)
class _Heading:
    """A code or theme, as a row and as a column."""

    id: str
    name: str
    short: str
    """Without what it is under."""


class TogetherScreen(QualkitScreen):
    """Shows codes against codes, or themes against themes; Enter opens what two share."""

    SCREEN_NAME = "together"
    HEADING = N_("Codes together")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("together")]

    def __init__(self) -> None:
        """Begin with all codes that overlap another, participants' words only."""
        super().__init__()
        self._of_themes = False
        self._evidence = True
        self._theme: Theme | None = None
        self._words = ""
        self._found: Together | None = None
        self._rows: list[_Heading] = []
        self._columns: list[_Heading] = []

    def compose_body(self) -> ComposeResult:
        """Give the grid."""
        self._grid = Grid(self._draw, self._about, column_width=10)
        yield self._grid

    def on_mount(self) -> None:
        """Show the codes."""
        self._show()
        self._grid.focus()

    def refresh_touched(self, touched: frozenset[str]) -> None:
        """Count anew."""
        if touched & {"themes", "codes", "codings", "sources"}:
            self._show()

    def action_next_view(self) -> None:
        """Go from codes to themes, or back."""
        self._of_themes = not self._of_themes
        self._show()

    def action_whose_words(self) -> None:
        """Count what only interviewers and helpers say as well, or no longer."""
        self._evidence = not self._evidence
        self._show()

    @work
    async def action_narrow(self) -> None:
        """Show the codes of one theme, or of all again."""
        themes = self.project.themes.all(dropped=False)
        choices = [Choice(theme.id, theme.name, theme.central_idea) for theme in themes]
        every = Choice(EVERY, _("(all codes that overlap another)"))
        picked = await self.app.push_screen_wait(
            Picker(_("The codes of which theme?"), [every, *choices])
        )
        if picked:
            self._theme = next((theme for theme in themes if theme.id == picked[0]), None)
            self._of_themes = False
            self._show()

    @work
    async def action_filter(self) -> None:
        """Keep only the rows whose name holds some words."""
        hint = _("Leave nothing to show every row again.")
        words = await self.app.push_screen_wait(
            TextPrompt(_("Type what the rows should hold"), self._words, hint)
        )
        if words is not None:
            self._words = words.strip()
            self._show()

    @on(Grid.Chosen)
    def _open(self) -> None:
        row, column = self._grid.at
        if self._found is None or (row, column) == (HEADING, HEADING):
            self.say(_("Go to a number, or to a name, and press Enter."))
            return
        one = self._rows[row] if row >= 0 else self._columns[column]
        other = self._columns[column] if column >= 0 else one
        found = self._found.coding_ids(one.id, other.id)
        title = one.short if one == other else f"{one.short} + {other.short}"
        if found:
            self.app.push_screen(PassagesScreen(title, found))
        else:
            said = _("'{one}' and '{other}' share no place.")
            self.say(said.format(one=one.short, other=other.short))

    def _show(self) -> None:
        self._columns = self._read_themes() if self._of_themes else self._read_codes()
        wanted = searchable(self._words).split()
        self._rows = [
            each for each in self._columns if all(word in searchable(each.name) for word in wanted)
        ]
        self._grid.empty = _(NO_THEMES if self._of_themes else NO_CODES)
        if wanted and self._columns:
            self._grid.empty = _("No row holds that. / changes it.")
        names = [each.short for each in self._rows]
        self._grid.set_table(names, [each.short for each in self._columns])
        heading = _("Themes together") if self._of_themes else _(self.HEADING)
        narrowed = [] if self._of_themes or self._theme is None else [self._theme.name]
        searched = [f"/ {self._words}"] if wanted else []
        whose = _("participants' words") if self._evidence else _("everybody's words")
        self.set_heading(" · ".join([heading, *narrowed, *searched]), whose)

    def _read_codes(self) -> list[_Heading]:
        theme_ids = [self._theme.id] if self._theme else []
        read = self.attempt(lambda: self.project.together.codes(theme_ids, self._evidence))
        if read is None:
            return []
        self._found = read.found
        # Of a theme, what shares nothing tells something as well.
        shown = {entry.code.id for entry in read.entries} if theme_ids else self._found.sharing
        return [
            _Heading(entry.code.id, entry.path, entry.code.name)
            for entry in read.entries
            if entry.code.id in shown
        ]

    def _read_themes(self) -> list[_Heading]:
        read = self.attempt(lambda: self.project.together.themes(self._evidence))
        if read is None:
            return []
        self._found = read.found
        return [_Heading(theme.id, theme.name, theme.name) for theme in read.themes]

    def _draw(self, row: int, column: int, _width: int) -> Sequence[Line]:
        one, other = self._rows[row], self._columns[column]
        if one.id == other.id:
            return [[("=", "muted")]]
        places = self._places(one, other)
        return [[(str(places), "") if places else (NOTHING, "muted")]]

    def _about(self, row: int, column: int) -> str:
        """Tell what the number is."""
        if (row, column) == (HEADING, HEADING):
            return ""
        one = self._rows[row] if row >= 0 else self._columns[column]
        other = self._columns[column] if column >= 0 else one
        places = self._places(one, other)
        if one.id == other.id:
            return count_of(places, "passage")
        if not places:
            return _("no shared place")
        said = ngettext("{count} shared place", "{count} shared places", places)
        return said.format(count=places)

    def _places(self, one: _Heading, other: _Heading) -> int:
        return self._found.places(one.id, other.id) if self._found else 0
