"""Every place where a phrase stands, in arrays: nothing here is a string yet."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from enum import IntEnum

import numpy as np

from qualkit.language.columns import Columns
from qualkit.language.found import WIDTH
from qualkit.language.lexicon import Hashes, Ints, Lexicon
from qualkit.language.phrases import Actions, Terms, actions, terms, verbs
from qualkit.language.runs import (
    Runs,
    noun_runs,
    parts_of,
    says_something,
    single_adjectives,
)

_MIXER = np.uint64(0x9E3779B97F4A7C15)


class Shape(IntEnum):
    """What a phrase is made of."""

    RUN = 0
    TERM = 1
    """Noun, preposition, noun."""
    ACTION = 2
    """An object without an article and its verb: "prioriteiten stellen"."""
    LOOSE_ACTION = 3
    """Any other object and its verb: "de bank gebeld"."""
    VERB = 4
    SEPARABLE = 5
    """A verb with its particle apart: "haakt af"."""
    ADJECTIVE = 6


@dataclass(frozen=True, slots=True)
class Mentions:
    """Places where phrases stand, a row each."""

    words: Ints
    """The numbers of the lemmas of the phrase, a row of `WIDTH`, zeros where there is none."""
    key: Hashes
    """One number for those lemmas, the same in every lexicon: by it, forms are one phrase."""
    outer: Hashes
    """The key of the longer phrase it stands in; 0 when it stands on its own."""
    shape: Ints
    passage: Ints
    start: Ints
    """Where it begins and ends in its passage: code points, half-open."""
    end: Ints

    def __len__(self) -> int:
        """Count them."""
        return len(self.key)

    def take(self, rows: Ints) -> "Mentions":
        """Give some of them, in the order asked for."""
        return Mentions(*(getattr(self, field.name)[rows] for field in fields(self)))


def join(parts: Sequence[Mentions]) -> Mentions:
    """Put mentions together."""
    if not parts:
        none = np.zeros(0, dtype=np.int64)
        keys = np.zeros(0, dtype=np.uint64)
        return Mentions(np.zeros((0, WIDTH), np.int64), keys, keys, none, none, none, none)
    return Mentions(
        *(
            np.concatenate([getattr(part, field.name) for part in parts])
            for field in fields(Mentions)
        )
    )


def mentions_in(columns: Columns, lexicon: Lexicon) -> Mentions:
    """Give every phrase in some columns."""
    runs = noun_runs(columns, lexicon)
    joined = terms(runs, columns, lexicon)
    in_terms = _terms(joined, runs, columns, lexicon)
    outer = np.zeros(len(runs), dtype=np.uint64)
    outer[joined.head] = outer[joined.rest] = in_terms.key
    parts = parts_of(runs, columns, lexicon)
    inner = _runs(
        parts.runs, columns, lexicon, Shape.RUN, _words(runs, columns, lexicon)[1][parts.outer]
    )
    found = [_runs(runs, columns, lexicon, Shape.RUN, outer), inner, in_terms]
    if columns.tagged:
        found.append(_actions(actions(runs, columns, lexicon), runs, columns, lexicon))
        found.append(_verbs(columns, lexicon))
        alone = single_adjectives(columns, lexicon)
        none = np.zeros(len(alone), dtype=np.uint64)
        found.append(_runs(alone, columns, lexicon, Shape.ADJECTIVE, none))
    return join(found)


def _runs(runs: Runs, columns: Columns, lexicon: Lexicon, shape: Shape, outer: Hashes) -> Mentions:
    keep = says_something(runs, columns, lexicon)
    kept = runs.where(keep)
    words, key = _words(kept, columns, lexicon)
    shapes = np.full(len(kept), shape, dtype=np.int64)
    return _placed(words, key, outer[keep], shapes, kept, columns)


def _terms(found: Terms, runs: Runs, columns: Columns, lexicon: Lexicon) -> Mentions:
    base = lexicon.column("base")[columns.form]
    head, rest = _at(runs, found.head), _at(runs, found.rest)
    words = np.concatenate(
        [
            _words(head, columns, lexicon)[0][:, :2],
            base[found.preposition][:, None],
            _words(rest, columns, lexicon)[0][:, :3],
        ],
        axis=1,
    )
    shapes = np.full(len(words), Shape.TERM)
    return _whole(words, shapes, Runs(head.first, rest.end), columns, lexicon)


def _actions(found: Actions, runs: Runs, columns: Columns, lexicon: Lexicon) -> Mentions:
    base = lexicon.column("base")[columns.form]
    objects = _at(runs, found.object)
    words = _words(objects, columns, lexicon)[0]
    words[:, WIDTH - 1] = base[found.verb]
    place = Runs(np.minimum(objects.first, found.verb), np.maximum(objects.end, found.verb + 1))
    shapes = np.where(found.is_bare, Shape.ACTION, Shape.LOOSE_ACTION)
    return _whole(words, shapes, place, columns, lexicon)


def _verbs(columns: Columns, lexicon: Lexicon) -> Mentions:
    found = verbs(columns, lexicon)
    words = np.zeros((len(found.base), WIDTH), dtype=np.int64)
    words[:, 0] = found.base
    shapes = np.where(found.is_separable, Shape.SEPARABLE, Shape.VERB)
    return _whole(words, shapes, Runs(found.first, found.end), columns, lexicon)


def _whole(words: Ints, shapes: Ints, place: Runs, columns: Columns, lexicon: Lexicon) -> Mentions:
    key = key_of(lexicon.keys()[words])
    return _placed(
        words, key, np.zeros(len(key), np.uint64), shapes.astype(np.int64), place, columns
    )


def _placed(
    words: Ints, key: Hashes, outer: Hashes, shapes: Ints, place: Runs, columns: Columns
) -> Mentions:
    return Mentions(
        words=words,
        key=key,
        outer=outer,
        shape=shapes,
        passage=columns.passage[place.first],
        start=columns.start[place.first],
        end=columns.end[place.end - 1],
    )


def _at(runs: Runs, numbers: Ints) -> Runs:
    return Runs(runs.first[numbers], runs.end[numbers])


def _words(runs: Runs, columns: Columns, lexicon: Lexicon) -> tuple[Ints, Hashes]:
    """Give the lemmas of each run, in a row, and their key."""
    base = lexicon.column("base")[columns.form]
    places = runs.first[:, None] + np.arange(WIDTH)
    inside = places < runs.end[:, None]
    words = np.where(inside, base[np.minimum(places, len(base) - 1)], 0)
    return words, key_of(lexicon.keys()[words])


def key_of(lemmas: Hashes) -> Hashes:
    """Give one number for a row of keys of lemmas, whatever zeros stand between them."""
    key = np.zeros(len(lemmas), dtype=np.uint64)
    for column in lemmas.T:
        key = np.where(column > 0, (key + column) * _MIXER, key)
    return key
