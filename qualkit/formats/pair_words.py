"""Why two sources may be one, in words, in the language of the study."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from qualkit.domain.replacements import IdentifierKind as Kind
from qualkit.domain.wording import DUTCH, counted, listed, number, tongue

SHOWN = 3
"""Passages, words and details that are named; of the others it is told how many there are."""


@dataclass(frozen=True, slots=True)
class PairWords:
    """What is said of two sources."""

    passages: str
    """With {places}."""
    place: str
    """With {first} and {second}, which are references, {count} and {words}."""
    counted: tuple[str, str]
    """What is counted: one, and more of them."""
    words: str
    """With {words}."""
    only_two: str
    """With {word}."""
    few: str
    """With {word} and {count}."""
    details: str
    """With {details}."""
    same_name: str
    """With {name}."""
    names: str
    """With {name} and {other}."""
    soon: str
    """With {time}."""
    at_once: str
    same_hour: str
    """With {time}."""
    same_day: str
    more: str
    """With {count}."""
    minutes: tuple[str, str]
    hours: tuple[str, str]
    days: tuple[str, str]
    doubt: str
    """With {first} and {second}, which are names of sources."""
    group: str
    """The label pattern of a case that is made for a pair."""
    kinds: Mapping[Kind, str]


_DUTCH = PairWords(
    passages="Bijna dezelfde passages: {places}.",
    place="{first} en {second} ({count}: ‘{words}’)",
    counted=("woord", "woorden"),
    words="Woorden die bijna niemand anders gebruikt: {words}.",
    only_two="‘{word}’",
    few="‘{word}’ (in {count} bronnen)",
    details="Dezelfde details: {details}.",
    same_name="Dezelfde naam in het gesprek: ‘{name}’.",
    names="Namen die op elkaar lijken: ‘{name}’ en ‘{other}’.",
    soon="Kort na elkaar begonnen: er zit {time} tussen.",
    at_once="Op hetzelfde moment begonnen.",
    same_hour="Rond dezelfde tijd begonnen, met {time} ertussen.",
    same_day="Op dezelfde dag gehouden.",
    more="en nog {count}",
    minutes=("minuut", "minuten"),
    hours=("uur", "uur"),
    days=("dag", "dagen"),
    doubt="Zijn {first} en {second} van dezelfde persoon?",
    group="Persoon {1}",
    kinds={
        Kind.NAME: "de naam {words}",
        Kind.PLACE: "de plaats {words}",
        Kind.ORGANISATION: "de organisatie {words}",
        Kind.DATE: "de datum {words}",
        Kind.AGE: "de leeftijd {words}",
        Kind.PHONE: "het telefoonnummer {words}",
        Kind.EMAIL: "het e-mailadres {words}",
        Kind.POSTCODE: "de postcode {words}",
        Kind.WEB: "het adres {words}",
        Kind.CASE_NUMBER: "het nummer {words}",
        Kind.NUMBER: "het getal {words}",
    },
)

_ENGLISH = PairWords(
    passages="Nearly the same passages: {places}.",
    place="{first} and {second} ({count}: ‘{words}’)",
    counted=("word", "words"),
    words="Words that hardly anybody else uses: {words}.",
    only_two="‘{word}’",
    few="‘{word}’ (in {count} sources)",
    details="The same details: {details}.",
    same_name="The same name in the conversation: ‘{name}’.",
    names="Names that are alike: ‘{name}’ and ‘{other}’.",
    soon="Begun soon after each other: {time} lies between.",
    at_once="Begun at the same moment.",
    same_hour="Begun around the same hour, {time} apart.",
    same_day="Held on the same day.",
    more="and {count} more",
    minutes=("minute", "minutes"),
    hours=("hour", "hours"),
    days=("day", "days"),
    doubt="Are {first} and {second} of the same person?",
    group="Person {1}",
    kinds={
        Kind.NAME: "the name {words}",
        Kind.PLACE: "the place {words}",
        Kind.ORGANISATION: "the organisation {words}",
        Kind.DATE: "the date {words}",
        Kind.AGE: "the age {words}",
        Kind.PHONE: "the phone number {words}",
        Kind.EMAIL: "the e-mail address {words}",
        Kind.POSTCODE: "the postcode {words}",
        Kind.WEB: "the address {words}",
        Kind.CASE_NUMBER: "the number {words}",
        Kind.NUMBER: "the number {words}",
    },
)


def pair_words(language: str) -> PairWords:
    """Give the words of a language; English for one that there are none of."""
    return _DUTCH if tongue(language) == DUTCH else _ENGLISH


def some_of(items: Sequence[str], language: str) -> str:
    """List the first few, and tell how many more there are."""
    shown, left = list(items[:SHOWN]), len(items) - SHOWN
    if left <= 0:
        return listed(shown, language)
    more = pair_words(language).more.format(count=number(left, language))
    return f"{', '.join(shown)} {more}"


def told_time(apart: timedelta, language: str) -> str:
    """Say how much time lies between: "40 minutes", "two hours", "one day"."""
    words = pair_words(language)
    if apart >= timedelta(days=1):
        return counted(apart.days, *words.days, language)
    minutes = round(apart / timedelta(minutes=1))
    if minutes >= 60:
        return counted(round(minutes / 60), *words.hours, language)
    return counted(minutes, *words.minutes, language)
