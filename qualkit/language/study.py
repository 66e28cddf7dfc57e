"""A study that has been read: every phrase with its places, and how often every word is said."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

import numpy as np

from qualkit.domain.spans import Span
from qualkit.domain.suggestions import Occurrence, Passage
from qualkit.language.arrays import begins
from qualkit.language.found import Found
from qualkit.language.lexicon import Ints
from qualkit.language.ranking import Forms
from qualkit.language.reading import Reader
from qualkit.language.scoring import WordScale, word_scale
from qualkit.language.tally import Pieces, Places, Tally, places_in, tally
from qualkit.language.variants import Spellings, joined, spellings
from qualkit.language.vocabulary import Vocabulary
from qualkit.language.weights import WEIGHTS, Weights
from qualkit.language.written_forms import WrittenForms

if TYPE_CHECKING:
    from spacy.language import Language


@dataclass(frozen=True, slots=True)
class Study:
    """Passages and what was found in them."""

    passages: tuple[Passage, ...]
    """Each once, in order of source and place."""
    found: Found
    pieces: Pieces
    places: Places
    scale: WordScale
    spellings: Spellings

    def tally(self, places: Places) -> Tally:
        """Count the phrases of some places, every spelling of a phrase under one."""
        return joined(tally(self.found, self.pieces, places), self.spellings)

    def forms(self, places: Places, keys: Sequence[int]) -> Forms:
        """Tell how some phrases are written."""
        forms = WrittenForms(keys, self.spellings)
        wanted = np.zeros(len(self.found.text), dtype=np.bool_)
        wanted[forms.mentions(self.found)] = True
        rows = places.row[wanted[places.row]]
        forms.add(self.found, rows, np.ones(len(rows), dtype=np.int64))
        return forms.forms()

    def occurrences(self, places: Places, keys: Sequence[int]) -> tuple[Occurrence, ...]:
        """Give where a phrase stands, by all its keys, in order of source and place."""
        phrases = np.flatnonzero(np.isin(self.found.phrase_keys, self.spellings.of(keys)))
        here = places.where(np.isin(self.found.phrase[places.row], phrases))
        found = []
        for row, piece in zip(here.row.tolist(), here.piece.tolist(), strict=True):
            passage, begin = self.passages[piece], self.passages[piece].span.start
            span = Span(begin + int(self.found.start[row]), begin + int(self.found.end[row]))
            found.append(Occurrence(passage.source_id, span))
        return tuple(sorted(found, key=lambda each: (each.source_id, each.span)))


def read_study(
    nlp: "Language",
    passages: Sequence[Passage],
    language: str,
    progress: Callable[[int], None] | None = None,
    weights: Weights = WEIGHTS,
) -> Study:
    """Read all passages; their order and the size of a batch make no difference.

    `progress` is called with the number of passages done, at the end of each batch.
    """
    ordered = tuple(
        sorted(set(passages), key=lambda p: (p.source_id, p.span, p.text, p.speaker_key))
    )
    found = Reader(nlp, language).read([passage.text for passage in ordered], progress)
    numbers = np.arange(len(ordered))
    speakers = [speaker_number(passage.speaker_key) for passage in ordered]
    pieces = Pieces(numbers, numbers, np.array(speakers, dtype=np.uint64))
    places = _once_each(places_in(found, pieces), found, ordered)
    vocabulary = Vocabulary(language)
    vocabulary.add(found, numbers, places)
    scale = word_scale(vocabulary, weights)
    other = spellings(tally(found, pieces, places), scale.lemmas)
    return Study(ordered, found, pieces, places, scale, other)


def speaker_number(key: str) -> int:
    """Give a number by which a speaker is known in any part of a set; 0 for nobody known."""
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "little") if key else 0


def _once_each(places: Places, found: Found, passages: Sequence[Passage]) -> Places:
    """Give each place of a phrase once, where passages overlap."""
    names = sorted({passage.source_id for passage in passages})
    numbers = {name: number for number, name in enumerate(names)}
    sources = np.array([numbers[p.source_id] for p in passages], dtype=np.int64)[places.piece]
    begin: Ints = np.array([p.span.start for p in passages], dtype=np.int64)[places.piece]
    start, end = begin + found.start[places.row], begin + found.end[places.row]
    by = (found.phrase[places.row], sources, start, end)
    order = np.lexsort(by[::-1])
    once = order[begins(*(column[order] for column in by))]
    return Places(places.row[once], places.piece[once])
