"""What is coded with one code, across all sources, each passage in its context when asked."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import ClassVar, TypeVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from qualkit.domain.codings import CodedSegment
from qualkit.domain.operations import Outcome
from qualkit.domain.text import one_line
from qualkit.translation import N_, _
from qualkit.tui.actions import bindings_for
from qualkit.tui.screens.passages_in_context import PassagesInContext
from qualkit.tui.screens.picker import Choice, Picker
from qualkit.tui.screens.prompts import TextPrompt
from qualkit.tui.widgets.passages import grouped_passage_list
from qualkit.tui.words import count_of

EMPTY = N_(
    """Nothing is coded with this code.

Esc goes back. To code, open a source, select a passage and choose the code."""
)

T = TypeVar("T")


class CodedSegmentsScreen(PassagesInContext):
    """Lists the coded segments of a code; Enter reads on at the place."""

    SCREEN_NAME = "coded_segments"
    HEADING = N_("Coded segments")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("coded_segments")]

    def __init__(self, code_id: str) -> None:
        """Show what is coded with one code."""
        super().__init__()
        self._code_id = code_id

    def opened_with(self) -> tuple[str, ...]:
        """Give the code."""
        return (self._code_id,)

    def compose_body(self) -> ComposeResult:
        """Put the list under how many passages each participant has, and above their context."""
        yield Static("", id="per-case", markup=False)
        self._table = grouped_passage_list(_(EMPTY))
        yield self._table
        yield self.make_pane()

    @work
    async def action_gather(self) -> None:
        """Put this one passage under a theme, whatever its code."""
        segment = self.need_segment()
        if segment is None:
            return
        themes = self.project.themes.all(dropped=False)
        choices = [Choice(theme.id, theme.name, theme.central_idea) for theme in themes]
        picked = await self.app.push_screen_wait(
            Picker(_("Put the passage under"), choices, hint=_short(segment))
        )
        if picked:
            outcome = self.attempt(
                lambda: self.project.theme_contents.put_passage(picked[0], segment.coding.id)
            )
            if outcome:
                said = _("{place} is under '{theme}'.")
                self.done(outcome, said.format(place=segment.reference, theme=outcome.value.name))

    @work
    async def action_recode(self) -> None:
        """Give the passage another code."""
        segment = self.need_segment()
        if segment is None:
            return
        choices = [
            Choice(entry.code.id, entry.path)
            for entry in self.project.codes.entries(retired=False)
            if entry.code.id != self._code_id
        ]
        picked = await self.app.push_screen_wait(
            Picker(_("Other code"), choices, hint=_short(segment))
        )
        if not picked:
            return
        why = await self.ask_why(_("Give {place} another code").format(place=segment.reference))
        if why is not None:
            self._keep(
                lambda: self.project.codings.recode(segment.coding.id, picked[0], why),
                _("{place} has another code.").format(place=segment.reference),
            )

    @work
    async def action_split_off(self) -> None:
        """Give some of the passages a code of their own, beside this one."""
        if self.need_segment() is None:
            return
        choices = [
            Choice(item.coding.id, f"{item.reference}  {item.words}") for item in self._table.all
        ]
        picked = await self.app.push_screen_wait(
            Picker(_("Split off which passages?"), choices, many=True)
        )
        if not picked:
            return
        many = count_of(len(picked), "passage")
        name = await self.app.push_screen_wait(
            TextPrompt(
                _("Name for {passages}").format(passages=many),
                hint=_("A new code, or one that stands beside this one."),
            )
        )
        if not name:
            return
        why = await self.ask_why(_("Split off '{name}'").format(name=one_line(name)))
        if why is not None:
            self._keep(
                lambda: self.project.codes.split(self._code_id, name, picked, why),
                _("{passages} went to '{name}'.").format(passages=many, name=one_line(name)),
            )

    def action_split_code(self) -> None:
        """Decide on the passages one by one."""
        from qualkit.tui.screens.code_split import split_with  # noqa: PLC0415

        segment = self.need_segment()
        if segment:
            split_with(self, segment.code)

    def action_mark_strong(self) -> None:
        """Mark the passage as a strong example, or take the mark away."""
        segment = self.need_segment()
        if segment:
            strong = not segment.coding.strong
            said = _("{place} is no longer a strong example.")
            if strong:
                said = _("{place} is a strong example.")
            self._keep(
                lambda: self.project.codings.mark(segment.coding.id, strong),
                said.format(place=segment.reference),
            )

    def action_uncode(self) -> None:
        """Take the code off this passage."""
        segment = self.need_segment()
        if segment:
            said = _("'{name}' taken off {place}.")
            self._keep(
                lambda: self.project.codings.remove([segment.coding.id]),
                said.format(name=segment.code.name, place=segment.reference),
            )

    def _keep(self, call: Callable[[], Outcome[T]], message: str) -> None:
        """Do it, and say it."""
        outcome = self.attempt(call)
        if outcome:
            self.done(outcome, message)

    def _show(self) -> None:
        entries = self.project.codes.entries(counted=False)
        path = next((entry.path for entry in entries if entry.code.id == self._code_id), "")
        segments = self.project.codings.select(code_id=self._code_id)
        self._table.set_items(segments)
        self.query_one("#per-case", Static).update(_per_case(segments))
        self.set_heading(path or _("This code is gone"), count_of(len(segments), "coding"))


def _per_case(segments: Iterable[CodedSegment]) -> str:
    """Tell how many passages each participant has: who says much and who says nothing of it."""
    counts = Counter(segment.label for segment in segments)
    return " · ".join(f"{label} {count}" for label, count in counts.most_common())


def _short(segment: CodedSegment) -> str:
    return f'{segment.reference}: "{one_line(segment.words, 120)}"'
