"""Reading the values of a header that tell how a source came about and what was agreed on it.

They are in English or Dutch. What cannot be read is refused as in `header_values`.
"""

import re
from collections.abc import Callable, Mapping

from qualkit.domain.quotability import Attribution, Quotability
from qualkit.domain.source_making import LONGEST_MINUTES, Checked, MemberCheck
from qualkit.domain.text import one_line, printable
from qualkit.errors import InvalidInputError
from qualkit.formats.header_values import choice, read_date, shown
from qualkit.translation import N_, _

_QUOTABILITY = {
    "verbatim": Quotability.VERBATIM,
    "letterlijk": Quotability.VERBATIM,
    "edited": Quotability.EDITED,
    "bewerkt": Quotability.EDITED,
    "paraphrase": Quotability.PARAPHRASE,
    "parafrase": Quotability.PARAPHRASE,
    "in eigen woorden": Quotability.PARAPHRASE,
    "not at all": Quotability.NOT_AT_ALL,
    "not_at_all": Quotability.NOT_AT_ALL,
    "helemaal niet": Quotability.NOT_AT_ALL,
}
_ATTRIBUTION = {
    "named": Attribution.NAMED,
    "op naam": Attribution.NAMED,
    "number": Attribution.NUMBER,
    "nummer": Attribution.NUMBER,
    "group": Attribution.GROUP,
    "groep": Attribution.GROUP,
    "none": Attribution.NONE,
    "geen": Attribution.NONE,
}
_CHECKS = {
    "not offered": MemberCheck.NOT_OFFERED,
    "not_offered": MemberCheck.NOT_OFFERED,
    "niet aangeboden": MemberCheck.NOT_OFFERED,
    "niet voorgelegd": MemberCheck.NOT_OFFERED,
    "sent": MemberCheck.SENT,
    "verstuurd": MemberCheck.SENT,
    "voorgelegd": MemberCheck.SENT,
    "unchanged": MemberCheck.UNCHANGED,
    "ongewijzigd": MemberCheck.UNCHANGED,
    "akkoord": MemberCheck.UNCHANGED,
    "changed": MemberCheck.CHANGED,
    "aangepast": MemberCheck.CHANGED,
    "gewijzigd": MemberCheck.CHANGED,
    "no response": MemberCheck.NO_RESPONSE,
    "no_response": MemberCheck.NO_RESPONSE,
    "geen reactie": MemberCheck.NO_RESPONSE,
}
_CLOCK = re.compile(r"(?P<hours>\d{1,3}):(?P<minutes>[0-5]\d)")
_SPOKEN = re.compile(
    r"(?:(?P<hours>\d{1,3})\s*(?:uur|uren|u|hours?|h)\.?)?"
    r"\s*(?:en|and)?\s*"
    r"(?:(?P<minutes>\d{1,4})\s*(?:minuten|minuut|minutes?|min|m)?\.?)?"
)

read_member_check = choice(N_("'{value}' is not an outcome of a check"), _CHECKS)


def read_minutes(value: str) -> int:
    """Read how long something took: `55`, `55 minuten`, `1 uur 10`, `1:10`.

    Raises:
        InvalidInputError: it is not written so, or takes no time, or more than a week.
    """
    folded = " ".join(value.casefold().split())
    found = _CLOCK.fullmatch(folded) or _SPOKEN.fullmatch(folded)
    minutes = int(found["hours"] or 0) * 60 + int(found["minutes"] or 0) if found else 0
    if not 0 < minutes <= LONGEST_MINUTES:
        raise InvalidInputError(
            _("'{value}' is not how long something took").format(value=shown(value)),
            _("Write for example 55 minuten, 1 uur 10, or 70."),
        )
    return minutes


def read_check(value: str) -> Checked:
    """Read what came of the check by who spoke, and on which day: `aangepast, 2026-03-20`.

    Raises:
        InvalidInputError: it is no outcome, or no day stands behind the comma.
    """
    outcome, comma, day = value.partition(",")
    return Checked(read_member_check(outcome), read_date(day.strip()) if comma else None)


def _line(value: str) -> str:
    return one_line(printable(value))


READERS: Mapping[str, Callable[[str], object]] = {
    "quotability": choice(N_("'{value}' does not tell how it may be printed"), _QUOTABILITY),
    "attribution": choice(
        N_("'{value}' does not tell under which name it is printed"), _ATTRIBUTION
    ),
    "content_note": _line,
    "recorder": _line,
    "mode": _line,
    "minutes": read_minutes,
    "check": read_check,
}
"""How the value of each of these fields of a header is read."""
