"""Themes: their order and tree, and how they merge, split and stand to each other."""

from textual import work

from qualkit.domain.theme_tree import parts_of
from qualkit.domain.themes import Theme
from qualkit.translation import _
from qualkit.tui.screens.merge_asking import merge_theme
from qualkit.tui.screens.picker import Choice, Picker
from qualkit.tui.screens.theme_relating import ask_relation
from qualkit.tui.screens.theme_splitting import ask_split
from qualkit.tui.screens.themes_list import ThemesList
from qualkit.tui.terms import term

TOP = "top"
"""Stands for no theme above, among what can be picked."""


class ThemesShaping(ThemesList):
    """Changes what themes there are, and their places."""

    def action_move_up(self) -> None:
        """Move the theme up among those beside it."""
        self._move(-1)

    def action_move_down(self) -> None:
        """Move the theme down among those beside it."""
        self._move(1)

    @work
    async def action_put_under(self) -> None:
        """Make the theme a subtheme of another, or put it at the top."""
        theme = self.need_theme()
        if theme is None:
            return
        inside = parts_of(self.themes, theme.id)
        others = [each for each in self.themes if each.id not in inside]
        title = _("Put '{name}' under").format(name=theme.name)
        top = Choice(TOP, _("(the top: part of no theme)"))
        picked = await self.app.push_screen_wait(Picker(title, [top, *_choices(others)]))
        if not picked:
            return
        why = await self.ask_why(_("Move '{name}'").format(name=theme.name))
        if why is not None:
            parent_id = None if picked[0] == TOP else picked[0]
            self.keep(
                lambda: self.project.themes.put_under(theme.id, parent_id, why),
                _("'{name}' moved.").format(name=theme.name),
            )

    @work
    async def action_merge_theme(self) -> None:
        """Let the theme go up in another, after telling what that does."""
        theme = self.need_theme()
        other = theme and await self._pick_other(theme, _("Merge '{name}' into"))
        if theme and other:
            await merge_theme(self, theme, other.id, self.tell)

    @work
    async def action_split_theme(self) -> None:
        """Give some of its codes and passages to a new theme, or to two."""
        theme = self.need_theme()
        made = await ask_split(self, theme) if theme else None
        if theme and made:
            names = ", ".join(f"'{each.name}'" for each in made.value)
            said = _("'{name}' is split: {names}.").format(name=theme.name, names=names)
            self.done(made, said)
            self.show_themes(at=made.value[0].id)

    @work
    async def action_relate_theme(self) -> None:
        """Say how the theme stands to another."""
        theme = self.need_theme()
        other = theme and await self._pick_other(theme, _("How '{name}' stands to"))
        if theme and other:
            await ask_relation(self, theme, other)

    @work
    async def action_compare_theme(self) -> None:
        """Put the theme beside another."""
        from qualkit.tui.screens.theme_comparison import ThemeComparisonScreen  # noqa: PLC0415

        theme = self.need_theme()
        other = theme and await self._pick_other(theme, _("Compare '{name}' with"))
        if theme and other:
            self.app.push_screen(ThemeComparisonScreen(theme.id, other.id))

    @work
    async def action_remove_theme(self) -> None:
        """Remove the theme with its claims and quotes."""
        theme = self.need_theme()
        if theme is None:
            return
        hint = _("Its claims, quotes and memos go with it; codes and codings stay.")
        why = await self.ask_why(_("Remove '{name}'").format(name=theme.name), hint)
        if why is not None:
            outcome = self.attempt(lambda: self.project.themes.remove(theme.id, why))
            if outcome:
                self.done(outcome, _("'{name}' removed.").format(name=theme.name))

    async def _pick_other(self, theme: Theme, title: str) -> Theme | None:
        """Let the person pick another theme; `title` has a place for the name of this one."""
        others = [each for each in self.themes if each.id != theme.id]
        if not others:
            self.say(_("There is no other theme yet. n makes one."))
            return None
        picked = await self.app.push_screen_wait(
            Picker(title.format(name=theme.name), _choices(others))
        )
        return next((each for each in others if picked and each.id == picked[0]), None)

    def _move(self, offset: int) -> None:
        theme = self.need_theme()
        if theme:
            outcome = self.attempt(lambda: self.project.themes.move(theme.id, offset))
            if outcome:
                self.qualkit.redraw(outcome.touched)


def _choices(themes: list[Theme]) -> list[Choice]:
    return [Choice(theme.id, theme.name, term(theme.status)) for theme in themes]
