"""Asking what a code means, in the way of the study's profile, and turning its level."""

from collections.abc import Mapping

from qualkit.domain.codes import Code, CodeChange, CodeLevel
from qualkit.domain.text import one_line
from qualkit.translation import N_, _
from qualkit.tui.base import QualkitScreen
from qualkit.tui.screens.code_form import CodeForm
from qualkit.tui.screens.prompts import LongTextPrompt
from qualkit.tui.terms import term

_NEXT_LEVEL = {
    None: CodeLevel.SEMANTIC,
    CodeLevel.SEMANTIC: CodeLevel.LATENT,
    CodeLevel.LATENT: None,
}

PARTS: Mapping[str, str] = {
    "use_when": N_("Use when: {text}"),
    "not_when": N_("Do not use when: {text}"),
    "example": N_("Example: {text}"),
    "boundary": N_("Boundary case: {text}"),
}
"""How each part of a structured description is shown, by the field of a code."""


def parts_of(code: Code) -> list[str]:
    """Give the parts of a structured description that a code has, a line each."""
    given = ((shown, getattr(code, name)) for name, shown in PARTS.items())
    return [_(shown).format(text=one_line(text)) for shown, text in given if text]


async def ask_meaning(screen: QualkitScreen, code: Code) -> CodeChange | None:
    """Ask what a code means: in parts in a codebook study, else in free words.

    Gives None when nothing was changed. To be awaited in a worker.
    """
    title = _("What '{name}' means").format(name=code.name)
    if screen.project.info.profile.has_structured_codes:
        return await screen.app.push_screen_wait(CodeForm(title, code))
    # What an earlier codebook study said in parts stays, and is shown.
    hint = _("What it means, what belongs to it, what does not, an example. All optional.")
    text = await screen.app.push_screen_wait(
        LongTextPrompt(title, code.description, "\n".join([hint, *parts_of(code)]))
    )
    return None if text is None else CodeChange(text)


def next_level(level: CodeLevel | None) -> CodeLevel | None:
    """Give the level that comes after one: semantic, latent, neither."""
    return _NEXT_LEVEL[level]


def said_of_level(code: Code, level: CodeLevel | None) -> str:
    """Say which level a code has now."""
    if level is None:
        return _("'{name}' is not marked semantic or latent now.").format(name=code.name)
    return _("'{name}' is marked {level}.").format(name=code.name, level=term(level))
