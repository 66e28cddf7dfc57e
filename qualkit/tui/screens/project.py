"""The project and its method: title, question, profile, and a statement with its gaps."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from qualkit.domain.memos import MemoKind
from qualkit.domain.operations import Outcome
from qualkit.domain.projects import ProjectInfo
from qualkit.domain.text import one_line
from qualkit.services.project import Project
from qualkit.translation import N_, _, ngettext
from qualkit.tui.actions import bindings_for
from qualkit.tui.base import QualkitScreen
from qualkit.tui.profile_words import PROFILE_WORDS
from qualkit.tui.screens.profile_chooser import ProfileChooser
from qualkit.tui.screens.prompts import LongTextPrompt, TextPrompt
from qualkit.tui.widgets.passages import two_lines
from qualkit.tui.widgets.row_list import Line, RowList
from qualkit.tui.widgets.table_list import TableList

GAP = "[…]"
"""Stands where nothing is written yet."""

PROFILE = "profile"


@dataclass(frozen=True, slots=True)
class _Part:
    """Something that the project says about itself; heading and hint are marked with `N_`."""

    name: str
    heading: str
    hint: str
    text: Callable[[ProjectInfo], str]
    keep: Callable[[Project, str], Outcome[ProjectInfo]] | None = None
    is_made: bool = False
    """Whether the program makes it where nothing is written."""


PARTS = (
    _Part(
        "title",
        N_("Title"),
        N_("What the study is called; it stands above every export."),
        lambda info: info.title,
        lambda project, text: project.describe(title=text),
    ),
    _Part(
        "question",
        N_("Question"),
        N_("What you want to find out. It may change while you work."),
        lambda info: info.question,
        lambda project, text: project.describe(question=text),
    ),
    _Part(
        PROFILE,
        N_("Profile"),
        N_("Which form of analysis you do."),
        lambda info: _(PROFILE_WORDS[info.profile].name),
    ),
    _Part(
        "approach",
        N_("Approach"),
        N_("Which form of thematic analysis this is, and why it fits your question."),
        lambda info: info.approach,
        lambda project, text: project.describe(approach=text),
    ),
    _Part(
        "assumptions",
        N_("Assumptions"),
        N_("What you take for granted about language, experience and knowledge."),
        lambda info: info.assumptions,
        lambda project, text: project.describe(assumptions=text),
    ),
    _Part(
        "standpoint",
        N_("Own standpoint"),
        N_("Where you stand yourself: your work, what you know, what you expected to find."),
        lambda info: info.standpoint,
        lambda project, text: project.describe(standpoint=text),
    ),
    _Part(
        "selection",
        N_("Selection"),
        N_("How you chose participants and material; it goes into the method paragraph."),
        lambda info: info.selection,
        lambda project, text: project.describe(selection=text),
    ),
    _Part(
        "coders",
        N_("Who coded"),
        N_("Who coded, in which role, and how you talked about it; without names."),
        lambda info: info.coders,
        lambda project, text: project.describe(coders=text),
    ),
    _Part(
        "method",
        N_("Method paragraph"),
        N_("As the report prints it, made from what happened. Your own words take its place."),
        lambda info: info.method_text,
        lambda project, text: project.method_paragraph.edit(text),
        is_made=True,
    ),
)


class ProjectScreen(QualkitScreen):
    """Shows what the project says about itself; Enter writes it."""

    SCREEN_NAME = "project"
    HEADING = N_("Project and method")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("project")]
    memo_kind = MemoKind.METHOD

    def compose_body(self) -> ComposeResult:
        """Put the parts beside the text of the one at the cursor."""
        rows = RowList(self._draw, lambda part: part.name, height=3)
        self._table = TableList(rows, lambda part: _(part.heading))
        with Horizontal(classes="beside"):
            yield self._table
            with VerticalScroll(can_focus=False, classes="text"):
                yield Static(id="part")

    def on_mount(self) -> None:
        """Show the parts."""
        self._show()
        self._table.rows.focus()

    def refresh_touched(self, touched: frozenset[str]) -> None:
        """Show the parts anew."""
        if "project" in touched:
            self._show()

    @on(RowList.Chosen)
    def action_edit_part(self) -> None:
        """Write the part at the cursor."""
        part = self._table.current
        if part:
            self._edit(part)

    @work
    async def _edit(self, part: _Part) -> None:
        if part.keep is None:
            await self._choose_profile()
            return
        title, keep = _(part.heading), part.keep
        if part.name == "title":
            outcome = await self.ask_and_keep(
                title, lambda text: keep(self.project, text), self._info.title, _(part.hint)
            )
        else:
            prompt = LongTextPrompt(title, self._text(part), _(part.hint))
            text = await self.app.push_screen_wait(prompt)
            if text is None:
                return
            outcome = self.attempt(lambda: keep(self.project, text))
        if outcome:
            self.done(outcome, _("{part} kept.").format(part=title))

    async def _choose_profile(self) -> None:
        """Ask for another profile and for the memo that goes with it."""
        profile = await self.app.push_screen_wait(ProfileChooser(self._info.profile))
        if profile is None or profile is self._info.profile:
            return
        name = _(PROFILE_WORDS[profile].name)
        memo = await self.app.push_screen_wait(
            TextPrompt(
                _("Why {name}?").format(name=name),
                hint=_("It is kept as a memo on the project. What is written stays as it is."),
                placeholder=_("Why? It may be left empty."),
            )
        )
        if memo is None:
            return
        outcome = self.attempt(lambda: self.project.method.change_profile(profile, memo))
        if outcome:
            self.done(outcome, _("The profile is now: {profile}.").format(profile=name))
            if profile.has_matrix:
                self.say(_("g f goes to the framework matrix."))

    @on(RowList.Moved)
    def _show_part(self) -> None:
        part = self._table.current
        if part:
            self.query_one("#part", Static).update(self._told(part))

    def _told(self, part: _Part) -> Content:
        """Give a part whole: its heading, what it is for, and what is written."""
        blocks = [
            Content.assemble((_(part.heading), "bold"), "\n", (_(part.hint), "$muted")),
            Content(self._text(part) or GAP),
        ]
        if part.is_made:
            blocks[1:1] = [Content(line) for line in self._about_method()]
        if part.name == PROFILE:
            words = PROFILE_WORDS[self._info.profile]
            told = (words.about, words.code, words.theme, words.prints)
            blocks.extend(Content(_(line)) for line in told)
        return Content("\n\n").join(blocks)

    def _text(self, part: _Part) -> str:
        """Give what is written, or what the program makes in its place."""
        return "\n\n".join(self._method.printed) if part.is_made else part.text(self._info)

    def _about_method(self) -> list[str]:
        """Tell what is missing in the method paragraph, and what changed since it was written."""
        gaps, changed = len(self._method.gaps), self._method.changed
        told = []
        if gaps:
            open_gaps = ngettext("{count} gap is still open.", "{count} gaps are still open.", gaps)
            told.append(open_gaps.format(count=gaps))
        if changed:
            told.append(_("Since you wrote it, this has changed:"))
            told.extend(changed)
        return told

    def _show(self) -> None:
        self._info = self.project.info
        self._method = self.project.method_paragraph.get()
        self._table.set_items(PARTS)
        gaps = sum(not part.text(self._info) for part in PARTS if not part.is_made)
        told = ngettext("{count} part still open", "{count} parts still open", gaps)
        self.set_heading(_("Project and method"), told.format(count=gaps) if gaps else "")
        self._table.rows.refresh()

    def _draw(self, part: _Part, width: int) -> Sequence[Line]:
        text = one_line(self._text(part))
        first, second = two_lines(text, width - 2) if text else (GAP, "")
        kind = "" if text else "muted"
        return [[(_(part.heading), "strong")], [(f"  {first}", kind)], [(f"  {second}", kind)]]
