"""Which phrases of a batch could give somebody away, for their file to tell the kind instead."""

from collections.abc import Callable, Sequence
from functools import lru_cache

import numpy as np

from qualkit.analysis.identifiers.marks import FIGURE_RULES, apart, marks_in
from qualkit.analysis.identifiers.phrases import telling
from qualkit.domain.replacements import IdentifierKind
from qualkit.domain.spans import Span
from qualkit.language.found import Found
from qualkit.language.frequencies import is_compound
from qualkit.language.lexicon import Ints
from qualkit.language.wordforms import LONGEST_WORD, is_in_dictionary

KINDS = tuple(IdentifierKind)
"""The kind with number n in a mask is the one at n - 1; 0 is no identifier."""

_SHARE = 0.5
_SHARE_OF_NAME = 0.1
"""Of its places that must be masked before a phrase is, or one with a word that nobody uses."""

_PART_OF_NO_NAME = 4
"""Letters in both parts of a compound, at least; shorter ones make names: "Jansen"."""


def mention_masks(found: Found, texts: Sequence[str], language: str) -> Ints:
    """Give for each mention the number of the kind that it is or has words of; 0 for most."""
    is_word = _is_word(language)
    looks = [telling(phrase, is_word) for phrase in found.surfaces]
    masks = np.zeros(len(found.text), dtype=np.int64)
    worth = np.array([look is not None for look in looks], dtype=np.bool_)
    rows = np.flatnonzero(worth[found.surface]) if len(masks) else masks
    with_figures = set[int]()
    for row in rows.tolist():
        look, number = looks[found.surface[row]], int(found.text[row])
        assert look is not None, "a phrase that tells nothing is not looked at"
        if look.figures:
            with_figures.add(number)
        span = Span(int(found.start[row]), int(found.end[row]))
        kind = look.kind_in(texts[number], span, bool(found.opens[row]))
        if kind:
            masks[row] = KINDS.index(kind) + 1
    for number in sorted(with_figures):
        _mask_figures(found, texts[number], number, masks)
    return masks


def mask_of_phrase(masks: Ints, lemma: str, language: str) -> int:
    """Give the number of the kind for a whole phrase, from those of all its places; 0 for none.

    It is masked where half of its places are, or a tenth when it has a word that nobody uses: a
    name does not tell each time that it is one, and a new word stands beside a name now and then.
    Of a phrase that is not, no place that is masked may be told: beside its words, it would be
    known.
    """
    counts = np.bincount(masks, minlength=len(KINDS) + 1)[1:]
    if not counts.any():
        return 0
    is_word = _is_word(language)
    usual = all(is_word(word) for word in lemma.split())
    share = (_SHARE if usual else _SHARE_OF_NAME) * len(masks)
    return int(counts.argmax()) + 1 if counts.sum() >= share else 0


def _mask_figures(found: Found, text: str, number: int, masks: Ints) -> None:
    """Mask mentions in one text that share words with a number, date, age or address."""
    first, last = np.searchsorted(found.text, [number, number + 1])
    here = slice(int(first), int(last))
    for mark in apart(marks_in(text, FIGURE_RULES)):
        shared = (found.start[here] < mark.span.end) & (found.end[here] > mark.span.start)
        masks[here][shared & (masks[here] == 0)] = KINDS.index(mark.kind) + 1


@lru_cache(4)
def _is_word(language: str) -> Callable[[str], bool]:
    @lru_cache(1 << 17)
    def is_word(word: str) -> bool:
        return (
            is_in_dictionary(word, language)
            or is_compound(word, language, _PART_OF_NO_NAME)
            or any(_is_joined(word, cut, language) for cut in _cuts(word))
        )

    return is_word


def _cuts(word: str) -> range:
    """Give where a word may be two; a very long one is not taken apart."""
    return range(_PART_OF_NO_NAME, min(len(word), LONGEST_WORD) - _PART_OF_NO_NAME + 1)


def _is_joined(word: str, cut: int, language: str) -> bool:
    """Tell whether two words are joined with an s: "storingskans"."""
    first, second = word[:cut], word[cut:]
    return (
        first.endswith("s")
        and is_in_dictionary(first[:-1], language)
        and is_in_dictionary(second, language)
    )
