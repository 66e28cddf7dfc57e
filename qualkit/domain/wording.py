"""Numbers, lists, dates and shares in words, in the language of the study.

Dutch, and English for every other language. A share of people is told as a share ("vier van de
zes geïnterviewden"): percentages of six people say more than is known.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from qualkit.domain.cases import format_label, parse_label
from qualkit.domain.projects import Profile
from qualkit.domain.sources import SourceKind

DUTCH = "nl"

_NUMBER_WORDS = {
    "nl": (
        "nul één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien "
        "vijftien zestien zeventien achttien negentien twintig"
    ),
    "en": (
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen twenty"
    ),
}
NUMBERS = {language: words.split() for language, words in _NUMBER_WORDS.items()}
_BOTH = {"nl": ("geen van beide", "beide"), "en": ("neither of the two", "both")}
_MONTH_WORDS = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "en": ("January February March April May June July August September October November December"),
}
MONTHS = {language: words.split() for language, words in _MONTH_WORDS.items()}

_METHODS = {
    "nl": {
        Profile.REFLEXIVE: (
            "De analyse is een reflexieve thematische analyse (Braun & Clarke, 2022)."
        ),
        Profile.CODEBOOK: (
            "De analyse is een thematische analyse met een codeboek (Braun & Clarke, 2022)."
        ),
        Profile.FRAMEWORK: "De analyse volgt de frameworkmethode (Gale e.a., 2013).",
        Profile.VARIABLES: (
            "Per casus zijn kenmerken vastgelegd volgens een codeboek; "
            "een thematische analyse is dit niet."
        ),
    },
    "en": {
        Profile.REFLEXIVE: "The analysis is a reflexive thematic analysis (Braun & Clarke, 2022).",
        Profile.CODEBOOK: "The analysis is a codebook thematic analysis (Braun & Clarke, 2022).",
        Profile.FRAMEWORK: "The analysis follows the framework method (Gale et al., 2013).",
        Profile.VARIABLES: (
            "Characteristics of each case were recorded with a codebook; "
            "this is not a thematic analysis."
        ),
    },
}


@dataclass(frozen=True, slots=True)
class Noun:
    """How one thing and more of them are called."""

    one: str
    many: str
    origin: str
    """The word before it in "passages come … them"."""
    neuter: bool = False
    """Whether Dutch says "het" before the one."""


_NOUNS = {
    "nl": {
        SourceKind.INTERVIEW: Noun("geïnterviewde", "geïnterviewden", "van"),
        SourceKind.TRANSCRIPT: Noun(
            "uitgeschreven gesprek", "uitgeschreven gesprekken", "uit", True
        ),
        SourceKind.CHAT: Noun("chatgesprek", "chatgesprekken", "uit", True),
        SourceKind.RULING: Noun("uitspraak", "uitspraken", "uit"),
        SourceKind.WEB: Noun("webpagina", "webpagina’s", "van"),
        SourceKind.NEWS: Noun("nieuwsbericht", "nieuwsberichten", "uit", True),
    },
    "en": {
        SourceKind.INTERVIEW: Noun("interviewee", "interviewees", "from"),
        SourceKind.TRANSCRIPT: Noun(
            "transcribed conversation", "transcribed conversations", "from"
        ),
        SourceKind.CHAT: Noun("chat conversation", "chat conversations", "from"),
        SourceKind.RULING: Noun("ruling", "rulings", "from"),
        SourceKind.WEB: Noun("web page", "web pages", "from"),
        SourceKind.NEWS: Noun("news item", "news items", "from"),
    },
}


def tongue(language: str) -> str:
    """Give the language that is written for a study: its own if there are words for it."""
    return language if language in NUMBERS else "en"


def noun_of(kind: SourceKind, language: str) -> Noun:
    """Give how a kind of material, or who speaks in it, is called."""
    return _NOUNS[tongue(language)][kind]


def number(count: int, language: str) -> str:
    """Write a number: in letters up to twenty, in digits beyond."""
    words = NUMBERS[tongue(language)]
    return words[count] if count < len(words) else digits(count, language)


def digits(count: int, language: str) -> str:
    """Write a number in digits: "1.200" in Dutch, "1,200" in English."""
    grouped = f"{count:,}"
    return grouped.replace(",", ".") if tongue(language) == DUTCH else grouped


def counted(count: int, one: str, many: str, language: str) -> str:
    """Write how many there are of something: "geen bronnen", "één bron", "twee bronnen"."""
    none = "geen" if tongue(language) == DUTCH else "no"
    return f"{number(count, language) if count else none} {one if count == 1 else many}"


def listed(items: Sequence[str], language: str) -> str:
    """Write a list as one would say it: "a, b en c"."""
    if len(items) < 2:
        return "".join(items)
    joint = " en " if tongue(language) == DUTCH else " and "
    return ", ".join(items[:-1]) + joint + items[-1]


def labels_listed(labels: Sequence[str], language: str) -> str:
    """Write labels as a list, what they share only once: "Politie I tot en met IV; Gesprek 3"."""
    lists: dict[str, list[int | None]] = {}
    for label in labels:
        pattern, given = parse_label(label)
        lists.setdefault(pattern, []).append(given)
    written = [_of_one_pattern(*item, language) for item in lists.items()]
    return listed(written, language) if len(lists) == len(labels) else "; ".join(written)


def _of_one_pattern(pattern: str, numbers: Sequence[int | None], language: str) -> str:
    stem = pattern.removesuffix("{I}").removesuffix("{1}")
    to = "tot en met" if tongue(language) == DUTCH else "to"
    items: list[str] = []
    for run in _runs(numbers):
        written = [format_label(pattern, given).removeprefix(stem) for given in run]
        items.extend([f"{written[0]} {to} {written[-1]}"] if len(run) > 3 else written)
    return stem + listed(items, language)


def _runs(numbers: Sequence[int | None]) -> list[list[int | None]]:
    """Cut numbers where they do not follow each other."""
    runs: list[list[int | None]] = []
    for given in numbers:
        last = runs[-1][-1] if runs else None
        if last is not None and given == last + 1:
            runs[-1].append(given)
        else:
            runs.append([given])
    return runs


def share(heard: int, total: int, kind: SourceKind, language: str) -> str:
    """Write a share in words: "vier van de zes geïnterviewden", "geen van de dertien …".

    When one of the two numbers is beyond twenty, both stand in digits.
    """
    noun = noun_of(kind, language)
    dutch = tongue(language) == DUTCH
    write = number if total < len(NUMBERS["nl"]) else digits
    if total == 1:
        return _share_of_one(heard, noun, dutch)
    if total == 2 and heard != 1:
        return f"{_BOTH[tongue(language)][heard == 2]} {noun.many}"
    if heard == total:
        return f"{'alle' if dutch else 'all'} {write(total, language)} {noun.many}"
    none = "geen" if dutch else "none"
    some = write(heard, language) if heard else none
    return f"{some} {'van de' if dutch else 'of the'} {write(total, language)} {noun.many}"


def _share_of_one(heard: int, noun: Noun, dutch: bool) -> str:
    """Write all or nothing of the only one there is."""
    if not dutch:
        return f"the only {noun.one}" if heard else f"no {noun.one}"
    if heard:
        return f"{'het' if noun.neuter else 'de'} enige {noun.one}"
    return f"geen {'enkel' if noun.neuter else 'enkele'} {noun.one}"


def long_date(day: date, language: str) -> str:
    """Write a day: "3 maart 2026", "3 March 2026"."""
    return f"{day.day} {MONTHS[tongue(language)][day.month - 1]} {day.year}"


def period(first: date, last: date, language: str) -> str:
    """Write from when to when: "van 3 tot en met 27 maart 2026"; one day alone is just the day."""
    dutch = tongue(language) == DUTCH
    if first == last:
        return f"{'op' if dutch else 'on'} {long_date(first, language)}"
    start = long_date(first, language)
    if first.year == last.year:
        start = start.removesuffix(f" {first.year}")
        if first.month == last.month:
            start = str(first.day)
    end = long_date(last, language)
    return f"van {start} tot en met {end}" if dutch else f"from {start} to {end}"


def method_sentence(profile: Profile, language: str) -> str:
    """Say in one sentence which form of analysis the study declares."""
    return _METHODS[tongue(language)][profile]


def sentence(words: str) -> str:
    """Give words with a capital at the beginning; Dutch writes "Eén" with one accent."""
    if words.startswith("één "):
        return f"Eén {words[4:]}"
    return words[:1].upper() + words[1:]
