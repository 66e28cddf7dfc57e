"""One idea spelled in several ways: with and without a hyphen, as a compound or as a phrase."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from rapidfuzz import fuzz, process

from qualkit.language.lexicon import Ints, Lexicon
from qualkit.language.mentions import WIDTH, Mentions, Shape, key_of
from qualkit.language.weights import SAME_SPELLING

_LINKS = ("", "s", "en", "e", "n", "-")
"""What stands between the parts of a Dutch compound: "capaciteit-s-tekort"."""


def join_spellings(mentions: Mentions, lexicon: Lexicon) -> Mentions:
    """Count every spelling of a phrase under one.

    "tekort aan capaciteit" goes with "capaciteitstekort", "OSINT rechercheur" and
    "OSINT-rechercheur" with each other, where both are in the text.
    """
    if not len(mentions):
        return mentions
    _, first, back = np.unique(mentions.key, return_index=True, return_inverse=True)
    rows = mentions.words[first]
    target = _targets(rows, mentions.shape[first], lexicon)
    if not target:
        return mentions
    bases = np.zeros(len(rows), dtype=np.int64)
    bases[list(target)] = list(target.values())
    moved = bases[back] > 0
    words = mentions.words.copy()
    words[moved] = 0
    words[moved, 0] = bases[back][moved]
    shape, key, is_variant = mentions.shape.copy(), mentions.key.copy(), mentions.is_variant.copy()
    shape[moved], is_variant[moved] = Shape.RUN, 1
    key[moved] = key_of(words[moved])
    return Mentions(
        words,
        key,
        mentions.outer,
        shape,
        mentions.passage,
        mentions.start,
        mentions.end,
        is_variant,
    )


def slips(words: Sequence[str], unknown: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Give the unknown words that are nearly a known one: pairs of their numbers.

    A word in the lists is never taken for another, however near: "politiezaak", "politietaak".
    """
    strange = [number for number, is_strange in enumerate(unknown) if is_strange]
    known = [number for number, is_strange in enumerate(unknown) if not is_strange]
    if not strange or not known:
        return
    scores = process.cdist(
        [words[n] for n in strange],
        [words[n] for n in known],
        scorer=fuzz.ratio,
        score_cutoff=SAME_SPELLING,
    )
    for row, number in enumerate(strange):
        best = int(scores[row].argmax())
        if scores[row, best] >= SAME_SPELLING:
            yield number, known[best]


def _targets(rows: Ints, shapes: Ints, lexicon: Lexicon) -> dict[int, int]:
    """Give for the phrases that are spelled as one word elsewhere the number of that word."""
    used = set(rows[rows[:, 1:].sum(axis=1) == 0, 0].tolist())
    lengths = (rows > 0).sum(axis=1)
    found: dict[int, int] = {}
    several = np.flatnonzero((lengths == 2) & (shapes == Shape.RUN) | (shapes == Shape.TERM))
    for number in several.tolist():
        base = _known(_as_one_word(rows[number].tolist(), lexicon.bases), lexicon, used)
        if base:
            found[number] = base
    for number in np.flatnonzero(lengths == 1).tolist():
        word = lexicon.bases[int(rows[number, 0])]
        if "-" in word:
            base = _known([word.replace("-", "")], lexicon, used)
            if base:
                found[number] = base
    return found


def _known(words: Iterable[str], lexicon: Lexicon, used: set[int]) -> int:
    for word in words:
        base = lexicon.number_of(word)
        if base in used:
            return base
    return 0


def _as_one_word(row: list[int], bases: Sequence[str]) -> list[str]:
    """Give the compounds that say the same as two words, or as noun, preposition and noun."""
    words = [bases[number] for number in row if number]
    first, last = (words[0], words[1]) if len(words) == 2 else (words[-1], words[0])
    if len(words) not in (2, WIDTH // 2):
        return []
    links = ("", "-") if len(words) == 2 else _LINKS
    return [f"{first}{link}{last}" for link in links]
