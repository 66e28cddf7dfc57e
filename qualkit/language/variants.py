"""One idea spelled in several ways: with and without a hyphen, as a compound or as a phrase."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from rapidfuzz import fuzz, process

from qualkit.language.arrays import standing
from qualkit.language.found import WIDTH
from qualkit.language.lexicon import Bools, Hashes, Ints
from qualkit.language.mentions import Shape
from qualkit.language.tally import Tally, put_together
from qualkit.language.vocabulary import Lemmas
from qualkit.language.weights import SAME_SPELLING

_LINKS = ("", "s", "en", "e", "n", "-")
"""What stands between the parts of a Dutch compound: "capaciteit-s-tekort"."""


@dataclass(frozen=True, slots=True)
class Spellings:
    """Phrases that are another spelling of a word of the same set, in order of their keys."""

    keys: Hashes
    meant: Hashes
    """The key of the phrase that each is counted under."""
    lemma: Hashes
    """The key of its lemma; it has only one."""

    def are(self, keys: Hashes) -> tuple[Bools, Ints]:
        """Tell which phrases are another spelling, and the row here of those that are."""
        return standing(self.keys, keys)

    def of(self, keys: Iterable[int]) -> tuple[int, ...]:
        """Give some phrases with all their other spellings."""
        own = np.array(sorted(keys), dtype=np.uint64)
        others = self.keys[np.isin(self.meant, own)]
        return (*own.tolist(), *others.tolist())


def spellings(tally: Tally, lemmas: Lemmas) -> Spellings:
    """Find which phrases are another spelling of a word.

    "tekort aan capaciteit" goes with "capaciteitstekort", "OSINT rechercheur" and
    "OSINT-rechercheur" with each other, where both are in the text.
    """
    rows = lemmas.rows(tally.lemmas)
    found = sorted(_targets(rows, tally.shape, lemmas).items())
    other = np.array([phrase for phrase, _single in found], dtype=np.int64)
    single = np.array([single for _phrase, single in found], dtype=np.int64)
    return Spellings(tally.key[other], tally.key[single], tally.lemmas[single, 0])


def joined(tally: Tally, other: Spellings) -> Tally:
    """Count every spelling of a phrase under one."""
    moved, rows = other.are(tally.key)
    if not len(rows):
        return tally
    key, lemmas, shapes = tally.key.copy(), tally.lemmas.copy(), tally.shapes.copy()
    key[moved] = other.meant[rows]
    shapes[moved] = 0
    shapes[moved, Shape.RUN] = tally.times[moved]
    lemmas[moved] = 0
    lemmas[moved, 0] = other.lemma[rows]
    said_key = tally.said_key.copy()
    moved, rows = other.are(said_key)
    said_key[moved] = other.meant[rows]
    return put_together([replace(tally, key=key, lemmas=lemmas, shapes=shapes, said_key=said_key)])


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


def _targets(rows: Ints, shapes: Ints, lemmas: Lemmas) -> dict[int, int]:
    """Give for the phrases that are spelled as one word elsewhere the phrase of that word."""
    lengths = (rows > 0).sum(axis=1)
    alone = np.flatnonzero(lengths == 1).tolist()
    single = {
        lemmas.words[row]: phrase
        for phrase, row in zip(alone, rows[alone].max(axis=1).tolist(), strict=True)
    }
    found: dict[int, int] = {}
    several = np.flatnonzero((lengths == 2) & (shapes == Shape.RUN) | (shapes == Shape.TERM))
    for phrase, row in zip(several.tolist(), rows[several].tolist(), strict=True):
        words = [lemmas.words[number] for number in row if number]
        meant = _first_known(_as_one_word(words), single)
        if meant is not None:
            found[phrase] = meant
    for word, phrase in single.items():
        if "-" in word and (whole := single.get(word.replace("-", ""))) is not None:
            found[phrase] = whole
    return found


def _first_known(words: Iterable[str], single: dict[str, int]) -> int | None:
    return next((single[word] for word in words if word in single), None)


def _as_one_word(words: Sequence[str]) -> Iterable[str]:
    """Give the compounds that say the same as two words, or as noun, preposition and noun."""
    if len(words) == 2:
        return (f"{words[0]}{link}{words[1]}" for link in ("", "-"))
    if len(words) == WIDTH // 2:
        return (f"{words[-1]}{link}{words[0]}" for link in _LINKS)
    return ()
