"""The list of themes as a tree, and beside it the one at the cursor, written out."""

from collections.abc import Callable, Mapping, Sequence
from textwrap import fill
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from qualkit.domain.memos import ObjectType, Target
from qualkit.domain.operations import Outcome
from qualkit.domain.theme_readings import ReadState
from qualkit.domain.theme_tree import ThemeEntry
from qualkit.domain.themes import Theme
from qualkit.translation import N_, _
from qualkit.tui.base import QualkitScreen
from qualkit.tui.openings import Pause
from qualkit.tui.profile_words import PROFILE_WORDS
from qualkit.tui.terms import term
from qualkit.tui.theme_text import heard, quotes_of, theme_text
from qualkit.tui.widgets.passages import two_lines
from qualkit.tui.widgets.row_list import Line, RowList
from qualkit.tui.widgets.table_list import TableList
from qualkit.tui.words import count_of

EMPTY = N_("""There is no theme yet.

{meaning}

Press n to make one.""")

EMPTY_WIDTH = 28

MANY = 500
"""Codings of a theme of which the texts are not read when it is shown."""

TOO_MANY = N_("There are many passages; g p tells who is heard.")

NO_THEME = N_("The theme at the cursor is shown here.")


class ThemesList(QualkitScreen):
    """Shows the themes; what can be done to them is on the screens made of it."""

    SCREEN_NAME: ClassVar[str] = "themes"
    HEADING: ClassVar[str] = N_("Themes")

    def __init__(self) -> None:
        """Begin with no theme shown."""
        super().__init__()
        self._shown_id = ""
        self._read: Mapping[str, ReadState] = {}

    def compose_body(self) -> ComposeResult:
        """Put the list beside the theme."""
        meaning = fill(_(PROFILE_WORDS[self.project.info.profile].theme), EMPTY_WIDTH)
        empty = _(EMPTY).format(meaning=meaning)
        rows = RowList(self._draw, lambda entry: entry.theme.id, height=3, empty=empty)
        self._table = TableList(rows, lambda item: f"{item.theme.name} {item.theme.central_idea}")
        with Horizontal(classes="beside"):
            yield self._table
            with VerticalScroll(can_focus=False, classes="text"):
                yield Static(_(NO_THEME), id="theme")

    def on_mount(self) -> None:
        """Show the themes."""
        self.show_themes()
        self._table.rows.focus()
        if not self._table.all:
            about = Target(ObjectType.PROJECT, self.project.info.id)
            self.offer_opening(Pause.FIRST_THEME, about, _("the project"))

    def refresh_touched(self, touched: frozenset[str]) -> None:
        """Show the themes anew."""
        if touched & {"themes", "codes", "codings", "cases", "sources", "memos"}:
            self.show_themes()

    def memo_about(self) -> tuple[Target, str] | None:
        """A memo here is on the theme at the cursor."""
        theme = self.theme
        return (Target(ObjectType.THEME, theme.id), f"'{theme.name}'") if theme else None

    @property
    def theme(self) -> Theme | None:
        """The theme at the cursor."""
        return self._table.current.theme if self._table.current else None

    @property
    def themes(self) -> tuple[Theme, ...]:
        """Every theme, in the order of the list."""
        return tuple(entry.theme for entry in self._table.all)

    def need_theme(self) -> Theme | None:
        """Give the theme at the cursor; where there is none, say so."""
        if self.theme is None:
            self.say(_("There is no theme yet. n makes one."))
        return self.theme

    def keep(self, call: Callable[[], Outcome[Theme]], message: str) -> Outcome[Theme] | None:
        """Do it, say it, and put the cursor on the theme that came of it."""
        outcome = self.attempt(call)
        if outcome:
            self.tell(outcome, message)
        return outcome

    def tell(self, outcome: Outcome[Theme], message: str) -> None:
        """Say what was done, and put the cursor on the theme that came of it."""
        self.done(outcome, message)
        self.show_themes(at=outcome.value.id)

    def show_themes(self, at: str = "") -> None:
        """Show the themes, the cursor on the one with the id `at`."""
        self._read = self.project.theme_readings.overview()
        entries = self.project.themes.tree()
        self._table.set_items(entries, at)
        self.set_heading(_("Themes"), count_of(len(entries), "theme"))

    def action_read_theme(self) -> None:
        """Read the passages of the theme in a row."""
        from qualkit.tui.screens.theme_reading import ThemeReadingScreen  # noqa: PLC0415

        if theme := self.need_theme():
            self.app.push_screen(ThemeReadingScreen(theme.id))

    def action_scroll_down(self) -> None:
        """Scroll the theme's text half a screen down."""
        self._scroll(1)

    def action_scroll_up(self) -> None:
        """Scroll the theme's text half a screen up."""
        self._scroll(-1)

    @on(RowList.Chosen)
    def _open(self) -> None:
        from qualkit.tui.screens.theme_passages import ThemePassagesScreen  # noqa: PLC0415

        if self.theme:
            self.app.push_screen(ThemePassagesScreen(self.theme.id))

    @on(RowList.Moved)
    def _show_theme(self) -> None:
        theme = self.theme
        shown = self.query_one("#theme", Static)
        if theme is None:
            shown.update(_(NO_THEME))
            return
        shown.update(self._written_out(theme))
        if theme.id != self._shown_id:
            self._shown_id = theme.id
            self.query_one(".text", VerticalScroll).scroll_home(animate=False)

    def _written_out(self, theme: Theme) -> Content:
        read = self._read.get(theme.id)
        told = read.told if read else ""
        if self.project.theme_contents.size(theme.id) > MANY:
            return theme_text(self.project.themes.page(theme.id), _(TOO_MANY), "", told)
        sources = [entry.source for entry in self.project.sources.entries()]
        labels, language = self.project.cases.labels(), self.project.info.language
        view = self.project.themes.view(theme.id)
        quoted = [quote.segment for quote in quotes_of(view)]
        return theme_text(
            view,
            heard(view.passages, sources, labels, language),
            heard(quoted, sources, labels, language) if quoted else "",
            told,
        )

    def _scroll(self, way: int) -> None:
        text = self.query_one(".text", VerticalScroll)
        text.scroll_relative(y=way * max(text.size.height // 2, 1), animate=False)

    def _draw(self, entry: ThemeEntry, width: int) -> Sequence[Line]:
        indent = "  " * entry.depth
        first, second = two_lines(entry.theme.name, width - len(indent))
        read = self._read.get(entry.theme.id)
        status = term(entry.theme.status)
        if read and read.reading and read.new:
            new = _("{count} new").format(count=len(read.new))
            status = f"{status} · {new}"
        return [
            [(indent + first, "strong")],
            [(indent + second, "strong")],
            [(indent + status, "muted")],
        ]
