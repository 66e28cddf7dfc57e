"""The second pass of a batch: what was found in every part is counted and ranked as one set.

Parts are read one after another and what is counted is whole numbers, so that neither the memory
nor the result depends on how the texts came to be in which part.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from qualkit.language.arrays import rows_of
from qualkit.language.found import Found
from qualkit.language.lexicon import Hashes, Ints
from qualkit.language.ranking import Forms, Ranked, rank
from qualkit.language.scoring import WordScale, word_scale
from qualkit.language.tally import Pieces, Tally, places_in, put_together, tally
from qualkit.language.variants import Spellings, joined, spellings
from qualkit.language.vocabulary import Vocabulary
from qualkit.language.written_forms import WrittenForms
from qualkit.services.batch_parts import Parts

_AT_A_TIME = 2_000_000
"""Phrases of parts that wait to be put together."""


@dataclass(frozen=True, slots=True)
class SetPieces:
    """Where the texts of a set stand, a row each, in order of source and place."""

    part: Ints
    text: Ints
    """Its row in the part."""
    source: Ints
    """The number of its source, from 0, in the order of the set."""
    start: Ints
    """Code points, in the text of the source."""
    line: Ints
    """From 1."""
    speaker: Hashes
    """A key of who says it, 0 where that is not known."""

    def __len__(self) -> int:
        """Count them."""
        return len(self.part)


@dataclass(frozen=True, slots=True)
class PhrasePlaces:
    """Where chosen phrases stand in one part, a row each."""

    rank: Ints
    """The phrase's place in the list, from 1."""
    piece: Ints
    row: Ints
    """The row of the mention in what was found."""


class RankedSet:
    """A set whose parts were read: to be asked for its phrases and where they stand."""

    def __init__(self, parts: Parts, pieces: SetPieces, language: str) -> None:
        """Count what is in the parts."""
        self.pieces = pieces
        self._parts = parts
        order = np.argsort(pieces.part, kind="stable")
        begins = np.flatnonzero(np.diff(pieces.part[order], prepend=-1))
        self._rows = np.split(order, begins[1:]) if len(order) else []
        vocabulary = Vocabulary(language)
        whole = put_together(self._tallies(vocabulary))
        self.words = vocabulary.words
        self.scale: WordScale = word_scale(vocabulary)
        self.spellings: Spellings = spellings(whole, self.scale.lemmas)
        self.tally: Tally = joined(whole, self.spellings)

    def rank(self, top: int) -> tuple[Ranked, ...]:
        """Give the `top` phrases worth noticing, best first."""
        return rank(self.tally, self.scale, self.forms, top)

    def forms(self, keys: Sequence[int]) -> Forms:
        """Tell how some phrases are written, in the whole set."""
        forms = WrittenForms(keys, self.spellings)
        for found, _rows, pieces in self._each():
            rows = forms.mentions(found)
            standing = np.bincount(pieces.text, minlength=len(found.lengths))
            forms.add(found, rows, standing[found.text[rows]])
        return forms.forms()

    def places(self, ranked: Sequence[Ranked]) -> Iterator[tuple[int, Found, PhrasePlaces]]:
        """Give where phrases stand, part after part, each with its number and what it holds."""
        numbers: dict[int, int] = {}
        for number, one in enumerate(ranked, start=1):
            numbers |= dict.fromkeys(self.spellings.of(one.keys), number)
        for found, rows, pieces in self._each():
            known = [numbers.get(key, 0) for key in found.phrase_keys.tolist()]
            ranks: Ints = np.array(known, dtype=np.int64)[found.phrase]
            chosen = np.flatnonzero(ranks)
            at, piece = rows_of(found.text[chosen], pieces.text)
            part, row = int(self.pieces.part[rows[0]]), chosen[at]
            yield part, found, PhrasePlaces(ranks[row], rows[piece], row)

    def _tallies(self, vocabulary: Vocabulary) -> list[Tally]:
        done: list[Tally] = []
        waiting = 0
        for found, _rows, pieces in self._each():
            places = places_in(found, pieces)
            vocabulary.add(found, pieces.text, places)
            done.append(tally(found, pieces, places))
            waiting += len(done[-1])
            if waiting > _AT_A_TIME:
                done, waiting = [put_together(done)], 0
        return done

    def _each(self) -> Iterator[tuple[Found, Ints, Pieces]]:
        """Read part after part, with the rows of its pieces in the set."""
        for rows in self._rows:
            found = self._parts.found(int(self.pieces.part[rows[0]]))
            yield found, rows, Pieces(self.pieces.text[rows], rows, self.pieces.speaker[rows])
