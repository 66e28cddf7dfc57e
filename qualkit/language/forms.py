"""What one form of word can do in a phrase: from its tags, or from a guess at its kind.

A form is a word as written with the tags it got there. A text has ten times fewer forms than words,
so everything that takes strings, word lists or regular expressions is done here, once a form.
"""

import re
from dataclasses import dataclass
from enum import IntEnum

from qualkit.language.dutchtags import (
    is_infinitive_after_all,
    is_noun_after_all,
    is_written_as_name,
)
from qualkit.language.dutchwords import INFINITIVES, SEPARABLE
from qualkit.language.frequencies import zipf
from qualkit.language.phrasewords import EMPTY_VERBS, TERM_PREPOSITIONS, VERB_LINKS
from qualkit.language.pipeline import language_code
from qualkit.language.stopwords import stop_words
from qualkit.language.weights import ADJECTIVE_ALONE_ZIPF, VERB_ALONE_ZIPF
from qualkit.language.wordforms import (
    LONGEST_WORD,
    Kind,
    is_in_dictionary,
    lemma,
    noun_lemma,
    without_stress,
)

WORD = re.compile(r"(?:\d+-)?[^\W\d_](?:[\w'’&.-]*\w)?")
LETTERS = re.compile(r"[^\W\d_]")
_SHORTEST = 3
_SHORTEST_GUESSED = 5
"""Letters in a phrase of one word, and of one that no tagger has read."""


class Role(IntEnum):
    """What a word can do in a phrase; the numbers are what stands in the arrays."""

    OTHER = 0
    ADJECTIVE = 1
    NOUN = 2
    NAME = 3
    VERB = 4
    """A verb without a subject: an infinitive or a participle."""
    FINITE = 5
    PREPOSITION = 6
    """One that may join two nouns to a term."""
    DETERMINER = 7
    LINK = 8
    """What may stand between an object and its verb: "te". An auxiliary there makes a clause of
    it ("beschikking moet afgeven"), which is no name for anything."""
    ADVERB = 9
    PRONOUN = 10


@dataclass(frozen=True, slots=True)
class Form:
    """One form, worked out."""

    role: Role
    lemma: str = ""
    """Empty for a word that no phrase is counted by."""
    lower: str = ""
    """The word in small letters, without accents of stress; given with a lemma."""
    is_word: bool = False
    """Counts as a word when the study is counted."""
    stops: bool = False
    """May not begin or end a phrase."""
    is_empty: bool = False
    """Says too little alone."""
    particle: str = ""
    """The word, when it may be the second half of a separable verb, such as "af"."""


class FormReader:
    """Works out the forms of one language."""

    def __init__(self, language: str) -> None:
        """Take the word lists of a language."""
        self.language = language
        self._code = language_code(language)
        self._words = stop_words(language)

    def guessed(self, text: str, kind: Kind, is_name: bool) -> Form:
        """Work out a word that no tagger has read, from its guessed kind."""
        lower = without_stress(text.lower())
        if not _is_word(text):
            return Form(Role.OTHER)
        if kind is Kind.OTHER:
            return self._small(lower, "")
        role = Role.ADJECTIVE if kind is Kind.ADJECTIVE else Role.NAME if is_name else Role.NOUN
        found = noun_lemma(text, self.language)
        return self._phrase_word(lower, role, found, _SHORTEST_GUESSED)

    def tagged(self, text: str, base: str, pos: str, morph: str) -> Form:
        """Work out a word from what a tagger says: lemma, part of speech and features."""
        if not _is_word(text):
            return self._small(text.lower(), pos) if text.isalpha() else Form(Role.OTHER)
        lower = without_stress(text.lower())
        if self._words.is_filler(lower) and pos not in _GRAMMAR:
            return Form(Role.OTHER, is_word=True)
        role = _TAGGED.get(pos, Role.OTHER)
        if self._code == "nl":
            role = _corrected(role, text, lower, base.lower())
        if role is Role.VERB:
            return self._verb(lower, base, "VerbForm=Fin" in morph)
        if role in (Role.ADJECTIVE, Role.NOUN, Role.NAME):
            # "dat merk je": a form of telling that the tagger took for a noun.
            if lemma(lower, self.language) in self._words.reporting:
                return Form(Role.OTHER, is_word=True)
            known = is_in_dictionary(lower, self.language)
            found = noun_lemma(text, self.language)
            if not known and found == lower and base:
                found = base.lower()
            return self._phrase_word(lower, role, found)
        return self._small(lower, pos)

    def _phrase_word(self, lower: str, role: Role, base: str, shortest: int = _SHORTEST) -> Form:
        stops = self._words.stops(lower)
        short = len(LETTERS.findall(lower)) < shortest
        empty = short or base in self._words.generic
        if role is Role.ADJECTIVE:
            empty = empty or zipf(lower, self.language) > ADJECTIVE_ALONE_ZIPF
        return Form(role, base, lower, is_word=True, stops=stops, is_empty=empty)

    def _verb(self, lower: str, base: str, finite: bool) -> Form:
        found = lemma(lower, self.language) if self._code == "nl" else base.lower()
        if self._code == "nl" and not found.endswith(INFINITIVES):
            found = base.lower() or found
        if found in self._words.reporting or lower in self._words.reporting:
            return Form(Role.OTHER, is_word=True)
        if found in EMPTY_VERBS:
            return Form(Role.OTHER, is_word=True)
        empty = self._words.stops(lower) or self._words.stops(found)
        empty = empty or zipf(found, self.language) > VERB_ALONE_ZIPF
        role = Role.FINITE if finite else Role.VERB
        return Form(role, found, lower, is_word=True, is_empty=empty)

    def _small(self, lower: str, pos: str) -> Form:
        """Work out a word of grammar."""
        role = _SMALL.get(pos, Role.OTHER)
        if lower in VERB_LINKS.get(self._code, ()):
            role = Role.LINK
        elif lower in TERM_PREPOSITIONS.get(self._code, ()) and pos in ("ADP", ""):
            role = Role.PREPOSITION
        elif not pos and lower in _ARTICLES:
            role = Role.DETERMINER
        base = lower if role is Role.PREPOSITION else ""
        particle = lower if self._code == "nl" and lower in SEPARABLE else ""
        return Form(role, base, base, is_word=True, stops=True, particle=particle)


_TAGGED = {
    "NOUN": Role.NOUN,
    "PROPN": Role.NAME,
    "ADJ": Role.ADJECTIVE,
    "VERB": Role.VERB,
}
_SMALL = {
    "DET": Role.DETERMINER,
    "ADV": Role.ADVERB,
    "PRON": Role.PRONOUN,
}
_GRAMMAR = ("ADP", "ADV", "DET", "PRON")
_ARTICLES = frozenset({"de", "het", "een", "the", "a", "an"})


def _is_word(text: str) -> bool:
    """Tell whether a token is a word of two letters or more, not a sign, number or slip."""
    fits = len(text) <= LONGEST_WORD and WORD.fullmatch(text)
    return bool(fits) and len(LETTERS.findall(text)) > 1


def _corrected(role: Role, text: str, lower: str, base: str) -> Role:
    """Set a Dutch tag right where the word can be only one thing."""
    if role is Role.NAME and not is_written_as_name(text):
        role = Role.NOUN if is_noun_after_all(lower) else Role.OTHER
    if role is Role.NOUN and is_infinitive_after_all(lower, base):
        return Role.VERB
    # "haken" is as often a verb as the plural of a noun; there the tagger saw more.
    is_clear = role is Role.ADJECTIVE or (role is Role.VERB and not lower.endswith("en"))
    if is_clear and is_noun_after_all(lower):
        return Role.NOUN
    return role
