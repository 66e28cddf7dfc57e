"""One code or theme going up in another: what that does is told first, and it is asked why."""

from collections.abc import Callable
from typing import TypeVar

from qualkit.domain.codes import Code
from qualkit.domain.operations import Outcome
from qualkit.domain.themes import Theme
from qualkit.translation import _
from qualkit.tui.base import QualkitScreen
from qualkit.tui.theme_words import told_of_merge

T = TypeVar("T")

Tell = Callable[[Outcome[T], str], None]
"""Says what was done, and goes to what came of it."""


async def merge_code(screen: QualkitScreen, code: Code, into_id: str, tell: "Tell[Code]") -> None:
    """Let a code go up in another, if the person agrees.

    To be awaited in a worker.
    """
    codes = screen.project.codes
    preview = screen.attempt(lambda: codes.preview_merge(code.id, into_id))
    if preview is not None:
        told = "\n".join(preview.sentences())
        names = (code.name, preview.new.name)
        await _merge(screen, names, told, lambda why: codes.merge(code.id, into_id, why), tell)


async def merge_theme(
    screen: QualkitScreen, theme: Theme, into_id: str, tell: "Tell[Theme]"
) -> None:
    """Let a theme go up in another, if the person agrees.

    To be awaited in a worker.
    """
    merging = screen.project.theme_merging
    preview = screen.attempt(lambda: merging.preview(theme.id, into_id))
    if preview is not None:
        told, names = told_of_merge(preview), (theme.name, preview.new.name)
        await _merge(screen, names, told, lambda why: merging.merge(theme.id, into_id, why), tell)


async def _merge(
    screen: QualkitScreen,
    names: tuple[str, str],
    told: str,
    merge: Callable[[str], Outcome[T]],
    tell: "Tell[T]",
) -> None:
    name, other = names
    title = _("Merge '{name}' into '{other}'").format(name=name, other=other)
    why = await screen.ask_why(title, told)
    if why is None:
        return
    outcome = screen.attempt(lambda: merge(why))
    if outcome:
        tell(outcome, _("'{name}' went up in '{other}'.").format(name=name, other=other))
