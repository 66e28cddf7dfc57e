"""Asking, once, whether a theme named after a topic has an idea; never refusing the name."""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from qualkit.domain.themes import Theme
from qualkit.translation import N_, _
from qualkit.tui.base import QualkitScreen
from qualkit.tui.widgets.row_list import Line, RowList

IDEA, NAME, KEEP = "idea", "name", "keep"

WAYS = (
    ("i", IDEA, N_("Write the idea"), N_("the central idea, in one or two sentences")),
    ("n", NAME, N_("Other name"), N_("one that says what they share")),
    ("s", KEEP, N_("Keep it so"), N_("and, if you like, note why")),
)
"""Key, answer, title and what it does."""


class TopicQuestion(ModalScreen[str | None]):
    """Gives which way the person chose, or None when she leaves it for now."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", "Leave", show=False),
        *(Binding(key, f"answer('{way}')", title, show=False) for key, way, title, _about in WAYS),
    ]

    def __init__(self, theme: Theme) -> None:
        """Ask about the name of a theme."""
        super().__init__()
        self._theme = theme

    def compose(self) -> ComposeResult:
        """Put the question above the ways to answer it."""
        with Vertical(classes="box") as box:
            box.border_title = f"'{self._theme.name}'"
            box.border_subtitle = _("Esc leaves it for now")
            question = _("This looks like a topic. Which shared idea connects these passages?")
            yield Static(question, classes="hint", markup=False)
            yield RowList[tuple[str, str, str, str]](self._draw, lambda way: way[1])

    def on_mount(self) -> None:
        """Show the ways."""
        rows = self.query_one(RowList)
        rows.styles.height = len(WAYS)
        rows.set_items(WAYS)
        rows.focus()

    def action_leave(self) -> None:
        """Leave it for now."""
        self.dismiss(None)

    def action_answer(self, way: str) -> None:
        """Take the answer."""
        self.dismiss(way)

    @on(RowList.Chosen)
    def _chosen(self) -> None:
        way = self.query_one(RowList).current
        self.dismiss(way[1] if way else None)

    def _draw(self, way: tuple[str, str, str, str], width: int) -> Sequence[Line]:
        key, _answer, title, about = way
        return [[(f"{key}  ", "accent"), (f"{_(title):<18}", ""), (_(about), "muted")]]


async def ask_about_name(screen: QualkitScreen, theme: Theme) -> None:
    """Ask about a new or changed name that reads as a topic; to be awaited in a worker."""
    if not screen.project.theme_names.asks_about(theme):
        return
    way = await screen.app.push_screen_wait(TopicQuestion(theme))
    if way == KEEP:
        await _keep_name(screen, theme)
    elif way == IDEA:
        await _write_idea(screen, theme)
    elif way == NAME:
        await _rename(screen, theme)


async def _keep_name(screen: QualkitScreen, theme: Theme) -> None:
    title = _("Why it stays '{name}'").format(name=theme.name)
    outcome = await screen.ask_and_keep(
        title,
        lambda note: screen.project.theme_names.keep(theme.id, note),
        hint=_("A note for yourself, kept as a memo on the theme. It may be left empty."),
    )
    if outcome:
        screen.done(outcome, _("'{name}' keeps its name.").format(name=theme.name))


async def _write_idea(screen: QualkitScreen, theme: Theme) -> None:
    outcome = await screen.ask_and_keep(
        _("Central idea of '{name}'").format(name=theme.name),
        lambda idea: screen.project.themes.edit(replace(theme, central_idea=idea.strip())),
        theme.central_idea,
        _("What these passages share, so that somebody else sees it too."),
    )
    if outcome:
        screen.done(outcome, _("The central idea is kept."))


async def _rename(screen: QualkitScreen, theme: Theme) -> None:
    outcome = await screen.ask_and_keep(
        _("Rename '{name}'").format(name=theme.name),
        lambda name: screen.project.themes.edit(replace(theme, name=name)),
        theme.name,
    )
    if outcome and outcome.value.name != theme.name:
        names = {"name": theme.name, "other": outcome.value.name}
        screen.done(outcome, _("'{name}' is now '{other}'.").format(**names))
        await ask_about_name(screen, outcome.value)
