"""All rules over one text: of marks that overlap the longest stays."""

from collections.abc import Iterable, Iterator

from qualkit.analysis.identifiers.ages import ages
from qualkit.analysis.identifiers.contact import contact
from qualkit.analysis.identifiers.dates import dates
from qualkit.analysis.identifiers.names import listed_names, written_names
from qualkit.analysis.identifiers.numbers import numbers
from qualkit.analysis.identifiers.patterns import Rule
from qualkit.analysis.identifiers.roles import roles
from qualkit.domain.identifiers import Ground, Mark
from qualkit.domain.replacements import IdentifierKind

FIGURE_RULES: tuple[Rule, ...] = (contact, dates, ages, numbers)
RULES: tuple[Rule, ...] = (*FIGURE_RULES, roles, written_names, listed_names)

_FIGURES = frozenset(
    {
        IdentifierKind.PHONE,
        IdentifierKind.EMAIL,
        IdentifierKind.WEB,
        IdentifierKind.POSTCODE,
        IdentifierKind.DATE,
        IdentifierKind.AGE,
        IdentifierKind.NUMBER,
        IdentifierKind.CASE_NUMBER,
    }
)
"""Of these the form is sure, so that a name does not take a part of them along."""

_HER_OWN = frozenset({Ground.WATCHED, Ground.DECIDED_ELSEWHERE})


def marks_in(text: str, rules: Iterable[Rule] = RULES) -> Iterator[Mark]:
    """Yield what the rules find; marks may overlap."""
    for rule in rules:
        yield from rule(text)


def apart(marks: Iterable[Mark]) -> list[Mark]:
    """Keep of marks that overlap the longest, by place.

    Of two as long, what the researcher listed or decided herself comes first.
    """
    kept: list[Mark] = []
    taken: set[int] = set()
    for mark in sorted(marks, key=_rank):
        places = range(mark.span.start, mark.span.end)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(mark)
    return sorted(kept, key=lambda mark: mark.span)


def _rank(mark: Mark) -> tuple[bool, int, bool, int]:
    length = mark.span.end - mark.span.start
    return mark.kind not in _FIGURES, -length, mark.ground not in _HER_OWN, mark.span.start
