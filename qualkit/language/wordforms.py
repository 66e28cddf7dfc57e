"""Lemma and a guess at the kind of a word, by look-up, for text that no tagger has read.

simplemma gives the lemma. The kind is guessed from it: a Dutch word whose lemma ends like an
infinitive is a verb form, one that has a known comparative is an adjective. Over the words of the
UD Dutch treebanks that are not function words, the first finds 81% of verb forms at a precision of
80% (most of the rest are place names, nouns that are also a first person, and participles), before
the word in front is looked at.
"""

from enum import StrEnum
from functools import lru_cache
from unicodedata import normalize

from qualkit.language.pipeline import language_code
from qualkit.language.stopwords import is_pronominal_adverb, stop_words


class Kind(StrEnum):
    """What a word may be part of."""

    NOUN = "noun"
    """A noun or a name: a phrase ends in one."""
    ADJECTIVE = "adjective"
    OTHER = "other"
    """A verb, stop word or filler: no phrase runs over it."""


def _set(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_REMEMBERED = 1 << 17
"""Words to remember the look-up of; a bound, for a batch run meets many."""

LONGEST_WORD = 60
"""Letters; anything longer is a slip or an attack and is not looked up."""

COMPOUNDING = frozenset({"nl", "de", "da", "sv", "nb", "nn", "is"})
"""Languages that write compounds as one word, so that two nouns in a row are rarely one phrase."""

_INFINITIVES = ("en", "gaan", "staan", "slaan", "zien", "doen")
_NOT_INFINITIVES = _set(
    "been bescheiden christen deken eten examen gegeven geheugen genoegen gouden haven houten"
    " inkomen jongen keuken kussen laken leven molen open optreden reden regen teken tevreden toren"
    " varken verlangen verleden vermogen vertrouwen volwassen voornemen wapen wezen zegen miljoen"
)
_DETERMINERS = _set("de een 'n geen mijn onze jouw hun uw elke iedere alle")
"""Words after which a verb form is a noun or an adjective ("de start", "de gesloten deuren"). Not
"het", "die" and "deze", which are as often a subject ("het start")."""
_ALWAYS_NOUNS = _set("kritiek personeel politiek publiek recht stuk week onderzoek werk")
_ADJECTIVE_ENDINGS = ("ig", "isch", "lijk", "baar", "loos", "zaam")
_SHORTEST_PART = 3
_SHORTEST_HEAD = 4
"""Letters in the first part and the head of a compound."""
_VERBS_LOOKED_UP_AS_NOUNS = _set(
    "blazen gelden hangen liggen lijken roepen spelen staat steken trekken treden verschillen vroeg"
    " wijst wijzen zit zitten"
)
_SEPARABLE = (
    "aan",
    "af",
    "bij",
    "door",
    "in",
    "mee",
    "na",
    "om",
    "op",
    "over",
    "terug",
    "toe",
    "uit",
    "voor",
)
"""Prefixes that "ge" comes after in a participle: "aangevraagd"."""
_NUMBER_ENDINGS = (
    "honderd",
    "duizend",
    "twintig",
    "dertig",
    "veertig",
    "vijftig",
    "zestig",
    "zeventig",
    "tachtig",
    "negentig",
    "miljoen",
    "miljard",
)
_ACUTE = "\N{COMBINING ACUTE ACCENT}"
_PAIR_OF_VOWELS = ("aa", "ee", "oo", "uu")


@lru_cache(_REMEMBERED)
def lemma(word: str, language: str) -> str:
    """Give the dictionary form of a word by look-up, in lower case; the word itself if unknown."""
    lowered, code = word.lower(), language_code(language)
    if len(word) > LONGEST_WORD:
        return lowered
    found = _looked_up(lowered, code)
    if found == lowered and code in COMPOUNDING and not is_in_dictionary(lowered, code):
        return _compound_lemma(lowered, code)
    return found


@lru_cache(_REMEMBERED)
def noun_lemma(word: str, language: str) -> str:
    """Give the lemma of a word known to be a noun or adjective: "rooster", not "roosteren"."""
    found = lemma(word, language)
    is_stem = language_code(language) == "nl" and _is_verb(found) and not word.endswith(("e", "en"))
    return word.lower() if is_stem else found


@lru_cache(_REMEMBERED)
def is_in_dictionary(word: str, language: str) -> bool:
    """Tell whether the look-up lists hold a word as it is written."""
    import simplemma  # noqa: PLC0415 (reads a dictionary)

    if len(word) > LONGEST_WORD:
        return False
    try:
        return bool(simplemma.is_known(word, lang=language_code(language)))
    except ValueError:
        return False


@lru_cache(_REMEMBERED)
def without_stress(word: str) -> str:
    """Give a word without the accents that show stress in Dutch: "nóóit" becomes "nooit".

    Only for looking it up among stop words; "café" loses its accent too.
    """
    return normalize("NFC", normalize("NFD", word).replace(_ACUTE, ""))


@lru_cache(_REMEMBERED)
def kind_of(word: str, language: str, after_determiner: bool = False) -> Kind:
    """Guess the kind of a word (in lower case) from its form and what stands before it."""
    code = language_code(language)
    words = stop_words(code)
    found = lemma(word, code)
    if words.stops(word) or found in words.reporting:
        return Kind.OTHER
    if code != "nl":
        return Kind.NOUN
    if is_pronominal_adverb(word) or word.endswith(_NUMBER_ENDINGS):
        return Kind.OTHER
    if _is_verb(found) or _is_infinitive(word, found):
        return _verb_kind(word, found) if after_determiner else Kind.OTHER
    if _is_inflected_adjective(word, found):
        return Kind.ADJECTIVE
    return Kind.ADJECTIVE if not after_determiner and _is_adjective(word) else Kind.NOUN


@lru_cache(_REMEMBERED)
def _looked_up(word: str, language: str) -> str:
    import simplemma  # noqa: PLC0415 (reads a dictionary)

    try:
        return str(simplemma.lemmatize(word, lang=language)).lower()
    except ValueError:
        return word


def _compound_lemma(word: str, language: str) -> str:
    """Give the lemma of a compound that no list holds, from its last part: "nepwinkels"."""
    for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_HEAD + 1):
        first, head = word[:cut], word[cut:]
        if is_in_dictionary(head, language) and (
            is_in_dictionary(first, language) or is_in_dictionary(first.removesuffix("s"), language)
        ):
            return first + lemma(head, language)
    return word


def is_determiner(word: str) -> bool:
    """Tell whether a noun phrase surely goes on after a Dutch word (in lower case)."""
    return word in _DETERMINERS


def _is_verb(found: str) -> bool:
    return found.endswith(_INFINITIVES) and found not in _NOT_INFINITIVES


def _is_infinitive(word: str, noun: str) -> bool:
    """Tell whether a word looked up as a noun ("bellen", plural of "bel") is mostly a verb."""
    if word in _VERBS_LOOKED_UP_AS_NOUNS:
        return True
    if word == noun or not word.endswith("en"):
        return False
    prefix = next((p for p in _SEPARABLE if word.startswith(p) and noun.startswith(p)), "")
    stem, rest = noun.removeprefix(prefix), word.removeprefix(prefix)
    endings = (f"{stem}d", f"{stem}t", stem, rest)
    return any(_looked_up(f"{prefix}ge{ending}", "nl") == word for ending in endings)


def _verb_kind(word: str, found: str) -> Kind:
    """Tell what a verb form is after a determiner: "de gesloten deuren", "het wachten"."""
    participle = _is_verb(found) and word != found and word.endswith(("e", "en"))
    return Kind.ADJECTIVE if participle else Kind.NOUN


def _is_inflected_adjective(word: str, found: str) -> bool:
    return word != found and word.endswith("e") and not word.endswith("je")


def _is_adjective(word: str) -> bool:
    """Tell whether an uninflected word is an adjective: it has a comparative, or such an ending."""
    if word in _ALWAYS_NOUNS:
        return False
    if len(word) < 3 or not word.isalpha():
        return False
    if word.endswith(_ADJECTIVE_ENDINGS):
        return True
    base = _looked_up(word, "nl")
    is_comparative = word.endswith("er") and base != word and _has_comparative(base)
    return is_comparative or _has_comparative(word)


def _has_comparative(word: str) -> bool:
    return any(
        _looked_up(form, "nl") == word and _looked_up(f"{form}r", "nl") == word
        for form in _inflected(word)
    )


def _inflected(word: str) -> list[str]:
    """Give the ways to spell a Dutch adjective with its ending: hoge, snelle, boze, stijve."""
    stem = word
    if len(word) > 3 and word[-3:-1] in _PAIR_OF_VOWELS:
        stem = word[:-2] + word[-1]
    voiced = stem[:-1] + {"f": "v", "s": "z"}.get(stem[-1], stem[-1])
    return [f"{stem}e", f"{voiced}e", f"{word}{word[-1]}e"]
