"""The thematic map in words: themes with their subthemes and codes, and the lines between them."""

from collections.abc import Sequence
from textwrap import wrap
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from qualkit.domain.memos import ObjectType, Target
from qualkit.domain.text import one_line
from qualkit.domain.thematic_maps import MapLine, MapTheme, ThematicMap
from qualkit.domain.theme_relations import RelationKind
from qualkit.translation import N_, _
from qualkit.tui.actions import bindings_for
from qualkit.tui.base import QualkitScreen
from qualkit.tui.export_list import MAP_EXPORT
from qualkit.tui.terms import term
from qualkit.tui.widgets.cells import cut
from qualkit.tui.widgets.row_list import Line, RowList
from qualkit.tui.widgets.table_list import TableList
from qualkit.tui.words import count_of

EMPTY = N_("""There is no theme yet.

On the map you see your themes, what is in them
and how they stand to each other.

g t goes to the themes.""")

HEIGHT = 5
"""Lines of a row, the last one blank."""

_LINES = {
    RelationKind.DIFFERS: N_("{theme} differs from {other}"),
    RelationKind.LEADS_TO: N_("{theme} leads to {other}"),
    RelationKind.TENSION: N_("{theme} is in tension with {other}"),
}
"""With the numbers of two themes."""

Row = MapTheme | MapLine


class MapScreen(QualkitScreen):
    """Shows the map; Enter opens the theme."""

    SCREEN_NAME = "map"
    HEADING = N_("Map of the themes")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("map")]

    def compose_body(self) -> ComposeResult:
        """Give the list."""
        self._map = ThematicMap("", (), ())
        rows = RowList[Row](self._draw, _key, height=HEIGHT, empty=_(EMPTY))
        self._table = TableList(rows, _words)
        yield self._table

    def on_mount(self) -> None:
        """Show the map."""
        self._show()
        self._table.rows.focus()

    def refresh_touched(self, touched: frozenset[str]) -> None:
        """Show the map anew."""
        if touched & {"themes", "codes", "project"}:
            self._show()

    def memo_about(self) -> tuple[Target, str] | None:
        """A memo here is on the theme at the cursor; of a line, on its first."""
        row = self._table.current
        if row is None:
            return None
        theme = row if isinstance(row, MapTheme) else row.theme
        return Target(ObjectType.THEME, theme.id), f"'{theme.name}'"

    def action_draw_map(self) -> None:
        """Go to where the map is written as a picture."""
        from qualkit.tui.whereabouts import Place, open_place  # noqa: PLC0415 (it knows all)

        self.app.push_screen(open_place(Place("export", row=MAP_EXPORT)))

    @on(RowList.Chosen)
    def _open(self) -> None:
        from qualkit.tui.whereabouts import Place, open_place  # noqa: PLC0415 (it knows all)

        row = self._table.current
        if row is not None:
            theme = row if isinstance(row, MapTheme) else row.theme
            self.app.push_screen(open_place(Place("themes", row=theme.id)))

    def _show(self) -> None:
        whole = self.attempt(self.project.maps.whole)
        if whole is None:
            return
        self._map = whole
        self._table.set_items([*whole.everything(), *whole.lines], self.begin_at)
        themes = count_of(len(list(whole.everything())), "theme")
        lines = count_of(len(whole.lines), "line")
        self.set_heading(_(self.HEADING), f"{themes}, {lines}")

    def _draw(self, row: Row, width: int) -> Sequence[Line]:
        if isinstance(row, MapTheme):
            return _draw_theme(row, self._lines_at(row), width)
        return _draw_line(row, width)

    def _lines_at(self, theme: MapTheme) -> str:
        """Tell in a few words how a theme stands to others: "1 leads to 3; 2 differs from 1"."""
        ends = [line for line in self._map.lines if theme.id in (line.theme.id, line.other.id)]
        return "; ".join(map(_ends, ends))


def _draw_theme(theme: MapTheme, lines: str, width: int) -> Sequence[Line]:
    indent = "   " * theme.number.count(".")
    room = width - len(indent) - 3
    status = f"  ({term(theme.status)})"
    name = cut(f"{theme.number}  {one_line(theme.name)}", room + 3 - len(status))
    inner = f"{indent}   "
    idea = theme.short_idea or _("no central idea yet")
    codes = " · ".join(map(one_line, theme.codes)) or _("no codes yet")
    drawn: list[Line] = [
        [(f"{indent}{name}", "strong"), (status, "muted")],
        [(f"{inner}{cut(idea, room)}", "" if theme.idea else "muted")],
        [(f"{inner}{cut(codes, room)}", "muted")],
    ]
    if lines:
        drawn.append([(f"{inner}{cut(lines, room)}", "accent")])
    return drawn


def _draw_line(line: MapLine, width: int) -> Sequence[Line]:
    names = f"{one_line(line.theme.name)} – {one_line(line.other.name)}"
    sentence = line.sentence or _("The sentence on how they stand to each other is not written.")
    told = wrap(sentence, width - 3)
    if len(told) > 2:
        told = [told[0], cut(" ".join(told[1:]), width - 3)]
    return [
        [(_ends(line), "accent")],
        [(f"   {cut(names, width - 3)}", "muted")],
        *([(f"   {each}", "" if line.sentence else "muted")] for each in told),
    ]


def _ends(line: MapLine) -> str:
    return _(_LINES[line.kind]).format(theme=line.theme.number, other=line.other.number)


def _key(row: Row) -> str:
    return row.id if isinstance(row, MapTheme) else f"line {row.number}"


def _words(row: Row) -> str:
    if isinstance(row, MapTheme):
        return f"{row.number} {row.name} {row.idea} {' '.join(row.codes)}"
    return f"{row.theme.name} {row.other.name} {row.sentence}"
