"""Themes: what is written about the theme at the cursor, and which codes are under it."""

from collections.abc import Sequence
from typing import ClassVar

from textual import work
from textual.binding import BindingType

from qualkit.domain.themes import Claim
from qualkit.translation import _
from qualkit.tui.actions import bindings_for
from qualkit.tui.screens.picker import Choice, Picker
from qualkit.tui.screens.prompts import TextPrompt
from qualkit.tui.screens.theme_absences import note_absence
from qualkit.tui.screens.theme_editing import edit_theme, make_theme
from qualkit.tui.screens.themes_shaping import ThemesShaping
from qualkit.tui.words import count_of


class ThemesScreen(ThemesShaping):
    """Shows the themes, and changes what is said of them."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("themes")]

    @work
    async def action_new_theme(self) -> None:
        """Ask for a theme."""
        await make_theme(self, self.tell)

    @work
    async def action_edit_theme(self) -> None:
        """Change name, description, status and place."""
        if theme := self.need_theme():
            await edit_theme(self, theme, self.tell)

    @work
    async def action_put_codes(self) -> None:
        """Pick codes and put them under the theme."""
        theme = self.need_theme()
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
            self.keep(
                lambda: self.project.theme_contents.put_codes(theme.id, picked),
                said.format(codes=count_of(len(picked), "code"), theme=theme.name),
            )

    @work
    async def action_take_code(self) -> None:
        """Pick a code and take it out of the theme."""
        theme = self.need_theme()
        if theme is None:
            return
        codes = self.project.theme_contents.codes(theme.id)
        title = _("Take out of '{theme}'").format(theme=theme.name)
        picked = await self.app.push_screen_wait(
            Picker(title, [Choice(code.id, code.name) for code in codes])
        )
        if picked:
            self.keep(
                lambda: self.project.theme_contents.take_code(theme.id, picked[0]),
                _("The code is out of the theme; what is coded with it stays coded."),
            )

    def action_write_narrative(self) -> None:
        """Write the story of the theme."""
        from qualkit.tui.screens.story import StoryScreen  # noqa: PLC0415 (seldom needed)

        theme = self.need_theme()
        if theme is not None:
            self.app.push_screen(StoryScreen(theme.id))

    @work
    async def action_add_claim(self) -> None:
        """Ask for a claim."""
        theme = self.need_theme()
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
        theme = self.need_theme()
        if theme is None:
            return
        claims = [view.claim for view in self.project.themes.page(theme.id).claims]
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
        is_kept = bool(text.strip())
        outcome = self.attempt(
            lambda: (
                self.project.quotes.reword_claim(claim.id, text)
                if is_kept
                else self.project.quotes.drop_claim(claim.id)
            )
        )
        if outcome:
            self.done(outcome, _("Claim reworded.") if is_kept else _("Claim dropped."))

    @work
    async def action_note_absence(self) -> None:
        """Note what did not come up, or change such a note."""
        theme = self.need_theme()
        if theme:
            await note_absence(self, theme)

    async def _pick_claim(self, claims: Sequence[Claim]) -> Claim | None:
        choices = [Choice(claim.id, claim.text) for claim in claims]
        picked = await self.app.push_screen_wait(Picker(_("Which claim?"), choices))
        return next((claim for claim in claims if picked and claim.id == picked[0]), None)
