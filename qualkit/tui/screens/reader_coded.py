"""What is coded already, on the reading screen: it is taken off, recoded, marked, described."""

from collections.abc import Callable

from textual import work

from qualkit.domain.codes import Code, CodeChange
from qualkit.domain.codings import Coding
from qualkit.domain.text import one_line
from qualkit.translation import _
from qualkit.tui.screens.code_meaning import ask_meaning, next_level, said_of_level
from qualkit.tui.screens.code_prompt import CodeChoice, CodePrompt
from qualkit.tui.screens.picker import Choice, Picker
from qualkit.tui.screens.reader_coding import ReaderCoding


class ReaderCoded(ReaderCoding):
    """The keys that change a coding at the cursor, or its code."""

    def action_uncode(self) -> None:
        """Take a code off; which one, if there are more."""
        self._choose_coding(_("Which code to take off?"), self._uncode)

    def action_recode(self) -> None:
        """Give a coding another code; which one, if there are more."""
        self._choose_coding(_("Which one gets another code?"), self._ask_recode)

    def action_mark_strong(self) -> None:
        """Mark a coding as a strong example, or take the mark away."""
        self._choose_coding(_("Which is a strong example?"), self._mark)

    def action_mark_level(self) -> None:
        """Mark a code at the cursor as semantic, then as latent, then as neither."""
        self._choose_coding(_("Which code is semantic or latent?"), self._mark_level)

    def action_describe_code(self) -> None:
        """Write what a code at the cursor means."""
        self._choose_coding(_("Which code to describe?"), self._describe)

    def _choose_coding(self, question: str, act: Callable[[Coding], object]) -> None:
        """Act on the coding here, or let the person say on which."""
        codings = {coding.id: coding for coding in self._codings_here()}
        if not codings:
            self.say(_("There are no codes here."))
            return
        if len(codings) == 1:
            act(next(iter(codings.values())))
            return
        choices = [
            Choice(
                coding.id,
                self.contents.codes[coding.code_id].path,
                one_line(coding.span.of(self.contents.text.text), 60),
            )
            for coding in codings.values()
        ]

        def take(picked: list[str] | None) -> None:
            if picked:
                act(codings[picked[0]])

        self.app.push_screen(Picker(question, choices), take)

    def _uncode(self, coding: Coding) -> None:
        outcome = self.attempt(lambda: self.project.codings.remove([coding.id]))
        if outcome:
            self.done(outcome, _("Took '{name}' off.").format(name=self.contents.name_of(coding)))

    def _ask_recode(self, coding: Coding) -> None:
        words = one_line(coding.span.of(self.contents.text.text), 90)
        what = _("{place}, now '{name}': {words}").format(
            place=self._reference(coding.span), name=self.contents.name_of(coding), words=words
        )
        entries = [entry for entry in self.offered if entry.code.id != coding.code_id]
        prompt = CodePrompt(what, entries, self.recent, title=_("Recode"))
        self.app.push_screen(prompt, lambda choice: self._recode(coding, choice))

    def _recode(self, coding: Coding, choice: CodeChoice | None) -> None:
        if choice is None:
            return
        before = self.contents.name_of(coding)
        outcome = self.attempt(
            lambda: self.project.codings.recode_as(coding.id, choice.code_ids, choice.new)
        )
        if outcome:
            self.remember([item.code_id for item in outcome.value])
            paths = [self.contents.codes[each].path for each in choice.code_ids]
            said = _("'{name}' became: {codes}.")
            self.done(outcome, said.format(name=before, codes=", ".join([*paths, *choice.new])))

    def _mark(self, coding: Coding) -> None:
        strong = not coding.strong
        outcome = self.attempt(lambda: self.project.codings.mark(coding.id, strong))
        if outcome:
            said = _("No longer a strong example: '{name}'.")
            if strong:
                said = _("A strong example now: '{name}'.")
            self.done(outcome, said.format(name=self.contents.name_of(coding)))

    def _mark_level(self, coding: Coding) -> None:
        code = self._code_of(coding)
        level = next_level(code.level)
        outcome = self.attempt(
            lambda: self.project.codes.describe(code.id, CodeChange(level=level or ""))
        )
        if outcome:
            self.done(outcome, said_of_level(code, level))

    @work
    async def _describe(self, coding: Coding) -> None:
        code = self._code_of(coding)
        change = await ask_meaning(self, code)
        if change:
            outcome = self.attempt(lambda: self.project.codes.describe(code.id, change))
            if outcome:
                self.done(outcome, _("'{name}' described.").format(name=code.name))

    def _code_of(self, coding: Coding) -> Code:
        return self.contents.codes[coding.code_id].code
