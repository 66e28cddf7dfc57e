"""The quotes of one theme beside who is quoted under which: what is shown, and going about it."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from qualkit.domain.memos import ObjectType, Target
from qualkit.domain.reviews import ReviewState
from qualkit.domain.themes import ChosenQuote, Claim, QuoteStage, Theme
from qualkit.errors import QualkitError
from qualkit.translation import N_, _
from qualkit.tui.quote_text import QuoteRow, quote_rows, quote_told, spread_told
from qualkit.tui.screens.picker import Choice, Picker
from qualkit.tui.screens.quotes_matrix import QuotesMatrix
from qualkit.tui.screens.theme_passages import EVERY, UNQUOTED, ThemePassagesScreen
from qualkit.tui.widgets.cells import cut
from qualkit.tui.widgets.grid import Grid
from qualkit.tui.widgets.passages import two_lines
from qualkit.tui.widgets.row_list import Line, RowList
from qualkit.tui.words import count_of

EMPTY = N_("""This theme has no quotes yet.

a goes through its passages: b there puts one on the shortlist, p chooses it for print.""")

ROW_LINES = 4


class QuotesBase(QuotesMatrix):
    """Shows the quotes of a theme; on a wide screen the matrix stands beside them."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide")]  # noqa: RUF012
    SHOWS: ClassVar[frozenset[str]] = frozenset(
        {"themes", "codes", "codings", "cases", "sources", "answers", "replacements"}
    )

    def __init__(self, theme_id: str = "") -> None:
        """Show the quotes of a theme, or of the first."""
        super().__init__()
        self._theme_id = theme_id
        self._themes: tuple[Theme, ...] = ()
        self._claims: tuple[Claim, ...] = ()
        self._quotes: tuple[ChosenQuote, ...] = ()
        self._states: dict[str, ReviewState] = {}
        self.shows_matrix = False
        """Whether the matrix has the keys, and the screen where it is narrow."""

    def opened_with(self) -> tuple[str, ...]:
        """Give the theme."""
        return (self._theme_id,) if self._theme_id else ()

    def compose_body(self) -> ComposeResult:
        """Put the quotes beside the matrix, and under both who is quoted."""
        self._rows: RowList[QuoteRow] = RowList(
            self._draw_quote,
            lambda row: row.item.quote.id,
            height=ROW_LINES,
            empty=_(EMPTY),
            above=1,
        )
        self._grid = self.make_grid()
        with Horizontal(id="quotes"):
            yield self._rows
            yield self._grid
        with Vertical(id="quoted"):
            yield Static("", id="quote-spread", markup=False)

    def on_mount(self) -> None:
        """Show the quotes."""
        if self.begin_at and not self._theme_id:
            quote = self.attempt(lambda: self.project.quotes.get(self.begin_at))
            self._theme_id = quote.theme_id if quote else ""
        self._read_themes()
        self._show_quotes()
        self.show_view()
        # In a large study the matrix takes most of a second; the quotes need not wait for it.
        self.call_after_refresh(self._show)

    def refresh_touched(self, touched: frozenset[str]) -> None:
        """Show the quotes anew."""
        if touched & self.SHOWS:
            self._show()

    def memo_about(self) -> tuple[Target, str] | None:
        """A memo here is on the coding that is quoted; without one, on the theme."""
        item = self.current
        if item:
            segment = item.segment
            return Target(ObjectType.CODING, segment.coding.id), segment.reference
        theme = self.theme
        return (Target(ObjectType.THEME, theme.id), f"'{theme.name}'") if theme else None

    @property
    def theme(self) -> Theme | None:
        """The theme that is shown."""
        return next((each for each in self._themes if each.id == self._theme_id), None)

    @property
    def current(self) -> ChosenQuote | None:
        """The quote at the cursor."""
        return self._rows.current.item if self._rows.current else None

    def need_quote(self) -> ChosenQuote | None:
        """Give the quote at the cursor, and say so when there is none."""
        if self.current is None:
            self.say(_("There is no quote here. a goes through the passages."))
        return self.current

    def action_switch_view(self) -> None:
        """Go to the matrix, or back to the quotes."""
        self.shows_matrix = not self.shows_matrix
        self.show_view()

    def show_view(self) -> None:
        """Give the keys to the quotes or to the matrix."""
        self.set_class(self.shows_matrix, "-matrix")
        (self._grid if self.shows_matrix else self._rows).focus()

    def action_next_theme(self) -> None:
        """Go to the next theme."""
        self._step(1)

    def action_previous_theme(self) -> None:
        """Go to the theme before."""
        self._step(-1)

    @work
    async def action_pick_theme(self) -> None:
        """Go to another theme."""
        choices = [Choice(theme.id, theme.name, theme.central_idea) for theme in self._themes]
        picked = await self.app.push_screen_wait(Picker(_("Quotes of which theme?"), choices))
        if picked:
            self.show_theme(picked[0])

    def action_see_passages(self) -> None:
        """Go through the passages of the theme that are no quote yet."""
        if self.theme:
            self.app.push_screen(ThemePassagesScreen(self._theme_id, UNQUOTED))

    def show_theme(self, theme_id: str) -> None:
        """Show the quotes of another theme."""
        self._theme_id = theme_id
        self._show_quotes()
        self.qualkit.keep_places()

    @on(RowList.Chosen)
    def _read(self) -> None:
        item = self.current
        if item:
            self.qualkit.open_reader(item.segment.source.id, item.segment.coding.start)

    @on(Grid.Chosen)
    def _open_cell(self) -> None:
        """Go to the theme of a column; in a cell, to the passages of its participant."""
        row, column = self._grid.at
        if self._matrix is None or column < 0:
            return
        self.show_theme(self._matrix.themes[column].id)
        if row < 0:
            self.shows_matrix = False
            self.show_view()
        else:
            label = self._matrix.rows[row].label
            self.app.push_screen(ThemePassagesScreen(self._theme_id, EVERY, label))

    def _step(self, by: int) -> None:
        ids = [theme.id for theme in self._themes]
        if not ids:
            return
        there = ids.index(self._theme_id) + by if self._theme_id in ids else 0
        if 0 <= there < len(ids):
            self.show_theme(ids[there])
        else:
            self.say(_("There is no further theme that way."))

    def _show(self) -> None:
        """Read themes, answers and the matrix, and show what there is."""
        self._read_themes()
        self.count_matrix()
        self._show_quotes()

    def _read_themes(self) -> None:
        self._themes = self.project.themes.all(dropped=False)
        if self.theme is None:
            self._theme_id = self._themes[0].id if self._themes else ""
        self._states = self.project.reviews.states()

    def _show_quotes(self) -> None:
        theme = self.theme
        try:
            self._quotes = self.project.quotes.every(theme.id) if theme else ()
            self._claims = self.project.quotes.claims(theme.id) if theme else ()
        except QualkitError as error:
            self.say_error(error)
            self._quotes, self._claims = (), ()
        self._rows.set_items(quote_rows(self._quotes, self._claims))
        self._tell()

    def _tell(self) -> None:
        """Say where one is, who is quoted, and which claims have no quote yet."""
        theme = self.theme
        if theme is None:
            return
        chosen = [item for item in self._quotes if item.quote.stage is QuoteStage.CHOSEN]
        listed = len(self._quotes) - len(chosen)
        detail = _("{quotes}, {count} on the shortlist").format(
            quotes=count_of(len(chosen), "quote"), count=listed
        )
        self.set_heading(theme.name, detail)
        if self._matrix is None:
            return
        self.point_at(theme.id)
        told = [spread_told(self._matrix, theme.id, self.project.info.language)]
        shown = {item.quote.claim_id for item in chosen}
        bare = [str(place) for place, claim in enumerate(self._claims, 1) if claim.id not in shown]
        if bare:
            told.append(_("Without a quote: claim {numbers}.").format(numbers=", ".join(bare)))
        self.query_one("#quote-spread", Static).update(" ".join(told))

    def _draw_quote(self, row: QuoteRow, width: int) -> Sequence[Line]:
        item = row.item
        where = item.place.strip("()") or _("no label")
        told = quote_told(item, self._states.get(item.quote.id))
        return [
            [(cut(row.heading, width), "strong")],
            *([(line, "")] for line in two_lines(f'"{item.words}"', width)),
            [(cut(where, width), "accent"), (cut(f"  {told}", width - cell_len(where)), "muted")],
        ]
