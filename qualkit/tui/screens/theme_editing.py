"""Making and describing a theme in its form, on the list of themes and on the board alike."""

from collections.abc import Callable

from qualkit.domain.operations import Outcome
from qualkit.domain.themes import Theme
from qualkit.translation import _
from qualkit.tui.base import QualkitScreen
from qualkit.tui.screens.theme_form import ThemeForm
from qualkit.tui.screens.topic_question import ask_about_name

Tell = Callable[[Outcome[Theme], str], None]
"""Says what was done, and draws what it touched."""


async def make_theme(screen: QualkitScreen, tell: Tell) -> None:
    """Ask for a new theme, and about a name that reads as a topic.

    To be awaited in a worker.
    """
    themes = screen.project.themes

    def add(theme: Theme) -> Outcome[Theme]:
        return themes.add(
            theme.name,
            theme.central_idea,
            theme.belongs,
            theme.excludes,
            theme.status,
            relation=theme.relation,
            parent_id=theme.parent_id,
        )

    if outcome := await _ask(screen, None, add):
        tell(outcome, _("'{name}' made.").format(name=outcome.value.name))
        await ask_about_name(screen, outcome.value)


async def edit_theme(screen: QualkitScreen, theme: Theme, tell: Tell) -> None:
    """Change what is said of a theme, and ask about another name when that reads as a topic.

    To be awaited in a worker.
    """
    outcome = await _ask(screen, theme, screen.project.themes.edit)
    if outcome:
        tell(outcome, _("'{name}' changed.").format(name=outcome.value.name))
        if outcome.value.name != theme.name:
            await ask_about_name(screen, outcome.value)


async def _ask(
    screen: QualkitScreen, theme: Theme | None, keep: Callable[[Theme], Outcome[Theme]]
) -> Outcome[Theme] | None:
    """Show the form; what was kept comes back, None when nothing was."""
    kept: list[Outcome[Theme]] = []
    form = ThemeForm(theme, lambda changed: kept.append(keep(changed)), screen.project.themes.all())
    await screen.app.push_screen_wait(form)
    return kept[0] if kept else None
