"""How the text of a source came about; told in the method paragraph and under quotes."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Literal

from qualkit.domain.text import one_line, printable
from qualkit.errors import InvalidInputError
from qualkit.translation import _

LONGEST_MINUTES = 60 * 24 * 7
"""A conversation that takes longer than a week is a slip of the keyboard."""


class MemberCheck(StrEnum):
    """Whether who spoke has seen the text; a record, not a score (Birt et al. 2016)."""

    NOT_OFFERED = "not_offered"
    SENT = "sent"
    UNCHANGED = "unchanged"
    """It came back without changes."""
    CHANGED = "changed"
    """It came back with changes."""
    NO_RESPONSE = "no_response"


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of the check by who spoke, and on which day."""

    outcome: MemberCheck
    on: date | None = None


@dataclass(frozen=True, slots=True)
class SourceMaking:
    """How one source came about; empty where nobody wrote it down."""

    id: str
    source_id: str
    recorder: str = ""
    """Who wrote the text, by role: "de interviewer"."""
    mode: str = ""
    """How it was held: "telefonisch", "op locatie"."""
    minutes: int | None = None
    """How long it took."""
    member_check: MemberCheck | None = None
    """None while nobody recorded it."""
    checked_on: date | None = None
    """The day of the last thing that happened in the check."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written down."""
        return self == SourceMaking(self.id, self.source_id)


@dataclass(frozen=True, slots=True)
class MakingChange:
    """What is written anew on how a source came about.

    None leaves a fact as it is; empty words, 0 minutes or an empty check take it out.
    """

    recorder: str | None = None
    mode: str | None = None
    minutes: int | None = None
    member_check: MemberCheck | Literal[""] | None = None
    """Without a day beside it, the day of the check before goes."""
    checked_on: date | None = None

    def over_nothing(self) -> "MakingChange":
        """Give the change that also takes out every fact it does not give."""
        return MakingChange(
            self.recorder or "",
            self.mode or "",
            self.minutes or 0,
            self.member_check or "",
            self.checked_on,
        )

    def of(self, making: SourceMaking) -> SourceMaking:
        """Give what is known after this change.

        Raises:
            InvalidInputError: the minutes are negative or more than a week, or there is a day of
                a check and no check.
        """
        check = making.member_check if self.member_check is None else self.member_check or None
        if self.minutes is not None and not 0 <= self.minutes <= LONGEST_MINUTES:
            raise InvalidInputError(
                _("{minutes} is not a number of minutes.").format(minutes=self.minutes),
                _("Write for example 55."),
            )
        if self.checked_on and check is None:
            raise InvalidInputError(
                _("There is a day of the check by the participant, and no check."),
                _("Say what came of it as well, for example 'unchanged'."),
            )
        stays = self.checked_on is None and check is making.member_check
        return replace(
            making,
            recorder=_tidy(self.recorder, making.recorder),
            mode=_tidy(self.mode, making.mode),
            minutes=making.minutes if self.minutes is None else self.minutes or None,
            member_check=check,
            checked_on=making.checked_on if stays else self.checked_on,
        )


def _tidy(given: str | None, before: str) -> str:
    return before if given is None else one_line(printable(given))
