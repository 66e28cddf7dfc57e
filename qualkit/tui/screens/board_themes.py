"""What can be done on the board to its themes, and to codes as codes."""

from textual import work

from qualkit.domain.board_columns import BoardCode, Card
from qualkit.domain.codes import Code
from qualkit.domain.operations import Outcome
from qualkit.domain.themes import Theme
from qualkit.translation import _
from qualkit.tui.screens.board_base import BoardBase
from qualkit.tui.screens.board_moving import CardMoves
from qualkit.tui.screens.merge_asking import merge_code, merge_theme
from qualkit.tui.screens.picker import Choice, Picker
from qualkit.tui.screens.theme_editing import edit_theme
from qualkit.tui.screens.topic_question import ask_about_name
from qualkit.tui.words import count_of


class BoardThemes(CardMoves, BoardBase):
    """Makes, merges, splits, describes, drops and orders themes."""

    @work
    async def action_new_theme(self) -> None:
        """Make a theme of what is marked, or an empty one."""
        made = await self.make_theme(list(self.state.marked.values()))
        if made:
            self.view.go_to_key(f"{made}/")

    @work
    async def action_edit_theme(self) -> None:
        """Change name, central idea, scope and status of the theme of the column."""
        theme = self._need_theme()
        if theme is None:
            return
        await edit_theme(self, theme, self.done)

    @work
    async def action_drop_theme(self) -> None:
        """Take the theme off the board, after asking why."""
        theme = self._need_theme()
        if theme is None:
            return
        hint = _("It keeps its codes, claims and quotes; what it held is free for other themes.")
        why = await self.ask_why(_("Drop '{name}'").format(name=theme.name), hint)
        if why is not None:
            outcome = self.attempt(lambda: self.project.board_moves.drop_theme(theme.id, why))
            if outcome:
                self.done(outcome, _("'{name}' is dropped.").format(name=theme.name))

    @work
    async def action_merge(self) -> None:
        """Merge the code at the cursor, or at the top of a column its theme, into another."""
        item, theme = self.state.item, self.theme
        if isinstance(item, BoardCode):
            await self._merge_code(item.code)
        elif item is not None:
            self.say(_("A passage cannot be merged; go to a code, or to the top of a theme."))
        elif theme:
            await self._merge_theme(theme)
        else:
            self.say(_("A tray is no theme."))

    @work
    async def action_split_off(self) -> None:
        """Make a theme of what is marked in one theme; its quotes go along."""
        cards = list(self.state.marked.values())
        places = {card.place for card in cards}
        themes = {column.place: column.theme for column in self.state.columns}
        theme = themes.get(next(iter(places))) if len(places) == 1 else None
        if theme is None:
            self.say(_("Mark what is to be split off, with the space bar, in one theme."))
            return
        outcome = await self.ask_and_keep(
            _("Split off from '{name}'").format(name=theme.name),
            lambda name: self.project.theme_merging.split(
                theme.id,
                name,
                [card.code_id for card in cards if card.code_id],
                [card.coding_id for card in cards if card.coding_id],
            ),
            hint="\n".join((self.told_of(cards), _("Quotes of what goes along go with it."))),
        )
        if outcome:
            self.after_move()
            said = _("'{name}' split off from '{other}'.")
            self.done(outcome, said.format(name=outcome.value.name, other=theme.name))
            await ask_about_name(self, outcome.value)
            self.view.go_to_key(f"{outcome.value.id}/")

    def action_earlier(self) -> None:
        """Move the theme before the one beside it."""
        self._reorder(-1)

    def action_later(self) -> None:
        """Move the theme behind the one beside it."""
        self._reorder(1)

    async def _merge_code(self, code: Code) -> None:
        choices = [
            Choice(entry.code.id, entry.path)
            for entry in self.project.codes.entries(counted=False)
            if entry.code.id != code.id
        ]
        title = _("Merge '{name}' into").format(name=code.name)
        picked = await self.app.push_screen_wait(Picker(title, choices))
        if picked:
            await merge_code(self, code, picked[0], self._tell_code)

    async def _merge_theme(self, theme: Theme) -> None:
        choices = [
            Choice(column.theme.id, column.theme.name, count_of(column.passages, "passage"))
            for column in self.state.columns
            if column.theme and column.theme.id != theme.id
        ]
        title = _("Merge '{name}' into").format(name=theme.name)
        picked = await self.app.push_screen_wait(Picker(title, choices))
        if picked:
            await merge_theme(self, theme, picked[0], self._tell_theme)

    def _tell_theme(self, outcome: Outcome[Theme], message: str) -> None:
        """Say what was done, and go to the theme that came of it."""
        self.done(outcome, message)
        self.view.go_to_key(f"{outcome.value.id}/")

    def _tell_code(self, outcome: Outcome[Code], message: str) -> None:
        """Say what was done, and go to the code that came of it."""
        self.done(outcome, message)
        self._find_code(outcome.value.id)

    def _find_code(self, code_id: str) -> None:
        """Go to a code, where it lies first."""
        for column in self.state.columns:
            if any(item.code.id == code_id for item in column.codes):
                self.view.go_to_key(Card(column.place, code_id=code_id).key)
                return

    def _reorder(self, offset: int) -> None:
        theme = self._need_theme()
        if theme is None:
            return
        before = self.state.spot.column
        outcome = self.attempt(lambda: self.project.board_moves.reorder(theme.id, offset))
        if outcome:
            self.qualkit.redraw(outcome.touched)
            if self.state.spot.column == before:
                told = _("It is the first one here.") if offset < 0 else _("It is the last one.")
                self.say(told)

    def _need_theme(self) -> Theme | None:
        if self.theme is None:
            self.say(_("This is a tray. Go to a theme with h and l; n makes one."))
        return self.theme
