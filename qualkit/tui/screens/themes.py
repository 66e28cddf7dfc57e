"""Themes: the list on the left, and on the right the one at the cursor, its central idea first."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Static

from qualkit.domain.memos import ObjectType, Target
from qualkit.domain.operations import Outcome
from qualkit.domain.themes import Claim, Theme
from qualkit.translation import N_, _
from qualkit.tui.actions import bindings_for
from qualkit.tui.base import QualkitScreen, undoable
from qualkit.tui.openings import Pause
from qualkit.tui.screens.picker import Choice, Picker
from qualkit.tui.screens.prompts import LongTextPrompt, TextPrompt
from qualkit.tui.screens.theme_form import ThemeForm
from qualkit.tui.terms import term
from qualkit.tui.theme_text import theme_text
from qualkit.tui.widgets.passages import two_lines
from qualkit.tui.widgets.row_list import Line, RowList
from qualkit.tui.widgets.table_list import TableList
from qualkit.tui.words import count_of

EMPTY = N_("""There is no theme yet.

A theme is more than a folder of
codes: it has a central idea.

Press n to make one.""")

NO_THEME = N_("The theme at the cursor is shown here.")


class ThemesScreen(QualkitScreen):
    """Shows the themes."""

    SCREEN_NAME = "themes"
    HEADING = N_("Themes")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("themes")]

    def __init__(self) -> None:
        """Begin with no theme shown."""
        super().__init__()
        self._shown_id = ""

    def compose_body(self) -> ComposeResult:
        """Put the list beside the theme."""
        rows = RowList(_draw, lambda theme: theme.id, height=3, empty=_(EMPTY))
        self._table = TableList(rows, lambda theme: f"{theme.name} {theme.central_idea}")
        with Horizontal(classes="beside"):
            yield self._table
            with VerticalScroll(can_focus=False, classes="text"):
                yield Static(_(NO_THEME), id="theme")

    def on_mount(self) -> None:
        """Show the themes."""
        self._show()
        self._table.rows.focus()
        if not self._table.all:
            about = Target(ObjectType.PROJECT, self.project.info.id)
            self.offer_opening(Pause.FIRST_THEME, about, _("the project"))

    def refresh_touched(self, touched: frozenset[str]) -> None:
        """Show the themes anew."""
        if touched & {"themes", "codes", "codings", "cases", "sources", "memos"}:
            self._show()

    def memo_about(self) -> tuple[Target, str] | None:
        """A memo here is on the theme at the cursor."""
        theme = self._table.current
        return (Target(ObjectType.THEME, theme.id), f"'{theme.name}'") if theme else None

    @work
    async def action_new_theme(self) -> None:
        """Ask for a theme."""
        made: list[Outcome[Theme]] = []

        def add(theme: Theme) -> None:
            made.append(
                self.project.themes.add(
                    theme.name, theme.central_idea, theme.belongs, theme.excludes, theme.status
                )
            )

        await self.app.push_screen_wait(ThemeForm(None, add))
        if made:
            self._tell(made[0], _("'{name}' made.").format(name=made[0].value.name))

    @work
    async def action_edit_theme(self) -> None:
        """Change name, central idea, scope and status."""
        theme = self._need_theme()
        if theme is None:
            return
        kept: list[Outcome[Theme]] = []
        await self.app.push_screen_wait(
            ThemeForm(theme, lambda changed: kept.append(self.project.themes.edit(changed)))
        )
        if kept:
            self._tell(kept[0], _("'{name}' changed.").format(name=kept[0].value.name))

    def action_read_theme(self) -> None:
        """Read the passages of the theme in a row."""
        from qualkit.tui.screens.theme_reading import ThemeReadingScreen  # noqa: PLC0415

        if theme := self._need_theme():
            self.app.push_screen(ThemeReadingScreen(theme.id))

    @work
    async def action_put_codes(self) -> None:
        """Pick codes and put them under the theme."""
        theme = self._need_theme()
        if theme is None:
            return
        present = {code.id for code in self.project.theme_contents.codes(theme.id)}
        choices = [
            Choice(entry.code.id, entry.path, count_of(entry.counts.codings, "coding"))
            for entry in self.project.codes.entries()
            if entry.code.id not in present
        ]
        idea = theme.central_idea or _("It has no central idea yet; e writes one.")
        picked = await self.app.push_screen_wait(
            Picker(_("Codes for '{theme}'").format(theme=theme.name), choices, True, idea)
        )
        if picked:
            said = _("{codes} put under '{theme}'.")
            self._keep(
                lambda: self.project.theme_contents.put_codes(theme.id, picked),
                said.format(codes=count_of(len(picked), "code"), theme=theme.name),
            )

    @work
    async def action_take_code(self) -> None:
        """Pick a code and take it out of the theme."""
        theme = self._need_theme()
        if theme is None:
            return
        codes = self.project.theme_contents.codes(theme.id)
        title = _("Take out of '{theme}'").format(theme=theme.name)
        picked = await self.app.push_screen_wait(
            Picker(title, [Choice(code.id, code.name) for code in codes])
        )
        if picked:
            self._keep(
                lambda: self.project.theme_contents.take_code(theme.id, picked[0]),
                _("The code is out of the theme; what is coded with it stays coded."),
            )

    @work
    async def action_write_narrative(self) -> None:
        """Write the story of the theme."""
        theme = self._need_theme()
        if theme is None:
            return
        story = self.project.themes.view(theme.id).narrative
        title = _("The story of '{theme}'").format(theme=theme.name)
        text = await self.app.push_screen_wait(LongTextPrompt(title, story, theme.central_idea))
        if text is not None:
            self._keep(lambda: self.project.themes.narrate(theme.id, text), _("The story is kept."))

    @work
    async def action_add_claim(self) -> None:
        """Ask for a claim."""
        theme = self._need_theme()
        if theme is None:
            return
        hint = _("One or two sentences of the summary, which quotes will show.")
        outcome = await self.ask_and_keep(
            _("New claim"), lambda text: self.project.quotes.claim(theme.id, text), hint=hint
        )
        if outcome:
            self.done(outcome, _("Claim added."))

    @work
    async def action_edit_claim(self) -> None:
        """Pick a claim and reword it; without words it is dropped."""
        theme = self._need_theme()
        if theme is None:
            return
        claims = [view.claim for view in self.project.themes.view(theme.id).claims]
        if not claims:
            self.say(_("There is no claim yet. c adds one."))
            return
        claim = await self._pick_claim(claims)
        if claim is None:
            return
        hint = _("Leave nothing to drop the claim; its quotes stay with the theme.")
        text = await self.app.push_screen_wait(TextPrompt(_("Claim"), claim.text, hint))
        if text is None:
            return
        if text.strip():
            said = _("Claim reworded.")
            self._keep(lambda: self.project.quotes.reword_claim(claim.id, text), said)
        else:
            self._keep(lambda: self.project.quotes.drop_claim(claim.id), _("Claim dropped."))

    def action_move_up(self) -> None:
        """Move the theme up in the order."""
        self._move(-1)

    def action_move_down(self) -> None:
        """Move the theme down in the order."""
        self._move(1)

    def action_scroll_down(self) -> None:
        """Scroll the theme's text half a screen down."""
        self._scroll(1)

    def action_scroll_up(self) -> None:
        """Scroll the theme's text half a screen up."""
        self._scroll(-1)

    @on(RowList.Chosen)
    def _open(self) -> None:
        from qualkit.tui.screens.theme_passages import ThemePassagesScreen  # noqa: PLC0415

        theme = self._table.current
        if theme:
            self.app.push_screen(ThemePassagesScreen(theme.id))

    @on(RowList.Moved)
    def _show_theme(self) -> None:
        theme = self._table.current
        shown = self.query_one("#theme", Static)
        if theme is None:
            shown.update(_(NO_THEME))
            return
        sources = [entry.source for entry in self.project.sources.entries()]
        view = self.project.themes.view(theme.id)
        labels, language = self.project.cases.labels(), self.project.info.language
        shown.update(theme_text(view, sources, labels, language))
        if theme.id != self._shown_id:
            self._shown_id = theme.id
            self.query_one(".text", VerticalScroll).scroll_home(animate=False)

    async def _pick_claim(self, claims: Sequence[Claim]) -> Claim | None:
        choices = [Choice(claim.id, claim.text) for claim in claims]
        picked = await self.app.push_screen_wait(Picker(_("Which claim?"), choices))
        return next((claim for claim in claims if picked and claim.id == picked[0]), None)

    def _scroll(self, way: int) -> None:
        text = self.query_one(".text", VerticalScroll)
        text.scroll_relative(y=way * max(text.size.height // 2, 1), animate=False)

    def _move(self, offset: int) -> None:
        theme = self._need_theme()
        if theme:
            outcome = self.attempt(lambda: self.project.themes.move(theme.id, offset))
            if outcome:
                self.qualkit.redraw(outcome.touched)

    def _need_theme(self) -> Theme | None:
        if self._table.current is None:
            self.say(_("There is no theme yet. n makes one."))
        return self._table.current

    def _keep(self, call: Callable[[], Outcome[Theme] | Outcome[Claim]], message: str) -> None:
        outcome = self.attempt(call)
        if outcome:
            self.say(undoable(message))
            self.qualkit.redraw(outcome.touched)

    def _tell(self, outcome: Outcome[Theme], message: str) -> None:
        self.done(outcome, message)
        self._show(at=outcome.value.id)

    def _show(self, at: str = "") -> None:
        themes = self.project.themes.all()
        self._table.set_items(themes, at)
        self.set_heading(_("Themes"), count_of(len(themes), "theme"))


def _draw(theme: Theme, width: int) -> Sequence[Line]:
    first, second = two_lines(theme.name, width)
    return [[(first, "strong")], [(second, "strong")], [(term(theme.status), "muted")]]
