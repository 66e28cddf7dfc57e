"""Phrases counted: all that is needed to weigh them, put together from any number of parts.

Everything in a tally is a whole number, so that it makes no difference in which order parts are
put together.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from qualkit.language.arrays import begins, rows_of
from qualkit.language.found import WIDTH, Found
from qualkit.language.lexicon import Bools, Hashes, Ints
from qualkit.language.mentions import Shape

_NOWHERE = np.uint64(0xFFFFFFFFFFFFFFFF)

PLACE_UNIT = 1_000_000
"""Places in a text are counted in millionths of its length."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """The texts of a set as they stand in it; one text may stand in several places."""

    text: Ints
    """The row of each in what was found."""
    order: Ints
    """Its number in the order of source and place, in the whole set."""
    speaker: Hashes
    """A key of who says it, 0 where that is not known."""


@dataclass(frozen=True, slots=True)
class Places:
    """Mentions as they stand in the set: one found once stands wherever its text does."""

    row: Ints
    """The row of the mention in what was found."""
    piece: Ints
    """The row of the piece."""

    def where(self, keep: Bools) -> "Places":
        """Give some of them."""
        return Places(self.row[keep], self.piece[keep])


@dataclass(frozen=True, slots=True)
class Tally:
    """Phrases of a set, a row each, in order of their keys."""

    key: Hashes
    lemmas: Hashes
    """The keys of its lemmas, a row of `WIDTH`, zeros where there is none."""
    shapes: Ints
    """How often it is made of each `Shape`, a row of them."""
    times: Ints
    alone: Ints
    """How often it stands outside a longer phrase."""
    outer_low: Hashes
    """The lowest and highest key of the longer phrases it is in: two of them are enough to know."""
    outer_high: Hashes
    place: Ints
    """Where in its texts it stands (`PLACE_UNIT`), summed up."""
    first_piece: Ints
    """Where it first stands: the number of the piece, and code points in it."""
    first_start: Ints
    said_key: Hashes
    """Who says what, each pair once, in order: the phrase, and the speaker."""
    said_by: Hashes

    def __len__(self) -> int:
        """Count the phrases."""
        return len(self.key)

    @property
    def shape(self) -> Ints:
        """What each phrase is most often made of: a number of `Shape`."""
        shape: Ints = self.shapes.argmax(axis=1)
        return shape

    def speakers(self) -> Ints:
        """Count those who say each phrase; nobody counts where it is not known who speaks."""
        first = np.searchsorted(self.said_key, self.key, "left")
        counted: Ints = np.searchsorted(self.said_key, self.key, "right") - first
        return counted

    def speakers_of(self, keys: Sequence[int]) -> int:
        """Count those who say any of some phrases."""
        wanted = np.array(keys, dtype=np.uint64)
        rows, _ = rows_of(self.said_key, wanted)
        return len(np.unique(self.said_by[rows]))


def places_in(found: Found, pieces: Pieces) -> Places:
    """Give every place of every phrase."""
    return Places(*rows_of(found.text, pieces.text))


def tally(found: Found, pieces: Pieces, places: Places) -> Tally:
    """Count the phrases of some places, which are in order of piece and start for each phrase."""
    phrase, piece = found.phrase[places.row], pieces.order[places.piece]
    start, outer = found.start[places.row], found.outer[places.row]
    length = np.maximum(1, found.lengths[found.text[places.row]])
    order = np.argsort(phrase, kind="stable")
    # Numbers of phrases first, which are in order of their keys; keys and lemmas once each.
    single = Tally(
        key=phrase.astype(np.uint64),
        lemmas=np.zeros((len(phrase), 0), dtype=np.uint64),
        shapes=np.eye(len(Shape), dtype=np.int64)[found.shape[places.row]],
        times=np.ones(len(phrase), dtype=np.int64),
        alone=(outer == 0).astype(np.int64),
        outer_low=np.where(outer > 0, outer, _NOWHERE),
        outer_high=outer,
        place=start * PLACE_UNIT // length,
        first_piece=piece,
        first_start=start,
        said_key=np.zeros(0, dtype=np.uint64),
        said_by=np.zeros(0, dtype=np.uint64),
    )
    summed = _summed(single, order, *_said(found, pieces, places))
    row = summed.key.astype(np.int64)
    lemma_keys = np.append(found.lemma_keys, np.uint64(0))
    return replace(summed, key=found.phrase_keys[row], lemmas=lemma_keys[found.phrases[row]])


def _said(found: Found, pieces: Pieces, places: Places) -> tuple[Hashes, Hashes]:
    """Give each pair of a phrase and a known speaker once, in order."""
    speakers, number = np.unique(pieces.speaker, return_inverse=True)
    pair = found.phrase[places.row] * len(speakers) + number[places.piece]
    known = np.unique(pair[pieces.speaker[places.piece] > 0])
    return found.phrase_keys[known // len(speakers)], speakers[known % len(speakers)]


def put_together(tallies: Iterable[Tally]) -> Tally:
    """Give the tally of several parts of a set, or of a tally whose phrases were joined."""
    parts = list(tallies)
    whole = Tally(
        *(
            np.concatenate([_none(field.name), *(getattr(part, field.name) for part in parts)])
            for field in fields(Tally)
        )
    )
    order = np.lexsort((whole.first_start, whole.first_piece, whole.key))
    return _summed(whole, order, *_pairs(whole.said_key, whole.said_by))


def _none(name: str) -> NDArray[Any]:
    if name == "lemmas":
        return np.zeros((0, WIDTH), dtype=np.uint64)
    if name == "shapes":
        return np.zeros((0, len(Shape)), dtype=np.int64)
    hashes = ("key", "outer_low", "outer_high", "said_key", "said_by")
    return np.zeros(0, dtype=np.uint64 if name in hashes else np.int64)


def _summed(rows: Tally, order: Ints, said_key: Hashes, said_by: Hashes) -> Tally:
    """Make one row of the rows of each phrase, which `order` puts together, the first first."""
    key = rows.key[order]
    if not len(key):
        return rows
    starts = np.flatnonzero(begins(key))
    first = order[starts]
    return Tally(
        key=rows.key[first],
        lemmas=rows.lemmas[first],
        shapes=np.add.reduceat(rows.shapes[order], starts),
        times=np.add.reduceat(rows.times[order], starts),
        alone=np.add.reduceat(rows.alone[order], starts),
        outer_low=np.minimum.reduceat(rows.outer_low[order], starts),
        outer_high=np.maximum.reduceat(rows.outer_high[order], starts),
        place=np.add.reduceat(rows.place[order], starts),
        first_piece=rows.first_piece[first],
        first_start=rows.first_start[first],
        said_key=said_key,
        said_by=said_by,
    )


def _pairs(keys: Hashes, speakers: Hashes) -> tuple[Hashes, Hashes]:
    """Give each pair of a phrase and a speaker once, in order."""
    order = np.lexsort((speakers, keys))
    keys, speakers = keys[order], speakers[order]
    new = begins(keys, speakers)
    return keys[new], speakers[new]
