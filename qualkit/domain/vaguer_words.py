"""Exact days and ages in a story, and what says the same with less: a season, a band of ages.

Dutch, and English for every other language.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from qualkit.domain.spans import Span
from qualkit.domain.wording import MONTHS, tongue

_SEASONS = {
    "nl": ("de winter", "het voorjaar", "de zomer", "het najaar"),
    "en": ("winter", "spring", "summer", "autumn"),
}
_KEPT_BEFORE = ("sinds", "vanaf", "tot", "rond", "voor", "na", "van", "since", "from", "until")
"""Words before a day that say more than when it was."""

_TENS = {
    "nl": ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"),
    "en": (
        "twenties",
        "thirties",
        "forties",
        "fifties",
        "sixties",
        "seventies",
        "eighties",
        "nineties",
    ),
}
_BAND = {"nl": "in de {ten}", "en": "in their {ten}"}
_SOMEBODY = {"nl": "een {ten}er", "en": "someone in their {ten}"}
_YOUNG = {"nl": ("een kind", "een jongere"), "en": ("a child", "a young person")}
_GROWING, _ADULT, _OLDEST = 12, 20, 99

_PEOPLE_NL = (
    "man|vrouw|jongen|meisje|kind|leerling|student|jongere|moeder|vader|ouder|medewerkster|"
    "medewerker|bezoeker|deelnemer|klant|beller|iemand|persoon|respondent|collega"
)
_PEOPLE_EN = (
    "man|woman|boy|girl|child|pupil|student|mother|father|parent|visitor|customer|caller|"
    "someone|person|participant|respondent|colleague"
)
_NUMBERS = (
    r"(?:\d{4}-(?P<iso>\d{1,2})-\d{1,2}|\d{1,2}[-/.](?P<number>\d{1,2})[-/.](?:\d{4}|\d{2}))(?!\w)"
)
_AGE = r"(?P<age>\d{1,2})"

_DAYS = {
    "nl": r"\b(?:(?P<before>op|in|sinds|vanaf|tot|rond|voor|na|van)\s+)?"
    r"(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag\s+)?",
    "en": r"\b(?:(?P<before>(?i:on|in|since|from|until))\s+)?"
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?",
}
_NAMED = {
    "nl": r"(?:(?:begin|half|medio|eind)\s+|\d{1,2}(?:e|de|ste)?\s+)?(?P<month>MONTH)"
    r"(?:\s+\d{4})?\b",
    "en": r"(?:(?:early|mid|late)\s+|\d{1,2}(?:st|nd|rd|th)?\s+)?(?P<month>MONTH)"
    r"(?:\s+\d{1,2}(?:st|nd|rd|th)?\b(?!\d))?(?:,?\s+\d{4})?\b",
}
_AGES = {
    "nl": (
        rf"\b(?P<article>een|de|het|die|dat|deze)\s+{_AGE}-jarige(?:\s+(?P<person>{_PEOPLE_NL}))?\b",
        rf"\b(?:(?P<article>een|de|het)\s+)?(?P<person>{_PEOPLE_NL})\s+van\s+{_AGE}(?:\s+jaar)?(?:\s+oud)?\b",
        rf"\b(?P<verb>is|was|ben|bent|werd|wordt)\s+{_AGE}\s+jaar(?:\s+oud)?\b(?!\s+(?:geleden|bezig))",
        rf"\b{_AGE}\s+jaar\s+oud\b",
    ),
    "en": (
        rf"\b(?P<article>a|an|the)\s+{_AGE}-year-old(?:\s+(?P<person>{_PEOPLE_EN}))?\b",
        rf"\b(?:(?P<article>an?|the)\s+)?(?P<person>{_PEOPLE_EN})\s+(?:of|aged)\s+{_AGE}\b",
        rf"\b(?P<verb>is|was|am|turned)\s+{_AGE}\s+years?\s+old\b",
        rf"\b{_AGE}\s+years\s+old\b",
    ),
}


@dataclass(frozen=True, slots=True)
class Vaguer:
    """A stretch that is exact, and what may stand in its place."""

    span: Span
    exact: str
    vague: str


def vaguer_words(text: str, language: str) -> tuple[Vaguer, ...]:
    """Give what is exact in a text, in order, with what may stand there instead.

    Days and months become seasons ("op 3 maart" is "in het voorjaar"), ages become bands ("een
    vrouw van 34" is "een vrouw in de dertig").
    """
    spoken = tongue(language)
    found = [
        Vaguer(Span(*match.span()), match.group(), _as_cased(match.group(), vague))
        for pattern, rule in _RULES[spoken]
        for match in pattern.finditer(text)
        if (vague := rule(match, spoken))
    ]
    return tuple(_apart(sorted(found, key=lambda each: (each.span.start, -each.span.end))))


def _apart(found: Iterable[Vaguer]) -> Iterator[Vaguer]:
    """Leave out what overlaps with something before it."""
    end = 0
    for each in found:
        if each.span.start >= end:
            end = each.span.end
            yield each


def _as_cased(exact: str, vague: str) -> str:
    """Begin with a capital where the exact words do."""
    return vague[:1].upper() + vague[1:] if exact[:1].isupper() else vague


def _season(match: re.Match[str], language: str) -> str:
    """Give the season of a day or a month."""
    parts = match.groupdict()
    if named := parts.get("month"):
        month = [each.casefold() for each in MONTHS[language]].index(named.casefold()) + 1
    else:
        month = int(parts["iso"] or parts["number"])
    if not 1 <= month <= len(MONTHS[language]):
        return ""
    before = (parts["before"] or "").casefold()
    return f"{before if before in _KEPT_BEFORE else 'in'} {_SEASONS[language][month % 12 // 3]}"


def _band(match: re.Match[str], language: str) -> str:
    """Give a band of ages, with whom it is about if that is said."""
    age, parts = int(match["age"]), match.groupdict()
    if not 0 < age <= _OLDEST:
        return ""
    person, verb = parts.get("person"), parts.get("verb")
    before = f"{verb} " if verb else ""
    if age < _ADULT:
        return before + _YOUNG[language][age >= _GROWING]
    ten = _TENS[language][age // 10 - 2]
    band = _BAND[language].format(ten=ten)
    if person:
        return " ".join(filter(None, (parts["article"], person, band)))
    return before + (band if verb else _SOMEBODY[language].format(ten=ten))


_Rule = tuple[re.Pattern[str], Callable[[re.Match[str], str], str]]


def _rules(language: str) -> tuple[_Rule, ...]:
    # In English "may" and "march" are words as well; months have a capital there.
    flags = re.IGNORECASE if language == "nl" else re.NOFLAG
    named = _NAMED[language].replace("MONTH", "|".join(MONTHS[language]))
    days = (_DAYS[language] + named, _DAYS[language] + _NUMBERS)
    return (
        *((re.compile(pattern, flags), _season) for pattern in days),
        *((re.compile(pattern, re.IGNORECASE), _band) for pattern in _AGES[language]),
    )


_RULES = {language: _rules(language) for language in MONTHS}
