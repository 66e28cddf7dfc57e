"""Themes beside the text in place of codes, and the way from one of their passages to the next."""

from qualkit.domain.spans import Span
from qualkit.translation import _
from qualkit.tui.reading.coded import Codings
from qualkit.tui.reading.stretches import Stretches
from qualkit.tui.reading.theme_marks import ThemeMarks, read_theme_marks
from qualkit.tui.screens.picker import Choice, Picker
from qualkit.tui.screens.reader_looking import ReaderLooking

BOOKMARK = "theme-marks"
"""Keeps whether themes are shown, for the next source and another day."""

ALL_THEMES = "all"


class ReaderThemes(ReaderLooking):
    """The keys that read a source again with theme marks."""

    _themes: ThemeMarks | None = None
    """None while codes are shown."""
    _sought = ""
    """The theme whose passages are gone through; empty for all."""

    def show_contents(self) -> None:
        """Draw codings, or themes, and memos as they are now."""
        if self._themes or self.project.bookmarks.get(BOOKMARK):
            self._themes = read_theme_marks(self.project, self.contents)
        super().show_contents()

    @property
    def marks(self) -> Codings:
        """The themes of the text, or its codings."""
        return self._themes.codings if self._themes else super().marks

    def themes_on(self, span: Span) -> list[tuple[str, str]] | None:
        """Give the letter and name of each theme on a stretch; None while codes are shown."""
        return self._themes.on(span) if self._themes else None

    def action_show_themes(self) -> None:
        """Show themes in place of codes, or codes again."""
        if self._themes:
            self._themes = None
            self.bookmark(BOOKMARK, {})
            self.show_contents()
            self.say(_("Codes stand beside the text again."))
        elif self._show_themes():
            self.say(_("Themes stand beside the text: ( and ) go through them, M shows codes."))

    def action_next_theme(self) -> None:
        """Go to the next passage of the theme, or of any."""
        if passages := self._passages():
            here = self.cursor.span
            after = passages.beginning_after(self.cursor.offset - 1)
            self._go_to_theme(passages.following(here) if here else after, passages)

    def action_previous_theme(self) -> None:
        """Go to the passage of the theme before."""
        if passages := self._passages():
            here = self.cursor.span
            before = passages.beginning_before(self.cursor.offset)
            self._go_to_theme(passages.preceding(here) if here else before, passages)

    def action_choose_theme(self) -> None:
        """Choose the theme whose passages are gone through."""
        if not self._show_themes():
            return
        assert self._themes is not None, "they are shown"
        choices = [
            Choice(theme_id, f"{self._themes.codings.letters[theme_id]}  {name}")
            for theme_id, name in self._themes.names.items()
        ]
        choices.append(Choice(ALL_THEMES, _("all themes")))

        def take(picked: list[str] | None) -> None:
            if picked:
                self._sought = "" if picked[0] == ALL_THEMES else picked[0]
                self.action_next_theme()

        self.app.push_screen(Picker(_("Which theme to go through?"), choices), take)

    def action_next_without_theme(self) -> None:
        """Go to the next turn of evidence without any theme."""
        if not self._show_themes():
            return
        segments = self.drawn(self.contents.segments)
        span = segments.beginning_after(self.cursor.offset)
        while span is not None and not self._lacks_theme(span):
            span = segments.beginning_after(span.start)
        if span is None:
            self.say(_("Below, all evidence has a theme."))
            return
        self.cursor.drop()
        self.cursor.jump(span.start)
        self.moved()
        self.say(_("Nothing of this turn is in a theme.  E goes on."))

    def _show_themes(self) -> bool:
        """Show themes beside the text, if there are any; tell so when there are none."""
        if self._themes:
            return True
        if not self.project.themes.all(dropped=False):
            self.say(_("There is no theme yet; g t goes where they are made."))
            return False
        self._themes = read_theme_marks(self.project, self.contents)
        self.bookmark(BOOKMARK, {"shown": 1})
        self.show_contents()
        return True

    def _passages(self) -> Stretches | None:
        if not self._show_themes() or self._themes is None:
            return None
        if self._sought not in self._themes.names:
            self._sought = ""
        return self.drawn(self._themes.passages(self._sought))

    def _go_to_theme(self, span: Span | None, passages: Stretches) -> None:
        assert self._themes is not None, "they are shown"
        name = self._themes.names.get(self._sought, "") or _("any theme")
        if span is None:
            said = _("No further passage of {theme} this way.  C chooses a theme.")
            self.say(said.format(theme=name))
            return
        self.jump_to(span)
        said = _("{number} of {count}, {theme}   ) next · ( before · C another theme")
        place = 1 + passages.spans.index(span)
        self.say(said.format(number=place, count=len(passages.spans), theme=name))

    def _lacks_theme(self, segment: Span) -> bool:
        assert self._themes is not None, "they are shown"
        if self._themes.codings.over(segment.start, segment.end):
            return False
        said, text = self.contents.said_in(segment), self.contents.text
        return not said or any(text.role_of(each).is_evidence for each in said)
