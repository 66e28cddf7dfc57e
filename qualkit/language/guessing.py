"""Kinds of words guessed by look-up, for text that no tagger has read (tier "basic").

A phrase is then a run of words between stop words (RAKE: Rose, Engel, Cramer and Cowley 2010), with
the kind of each word guessed from its form and what stands before it.
"""

from typing import TYPE_CHECKING

from qualkit.language.forms import LETTERS
from qualkit.language.lexicon import Lexicon
from qualkit.language.stopwords import stop_words
from qualkit.language.wordforms import Kind, is_determiner, kind_of, without_stress

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SENTENCE_ENDS = frozenset({".", "!", "?", "…", "...", ":"})


def guessed_forms(doc: "Doc", lexicon: Lexicon) -> list[int]:
    """Give the number of the form of each word."""
    kinds = _guessed_kinds(doc, lexicon.language)
    return [
        lexicon.form_of_guess(token.text, Kind.OTHER if _is_address(token) else kind, is_name)
        for token, (kind, is_name) in zip(doc, kinds, strict=True)
    ]


def is_sentence_start(doc: "Doc", index: int) -> bool:
    """Tell whether no word comes before this one in its sentence."""
    while index > 0 and not LETTERS.search(doc[index - 1].text):
        if doc[index - 1].text in SENTENCE_ENDS or doc[index - 1].is_space:
            return True
        index -= 1
    return index == 0


def _guessed_kinds(doc: "Doc", language: str) -> list[tuple[Kind, bool]]:
    kinds: list[tuple[Kind, bool]] = []
    determined = False
    for token in doc:
        word = without_stress(token.lower_)
        kind = kind_of(word, language, determined)
        is_name = _is_name(doc, token)
        if kind is not Kind.NOUN and is_name and not stop_words(language).stops(word):
            kind = Kind.NOUN
        if kind is Kind.NOUN and kinds and _is_adjective_here(doc, token.i - 1, language):
            kinds[-1] = Kind.ADJECTIVE, False
        determined = is_determiner(word) or (determined and kind is Kind.ADJECTIVE)
        kinds.append((kind, is_name and kind is Kind.NOUN))
    return kinds


def _is_adjective_here(doc: "Doc", index: int, language: str) -> bool:
    """Tell whether a word before a noun is its adjective, though taken for a noun: "de intern"."""
    return kind_of(doc[index].lower_, language) is Kind.ADJECTIVE and not _is_name(doc, doc[index])


def _is_name(doc: "Doc", token: "Token") -> bool:
    """Tell whether a word has a capital that no sentence asks for."""
    return token.text[:1].isupper() and not is_sentence_start(doc, token.i)


def _is_address(token: "Token") -> bool:
    return bool(token.like_url or token.like_email or token.like_num)
