"""What of a text is looked at: words found in it, turns folded or left out, passages copied."""

import json

from textual import on
from textual.widgets import Input

from qualkit.domain.spans import Span
from qualkit.translation import _
from qualkit.tui.reading.finding import find_words, next_of
from qualkit.tui.reading.lines import Folds
from qualkit.tui.screens.reader_watching import ReaderWatching


class ReaderLooking(ReaderWatching):
    """The keys that find, fold and copy."""

    _found: tuple[Span, ...] = ()

    # Whose words

    def action_only_participant(self) -> None:
        """Show only what counts as evidence, or everything."""
        view = self.view
        view.show_text(self.contents.text, not view.only_evidence, view.folds)
        only = _("Only the participant is shown; o shows everyone.")
        self.say(only if view.only_evidence else "")

    def action_fold_all(self) -> None:
        """Fold what interviewers and helpers say to one line each, or unfold it."""
        if self.view.only_evidence:
            self.say(_("Only the participant is shown; o shows everyone."))
            return
        # What was folded by hand elsewhere stays so: it may be there to be kept out of sight.
        folds = Folds(not self.view.folds.all, self.view.folded_by_hand)
        self._fold(folds)
        if folds.all:
            self.say(_("Their turns are folded: F unfolds them all, - the one at the cursor."))
        else:
            self.say(_("Their turns are unfolded."))

    def action_fold_here(self) -> None:
        """Fold or unfold the turn at the cursor, or the paragraph where nobody speaks."""
        turn = self.view.turn_at(self.cursor.offset)
        if turn is None:
            self.say(_("There is nothing to fold here."))
            return
        self._fold(self.view.folds.turned(turn))
        self.say("")

    def _fold(self, folds: Folds) -> None:
        # A part of a folded turn cannot stay selected.
        self.cursor.drop()
        self.view.show_text(self.contents.text, self.view.only_evidence, folds)
        kept: dict[str, int | str] = {"all": int(folds.all), "others": json.dumps([*folds.others])}
        self.bookmark(self._folds_bookmark, kept)

    def fold_as_before(self) -> None:
        """Fold what was folded here when it was read last."""
        kept = self.project.bookmarks.get(self._folds_bookmark)
        if kept:
            others = frozenset(json.loads(str(kept["others"])))
            folds = Folds(bool(kept["all"]), others)
            self.view.show_text(self.contents.text, self.view.only_evidence, folds)

    @property
    def _folds_bookmark(self) -> str:
        """Offsets mean something in one text only."""
        return f"folds:{self.contents.text.version.id}"

    # Finding words

    @property
    def has_found(self) -> bool:
        """Whether places are shown where words were found."""
        return bool(self._found)

    def forget_found(self) -> None:
        """Show them no more."""
        self._found = ()
        self.view.show_found(())

    def action_find(self) -> None:
        """Type what to find."""
        field = self.query_one("#find", Input)
        field.add_class("-shown")
        field.focus()

    @on(Input.Submitted, "#find")
    def _find(self, event: Input.Submitted) -> None:
        event.input.remove_class("-shown")
        self.view.focus()
        text = self.contents.text.text
        self._found = find_words(text, event.value, self.view.is_drawn)
        self.view.show_found(self._found)
        self._go_to_found(1, self.cursor.start - 1)

    def action_find_next(self) -> None:
        """Go to the next place found."""
        self._go_to_found(1, self.cursor.start)

    def action_find_previous(self) -> None:
        """Go to the place found before."""
        self._go_to_found(-1, self.cursor.start)

    def _go_to_found(self, step: int, offset: int) -> None:
        span = next_of(self._found, offset, step)
        if span is None:
            self.say(_("Nothing found.  / finds words in this text."))
            return
        self.jump_to(span)
        number, count = self._found.index(span) + 1, len(self._found)
        told = _("{number} of {count} found   n next · N before")
        self.say(told.format(number=number, count=count))

    # Taking words along

    def action_copy(self) -> None:
        """Copy what is selected, or the sentence, with its label and reference."""
        self._on_passage(self._copy)

    def _copy(self, span: Span) -> None:
        contents = self.contents
        written = self.attempt(lambda: self.project.exports.passage(contents.text, span))
        if written is None:
            return
        words, path = written
        self.app.copy_to_clipboard(words)
        told = _("Copied; also in {folder}/{file}, should the terminal not take it.")
        self.say(told.format(folder=path.parent.name, file=path.name))
