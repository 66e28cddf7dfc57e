"""The codebook: what can be done to the code at the cursor."""

from collections.abc import Callable
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType

from qualkit.domain.codes import Code, CodeChange, CodeColour, CodeStatus
from qualkit.domain.operations import Outcome
from qualkit.domain.text import one_line
from qualkit.translation import _
from qualkit.tui.actions import bindings_for
from qualkit.tui.colours import colour_name
from qualkit.tui.screens.code_meaning import ask_meaning, next_level, said_of_level
from qualkit.tui.screens.codebook_tree import CodebookTree
from qualkit.tui.screens.merge_asking import merge_code
from qualkit.tui.screens.picker import Choice, Picker
from qualkit.tui.screens.prompts import TextPrompt
from qualkit.tui.terms import term
from qualkit.tui.widgets.row_list import RowList
from qualkit.tui.words import count_of

NONE = "none"
"""Stands for no parent or no colour, among what can be picked."""


class CodebookScreen(CodebookTree):
    """Shows the codes as a tree, and changes them."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("codebook")]

    @work
    async def action_new_code(self) -> None:
        """Ask for a name and make a code."""
        outcome = await self.ask_and_keep(
            _("New code"),
            self.project.codes.add,
            hint=_("'parent > name' puts it under a parent, which is made when there is none."),
        )
        if outcome:
            self._tell(outcome, _("'{name}' made.").format(name=outcome.value.name))

    @work
    async def action_rename_code(self) -> None:
        """Ask for another name."""
        code = self.need_code()
        if code is None:
            return
        title = _("Rename '{name}'").format(name=code.name)
        name = await self.app.push_screen_wait(TextPrompt(title, code.name))
        if name is None or name.strip() == code.name:
            return
        names = {"name": code.name, "other": one_line(name)}
        why = await self.ask_why(_("Rename '{name}' to '{other}'").format(**names))
        if why is not None:
            self._keep(
                lambda: self.project.codes.rename(code.id, name, why),
                _("'{name}' is now '{other}'.").format(**names),
            )

    @work
    async def action_describe_code(self) -> None:
        """Write what the code means: in parts in a codebook study, else in free words."""
        code = self.need_code()
        if code is None:
            return
        change = await ask_meaning(self, code)
        if change:
            self._keep(
                lambda: self.project.codes.describe(code.id, change),
                _("'{name}' described.").format(name=code.name),
            )

    @work
    async def action_colour_code(self) -> None:
        """Choose a colour, or none."""
        code = self.need_code()
        if code is None:
            return
        choices = [Choice(NONE, _("none"))] + [
            Choice(colour.value, f"■ {term(colour)}", kind=colour_name(colour))
            for colour in CodeColour
        ]
        title = _("Colour of '{name}'").format(name=code.name)
        picked = await self.app.push_screen_wait(
            Picker(title, choices, hint=_("It helps the eye; the letter beside the text stays."))
        )
        if picked:
            change = CodeChange(colour="" if picked[0] == NONE else CodeColour(picked[0]))
            said = _("'{name}' has no colour now.")
            if change.colour:
                said = _("'{name}' is {colour} now.")
            shown = term(change.colour) if change.colour else ""
            self._keep(
                lambda: self.project.codes.describe(code.id, change),
                said.format(name=code.name, colour=shown),
            )

    def action_mark_level(self) -> None:
        """Mark the code as semantic, then as latent, then as neither."""
        code = self.need_code()
        if code:
            level = next_level(code.level)
            self._keep(
                lambda: self.project.codes.describe(code.id, CodeChange(level=level or "")),
                said_of_level(code, level),
            )

    @work
    async def action_merge_code(self) -> None:
        """Let the code go up in another, after telling what that does."""
        code = self.need_code()
        if code is None:
            return
        title = _("Merge '{name}' into").format(name=code.name)
        picked = await self.app.push_screen_wait(Picker(title, self._choices(without=code.id)))
        if picked:
            await merge_code(self, code, picked[0], self._tell)

    @work
    async def action_move_code(self) -> None:
        """Put the code under another, or at the top."""
        code = self.need_code()
        if code is None:
            return
        title = _("Move '{name}' under").format(name=code.name)
        top = Choice(NONE, _("(the top: no parent)"))
        picked = await self.app.push_screen_wait(
            Picker(title, [top, *self._choices(without=code.id)])
        )
        if not picked:
            return
        parent_id = None if picked[0] == NONE else picked[0]
        why = await self.ask_why(_("Move '{name}'").format(name=code.name))
        if why is not None:
            self._keep(
                lambda: self.project.codes.move(code.id, parent_id, why),
                _("'{name}' moved.").format(name=code.name),
            )

    @work
    async def action_retire_code(self) -> None:
        """Stop offering the code, or offer it again."""
        code = self.need_code()
        if code is None:
            return
        retired = code.status is CodeStatus.ACTIVE
        title = _("Retire '{name}'") if retired else _("Take '{name}' back into use")
        why = await self.ask_why(
            title.format(name=code.name), _("What is coded with it stays coded.")
        )
        if why is not None:
            said = _("'{name}' is retired.") if retired else _("'{name}' is in use again.")
            self._keep(
                lambda: self.project.codes.retire(code.id, retired, why),
                said.format(name=code.name),
            )

    @work
    async def action_remove_code(self) -> None:
        """Remove a code that is not used."""
        code = self.need_code()
        if code is None:
            return
        hint = _("Only a code that nothing hangs on can be removed.")
        why = await self.ask_why(_("Remove '{name}'").format(name=code.name), hint)
        if why is not None:
            outcome = self.attempt(lambda: self.project.codes.remove(code.id, why))
            if outcome:
                self.done(outcome, _("'{name}' removed.").format(name=code.name))

    def action_split_code(self) -> None:
        """Decide on the passages one by one."""
        from qualkit.tui.screens.code_split import split_with  # noqa: PLC0415

        code = self.need_code()
        if code:
            split_with(self, code)

    @on(RowList.Chosen)
    def _open(self) -> None:
        from qualkit.tui.screens.coded_segments import CodedSegmentsScreen  # noqa: PLC0415

        if self.code:
            self.app.push_screen(CodedSegmentsScreen(self.code.id))

    def _choices(self, without: str) -> list[Choice]:
        return [
            Choice(entry.code.id, entry.path, count_of(entry.counts.codings, "coding"))
            for entry in self.project.codes.entries()
            if entry.code.id != without
        ]

    def _keep(self, call: Callable[[], Outcome[Code]], message: str) -> None:
        """Do it, say it, and put the cursor on the code that came of it."""
        outcome = self.attempt(call)
        if outcome:
            self._tell(outcome, message)

    def _tell(self, outcome: Outcome[Code], message: str) -> None:
        self.done(outcome, message)
        self.show_codes(at=outcome.value.id)
