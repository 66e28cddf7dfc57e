"""Editing the printed words of a quote: what stands in the passage above, what is printed below."""

from dataclasses import replace
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static, TextArea

from qualkit.domain.memos import ObjectType, Target
from qualkit.domain.quote_editing import Editing
from qualkit.domain.quote_kinds import kinds_of
from qualkit.domain.quote_verdict import verdict
from qualkit.domain.quotes import edits
from qualkit.domain.text import one_line
from qualkit.errors import QualkitError
from qualkit.translation import N_, _
from qualkit.tui.actions import bindings_for
from qualkit.tui.base import QualkitScreen
from qualkit.tui.screens.picker import Choice, Picker
from qualkit.tui.screens.prompts import TextPrompt
from qualkit.tui.widgets.quoted_passage import QuotedPassage

OWN = "own"
"""Stands for a kind that is typed, among those that can be picked."""


class QuoteEditorScreen(QualkitScreen):
    """Shows a passage over its printed words, and tells at once whether they are word for word."""

    SCREEN_NAME = "quote_editor"
    HEADING = N_("Printed words")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("quote_editor")]

    def __init__(self, quote_id: str, printed: str = "") -> None:
        """Edit a quote; `printed` are words that somebody proposes for it."""
        super().__init__()
        self._quote_id = quote_id
        self._proposed = one_line(printed)
        self._earlier: list[str] = []
        self._refused = ""

    def compose_body(self) -> ComposeResult:
        """Put the passage over what is printed of it."""
        self._item = self.project.quotes.view(self._quote_id)
        self._words = self._item.segment.words
        self._text = self._proposed or self._item.quote.printed or self._words
        self._passage = QuotedPassage(self._words)
        self._passage.border_title = _("The passage: {place}").format(
            place=f"{self._item.segment.reference}  {self._item.segment.label}"
        )
        yield self._passage
        self._area = TextArea(self._text, soft_wrap=True, tab_behavior="focus")
        self._area.border_title = _("Printed")
        yield self._area
        yield Static("", id="quote-verdict", markup=False)

    def on_mount(self) -> None:
        """Begin in the passage."""
        self._passage.focus()
        self._tell()
        theme = self.project.themes.find(self._item.quote.theme_id)
        self.set_heading(_(self.HEADING), theme.name)

    def memo_about(self) -> tuple[Target, str] | None:
        """A memo here is on the coding that is quoted."""
        segment = self._item.segment
        return Target(ObjectType.CODING, segment.coding.id), segment.reference

    def action_mark(self) -> None:
        """Begin to mark words, or stop."""
        self._passage.mark(not self._passage.is_marking)

    def action_leave_out(self) -> None:
        """Leave out the marked words."""
        editing = self._need_editing()
        if editing:
            self._take(editing.leave_out(self._passage.span))

    @work
    async def action_put_kind(self) -> None:
        """Ask for a kind, and put it in place of the marked words."""
        editing, span = self._need_editing(), self._passage.span
        kind = await self._ask_kind(span.of(self._words)) if editing else None
        if editing and kind:
            self._take(editing.put(span, kind))

    def action_take_back(self) -> None:
        """Print the words at the cursor, or the marked ones, as they stand in the passage."""
        editing = self._need_editing()
        if editing:
            self._take(editing.take_back(self._passage.span))

    def action_as_it_is(self) -> None:
        """Print the passage unedited."""
        self._take(Editing(self._words))

    def action_undo(self) -> None:
        """Take back the last edit that was made here."""
        if not self._earlier:
            self.say(_("There is no edit to take back here. Esc goes back."))
            return
        self._print(self._earlier.pop())

    def action_type_words(self) -> None:
        """Go to the printed words to type in them, or back to the passage."""
        (self._passage if self._area.has_focus else self._area).focus()

    def action_keep(self) -> None:
        """Keep the printed words and go back."""
        if self._is_kept():
            self.app.pop_screen()

    def action_back(self) -> None:
        """Leave the typing or the marking; else keep what is printed and go back.

        What cannot be kept is told, and is let go the second time.
        """
        if self._area.has_focus:
            self._passage.focus()
        elif self._passage.is_marking:
            self._passage.mark(False)
        elif self._refused == self._text or self._is_kept():
            self.app.pop_screen()

    @on(TextArea.Changed)
    def _typed(self, event: TextArea.Changed) -> None:
        text = one_line(event.text_area.text)
        if text != self._text:
            if not self._earlier or not self._area.has_focus:
                self._earlier.append(self._text)
            self._text = text
        self._tell()

    @property
    def _editing(self) -> Editing | None:
        return Editing.of(self._words, self._text)

    def _need_editing(self) -> Editing | None:
        editing = self._editing
        if editing is None:
            self.say(_("Mend first what is not word for word; Z prints the passage as it is."))
        return editing

    def _take(self, editing: Editing) -> None:
        self._passage.mark(False)
        if editing.printed != self._text:
            self._earlier.append(self._text)
            self._print(editing.printed)

    def _print(self, printed: str) -> None:
        self._text = printed
        self._area.text = printed
        self._tell()

    def _tell(self) -> None:
        """Say whether the words are word for word, and how they will be printed."""
        self._passage.show_edits(self._editing)
        told = [verdict(edits(self._words, self._text or self._words))]
        if self._item.segment.replaced != self._words:
            quote = replace(self._item.quote, printed=self._text or None)
            shown = self.attempt(lambda: self.project.quotes.preview(quote))
            words = shown.words if shown else self._text
            told.append(_("With what the project replaces: {words}").format(words=words))
        self.query_one("#quote-verdict", Static).update("\n".join(told))

    def _is_kept(self) -> bool:
        """Keep the printed words if they are others; tell what cannot be kept."""
        printed = None if self._text in ("", self._words) else self._text
        try:
            quote = self.project.quotes.get(self._quote_id)
            if printed == quote.printed:
                return True
            outcome = self.project.quotes.edit(replace(quote, printed=printed))
        except QualkitError as error:
            self._refused = self._text
            self.say_error(error)
            self.say(_("Esc again leaves without keeping."))
            return False
        self.done(outcome, _("The printed words are kept."))
        return True

    async def _ask_kind(self, words: str) -> str | None:
        """Ask what stands in place of some words, without brackets."""
        kinds = [Choice(kind, f"[{kind}]") for kind in kinds_of(self.project.info.language)]
        title = _("What '{words}' becomes").format(words=one_line(words, 40))
        picked = await self.app.push_screen_wait(
            Picker(title, [*kinds, Choice(OWN, _("(another word)"))])
        )
        if not picked or picked[0] != OWN:
            return picked[0] if picked else None
        answer = await self.app.push_screen_wait(
            TextPrompt(_("Another word, without brackets"), refuse=_refuse_kind)
        )
        return one_line(answer) if answer else None


def _refuse_kind(answer: str) -> str:
    if any(sign in answer for sign in "[]") or not 0 < len(one_line(answer)) <= LONGEST_KIND:
        return _("A word or a few, without brackets.")
    return ""


LONGEST_KIND = 60
"""Code points; longer brackets would be words of their own."""
