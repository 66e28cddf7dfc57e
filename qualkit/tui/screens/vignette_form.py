"""Writing a vignette: the passages that it rests on stand beside it, or above it.

What is typed is kept as one goes. Nothing that is pointed out is ever refused.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Static, TextArea

from qualkit.domain.codings import CodedSegment
from qualkit.domain.memos import ObjectType, Target
from qualkit.domain.text import one_line
from qualkit.domain.vignettes import MadeOf, VignetteDraft, VignetteView, help_with, usually_made_of
from qualkit.errors import ProjectBusyError
from qualkit.translation import N_, _
from qualkit.tui.actions import bindings_for
from qualkit.tui.base import QualkitScreen
from qualkit.tui.screens.memo_editor import KEEP_SECONDS
from qualkit.tui.screens.picker import Choice, Picker
from qualkit.tui.vignette_text import Hint, hints_of, rests_on
from qualkit.tui.widgets.cells import cut
from qualkit.tui.widgets.passages import passage_list
from qualkit.tui.widgets.row_list import Line, RowList

EMPTY = N_("It rests on no passages yet. Tab comes here; a adds some.")
NOTHING = N_("Nothing is pointed out: no exact days or ages, no words of a passage.")

MOST_PASSAGES = 500
"""Of a theme so many passages are offered."""

TITLE_LENGTH = 40
"""A vignette without a title is called by its first words."""


class VignetteScreen(QualkitScreen):
    """A title and a story, what is pointed out in it, and the passages."""

    SCREEN_NAME = "vignette"
    HEADING = N_("Vignette")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("vignette")]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide")]  # noqa: RUF012

    def __init__(
        self,
        theme_id: str,
        vignette_id: str = "",
        coding_ids: tuple[str, ...] = (),
        title: str = "",
    ) -> None:
        """Write one under a theme; a new one may begin with passages and a title."""
        super().__init__()
        self._before = VignetteDraft(theme_id, vignette_id)
        """As it is kept."""
        self._draft = VignetteDraft(theme_id, vignette_id, title, coding_ids=coding_ids)
        self._kept = self._draft
        self._passages: tuple[CodedSegment, ...] = ()
        self._language = ""
        self._refused: VignetteDraft | None = None
        self._is_done = False

    def opened_with(self) -> tuple[str, ...]:
        """Give the theme and the vignette."""
        return self._draft.theme_id, self._draft.vignette_id

    def compose_body(self) -> ComposeResult:
        """Put the passages before the writing, and what is pointed out under it."""
        taken_up = self._begin()
        with Horizontal(id="vignette"):
            self._table = passage_list(_(EMPTY))
            yield self._table
            with Vertical(id="vignette-writing"):
                title = Input(self._draft.title, id="title", select_on_focus=False)
                title.border_title = _("Title")
                yield title
                story = TextArea(self._draft.text, soft_wrap=True, tab_behavior="focus")
                story.border_title = _("What happened, in your own words")
                yield story
                yield RowList[Hint](_draw, _key, empty=_(NOTHING), id="vignette-hints")
                yield Static("", id="vignette-rests", markup=False)
        if taken_up:
            self.say(_("This was not finished last time; you go on where it stopped."))

    def on_mount(self) -> None:
        """Begin with the title of a new one, and else where the story ends."""
        self._language = self.project.info.language
        theme = self.attempt(lambda: self.project.themes.find(self._draft.theme_id))
        if theme:
            self.set_heading(_("Vignette for '{theme}'").format(theme=theme.name))
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)
        (area if self._draft.title else self.query_one("#title", Input)).focus()
        self._rest_on(self._draft.coding_ids)
        self._tell()
        self.set_interval(KEEP_SECONDS, self._keep_draft)

    def on_unmount(self) -> None:
        """Keep what is there when the program is closed."""
        self._keep_draft()

    def keep_place(self) -> None:
        """Keep what is there."""
        self._keep_draft()

    def memo_about(self) -> tuple[Target, str] | None:
        """A memo here is on the theme."""
        theme = self.project.themes.find(self._draft.theme_id)
        return Target(ObjectType.THEME, theme.id), f"'{theme.name}'"

    def action_next_part(self) -> None:
        """Go to the next part of the screen."""
        self.focus_next()

    def action_back(self) -> None:
        """Keep the vignette and go back; one without words is not kept."""
        draft = self._draft
        if draft == self._refused:
            # It stays as it was typed, for another day.
            self.app.pop_screen()
            return
        if draft.text.strip() and draft != self._before and not self._store(draft):
            self._refused = draft
            self.say(_("Esc again leaves it unfinished."))
            return
        if draft.vignette_id and not draft.text.strip():
            self.say(_("A vignette cannot be empty; it stays as it was. x in the list removes it."))
        self._is_done = True
        self.attempt(lambda: self.project.vignette_drafts.drop(draft))
        self.app.pop_screen()

    def action_switch_made_of(self) -> None:
        """Say that it tells of one case, or is composed."""
        single = self._made_of is MadeOf.SINGLE
        self._change(replace(self._draft, made_of=MadeOf.COMPOSITE if single else MadeOf.SINGLE))

    @work
    async def action_add_passages(self) -> None:
        """Pick passages of the theme to rest on."""
        there = self._draft.coding_ids
        found = self.project.theme_contents.passages(self._draft.theme_id)[:MOST_PASSAGES]
        choices = [
            Choice(each.coding.id, f"{each.reference}  {one_line(each.words, 90)}", each.label)
            for each in found
            if each.coding.id not in there
        ]
        picked = await self.app.push_screen_wait(
            Picker(_("Which passages does it rest on?"), choices, many=True)
        )
        if picked and self.attempt(lambda: self.project.vignettes.passages(picked)):
            self._rest_on((*there, *picked))

    def action_take_passage(self) -> None:
        """Let it no longer rest on the passage at the cursor."""
        passage = self._table.current
        if passage is None:
            self.say(_("There is no passage here."))
            return
        self._rest_on([each for each in self._draft.coding_ids if each != passage.coding.id])

    @on(RowList.Chosen)
    def _take_hint(self, event: RowList.Chosen) -> None:
        hint = event.rows.current
        if isinstance(hint, Hint):
            self._use(hint)
        elif isinstance(hint, CodedSegment):
            self.qualkit.open_reader(hint.source.id, hint.coding.start)

    def _use(self, hint: Hint) -> None:
        """Put what says less in its place; where only a person can, go there."""
        area = self.query_one(TextArea)
        start, end = (_place(area.text, at) for at in (hint.span.start, hint.span.end))
        if not hint.instead:
            area.move_cursor(start)
            area.move_cursor(end, select=True)
            area.focus()
            return
        area.replace(hint.instead, start, end)
        self.say(
            _("“{exact}” became “{vague}”.").format(
                exact=one_line(hint.span.of(self._draft.text), 40), vague=hint.instead
            )
        )

    @on(Input.Changed, "#title")
    def _follow_title(self, event: Input.Changed) -> None:
        self._draft = replace(self._draft, title=event.value)

    @on(Input.Submitted, "#title")
    def _to_story(self) -> None:
        self.query_one(TextArea).focus()

    @on(TextArea.Changed)
    def _follow(self, event: TextArea.Changed) -> None:
        self._change(replace(self._draft, text=event.text_area.text))

    @property
    def _made_of(self) -> MadeOf:
        """What it says of itself."""
        coding_ids = self._draft.coding_ids
        if self._draft.made_of:
            return self._draft.made_of
        return usually_made_of(self.project.vignettes.cases_behind(coding_ids))

    def _begin(self) -> bool:
        """Take up what is there; tells whether it was not finished."""
        new = self._draft
        if new.vignette_id:
            view = self.attempt(lambda: self.project.vignettes.get(new.vignette_id))
            if view:
                self._before = new = _draft_of(view)
        unfinished = self.project.vignette_drafts.of(new.theme_id, new.vignette_id)
        begun = unfinished or self._before
        together = dict.fromkeys((*begun.coding_ids, *new.coding_ids))
        title = begun.title or new.title
        self._draft = self._kept = replace(begun, title=title, coding_ids=tuple(together))
        return unfinished is not None

    def _store(self, draft: VignetteDraft) -> bool:
        """Keep the vignette; tells whether that was done."""
        title = draft.title.strip() or one_line(draft.text, TITLE_LENGTH)
        vignettes, words = self.project.vignettes, (title, draft.text, self._made_of)
        outcome = self.attempt(
            lambda: (
                vignettes.edit(draft.vignette_id, *words, draft.coding_ids)
                if draft.vignette_id
                else vignettes.add(draft.theme_id, *words, draft.coding_ids)
            )
        )
        if outcome:
            self.done(outcome, _("The vignette '{title}' is kept.").format(title=title))
        return outcome is not None

    def _keep_draft(self) -> None:
        """Keep what is typed so far, if that is anything new."""
        if self._draft != self._kept and not self._is_done:
            # While another program is writing, the next moment will do as well.
            with suppress(ProjectBusyError):
                self.project.vignette_drafts.keep(self._draft)
                self._kept = self._draft

    def _rest_on(self, coding_ids: Sequence[str]) -> None:
        """Rest on some passages, and show them."""
        self._passages = self.project.codings.some(tuple(coding_ids))
        self._table.set_items(self._passages)
        there = tuple(each.coding.id for each in self._passages)
        self._change(replace(self._draft, coding_ids=there))

    def _change(self, draft: VignetteDraft) -> None:
        self._draft = draft
        self._tell()

    def _tell(self) -> None:
        """Point out what could be told with less, and say what it rests on."""
        text = self._draft.text
        identifiers = self.project.identifiers.in_words(text)
        found = help_with(text, self._passages, self._language, identifiers)
        self.query_one("#vignette-hints", RowList).set_items(hints_of(text, found))
        cases = self.project.vignettes.cases_behind(self._draft.coding_ids)
        told = rests_on(len(self._passages), cases, self._made_of)
        self.query_one("#vignette-rests", Static).update(told)


def _draft_of(view: VignetteView) -> VignetteDraft:
    """Give a vignette as a draft that changes it."""
    kept = view.vignette
    passages = tuple(each.coding.id for each in view.passages)
    return VignetteDraft(kept.theme_id, kept.id, kept.title, kept.text, kept.made_of, passages)


def _place(text: str, offset: int) -> tuple[int, int]:
    """Give the row and column of a place in a text."""
    before = text[:offset]
    return before.count("\n"), offset - (before.rfind("\n") + 1)


def _key(hint: Hint) -> str:
    return f"{hint.span.start}:{hint.span.end}:{hint.instead}"


def _draw(hint: Hint, width: int) -> Sequence[Line]:
    return [[(cut(hint.told, width), "" if hint.instead else "muted")]]
