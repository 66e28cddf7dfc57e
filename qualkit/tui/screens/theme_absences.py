"""Asking what did not come up under a theme, and where it was looked for."""

from qualkit.domain.search import EVERYWHERE
from qualkit.domain.theme_relations import Absence
from qualkit.domain.themes import Theme
from qualkit.translation import _
from qualkit.tui.base import QualkitScreen
from qualkit.tui.screens.picker import Choice, Picker
from qualkit.tui.screens.prompts import TextPrompt
from qualkit.tui.searching.kept import BOOKMARK, kept_search
from qualkit.tui.searching.modes import Mode

NEW = "new"


async def note_absence(screen: QualkitScreen, theme: Theme) -> None:
    """Note an absence, or change or drop one; to be awaited in a worker."""
    present = screen.project.absences.of_theme(theme.id)
    absence: Absence | None = None
    if present:
        choices = [Choice(each.id, each.text, each.searched) for each in present]
        title = _("What did not come up under '{theme}'").format(theme=theme.name)
        picked = await screen.app.push_screen_wait(
            Picker(title, [Choice(NEW, _("(another one)")), *choices])
        )
        if not picked:
            return
        absence = next((each for each in present if each.id == picked[0]), None)
    hint = _("For instance: nobody spoke of waiting for an answer.")
    if absence:
        hint = _("Leave nothing to drop the note.")
    text = await screen.app.push_screen_wait(
        TextPrompt(_("What did not come up?"), absence.text if absence else "", hint)
    )
    if text is None or (absence is None and not text.strip()):
        return
    if absence and not text.strip():
        outcome = screen.attempt(lambda: screen.project.absences.remove(absence.id))
        if outcome:
            screen.done(outcome, _("The note is dropped."))
        return
    await _ask_where(screen, theme, absence, text)


async def _ask_where(
    screen: QualkitScreen, theme: Theme, absence: Absence | None, text: str
) -> None:
    """Ask where it was looked for, and keep both."""
    absences = screen.project.absences
    outcome = await screen.ask_and_keep(
        _("Where did you look?"),
        lambda searched: (
            absences.edit(absence.id, text, searched)
            if absence
            else absences.add(theme.id, text, searched)
        ),
        absence.searched if absence else _last_search(screen),
        _("The material, in your words: all six interviews, searched for 'waiting'."),
    )
    if outcome:
        screen.done(outcome, _("Kept what did not come up."))


def _last_search(screen: QualkitScreen) -> str:
    """Offer what was searched for last, in all sources or in some."""
    kept = kept_search(screen.project.bookmarks.get(BOOKMARK))
    asked = kept.asked[Mode.TEXT].strip()
    if not asked or kept.scope != EVERYWHERE:
        return ""
    count = len(screen.project.sources.entries())
    return _("searched for '{words}' in all {count} sources").format(words=asked, count=count)
