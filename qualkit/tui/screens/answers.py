"""Answers of co-authors beside their quotes: what they want, and what becomes of it."""

from collections.abc import Callable
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, VerticalScroll
from textual.widgets import Static

from qualkit.domain.memos import ObjectType, Target
from qualkit.domain.operations import Outcome
from qualkit.domain.review_reports import ReviewedItem
from qualkit.domain.reviews import ReviewAnswer
from qualkit.domain.themes import Quote
from qualkit.domain.vignettes import Vignette
from qualkit.errors import QualkitError, QuoteNotFaithfulError
from qualkit.translation import N_, _
from qualkit.tui.actions import bindings_for
from qualkit.tui.answer_files import bring_in_answers
from qualkit.tui.base import QualkitScreen
from qualkit.tui.review_pane import ROW_LINES, Shown, draw_item, is_open, item_text, row_words
from qualkit.tui.screens.picker import Choice, Picker
from qualkit.tui.widgets.row_list import RowList
from qualkit.tui.widgets.table_list import TableList
from qualkit.tui.words import count_of

EMPTY = N_("""There are no answers yet.

Export a quote sheet (g e) for your co-authors. When it comes back, a brings their answers in.""")

EMPTY_FILTER = N_("There are none. f shows the others.")

SHOWS = frozenset({"answers", "themes", "vignettes", "codings", "replacements", "cases"})


class AnswersScreen(QualkitScreen):
    """Lists quotes and vignettes with answers; what asks for attention stands first."""

    SCREEN_NAME = "answers"
    HEADING = N_("Answers of co-authors")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("answers")]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide")]  # noqa: RUF012

    def __init__(self) -> None:
        """Begin with all of them."""
        super().__init__()
        self._shown = Shown.ALL
        self._items: tuple[ReviewedItem, ...] = ()

    def compose_body(self) -> ComposeResult:
        """Put the list beside or above the quote with its answers."""
        rows = RowList(draw_item, lambda item: item.id, height=ROW_LINES, empty=_(EMPTY))
        self._table: TableList[ReviewedItem] = TableList(rows, row_words)
        with Container(id="answers"):
            yield self._table
            with VerticalScroll(can_focus=False, id="answer"):
                yield Static("", markup=False)

    def on_mount(self) -> None:
        """Show what there is, what asks for attention first."""
        self._items = self.project.reviews.items()
        self._show()
        self._table.rows.focus()

    def refresh_touched(self, touched: frozenset[str]) -> None:
        """Show it anew, each in the place that it has on the screen."""
        if touched & SHOWS:
            places = {item.id: place for place, item in enumerate(self._items)}
            found = self.project.reviews.items()
            last = len(places)
            self._items = tuple(sorted(found, key=lambda item: places.get(item.id, last)))
            self._show()

    def memo_about(self) -> tuple[Target, str] | None:
        """A memo here is on the coding that is quoted, or on the theme of a vignette."""
        item = self._table.current
        if item is None:
            return super().memo_about()
        if item.quote is not None:
            segment = item.quote.segment
            return Target(ObjectType.CODING, segment.coding.id), segment.reference
        return Target(ObjectType.THEME, item.theme.id), item.theme.name

    @work
    async def action_take_over(self) -> None:
        """Print it in the words of a co-author; what is not word for word opens in the editor."""
        item = self._need_item()
        if item is None:
            return
        answer = await self._pick_changed(item)
        if answer is None:
            return
        try:
            outcome = self.project.reviews.take_over(answer.id)
        except QuoteNotFaithfulError as error:
            self.say_error(error)
            self._open_editor(item.id, answer.changed)
        except QualkitError as error:
            self.say_error(error)
        else:
            told = _("It is printed in the words of {name} now.")
            self.done(outcome, told.format(name=answer.reviewer))

    def action_edit_quote(self) -> None:
        """Edit the printed words, or the vignette."""
        item = self._need_item()
        if item is not None and item.vignette is not None:
            self._open_vignette(item.vignette)
        elif item is not None:
            self._open_editor(item.id)

    @work
    async def action_close_answers(self) -> None:
        """Close what waits of the answers, with a line."""
        item = self._need_item()
        if item is None:
            return
        waiting = [answer.id for answer in item.answers if answer.waits]
        if not waiting:
            self.say(_("Nothing waits here."))
            return
        outcome = await self.ask_and_keep(
            _("What did you do?"),
            lambda line: self.project.reviews.handle(waiting, line),
            hint=_("A line for yourself and your co-authors; it may be left empty."),
        )
        if outcome:
            self.done(outcome, _("Dealt with. n goes to the next one."))

    def action_reopen(self) -> None:
        """Let closed answers wait again."""
        item = self._need_item()
        closed = [answer.id for answer in item.answers if answer.handled_at] if item else []
        if closed:
            outcome = self.attempt(lambda: self.project.reviews.reopen(closed))
            if outcome:
                self.done(outcome, _("It waits again."))
        elif item:
            self.say(_("No answer here was closed."))

    def action_set_aside(self) -> None:
        """Put the quote back on the shortlist."""
        self._with_quote(
            lambda item: self.project.reviews.set_aside(item.id),
            _("The quote is back on the shortlist, and is not printed."),
        )

    def action_drop_quote(self) -> None:
        """No longer print the quote."""
        self._with_quote(
            lambda item: self.project.quotes.drop(item.id),
            _("The quote is dropped, with the answers to it."),
        )

    def action_next_open(self) -> None:
        """Go to the next one that waits, from the top again behind the last."""
        rows = list(self._table.shown)
        at = self._table.rows.cursor + 1
        found = next((item for item in [*rows[at:], *rows[:at]] if is_open(item)), None)
        if found is None:
            self.say(_("Nothing waits any more."))
        else:
            self._table.rows.move_to_key(found.id)

    def action_switch_shown(self) -> None:
        """Show all, the open ones, or the conflicts."""
        kinds = list(Shown)
        self._shown = kinds[(kinds.index(self._shown) + 1) % len(kinds)]
        self._show()

    @work
    async def action_bring_in(self) -> None:
        """Ask for files that came back, and bring the answers in."""
        if await bring_in_answers(self):
            self._items = self.project.reviews.items()
            self._show()

    async def _pick_changed(self, item: ReviewedItem) -> ReviewAnswer | None:
        """Give the answer whose words are meant: the only one, or the one that is picked."""
        changed = {answer.id: answer for answer in item.answers if answer.changed}
        if not changed:
            self.say(_("Nobody changed the words. e edits them."))
            return None
        if len(changed) == 1:
            return next(iter(changed.values()))
        choices = [Choice(each.id, each.reviewer, each.changed) for each in changed.values()]
        picked = await self.app.push_screen_wait(Picker(_("Whose words?"), choices))
        return changed[picked[0]] if picked else None

    def _open_editor(self, quote_id: str, proposed: str = "") -> None:
        from qualkit.tui.screens.quote_editor import QuoteEditorScreen  # noqa: PLC0415 (if wanted)

        self.app.push_screen(QuoteEditorScreen(quote_id, proposed))

    def _open_vignette(self, vignette: Vignette) -> None:
        from qualkit.tui.screens.vignette_form import VignetteScreen  # noqa: PLC0415 (if wanted)

        self.app.push_screen(VignetteScreen(vignette.theme_id, vignette.id))

    def _need_item(self) -> ReviewedItem | None:
        item = self._table.current
        if item is None:
            self.say(_("There is no answer here."))
        return item

    def _need_quote(self) -> ReviewedItem | None:
        item = self._need_item()
        if item is not None and item.quote is None:
            self.say(_("This is a vignette; e opens it."))
            return None
        return item

    def _with_quote(self, call: Callable[[ReviewedItem], Outcome[Quote]], told: str) -> None:
        item = self._need_quote()
        if item is not None:
            outcome = self.attempt(lambda: call(item))
            if outcome:
                self.done(outcome, told)

    def _show(self) -> None:
        waiting = sum(map(is_open, self._items))
        told = _("{answered}, {count} open").format(
            answered=count_of(len(self._items), "answered quote"), count=waiting
        )
        self.set_heading(_(self.HEADING), f"{told} · {_(self._shown.value)}")
        self._table.empty = _(EMPTY_FILTER) if self._items else _(EMPTY)
        self._table.set_items([item for item in self._items if self._shown.fits(item)])
        self._tell()

    @on(RowList.Moved)
    def _tell(self) -> None:
        item = self._table.current
        pane = self.query_one("#answer")
        pane.query_one(Static).update(item_text(item) if item else "")
        pane.scroll_home(animate=False)

    @on(RowList.Chosen)
    def _open(self) -> None:
        item = self._need_item()
        if item is not None and item.vignette is not None:
            self._open_vignette(item.vignette)
        elif item is not None and item.quote is not None:
            segment = item.quote.segment
            self.qualkit.open_reader(segment.source.id, segment.coding.start)
