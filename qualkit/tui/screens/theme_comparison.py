"""Two themes beside each other: what both have, and how the researcher says they differ."""

from collections import defaultdict
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from qualkit.domain.codings import CodedSegment
from qualkit.domain.memos import ObjectType, Target
from qualkit.domain.theme_comparisons import ThemeComparison
from qualkit.translation import N_, _
from qualkit.tui.actions import bindings_for
from qualkit.tui.screens.passages_base import PassagesBase
from qualkit.tui.screens.picker import Choice, Picker
from qualkit.tui.screens.theme_relating import ask_relation
from qualkit.tui.theme_text import comparison_text
from qualkit.tui.theme_words import told_of_relation
from qualkit.tui.widgets.passages import passage_list
from qualkit.tui.words import count_of

EMPTY = N_("""No passage is in both.

t writes how the two differ, or how else they stand to each other.""")


class ThemeComparisonScreen(PassagesBase):
    """Shows what two themes share; Enter reads on at a shared passage."""

    SCREEN_NAME = "theme_comparison"
    HEADING = N_("Two themes")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("theme_comparison")]
    SHOWS = PassagesBase.SHOWS | {"themes"}

    def __init__(self, theme_id: str, other_id: str) -> None:
        """Put one theme beside another."""
        super().__init__()
        self._theme_id = theme_id
        self._other_id = other_id
        self._found: ThemeComparison | None = None
        self._codes: dict[tuple[str, int, int], dict[str, None]] = {}

    def opened_with(self) -> tuple[str, ...]:
        """Give the two themes."""
        return (self._theme_id, self._other_id)

    def compose_body(self) -> ComposeResult:
        """Put what is said of the two above what they share."""
        with VerticalScroll(can_focus=False, id="comparison"):
            yield Static("", id="two-themes")
        self._table = passage_list(_(EMPTY), self._about)
        yield self._table

    def memo_about(self) -> tuple[Target, str] | None:
        """A memo here is on the first theme."""
        if self._found is None:
            return None
        return Target(ObjectType.THEME, self._theme_id), f"'{self._found.one.name}'"

    @work
    async def action_relate_themes(self) -> None:
        """Say how the two stand to each other."""
        if self._found:
            await ask_relation(self, self._found.one, self._found.other)

    @work
    async def action_unrelate_themes(self) -> None:
        """Take a line between the two away."""
        relations = self._found.relations if self._found else ()
        if not relations:
            self.say(_("Nothing is said of the two yet. t does that."))
            return
        choices = [Choice(each.relation.id, told_of_relation(each)) for each in relations]
        picked = await self.app.push_screen_wait(Picker(_("Take away"), choices))
        outcome = picked and self.attempt(lambda: self.project.theme_relations.remove(picked[0]))
        if outcome:
            self.done(outcome, _("It is no longer said of the two."))

    @work
    async def action_other_theme(self) -> None:
        """Put the first theme beside another one."""
        if self._found is None:
            return
        choices = [
            Choice(theme.id, theme.name)
            for theme in self.project.themes.all()
            if theme.id not in (self._theme_id, self._other_id)
        ]
        title = _("Compare '{name}' with").format(name=self._found.one.name)
        picked = await self.app.push_screen_wait(Picker(title, choices))
        if picked:
            self._other_id = picked[0]
            self._show()

    def _about(self, segment: CodedSegment) -> str:
        return ", ".join(self._codes.get(_place(segment), {}))

    def _show(self) -> None:
        self._found = self.attempt(
            lambda: self.project.theme_relations.compare(self._theme_id, self._other_id)
        )
        if self._found is None:
            self._table.set_items(())
            return
        codes = defaultdict[tuple[str, int, int], dict[str, None]](dict)
        once: dict[tuple[str, int, int], CodedSegment] = {}
        for segment in self._found.passages:
            codes[_place(segment)][segment.code.name] = None
            once.setdefault(_place(segment), segment)
        self._codes = codes
        self._table.set_items(list(once.values()))
        self.query_one("#two-themes", Static).update(comparison_text(self._found, len(once)))
        self.set_heading(_("Two themes"), count_of(len(once), "passage"))


def _place(segment: CodedSegment) -> tuple[str, int, int]:
    return segment.coding.version_id, segment.coding.start, segment.coding.end
