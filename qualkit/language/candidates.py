"""The phrases of a set as people read them: words and forms."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from qualkit.language.frequencies import is_compound
from qualkit.language.guessing import SENTENCE_ENDS
from qualkit.language.mentions import Shape
from qualkit.language.wordforms import is_in_dictionary, lemma

_PART_OF_NO_NAME = 5
"""Letters in both parts of a compound; shorter ones make names: "Westland"."""


@dataclass(frozen=True, slots=True)
class Written:
    """One way in which a phrase is written."""

    surface: str
    """The words as they stand."""
    opens_sentence: bool = False
    """Its first capital may be only that of a sentence."""
    is_variant: bool = False
    """It is another spelling of the phrase."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A phrase with all its forms, and what it is worth."""

    lemma: str
    """The lemmas of its words, by which forms are one phrase."""
    written: Mapping[Written, int]
    """How often it is written in each way."""
    score: float
    striking: float
    """What it is worth if it is said only once: how rare and how complete it is."""
    keys: tuple[int, ...] = ()
    """By which its places are found: its own key, then those of its slips of the pen."""
    first: tuple[int, int] = (0, 0)
    """Where it first stands: the number of the piece, and code points in it."""
    speakers: int = 0
    """How many people say it, as far as is known who speaks."""
    rarest: float = 0.0
    """The Zipf frequency of its rarest word."""
    keyness: float = 0.0
    """The log-likelihood of its most typical word."""
    shape: Shape = Shape.RUN

    @property
    def times(self) -> int:
        """How often it is said."""
        return sum(self.written.values())

    @property
    def commonest(self) -> str:
        """The way it is written most often, in small letters."""
        forms: Counter[str] = Counter()
        for way, times in self.written.items():
            forms[way.surface.lower()] += times
        return min(forms, key=lambda form: (-forms[form], form))


def best_form(candidate: Candidate, language: str) -> str:
    """Give the most frequent way a phrase is written, without the capital of a sentence.

    A verb is shown in the form of its name where that is in the text: "aangifte doen" rather than
    "deed aangifte".
    """
    ways = candidate.written
    own = [way for way in ways if not way.is_variant] or list(ways)
    lower = {way.surface for way in own if not way.surface[:1].isupper()}
    forms: Counter[str] = Counter()
    for way in own:
        forms[_without_capital(way, lower, language)] += ways[way]
    last = candidate.lemma.rsplit(maxsplit=1)[-1]
    named = {form for form in forms if is_verbal(candidate.shape) and form.lower().endswith(last)}
    return min(forms, key=lambda form: (form not in named, -forms[form], form[:1].isupper(), form))


def variant_forms(candidate: Candidate, language: str) -> list[str]:
    """Give the other spellings of a phrase, the most frequent first."""
    shown = best_form(candidate, language).lower()
    forms: Counter[str] = Counter()
    for way, times in candidate.written.items():
        if way.is_variant:
            forms[way.surface] += times
    listed = sorted(forms, key=lambda form: (-forms[form], form))
    return [form for form in listed if form.lower() != shown]


def is_verbal(shape: Shape) -> bool:
    """Tell whether a phrase has a verb."""
    return shape in (Shape.ACTION, Shape.LOOSE_ACTION, Shape.VERB, Shape.SEPARABLE)


def opens_sentence(text: str, start: int) -> bool:
    """Tell whether no word comes before a place (in code points) in its sentence."""
    for place in range(start - 1, -1, -1):
        sign = text[place]
        if sign in SENTENCE_ENDS or sign == "\n":
            return True
        if sign.isalpha():
            return False
    return True


def _without_capital(way: Written, lower: set[str], language: str) -> str:
    """Write a form small when only its place in the sentence gave it a capital."""
    form = way.surface
    small = form[:1].lower() + form[1:]
    first = small.split()[0]
    if small in lower:
        return small
    if not way.opens_sentence or not first.islower():
        return form
    return small if _is_word(first, language) else form


def _is_word(word: str, language: str) -> bool:
    """Tell whether a word is no name: in the dictionary, or a compound that no list has."""
    if is_in_dictionary(word, language) or lemma(word, language) != word:
        return True
    return is_compound(word, language, _PART_OF_NO_NAME)
