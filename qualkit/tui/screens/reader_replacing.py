"""Replaced words on the reading screen: marked, told about, decided on, and read as they print."""

from textual import work

from qualkit.domain.operations import Outcome
from qualkit.domain.replacement_layer import Cut
from qualkit.domain.replacements import Replacement, bracketed
from qualkit.domain.spans import Span
from qualkit.domain.text import one_line
from qualkit.errors import QualkitError
from qualkit.translation import _
from qualkit.tui.screens.picker import Choice, Picker
from qualkit.tui.screens.prompts import TextPrompt
from qualkit.tui.screens.reader_themes import ReaderThemes


class ReaderReplacing(ReaderThemes):
    """The keys of replacements."""

    _cuts: tuple[Cut, ...] = ()
    _cut_by: tuple[str, tuple[Replacement, ...]] | None = None
    """The text and the decisions that the cuts were made of."""

    def show_contents(self) -> None:
        """Draw what hangs on the text as it is now, replaced words among it."""
        text, decisions = self.contents.text, self.project.replacements.all()
        if self._cut_by != (text.version.id, decisions):
            self._cut_by = text.version.id, decisions
            self._cuts = ()
            if decisions and text.text:
                layer = self.project.replacements.layer()
                self._cuts = layer.cuts(text.text, text.version.id, Span(0, len(text.text)))
            self.view.show_replaced(cut.span for cut in self._cuts)
        super().show_contents()

    def selected_words(self) -> str:
        """Tell how much is selected, or what is printed in place of the word at the cursor."""
        told, word = super().selected_words(), self.cursor.word
        if told or word is None:
            return told
        printed = [cut.printed for cut in self._cuts if cut.span.overlaps(word)]
        if not printed:
            return ""
        return _("Prints as {printed}.  V reads it so · I decides anew").format(printed=printed[0])

    def action_read_as_printed(self) -> None:
        """Show the text as it prints; the same key comes back."""
        if not self._cuts:
            self.say(_("Nothing in this text is replaced: it prints as it stands here."))
            return
        # Seldom needed, so loaded only then.
        from qualkit.tui.screens.as_printed import AsPrintedScreen  # noqa: PLC0415

        self.app.push_screen(AsPrintedScreen(self.contents, self._cuts, self.cursor.offset))

    @work
    async def action_decide_on_words(self) -> None:
        """Decide on what is selected, or the word at the cursor: replaced or left, and where."""
        span = self.passage()
        if span is None:
            return
        version_id, text = self.contents.text.version.id, self.contents.text.text
        words = one_line(span.of(text))
        identifiers, replacements = self.project.identifiers, self.project.replacements
        offered = identifiers.standing_in(identifiers.kind_of(words))
        printed = await self._ask_printed(words, offered)
        if printed is None:
            return
        shown = bracketed(printed) if printed.strip() else None
        kind = identifiers.kind_of(words, shown or "")
        where = await self._ask_where(words, shown)
        if where == "here":
            outcome = self.attempt(lambda: replacements.decide_here(version_id, span, kind, shown))
        elif where == "everywhere":
            outcome = self.attempt(lambda: replacements.decide_everywhere(words, kind, shown))
        else:
            return
        self._tell_decided(outcome)

    async def _ask_printed(self, words: str, offered: str) -> str | None:
        """Ask what is printed; empty leaves the words as they are, None is a step back."""
        return await self.app.push_screen_wait(
            TextPrompt(
                _("What is printed in place of '{words}'?").format(words=one_line(words, 40)),
                offered.strip("[]"),
                _("It is printed between square brackets. Empty leaves the words as they are."),
                _complaint,
            )
        )

    async def _ask_where(self, words: str, printed: str | None) -> str:
        told = printed or _("as it is")
        choices = [
            Choice("here", _("Only here"), told),
            Choice("everywhere", _("Wherever '{words}' stands").format(words=words), told),
        ]
        picked = await self.app.push_screen_wait(Picker(_("Where?"), choices))
        return picked[0] if picked else ""

    def _tell_decided(self, outcome: Outcome[Replacement] | None) -> None:
        if outcome is None:
            return
        made = outcome.value
        self.cursor.drop()
        said = _("'{words}' stays as it is.").format(words=one_line(made.words, 40))
        if made.printed:
            said = _("'{words}' prints as {printed}.").format(
                words=one_line(made.words, 40), printed=made.printed
            )
        self.done(outcome, said)


def _complaint(printed: str) -> str:
    """Tell what is wrong with what would be printed; leaving it empty is good."""
    try:
        if printed.strip():
            bracketed(printed)
    except QualkitError as error:
        return error.told
    return ""
