"""Runs of words in one `Doc` that may be a phrase.

Where a tagger has run, a phrase is a run of adjectives, nouns and names; without one, a run of
words between stop words (RAKE: Rose, Engel, Cramer and Cowley 2010), with the kind of each word
guessed by look-up. Runs within a run are given too, so that a word counts wherever it stands.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from qualkit.language.pipeline import language_code
from qualkit.language.stopwords import StopWords, stop_words
from qualkit.language.wordforms import (
    COMPOUNDING,
    LONGEST_WORD,
    Kind,
    is_determiner,
    is_in_dictionary,
    kind_of,
    noun_lemma,
    without_stress,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

MOST_WORDS = 4
"""The longest phrase; of a longer run the last words are taken, for there the head is."""

_SHORTEST_GUESSED = 5
"""Letters in a phrase of one word that no tagger has read."""
_SHORTEST_TAGGED = 3

_WORD = re.compile(r"(?:\d+-)?[^\W\d_](?:[\w'’&.-]*\w)?")
_LETTERS = re.compile(r"[^\W\d_]")
_PLACEHOLDER = re.compile(r"\[[^\[\]\n]{0,60}\]")
"""Something put in for the reader, such as [naam] or [onverstaanbaar]: not the speaker's words."""
_TAGGED_KINDS = {"NOUN": Kind.NOUN, "PROPN": Kind.NOUN, "ADJ": Kind.ADJECTIVE}
_SENTENCE_ENDS = frozenset({".", "!", "?", "…", "...", ":"})


@dataclass(frozen=True, slots=True)
class Run:
    """A phrase in one `Doc`: tokens `[start, end)`."""

    start: int
    end: int
    within: tuple[int, int] | None = None
    """The tokens of the longer run it is a part of."""


def runs(doc: "Doc", language: str) -> Iterator[Run]:
    """Give the phrases of a `Doc`, from its tags where it has any, and the phrases within them."""
    tagged = doc.has_annotation("POS")
    words = stop_words(language)
    kinds = _tagged_kinds(doc, words) if tagged else _guessed_kinds(doc, language)
    for word in _not_words(doc, words):
        kinds[word] = Kind.OTHER
    joins_nouns = tagged or language_code(language) not in COMPOUNDING
    shortest = _SHORTEST_TAGGED if tagged else _SHORTEST_GUESSED
    for start, end in _stretches(doc, kinds, joins_nouns):
        trimmed = _trimmed(doc, kinds, words, start, end)
        if trimmed is None:
            continue
        for run in _parts(*trimmed):
            fits = _trimmed(doc, kinds, words, run.start, run.end) == (run.start, run.end)
            if fits and _says_something(doc, run, words, language, shortest):
                yield run


def is_sentence_start(doc: "Doc", index: int) -> bool:
    """Tell whether no word comes before this one in its sentence."""
    while index > 0 and not _LETTERS.search(doc[index - 1].text):
        if doc[index - 1].text in _SENTENCE_ENDS or doc[index - 1].is_space:
            return True
        index -= 1
    return index == 0


def lemmas(tokens: Iterable["Token"], language: str) -> str:
    """Give the lemmas of tokens as one string: what the forms of a phrase are grouped by."""
    return " ".join(_lemma(token, language) for token in tokens)


def _tagged_kinds(doc: "Doc", words: StopWords) -> list[Kind]:
    kinds = [_TAGGED_KINDS.get(token.pos_, Kind.OTHER) for token in doc]
    for token in doc:
        if words.is_filler(without_stress(token.lower_)):
            kinds[token.i] = Kind.OTHER
    return kinds


def _guessed_kinds(doc: "Doc", language: str) -> list[Kind]:
    kinds: list[Kind] = []
    determined = False
    for token in doc:
        word = without_stress(token.lower_)
        kind = kind_of(word, language, determined)
        if kind is not Kind.NOUN and _is_name(doc, token) and not stop_words(language).stops(word):
            kind = Kind.NOUN
        if kind is Kind.NOUN and kinds and _is_adjective_here(doc, token.i - 1, language):
            kinds[-1] = Kind.ADJECTIVE
        determined = is_determiner(word) or (determined and kind is Kind.ADJECTIVE)
        kinds.append(kind)
    return kinds


def _is_adjective_here(doc: "Doc", index: int, language: str) -> bool:
    """Tell whether a word before a noun is its adjective, though taken for a noun: "de intern"."""
    return kind_of(doc[index].lower_, language) is Kind.ADJECTIVE and not _is_name(doc, doc[index])


def _is_name(doc: "Doc", token: "Token") -> bool:
    """Tell whether a word has a capital that no sentence asks for."""
    return token.text[:1].isupper() and not is_sentence_start(doc, token.i)


def _not_words(doc: "Doc", words: StopWords) -> Iterator[int]:
    """Give the tokens that no phrase may hold: signs, numbers, addresses, filler phrases."""
    covered = [found.span() for found in _PLACEHOLDER.finditer(doc.text)]
    lowered = [without_stress(token.lower_) for token in doc]
    for token in doc:
        fits = len(token) <= LONGEST_WORD and _WORD.fullmatch(token.text)
        is_word = fits and len(_LETTERS.findall(token.text)) > 1
        if not is_word or token.like_url or token.like_email or token.like_num:
            yield token.i
        if any(start <= token.idx < end for start, end in covered):
            yield token.i
        yield from range(token.i, token.i + words.filler_at(lowered, token.i))


def _stretches(doc: "Doc", kinds: list[Kind], joins_nouns: bool) -> Iterator[tuple[int, int]]:
    """Give the longest runs, split between two nouns in a language that joins them."""
    for usable, group in groupby(range(len(doc)), key=lambda i: kinds[i] is not Kind.OTHER):
        indices = list(group)
        start = indices[0]
        for left in indices[:-1] if usable else ():
            new_phrase = kinds[left] is Kind.NOUN and not (
                joins_nouns or (_is_name(doc, doc[left]) and _is_name(doc, doc[left + 1]))
            )
            if new_phrase:
                yield start, left + 1
                start = left + 1
        if usable:
            yield start, indices[-1] + 1


def _trimmed(
    doc: "Doc", kinds: list[Kind], words: StopWords, start: int, end: int
) -> tuple[int, int] | None:
    """Take stop words off both ends, adjectives off the last, and keep the last four words."""

    def stops(index: int) -> bool:
        return words.stops(without_stress(doc[index].lower_))

    while end > start and (kinds[end - 1] is not Kind.NOUN or stops(end - 1)):
        end -= 1
    start = max(start, end - MOST_WORDS)
    while start < end and stops(start):
        start += 1
    return (start, end) if start < end else None


def _parts(start: int, end: int) -> Iterator[Run]:
    yield Run(start, end)
    for first in range(start, end):
        for last in range(first + 1, end + 1):
            if (first, last) != (start, end):
                yield Run(first, last, within=(start, end))


def _says_something(doc: "Doc", run: Run, words: StopWords, language: str, shortest: int) -> bool:
    """Tell whether a phrase is more than one short or empty word."""
    if run.end - run.start > 1:
        return True
    token = doc[run.start]
    letters = len(_LETTERS.findall(token.text))
    return letters >= shortest and _lemma(token, language) not in words.generic


def _lemma(token: "Token", language: str) -> str:
    """Give the lemma looked up, or the tagger's for a word no list holds.

    The lists give one form one lemma always, which is what grouping needs; a small trained
    lemmatizer gives two for "Digitale" and "digitale".
    """
    if token.lemma_ and not is_in_dictionary(token.lower_, language):
        return token.lemma_.lower()
    return noun_lemma(token.text, language)
