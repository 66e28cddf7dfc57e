"""What may be printed of a passage, agreed on the reading screen."""

from textual import work

from qualkit.domain.operations import Outcome
from qualkit.domain.quotability import PassageTerms, Quotability
from qualkit.domain.spans import Span
from qualkit.translation import _
from qualkit.tui.base import undoable
from qualkit.tui.printing_words import PRINTING, told_of_ruled_out
from qualkit.tui.screens.picker import Choice, Picker
from qualkit.tui.screens.reader_rounds import ReaderRounds
from qualkit.tui.terms import term

AS_ITS_SOURCE = "as its source"


class ReaderPrinting(ReaderRounds):
    """The key that agrees on the printing of a passage."""

    def action_agree_printing(self) -> None:
        """Agree on the passage that is marked here, else on what is selected, or the coding."""
        if self.cursor.span is None and (word := self.cursor.word):
            if marks := self.contents.marks_on(word):
                self._agree(marks[0].span, marks[0])
                return
            codings = {coding.span for coding in self.contents.codings.on(word)}
            if len(codings) == 1:
                self._agree_on(codings.pop())
                return
        self._on_passage(self._agree_on)

    def _agree_on(self, span: Span) -> None:
        self._agree(span, next((mark for mark in self.contents.marks if mark.span == span), None))

    @work
    async def _agree(self, span: Span, mark: PassageTerms | None) -> None:
        title = _("How may {place} be printed?").format(place=self._reference(span))
        now = mark.quotability.value if mark else ""
        picked = await self.app.push_screen_wait(Picker(title, self._choices(mark), at=now))
        if not picked:
            return
        if picked[0] == AS_ITS_SOURCE:
            assert mark is not None, "else it was not offered"
            mark_id = mark.id
            self._tell_agreed(
                self.attempt(lambda: self.project.terms.forget_passage(mark_id)), span
            )
            return
        why = await self.ask_why(_("Why may it be printed so?"))
        if why is not None:
            quotability, version_id = Quotability(picked[0]), self.contents.text.version.id
            terms = self.project.terms
            self._tell_agreed(
                self.attempt(lambda: terms.agree_on_passage(version_id, span, quotability, why)),
                span,
            )

    def _choices(self, mark: PassageTerms | None) -> list[Choice]:
        choices = [Choice(each.value, term(each), _(PRINTING[each])) for each in Quotability]
        if mark:
            whole = term(self.contents.terms.quotability)
            as_source = _("as its source: {terms}").format(terms=whole)
            choices.append(Choice(AS_ITS_SOURCE, as_source))
        return choices

    def _tell_agreed(self, outcome: Outcome[PassageTerms] | None, span: Span) -> None:
        """Say what holds now, and which chosen quotes that rules out."""
        if outcome is None:
            return
        self.cursor.drop()
        self.qualkit.redraw(outcome.touched)
        said = _("{place} may be printed so: {terms}.").format(
            place=self._reference(span), terms=term(self.contents.printing_of(span))
        )
        ruled_out = self.project.terms.no_longer_allowed([self.source_id])
        self.say(undoable(" ".join(filter(None, (said, told_of_ruled_out(ruled_out))))))
