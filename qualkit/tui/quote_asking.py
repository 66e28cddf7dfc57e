"""Questions about a quote: why it is chosen, which claim it shows, what else may be made of it."""

from collections.abc import Callable
from typing import TypeVar

from qualkit.domain.codings import CodedSegment
from qualkit.domain.text import one_line
from qualkit.domain.themes import QuoteReason, Stance
from qualkit.errors import QualkitError, QuoteNotAllowedError
from qualkit.translation import N_, _
from qualkit.tui.base import QualkitScreen
from qualkit.tui.printing_words import NAMES
from qualkit.tui.screens.picker import Choice, Picker
from qualkit.tui.screens.prompts import TextPrompt
from qualkit.tui.screens.vignette_form import VignetteScreen
from qualkit.tui.terms import term

T = TypeVar("T")

REASONS = (
    (QuoteReason.TYPICAL, N_("says what most say")),
    (QuoteReason.NUANCE, N_("nuances the theme")),
    (QuoteReason.CONTRARY, N_("speaks against the theme")),
    (QuoteReason.VIVID, N_("says it vividly")),
)

STANCES = {QuoteReason.NUANCE: Stance.NUANCE, QuoteReason.CONTRARY: Stance.CONTRARY}
"""The stance that goes with a reason, where it tells one."""

NO_CLAIM = "none"
"""Stands for no claim, where one picks."""

BY_SOURCE = "source"
"""Stands for what holds for the source, where one picks an attribution."""


async def ask_reason(
    screen: QualkitScreen, words: str, marked: Stance = Stance.SUPPORTS
) -> QuoteReason | None:
    """Ask why a passage is quoted; for one that is marked contrary, that comes first."""
    offered = sorted(REASONS, key=lambda row: STANCES.get(row[0]) is not marked)
    reasons = [
        Choice(reason.value, term(reason), _(about))
        for reason, about in (offered if marked.is_contrary else REASONS)
    ]
    picked = await screen.app.push_screen_wait(
        Picker(_("Why this passage?"), reasons, hint=f'"{one_line(words, 160)}"')
    )
    return QuoteReason(picked[0]) if picked else None


async def ask_claim(screen: QualkitScreen, theme_id: str) -> str | None:
    """Ask which claim a passage shows: its id, `NO_CLAIM`, or None when one steps back."""
    claims = screen.project.themes.page(theme_id).claims
    if not claims:
        return NO_CLAIM
    choices = [Choice(view.claim.id, view.claim.text) for view in claims]
    under = await screen.app.push_screen_wait(
        Picker(_("Which claim does it show?"), [*choices, Choice(NO_CLAIM, _("(no claim yet)"))])
    )
    return under[0] if under else None


async def ask_attribution(screen: QualkitScreen, words: str) -> str | None:
    """Ask under which name a quote is printed: a value, `BY_SOURCE`, or None."""
    choices = [
        Choice(BY_SOURCE, _("as its source")),
        *(Choice(value.value, term(value), _(about)) for value, about in NAMES.items()),
    ]
    picked = await screen.app.push_screen_wait(
        Picker(_("Under which name?"), choices, hint=f'"{one_line(words, 160)}"')
    )
    return picked[0] if picked else None


async def take_or_tell(
    screen: QualkitScreen,
    theme_id: str,
    segment: CodedSegment,
    take: Callable[[], T],
) -> T | None:
    """Take a passage as a quote; where that was agreed not to be, offer a vignette instead."""
    try:
        return take()
    except QuoteNotAllowedError as error:
        screen.say_error(error)
        coding = segment.coding
        if not screen.project.terms.at(coding.version_id, coding.span).allows_quotes:
            await _offer_vignette(screen, theme_id, segment, error)
    except QualkitError as error:
        screen.say_error(error)
    return None


async def _offer_vignette(
    screen: QualkitScreen, theme_id: str, segment: CodedSegment, error: QuoteNotAllowedError
) -> None:
    """Ask for a vignette that rests on a passage, unless the person steps back."""
    title = await screen.app.push_screen_wait(
        TextPrompt(
            _("Make a vignette of it? Its title"),
            hint=_("{why} Esc leaves it.").format(why=error.message),
        )
    )
    if title:
        coding_ids = (segment.coding.id,)
        screen.app.push_screen(VignetteScreen(theme_id, "", coding_ids, title))
