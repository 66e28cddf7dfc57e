"""Reading the values of a header, in English or Dutch.

The functions raise InvalidInputError with a sentence without its final stop, to which `header` adds
the file and the line.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeVar

from qualkit.domain.cases import parse_label
from qualkit.domain.sources import Role, SourceKind, TextKind
from qualkit.domain.speakers import guess_role
from qualkit.domain.text import one_line, printable
from qualkit.errors import InvalidInputError
from qualkit.translation import N_, _

_KINDS = {
    **{kind.value: kind for kind in SourceKind},
    "gespreksverslag": SourceKind.INTERVIEW,
    "transcriptie": SourceKind.TRANSCRIPT,
    "chatgesprek": SourceKind.CHAT,
    "uitspraak": SourceKind.RULING,
    "vonnis": SourceKind.RULING,
    "arrest": SourceKind.RULING,
    "webpagina": SourceKind.WEB,
    "website": SourceKind.WEB,
    "nieuws": SourceKind.NEWS,
    "nieuwsbericht": SourceKind.NEWS,
}
_TEXT_KINDS = {
    **{kind.value: kind for kind in TextKind},
    "aantekeningen": TextKind.NOTES,
    "uitgewerkte aantekeningen": TextKind.NOTES,
    "notities": TextKind.NOTES,
    "letterlijk": TextKind.TRANSCRIPT,
    "letterlijk transcript": TextKind.TRANSCRIPT,
    "transcriptie": TextKind.TRANSCRIPT,
    "chatlog": TextKind.CHAT,
    "officieel": TextKind.OFFICIAL,
    "officieel document": TextKind.OFFICIAL,
}
_LANGUAGES = {
    "nederlands": "nl",
    "dutch": "nl",
    "engels": "en",
    "english": "en",
    "duits": "de",
    "german": "de",
    "frans": "fr",
    "french": "fr",
}
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan january",
            "februari feb february",
            "maart mrt march mar",
            "april apr",
            "mei may",
            "juni jun june",
            "juli jul july",
            "augustus aug august",
            "september sep sept",
            "oktober okt october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_NUMBERS = re.compile(r"(?P<day>\d{1,2})[-/.](?P<month>\d{1,2})[-/.](?P<year>\d{4})")
_WORDS = re.compile(r"(?P<day>\d{1,2})\s+(?P<month>[^\W\d_]+)\.?\s+(?P<year>\d{4})")
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")

T = TypeVar("T")


def read_date(value: str) -> date:
    """Read `2026-03-12`, `12-03-2026` or `12 maart 2026`; days come before months.

    Raises:
        InvalidInputError: it is not written so, or there is no such day.
    """
    found = _ISO.fullmatch(value) or _NUMBERS.fullmatch(value) or _WORDS.fullmatch(value)
    hint = _("Write a date as 2026-03-12, 12-03-2026 or 12 maart 2026.")
    if not found:
        raise InvalidInputError(_("'{value}' is not a date").format(value=shown(value)), hint)
    month = found["month"]
    number = int(month) if month.isdecimal() else _MONTHS.get(month.casefold(), 0)
    try:
        return date(int(found["year"]), number, int(found["day"]))
    except ValueError as error:
        raise InvalidInputError(
            _("'{value}' is not a day that exists").format(value=shown(value)), hint
        ) from error


def read_role(value: str) -> Role:
    """Read a role, in English or Dutch.

    Raises:
        InvalidInputError: it is no role.
    """
    role = guess_role(value)
    if role is Role.UNKNOWN and value.casefold() not in ("unknown", "onbekend"):
        raise InvalidInputError(
            _("'{value}' is not a role").format(value=shown(value)),
            _(
                "Roles are interviewer, participant (deelnemer), visitor (bezoeker), helper "
                "(medewerker, hulpverlener), court (rechtbank), party (partij) and unknown "
                "(onbekend)."
            ),
        )
    return role


def read_speakers(value: str) -> tuple[tuple[str, Role], ...]:
    """Read `I = interviewer, R = participant`; the role of a bare name is guessed.

    Raises:
        InvalidInputError: a role is unknown, or a name is missing or given twice.
    """
    speakers: dict[str, tuple[str, Role]] = {}
    for part in re.split(r"[,;]", value.rstrip(" ,;")):
        name, equals, role = (piece.strip() for piece in part.partition("="))
        if not name or (equals and not role):
            raise InvalidInputError(
                _("a speaker has no name or no role"),
                _("Write speakers as I = interviewer, R = deelnemer."),
            )
        if name.casefold() in speakers:
            raise InvalidInputError(_("speaker '{name}' is named twice").format(name=shown(name)))
        speakers[name.casefold()] = (name, read_role(role) if equals else guess_role(name))
    return tuple(speakers.values())


def read_language(value: str) -> str:
    """Read a language code (`nl`, `nl-NL`) or the name of a common language.

    Raises:
        InvalidInputError: it is neither.
    """
    folded = value.casefold()
    found = re.fullmatch(r"(?P<code>[a-z]{2,3})(?:[-_][a-z0-9]{2,8})*", folded)
    if folded not in _LANGUAGES and not found:
        raise InvalidInputError(
            _("'{value}' is not a language").format(value=shown(value)),
            _("Write its code, such as nl or en."),
        )
    return _LANGUAGES.get(folded) or found["code"] if found else _LANGUAGES[folded]


def read_label(value: str) -> str:
    """Read the label under which a participant is printed.

    Raises:
        InvalidInputError: it holds braces, which stand for numbers in label patterns.
    """
    if "{" in value or "}" in value:
        raise InvalidInputError(
            _("'{value}' is not a label").format(value=shown(value)),
            _("Write for example Politie III."),
        )
    parse_label(value)
    return " ".join(value.split())


def choice(refusal: str, choices: Mapping[str, T]) -> Callable[[str], T]:
    """Give what reads one of some values; `refusal`, marked with `N_`, names any other."""

    def read(value: str) -> T:
        found = choices.get(" ".join(value.casefold().split()))
        if found is None:
            allowed = ", ".join(choices)
            raise InvalidInputError(
                _(refusal).format(value=shown(value)),
                _("Choose from {values}.").format(values=allowed),
            )
        return found

    return read


def shown(value: str) -> str:
    """Give a value that is refused as it may stand in a message."""
    return one_line(printable(value), 40)


READERS: Mapping[str, Callable[[str], object]] = {
    "kind": choice(N_("'{value}' is not a kind of source"), _KINDS),
    "title": one_line,
    "label": read_label,
    "held_on": read_date,
    "language": read_language,
    "text_kind": choice(N_("'{value}' is not a kind of text"), _TEXT_KINDS),
    "speakers": read_speakers,
    "note": str,
}
"""How the value of each field of a header is read."""
