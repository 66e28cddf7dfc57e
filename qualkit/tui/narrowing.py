"""Choosing what a long list shows: by day, by person, by kind."""

from collections.abc import Iterable, Sequence
from datetime import date

from qualkit.domain.periods import Period, last_days, read_period
from qualkit.errors import QualkitError
from qualkit.translation import N_, _
from qualkit.tui.base import QualkitScreen
from qualkit.tui.screens.picker import Choice, Picker
from qualkit.tui.screens.prompts import TextPrompt

EVERYTHING = "everything"
OTHER_PERIOD = "period"

_DAYS = ((1, N_("today")), (7, N_("the last 7 days")), (30, N_("the last 30 days")))


def period_choices() -> list[Choice]:
    """Give the periods that are offered; the last one is typed."""
    days = [Choice(f"days:{count}", _(words)) for count, words in _DAYS]
    return [*days, Choice(OTHER_PERIOD, _("from a day, or to a day …"))]


def person_choices(people: Iterable[str]) -> list[Choice]:
    """Give the people to choose from; none where there is only one."""
    names = sorted(set(people))
    chosen = [Choice(f"by:{name}", _("by {name}").format(name=name)) for name in names]
    return chosen if len(chosen) > 1 else []


async def pick_what_to_show(
    screen: QualkitScreen, title: str, choices: Sequence[Choice]
) -> list[str] | None:
    """Let a person choose; several go together. None when she steps back.

    To be awaited in a worker.
    """
    everything = Choice(EVERYTHING, _("everything"))
    return await screen.app.push_screen_wait(Picker(title, [everything, *choices], many=True))


async def ask_period(screen: QualkitScreen, picked: Sequence[str]) -> tuple[Period, str] | None:
    """Give the period that was picked or typed, in words too; None when there was none.

    To be awaited in a worker.
    """
    for count, words in _DAYS:
        if f"days:{count}" in picked:
            return last_days(count, date.today()), _(words)
    if OTHER_PERIOD not in picked:
        return None
    typed = await screen.app.push_screen_wait(
        TextPrompt(
            _("From which day to which?"),
            hint=_("2026-03-01, or 2026-03-01 - 2026-03-31. One end may be left out: 2026-03-01 -"),
            refuse=_refuse,
        )
    )
    return (read_period(typed), typed.strip()) if typed else None


def picked_person(picked: Sequence[str]) -> str:
    """Give the person that was picked; empty when nobody was."""
    return next((item.removeprefix("by:") for item in picked if item.startswith("by:")), "")


def _refuse(answer: str) -> str:
    try:
        read_period(answer)
    except QualkitError as error:
        return error.told
    return ""
