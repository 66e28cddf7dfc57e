"""Asking for a framework matrix: its title, its cases and its columns."""

from collections.abc import Collection

from qualkit.domain.framework import ColumnHead, Matrix
from qualkit.domain.operations import Outcome
from qualkit.services.matrices import head_of
from qualkit.translation import _
from qualkit.tui.base import QualkitScreen
from qualkit.tui.screens.picker import Choice, Picker
from qualkit.tui.screens.prompts import TextPrompt
from qualkit.tui.words import count_of

EVERY_CASE = "every"


async def ask_matrix(screen: QualkitScreen) -> Outcome[Matrix] | None:
    """Let a person make a matrix; None when she steps back or it cannot be made.

    To be awaited in a worker.
    """
    hint = _("For example: Per team. Cases stand down, themes or codes across.")
    title = await screen.app.push_screen_wait(TextPrompt(_("New matrix"), hint=hint))
    if not title or not title.strip():
        return None
    group_id: str | None = None
    groups = screen.project.cases.groups()
    if len(groups) > 1:
        choices = [Choice(group.id, group.pattern) for group in groups]
        everyone = Choice(EVERY_CASE, _("every case"))
        picked = await screen.app.push_screen_wait(Picker(_("Which cases?"), [everyone, *choices]))
        if not picked:
            return None
        group_id = None if picked[0] == EVERY_CASE else picked[0]
    heads = await pick_columns(screen, ())
    if not heads:
        return None
    return screen.attempt(lambda: screen.project.matrices.make(title, heads, group_id))


async def pick_columns(screen: QualkitScreen, present: Collection[ColumnHead]) -> list[ColumnHead]:
    """Let a person pick themes and codes that are no column yet.

    To be awaited in a worker.
    """
    project = screen.project
    offered: dict[str, ColumnHead] = {}
    choices = []
    for theme in project.themes.all(dropped=False):
        offered[theme.id] = head_of(theme)
        choices.append(Choice(theme.id, theme.name, _("theme")))
    for entry in project.codes.entries():
        offered[entry.code.id] = head_of(entry.code)
        choices.append(
            Choice(entry.code.id, entry.path, count_of(entry.with_below.codings, "coding"))
        )
    new = [choice for choice in choices if offered[choice.id] not in present]
    hint = _("Themes come first, then codes. Tab marks more than one.")
    picked = await screen.app.push_screen_wait(Picker(_("Columns"), new, True, hint))
    return [offered[each] for each in picked or ()]


async def pick_matrix(screen: QualkitScreen) -> Matrix | None:
    """Let a person choose one of the matrices; the only one needs no choice.

    To be awaited in a worker.
    """
    matrices = {matrix.id: matrix for matrix in screen.project.matrices.all()}
    if len(matrices) < 2:
        return next(iter(matrices.values()), None)
    choices = [Choice(matrix.id, matrix.title) for matrix in matrices.values()]
    picked = await screen.app.push_screen_wait(Picker(_("Which matrix?"), choices))
    return matrices[picked[0]] if picked else None
