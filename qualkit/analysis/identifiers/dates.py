"""Days and parts of months; an hour, a weekday or a month alone tells little and is left."""

import re

from qualkit.analysis.identifiers.patterns import Pattern, finding, written
from qualkit.domain.replacements import IdentifierKind

_MONTHS = (
    "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    "|january|february|march|may|june|july|august|october"
)
_SHORT_MONTHS = "jan|feb|mrt|apr|jun|jul|aug|sept|sep|okt|oct|nov|dec"
_WEEKDAYS = (
    "maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag"
    "|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
)
_ORDINALS = (
    "eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|elfde|twaalfde"
    "|dertiende|veertiende|vijftiende|zestiende|zeventiende|achttiende|negentiende|twintigste"
    "|(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen)[eë]ntwintigste|dertigste"
    "|[eé][eé]nendertigste"
)
_DAY = rf"(?:(?:0?[1-9]|[12]\d|3[01])(?:e|de|ste|st|nd|rd|th)?|(?:{_ORDINALS}))"
_MONTH = rf"(?:(?:{_MONTHS})|(?:{_SHORT_MONTHS})\b\.?)"
_YEAR = r"(?:,?\s(?:19|20)\d\d(?!\d))"
_WITH_WEEKDAY = rf"(?:(?:{_WEEKDAYS})(?:avond|middag|morgen|ochtend)?,?\s(?:de\s|the\s)?)"

_IN_WORDS = written(
    rf"""(?<![\w.,-]) (?: {_WITH_WEEKDAY}? {_DAY}\s(?:van\s|of\s)?{_MONTH} {_YEAR}?
      | (?:january|february|march|april|may|june|july|august|september|october|november|december)
        \s (?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\w.,:]\d|\w) {_YEAR}?
      | {_WITH_WEEKDAY} {_DAY}(?!\s?(?:uur|keer|week|maand|dag|\w+\s(?:keer|dag|week)))
      | (?:begin|half|medio|eind|einde|early|mid|late|end\sof)[\s-](?:van\s)?{_MONTH} {_YEAR}?
      | {_MONTH}\s(?:19|20)\d\d ) (?!\w)"""
)

_IN_FIGURES = written(
    r"""(?<![\w./-])
    (?: (?:0?[1-9]|[12]\d|3[01]) (?P<sign>[-/.]) (?:0?[1-9]|1[0-2]) (?P=sign) (?:(?:19|20)\d\d|\d\d)
      | (?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]) )
    (?![\w/-]|\.\d)"""
)


def _is_month(words: str) -> bool:
    """Tell whether it is a month and not the verb: "you may 3 times"."""
    return re.search(r"\bmay\b", words) is None


dates = finding(
    Pattern(IdentifierKind.DATE, _IN_WORDS, _is_month),
    Pattern(IdentifierKind.DATE, _IN_FIGURES),
)
