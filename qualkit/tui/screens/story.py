"""Writing the story of a theme; beneath it stands what its words for how many rest on."""

from contextlib import suppress
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Static, TextArea

from qualkit.analysis.quantities import bases
from qualkit.analysis.spread import KindSpread
from qualkit.domain.memos import MemoDraft, ObjectType, Target
from qualkit.domain.quantifiers import Quantifier
from qualkit.domain.wording import sentence
from qualkit.errors import ProjectBusyError
from qualkit.services.quantifiers import TextBasis
from qualkit.translation import N_, _
from qualkit.tui.actions import bindings_for
from qualkit.tui.base import QualkitScreen
from qualkit.tui.quantifier_text import basis_line, heard_in_words
from qualkit.tui.screens.memo_editor import KEEP_SECONDS
from qualkit.tui.widgets.passages import passage_list
from qualkit.tui.widgets.row_list import RowList

EMPTY = N_("This theme has no passages yet.")

HINT = N_("Write “vrijwel alle” or “vijf van de zes”, and here you see who is heard.")
"""Stands there while no word for how many is written; the words are of the texts."""


class StoryScreen(QualkitScreen):
    """A text area over what the words rest on; on a wide screen the passages stand beside."""

    SCREEN_NAME = "story"
    HEADING = N_("Story of a theme")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("story")]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide")]  # noqa: RUF012

    def __init__(self, theme_id: str) -> None:
        """Write the story of one theme."""
        super().__init__()
        self._theme_id = theme_id
        self._stored = MemoDraft(Target(ObjectType.THEME, theme_id))
        self._kept = self._text = ""
        self._spread: tuple[KindSpread, ...] = ()
        self._quantifiers: tuple[Quantifier, ...] = ()
        self._claims: tuple[TextBasis, ...] = ()
        self._is_done = False

    def opened_with(self) -> tuple[str, ...]:
        """Give the theme."""
        return (self._theme_id,)

    def compose_body(self) -> ComposeResult:
        """Put the text over its basis, and the passages beside."""
        stored, unfinished = self.project.drafts.of_story(self._theme_id)
        self._stored = stored
        self._text = self._kept = unfinished.body if unfinished else stored.body
        self._passages = passage_list(_(EMPTY))
        with Horizontal(id="story"):
            with Vertical(id="writing"):
                yield Static("", id="story-idea", markup=False)
                yield TextArea(self._text, soft_wrap=True, tab_behavior="focus")
                with VerticalScroll(can_focus=False, id="story-basis"):
                    yield Static("", markup=False)
            yield self._passages

    def on_mount(self) -> None:
        """Write on where the story ends."""
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)
        area.focus()
        self._read()
        self.set_interval(KEEP_SECONDS, self._keep_draft)
        if self._text != self._stored.body:
            self.say(_("This was not finished last time; you go on where it stopped."))

    def on_unmount(self) -> None:
        """Keep what is there when the program is closed."""
        self._keep_draft()

    def keep_place(self) -> None:
        """Keep what is there."""
        self._keep_draft()

    def refresh_touched(self, touched: frozenset[str]) -> None:
        """Tell anew what the words rest on; what is being written stays as it is."""
        if touched & {"project", "themes", "codes", "codings", "cases", "sources"}:
            self._read()

    def memo_about(self) -> tuple[Target, str] | None:
        """A memo here is on the theme."""
        theme = self.project.themes.find(self._theme_id)
        return Target(ObjectType.THEME, theme.id), f"'{theme.name}'"

    def action_back(self) -> None:
        """Keep the story and go back."""
        text = self._text.strip()
        if text != self._stored.body:
            outcome = self.attempt(lambda: self.project.themes.narrate(self._theme_id, text))
            if outcome is None:
                return
            self.done(outcome, _("The story is kept."))
        self._is_done = True
        self.attempt(lambda: self.project.drafts.drop(self._draft))
        self.app.pop_screen()

    @property
    def _draft(self) -> MemoDraft:
        return replace(self._stored, body=self._text)

    def _keep_draft(self) -> None:
        """Keep what is typed so far, if that is anything new."""
        if self._text != self._kept and not self._is_done:
            # While another program is writing, the next moment will do as well.
            with suppress(ProjectBusyError):
                self.project.drafts.keep(self._draft)
                self._kept = self._text

    @on(TextArea.Changed)
    def _follow(self, event: TextArea.Changed) -> None:
        self._text = event.text_area.text
        self._tell()

    @on(RowList.Chosen)
    def _open_passage(self) -> None:
        segment = self._passages.current
        if segment:
            self.qualkit.open_reader(segment.source.id, segment.coding.start)

    def _read(self) -> None:
        theme = self.attempt(lambda: self.project.themes.find(self._theme_id))
        if theme is None:
            return
        self._quantifiers = self.project.quantifiers.all()
        self._claims = self.project.quantifiers.basis(theme.id)[1:]
        self._spread = self.project.spreads.matrix([theme.id]).spread(theme.id)
        self.call_after_refresh(self._show_passages)
        self.query_one("#story-idea", Static).update(theme.central_idea)
        self.set_heading(_("The story of '{theme}'").format(theme=theme.name))
        self._tell()

    def _show_passages(self) -> None:
        """Show the passages where there is room; reading them takes time in a large study."""
        if self._passages.display:
            self._passages.set_items(self.project.theme_contents.passages(self._theme_id))

    def on_resize(self) -> None:
        """Show the passages once there is room for them."""
        self.call_after_refresh(self._show_passages)

    def _tell(self) -> None:
        """Say what each word for how many rests on; without one, who is heard at all."""
        language = self.project.info.language
        lines = [
            basis_line(found, language)
            for found in bases(self._text, self._quantifiers, self._spread)
        ]
        heard = sentence(heard_in_words(self._spread, language))
        told = "\n".join(lines) or f"{heard}.\n{_(HINT)}"
        claims = [
            _("Claim {number}: {basis}").format(number=place, basis=basis_line(found, language))
            for place, part in enumerate(self._claims, start=1)
            for found in part.found
        ]
        self.query_one("#story-basis Static", Static).update("\n".join([told, *claims]))
