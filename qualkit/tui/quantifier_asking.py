"""Agreeing on words for how many: the team's list, changed on the screen."""

import re

from qualkit.domain.operations import Outcome
from qualkit.domain.quantifiers import Quantifier
from qualkit.errors import InvalidInputError
from qualkit.translation import _
from qualkit.tui.base import QualkitScreen
from qualkit.tui.screens.picker import Choice, Picker
from qualkit.tui.screens.prompts import TextPrompt

NEW, USUAL = "new", "usual"
"""Choices that are no phrase."""


async def agree_on_words(screen: QualkitScreen) -> None:
    """Let a person choose a phrase of the list, and say for which share the team uses it.

    To be awaited in a worker.
    """
    service = screen.project.quantifiers
    choices = [Choice(each.phrase, each.phrase, _shares(each)) for each in service.all()]
    more = [Choice(NEW, _("(another phrase)"))]
    if not service.is_usual():
        more.append(Choice(USUAL, _("(the usual list again)")))
    picked = await screen.app.push_screen_wait(
        Picker(_("What do you mean by …"), [*choices, *more])
    )
    if not picked:
        return
    if picked[0] == USUAL:
        if outcome := screen.attempt(service.reset):
            screen.done(outcome, _("The usual list is back."))
        return
    phrase: str | None = picked[0]
    if phrase == NEW:
        phrase = await screen.app.push_screen_wait(TextPrompt(_("Which word or phrase?")))
    if phrase:
        await _agree_on(screen, phrase)


async def _agree_on(screen: QualkitScreen, phrase: str) -> None:
    """Ask for the share of a phrase; an empty answer takes it off the list."""
    service = screen.project.quantifiers
    known = next((each for each in service.all() if each.phrase == phrase), None)

    def keep(answer: str) -> Outcome[Quantifier]:
        if known and not answer.strip():
            return service.remove(phrase)
        return service.set(phrase, *_read_shares(answer))

    outcome = await screen.ask_and_keep(
        _("Which share is '{phrase}'?").format(phrase=phrase),
        keep,
        f"{known.low} {known.high}" if known else "",
        _("Two whole percents, the smallest first: 80 99. Leave nothing to take it off the list."),
    )
    if outcome:
        is_kept = outcome.value in service.all()
        said = _("'{phrase}' is agreed on.") if is_kept else _("'{phrase}' is off the list.")
        screen.done(outcome, said.format(phrase=outcome.value.phrase))


def _shares(quantifier: Quantifier) -> str:
    low, high = quantifier.low, quantifier.high
    if low == high:
        return _("{share} percent").format(share=low)
    return _("{low} to {high} percent").format(low=low, high=high)


def _read_shares(answer: str) -> tuple[int, int]:
    """Read "80 99" or "80-99"; one number stands for both.

    Raises:
        InvalidInputError: it is something else.
    """
    numbers = re.findall(r"\d{1,4}", answer)
    if not 1 <= len(numbers) <= 2 or re.search(r"[^\d\s%–-]", answer):
        raise InvalidInputError(
            _("'{answer}' is not a share.").format(answer=answer),
            _("Give two whole percents from 0 to 100, the smallest first."),
        )
    return int(numbers[0]), int(numbers[-1])
