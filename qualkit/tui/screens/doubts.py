"""The doubt list: open ones first, discussed in place and closed with a decision."""

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Static

from qualkit.domain.doubts import Doubt, DoubtFilter
from qualkit.domain.memos import Target
from qualkit.services.doubt_agenda import AGENDA
from qualkit.services.doubts import EVERY_DOUBT
from qualkit.services.workspace import EXPORTS
from qualkit.translation import N_, _
from qualkit.tui.actions import bindings_for
from qualkit.tui.base import QualkitScreen
from qualkit.tui.doubt_text import draw_doubt, whole_doubt, words_of_doubt
from qualkit.tui.following import follow
from qualkit.tui.narrowing import pick_what_to_show
from qualkit.tui.screens.picker import Choice
from qualkit.tui.screens.prompts import LongTextPrompt
from qualkit.tui.widgets.row_list import RowList
from qualkit.tui.widgets.table_list import TableList
from qualkit.tui.words import count_of

EMPTY = N_("""No doubts yet.

Press D on a passage, a code, a theme or a source: two keys, and words if you have them.""")

EMPTY_FILTER = N_("There is no such doubt. f shows the others.")


class DoubtsScreen(QualkitScreen):
    """A list of doubts, and the one at the cursor whole."""

    SCREEN_NAME = "doubts"
    HEADING = N_("Doubts")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("doubts")]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide")]  # noqa: RUF012

    def __init__(self) -> None:
        """Begin with every doubt."""
        super().__init__()
        self._wanted = EVERY_DOUBT
        self._said = ""
        """The filter in words."""

    def compose_body(self) -> ComposeResult:
        """Put the whole doubt under the list, or beside it."""
        rows = RowList[Doubt](draw_doubt, lambda doubt: doubt.memo.id, height=2, empty=_(EMPTY))
        self._table = TableList(rows, words_of_doubt)
        with Horizontal(id="doubts"):
            yield self._table
            with VerticalScroll(can_focus=False):
                yield Static("", id="doubt", markup=False)

    def on_mount(self) -> None:
        """Show the doubts."""
        self._show()
        self._table.rows.focus()

    def refresh_touched(self, touched: frozenset[str]) -> None:
        """Show the doubts anew."""
        if touched & {"doubts", "memos", "codes", "codings", "themes", "sources", "cases"}:
            self._show()

    def memo_about(self) -> tuple[Target, str] | None:
        """A memo here is on what the doubt is on."""
        doubt = self._table.current
        return (doubt.memo.target, doubt.about) if doubt else super().memo_about()

    @work
    async def action_say_more(self) -> None:
        """Say something about the doubt."""
        if (doubt := self._need_doubt()) is None:
            return
        if not doubt.is_open:
            self.say(_("This doubt is closed. o opens it again."))
            return
        said = await self._write(_("On this doubt"), "", doubt)
        if said:
            outcome = self.attempt(lambda: self.project.doubts.remark(doubt.memo.id, said))
            if outcome:
                self.done(outcome, _("Your remark stands under the doubt."))

    @work
    async def action_decide(self) -> None:
        """Close the doubt with a decision; one that is closed gets other words."""
        if (doubt := self._need_doubt()) is None:
            return
        present = doubt.decision.text if doubt.decision else ""
        text = await self._write(_("Decision"), present, doubt)
        if text:
            outcome = self.attempt(lambda: self.project.doubts.decide(doubt.memo.id, text))
            if outcome:
                self.done(outcome, _("The doubt on {thing} is closed.").format(thing=doubt.about))

    def action_reopen(self) -> None:
        """Open the doubt again."""
        if doubt := self._need_doubt():
            outcome = self.attempt(lambda: self.project.doubts.reopen(doubt.memo.id))
            if outcome:
                said = _("The doubt on {thing} is open again.")
                self.done(outcome, said.format(thing=doubt.about))

    @work
    async def action_edit_doubt(self) -> None:
        """Change the words of the doubt."""
        if (doubt := self._need_doubt()) is None:
            return
        text = await self._write(_("Doubt"), doubt.memo.body, doubt)
        if text:
            outcome = self.attempt(lambda: self.project.memos.edit(doubt.memo.id, text))
            if outcome:
                self.done(outcome, _("The doubt has other words."))

    def action_share_doubt(self) -> None:
        """Let others see the doubt, or keep it private."""
        if doubt := self._need_doubt():
            shared = not doubt.memo.shared
            outcome = self.attempt(lambda: self.project.memos.edit(doubt.memo.id, shared=shared))
            if outcome:
                said = _("The doubt is shared: it is on the agenda.")
                if not shared:
                    said = _("The doubt is private: {author} alone sees it.")
                self.done(outcome, said.format(author=doubt.memo.author))

    def action_remove_doubt(self) -> None:
        """Remove the doubt, with what was said about it."""
        if doubt := self._need_doubt():
            outcome = self.attempt(lambda: self.project.memos.remove(doubt.memo.id))
            if outcome:
                said = _("The doubt on {thing} is removed.")
                self.done(outcome, said.format(thing=doubt.about))

    @work
    async def action_narrow(self) -> None:
        """Choose which doubts are shown."""
        choices = {
            "open": _("open"),
            "closed": _("closed"),
            "mine": _("my part: raised or discussed"),
            "private": _("private"),
        }
        picked = await pick_what_to_show(
            self, _("Show which doubts?"), [Choice(*each) for each in choices.items()]
        )
        if picked is None:
            return
        self._wanted = DoubtFilter(
            is_open="open" in picked if len({"open", "closed"} & {*picked}) == 1 else None,
            author=self.project.settings.coder if "mine" in picked else "",
            shared=False if "private" in picked else None,
        )
        self._said = ", ".join(choices[each] for each in picked if each in choices)
        self._show()
        self._table.rows.move_to(0)

    def action_agenda(self) -> None:
        """Write the agenda for the next meeting in the folder of exports."""
        target = self.project.folder / EXPORTS / AGENDA
        report = self.attempt(lambda: self.project.exports.doubts(target))
        if report:
            said = _("{doubts} for the next meeting: {path}")
            count = count_of(report.items, "open doubt")
            self.say(said.format(doubts=count, path=f"{EXPORTS}/{AGENDA}"))

    @on(RowList.Chosen)
    def _go_there(self) -> None:
        if doubt := self._table.current:
            follow(self, doubt.memo.target, doubt.about)

    @on(RowList.Moved)
    def _read(self) -> None:
        doubt = self._table.current
        self.query_one("#doubt", Static).update(whole_doubt(doubt) if doubt else "")
        self.query_one(VerticalScroll).scroll_home(animate=False)

    async def _write(self, title: str, text: str, doubt: Doubt) -> str | None:
        """Let a person write; nothing, or what is the same, is None."""
        hint = doubt.memo.body if text != doubt.memo.body else ""
        written: str | None = await self.app.push_screen_wait(LongTextPrompt(title, text, hint))
        return written.strip() or None if written else None

    def _need_doubt(self) -> Doubt | None:
        doubt = self._table.current
        if doubt is None:
            self.say(_("There is no doubt here."))
        return doubt

    def _show(self) -> None:
        doubts = self.project.doubts.all(self._wanted)
        self._table.empty = _(EMPTY_FILTER) if self._said else _(EMPTY)
        self._table.set_items(doubts)
        heading = _("Doubts: {filter}").format(filter=self._said) if self._said else _("Doubts")
        waiting = sum(doubt.is_open for doubt in doubts)
        told = _("{open} · {closed} closed").format(
            open=count_of(waiting, "open doubt"), closed=len(doubts) - waiting
        )
        self.set_heading(heading, told)
