"""Lemma and a guess at the kind of a word, by look-up, for text that no tagger has read.

simplemma gives the lemma. The kind is guessed from it: a Dutch word whose lemma ends like an
infinitive is a verb form, one that has a known comparative is an adjective. Over the words of the
UD Dutch treebanks that are not function words, the first finds 81% of verb forms at a precision of
80% (most of the rest are place names, nouns that are also a first person, and participles), before
the word in front is looked at.
"""

from enum import StrEnum
from functools import cache

from qualkit.language.pipeline import language_code
from qualkit.language.stopwords import is_pronominal_adverb, stop_words


class Kind(StrEnum):
    """What a word may be part of."""

    NOUN = "noun"
    """A noun or a name: a phrase ends in one."""
    ADJECTIVE = "adjective"
    OTHER = "other"
    """A verb, stop word or filler: no phrase runs over it."""


NAMES_FOLLOW_NOUNS = frozenset({"nl", "de", "da", "sv", "nb", "nn", "is"})
"""Languages that write compounds as one word, so that two nouns in a row are rarely one phrase."""

_INFINITIVES = ("en", "gaan", "staan", "slaan", "zien", "doen")
_NOT_INFINITIVES = frozenset(
    "been bescheiden christen deken eten examen gegeven geheugen genoegen gouden haven houten inkomen"
    " jongen keuken kussen laken leven molen open optreden reden regen teken tevreden toren varken"
    " verlangen verleden vermogen vertrouwen volwassen voornemen wapen wezen zegen miljoen".split()
)
_DETERMINERS = frozenset("de een 'n geen mijn onze jouw hun uw elke iedere alle".split())
"""Words after which a verb form is a noun or an adjective ("de start", "de gesloten deuren"). Not
"het", "die" and "deze", which are as often a subject ("het start")."""
_ALWAYS_NOUNS = frozenset(
    "kritiek personeel politiek publiek recht stuk week onderzoek werk".split()
)
_ADJECTIVE_ENDINGS = ("ig", "isch", "lijk", "baar", "loos", "zaam")
_PAIR_OF_VOWELS = ("aa", "ee", "oo", "uu")


@cache
def lemma(word: str, language: str) -> str:
    """Give the dictionary form of a word by look-up, in lower case; the word itself if unknown."""
    import simplemma  # noqa: PLC0415 (reads a dictionary)

    lowered = word.lower()
    try:
        return str(simplemma.lemmatize(lowered, lang=language_code(language))).lower()
    except ValueError:
        return lowered


@cache
def kind_of(word: str, language: str, after_determiner: bool = False) -> Kind:
    """Guess the kind of a word in lower case, from its form and whether a determiner precedes it."""
    code = language_code(language)
    words = stop_words(code)
    found = lemma(word, code)
    if words.stops(word) or found in words.reporting:
        return Kind.OTHER
    if code != "nl":
        return Kind.NOUN
    if is_pronominal_adverb(word):
        return Kind.OTHER
    if _is_verb(found):
        return _verb_kind(word, found) if after_determiner else Kind.OTHER
    if _is_inflected_adjective(word, found):
        return Kind.ADJECTIVE
    return Kind.ADJECTIVE if not after_determiner and _is_adjective(word) else Kind.NOUN


def is_determiner(word: str) -> bool:
    """Tell whether a noun phrase surely goes on after a Dutch word (in lower case)."""
    return word in _DETERMINERS


def _is_verb(found: str) -> bool:
    return found.endswith(_INFINITIVES) and found not in _NOT_INFINITIVES


def _verb_kind(word: str, found: str) -> Kind:
    """Tell what a verb form is after a determiner: "de gesloten deuren", "het wachten"."""
    participle = word != found and word.endswith(("e", "en"))
    return Kind.ADJECTIVE if participle else Kind.NOUN


def _is_inflected_adjective(word: str, found: str) -> bool:
    return word != found and word.endswith("e") and not word.endswith("je")


def _is_adjective(word: str) -> bool:
    """Tell whether an uninflected word is an adjective: it has a comparative, or such an ending."""
    if word in _ALWAYS_NOUNS:
        return False
    if word.endswith(_ADJECTIVE_ENDINGS):
        return True
    if word.endswith("er") and _is_adjective(lemma(word, "nl")) and lemma(word, "nl") != word:
        return True
    return any(
        lemma(form, "nl") == word and lemma(f"{form}r", "nl") == word for form in _inflected(word)
    )


def _inflected(word: str) -> list[str]:
    """Give the ways a Dutch adjective may be spelled with its ending: hoge, snelle, boze, stijve."""
    stem = word
    if len(word) > 3 and word[-3:-1] in _PAIR_OF_VOWELS:
        stem = word[:-2] + word[-1]
    voiced = stem[:-1] + {"f": "v", "s": "z"}.get(stem[-1], stem[-1])
    return [f"{stem}e", f"{voiced}e", f"{word}{word[-1]}e"]
