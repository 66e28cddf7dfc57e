"""Raising a doubt from any screen: two keys, and words if one has them."""

from qualkit.domain.memos import Target
from qualkit.translation import _
from qualkit.tui.base import QualkitScreen
from qualkit.tui.screens.prompts import TextPrompt


async def raise_doubt(screen: QualkitScreen, about: Target, name: str) -> None:
    """Ask what a person doubts about something, and keep it; the words may be left out.

    To be awaited in a worker.
    """
    words = await screen.app.push_screen_wait(
        TextPrompt(
            _("Doubt on {name}").format(name=name),
            hint=_("Enter keeps it, without words as well. g d lists your doubts."),
            placeholder=_("What makes you doubt?"),
        )
    )
    if words is None:
        return
    outcome = screen.attempt(lambda: screen.project.doubts.raise_on(about, words))
    if outcome:
        screen.done(outcome, _("A doubt on {name}.").format(name=name))
