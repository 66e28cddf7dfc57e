"""Cases, and the labels under which participants are printed."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from roman_numerals import InvalidRomanNumeralError, RomanNumeral

from qualkit.domain.quotability import Attribution
from qualkit.domain.sources import Source
from qualkit.domain.text import one_line, printable
from qualkit.errors import InvalidInputError
from qualkit.translation import _

_LARGEST_ROMAN = 3999


class CaseKind(StrEnum):
    """What one case is."""

    PARTICIPANT = "participant"
    CONVERSATION = "conversation"
    SITUATION = "situation"


@dataclass(frozen=True, slots=True)
class ParticipantGroup:
    """Participants who are printed with one pattern, such as `Politie {I}`."""

    id: str
    pattern: str
    """`{I}` stands for a Roman number, `{1}` for an Arabic one."""
    role: str = ""
    """Who they are, as the material is described: "rechercheurs van politie-eenheden"."""
    attribution: Attribution = Attribution.NUMBER
    """Under which name their words are printed, unless a source or a quote says otherwise."""


@dataclass(frozen=True, slots=True)
class Case:
    """A unit of analysis."""

    id: str
    kind: CaseKind
    group_id: str
    number: int | None = None
    """Its number within the group; None where the pattern has no number."""


@dataclass(frozen=True, slots=True)
class CaseSource:
    """A source that belongs to a case; one case may have many and the reverse."""

    id: str
    case_id: str
    source_id: str


@dataclass(frozen=True, slots=True)
class LabelledCase:
    """A participant with the label it is printed under."""

    case: Case
    label: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class LabelGroup:
    """A group of participants with everybody in it."""

    group: ParticipantGroup
    members: tuple[LabelledCase, ...]
    """By number."""

    @property
    def has_numbers(self) -> bool:
        """Tell whether its pattern has a place for a number."""
        return has_number(self.group.pattern)


class NumberOrder(StrEnum):
    """In which order the participants of a group are numbered anew."""

    SHUFFLED = "shuffled"
    """The default: the number tells nothing."""
    INTERVIEW = "interview"
    """As they were spoken with; who knows the dates knows who is who."""
    TITLE = "title"
    """By the titles of their sources."""


def has_number(pattern: str) -> bool:
    """Tell whether a pattern has a place for a number."""
    return "{I}" in pattern or "{1}" in pattern


def labels_shared(groups: Iterable[ParticipantGroup], cases: Iterable[Case]) -> tuple[str, ...]:
    """Give the labels under which more than one participant would be printed."""
    patterns: Mapping[str, str] = {group.id: group.pattern for group in groups}
    labels = Counter(format_label(patterns[case.group_id], case.number) for case in cases)
    return tuple(sorted(label for label, count in labels.items() if count > 1))


def check_pattern(pattern: str) -> str:
    """Give a label pattern, tidied.

    Raises:
        InvalidInputError: it is empty, or holds another placeholder than `{I}` or `{1}`.
    """
    tidy = one_line(printable(pattern))
    rest = tidy.replace("{I}", "", 1) if "{I}" in tidy else tidy.replace("{1}", "", 1)
    if not tidy or "{" in rest or "}" in rest:
        raise InvalidInputError(
            _("'{pattern}' is not a label pattern.").format(pattern=pattern),
            _("Write for example 'Politie {I}' for Politie III, or 'Gesprek {1}' for Gesprek 3."),
        )
    return tidy


def check_label(label: str) -> str:
    """Give the printed label of one participant, tidied.

    Raises:
        InvalidInputError: it is empty, or holds braces, which stand for numbers in patterns.
    """
    tidy = one_line(printable(label))
    if not tidy or "{" in tidy or "}" in tidy:
        raise InvalidInputError(
            _("'{tidy}' is not a label.").format(tidy=tidy), _("Write for example Politie III.")
        )
    return tidy


def parse_label(label: str) -> tuple[str, int | None]:
    """Read a label as a pattern and a number: "Politie III" is ("Politie {I}", 3).

    A label that does not end in a number is a pattern of its own.
    """
    words = " ".join(label.split())
    stem, _space, number = words.rpartition(" ")
    if not stem or not re.fullmatch("[IVXLC]+|[0-9]{1,6}", number):
        return words, None
    if number.isdecimal():
        return f"{stem} {{1}}", int(number)
    try:
        return f"{stem} {{I}}", int(RomanNumeral.from_string(number))
    except InvalidRomanNumeralError:
        return words, None


def format_label(pattern: str, number: int | None) -> str:
    """Write a label from its pattern: `Politie {I}` and 3 give "Politie III".

    Without a number its place stays empty; one that Romans could not write is Arabic.
    """
    if number is None:
        return one_line(pattern.replace("{I}", "").replace("{1}", "")) or pattern
    roman = str(RomanNumeral(number)) if 1 <= number <= _LARGEST_ROMAN else str(number)
    return pattern.replace("{I}", roman).replace("{1}", str(number))
