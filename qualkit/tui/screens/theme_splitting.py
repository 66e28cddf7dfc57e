"""Asking what of a theme goes to a new theme, or to two."""

from collections.abc import Sequence

from qualkit.domain.operations import Outcome
from qualkit.domain.text import one_line
from qualkit.domain.theme_merges import ThemePart
from qualkit.domain.themes import Theme
from qualkit.errors import QualkitError
from qualkit.translation import _
from qualkit.tui.base import QualkitScreen
from qualkit.tui.screens.picker import Choice, Picker
from qualkit.tui.screens.prompts import TextPrompt
from qualkit.tui.words import count_of

CODE, PASSAGE = "code:", "passage:"


async def ask_split(screen: QualkitScreen, theme: Theme) -> Outcome[tuple[Theme, ...]] | None:
    """Ask what goes to a new theme, its name, whether there is a second, and why; then do it.

    Gives None when the person steps back. To be awaited in a worker.
    """
    choices = _contents(screen, theme)
    if not choices:
        screen.say(_("The theme has no codes or passages to split off."))
        return None
    first = await _ask_part(screen, theme, choices, _("The name of the new theme"))
    if first is None:
        return None
    parts = [first]
    left = [item for item in choices if item.id not in _ids(first)]
    if left:
        title = _("The name of a second new theme")
        hint = _("Leave it empty when there is only one; the rest stays in '{theme}'.")
        name = await _ask_name(screen, title, hint.format(theme=theme.name), optional=True)
        if name is None:
            return None
        if name.strip():
            picked = await _pick(screen, left, _("What goes to '{name}'?").format(name=name))
            if not picked:
                return None
            parts.append(_part(name, picked))
    why = await screen.ask_why(_("Split '{name}'").format(name=theme.name))
    if why is None:
        return None
    return screen.attempt(lambda: screen.project.theme_merging.split_over(theme.id, parts, why))


async def _ask_part(
    screen: QualkitScreen, theme: Theme, choices: Sequence[Choice], title: str
) -> ThemePart | None:
    picked = await _pick(screen, choices, _("What leaves '{theme}'?").format(theme=theme.name))
    name = await _ask_name(screen, title) if picked else None
    return _part(name, picked) if name is not None and picked else None


async def _pick(screen: QualkitScreen, choices: Sequence[Choice], title: str) -> list[str] | None:
    hint = _("A code takes its passages along.")
    return await screen.app.push_screen_wait(Picker(title, choices, many=True, hint=hint))


async def _ask_name(
    screen: QualkitScreen, title: str, hint: str = "", optional: bool = False
) -> str | None:
    """Ask for a name that no theme has; told where it is typed."""

    def refuse(name: str) -> str:
        if optional and not name.strip():
            return ""
        try:
            screen.project.theme_merging.check_name(name)
        except QualkitError as error:
            return error.told
        return ""

    return await screen.app.push_screen_wait(TextPrompt(title, hint=hint, refuse=refuse))


def _contents(screen: QualkitScreen, theme: Theme) -> list[Choice]:
    """Give the codes of a theme and its own passages as choices."""
    contents = screen.project.theme_contents
    members = contents.members([theme.id], whole=False)
    own = {member.coding_id for member in members}
    codes = [
        Choice(
            CODE + code.id,
            code.name,
            count_of(sum(member.code_id == code.id for member in members), "passage"),
        )
        for code in contents.codes(theme.id)
    ]
    passages = [
        Choice(
            PASSAGE + item.coding.id,
            f"{item.reference} {one_line(item.words, 90)}",
            item.code.name,
        )
        for item in contents.passages(theme.id)
        if item.coding.id in own
    ]
    return [*codes, *passages]


def _part(name: str, picked: Sequence[str]) -> ThemePart:
    return ThemePart(
        name,
        tuple(each.removeprefix(CODE) for each in picked if each.startswith(CODE)),
        tuple(each.removeprefix(PASSAGE) for each in picked if each.startswith(PASSAGE)),
    )


def _ids(part: ThemePart) -> set[str]:
    return {*(CODE + each for each in part.code_ids), *(PASSAGE + each for each in part.coding_ids)}
