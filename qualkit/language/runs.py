"""Runs of words that may be a phrase, found in arrays.

A run is a row of adjectives and nouns or names that ends in a noun or name: the maximal runs of a
tagger have in them what a parser's noun chunks have (KEYPHRASES). In a language that writes
compounds as one word, two nouns in a row are two phrases unless both are names.
"""

from dataclasses import dataclass

import numpy as np

from qualkit.language.columns import Columns
from qualkit.language.forms import Role
from qualkit.language.lexicon import Bools, Ints, Lexicon
from qualkit.language.pipeline import language_code
from qualkit.language.wordforms import COMPOUNDING

MOST_WORDS = 4
"""The longest run; of a longer one the last words are taken, for there the head is."""


@dataclass(frozen=True, slots=True)
class Runs:
    """Runs of words `[first, end)`, in order; no two overlap."""

    first: Ints
    end: Ints

    def where(self, keep: Bools) -> "Runs":
        """Give some of them."""
        return Runs(self.first[keep], self.end[keep])

    def __len__(self) -> int:
        """Count them."""
        return len(self.first)


@dataclass(frozen=True, slots=True)
class Parts:
    """Runs within runs."""

    runs: Runs
    outer: Ints
    """The number of the run each is a part of."""


def noun_runs(columns: Columns, lexicon: Lexicon) -> Runs:
    """Give the longest runs, without stop words at their ends."""
    found = _split(columns, language_code(lexicon.language) in COMPOUNDING)
    stops = lexicon.flags("stops")[columns.form]
    heads = is_head(columns.role)
    end = found.end.copy()
    for _ in range(MOST_WORDS):
        end -= (end > found.first) & (stops[end - 1] | ~heads[end - 1])
    first = np.maximum(found.first, end - MOST_WORDS)
    for _ in range(MOST_WORDS):
        first += (first < end) & stops[np.minimum(first, len(stops) - 1)]
    return Runs(first, end).where(first < end)


def single_adjectives(columns: Columns, lexicon: Lexicon) -> Runs:
    """Give the adjectives that stand before no noun and are not everyday ones: "laagdrempelig"."""
    usable = columns.role == Role.ADJECTIVE
    usable &= ~(lexicon.flags("is_empty") | lexicon.flags("stops"))[columns.form]
    nominal = is_nominal(columns.role)
    usable[:-1] &= ~nominal[1:]
    first = np.flatnonzero(usable)
    return Runs(first, first + 1)


def parts_of(runs: Runs, columns: Columns, lexicon: Lexicon) -> Parts:
    """Give the shorter runs within longer ones, so that a word counts wherever it stands."""
    stops = lexicon.flags("stops")[columns.form]
    heads = is_head(columns.role)
    length = runs.end - runs.first
    firsts, ends, outers = [], [], []
    for start in range(MOST_WORDS):
        for stop in range(start + 1, MOST_WORDS + 1):
            outer = np.flatnonzero((length >= stop) & (length > stop - start))
            first, end = runs.first[outer] + start, runs.first[outer] + stop
            fits = heads[end - 1] & ~stops[end - 1] & ~stops[first]
            firsts.append(first[fits])
            ends.append(end[fits])
            outers.append(outer[fits])
    return Parts(Runs(np.concatenate(firsts), np.concatenate(ends)), np.concatenate(outers))


def says_something(runs: Runs, columns: Columns, lexicon: Lexicon) -> Bools:
    """Tell which runs are more than one short or empty word."""
    empty = lexicon.flags("is_empty")[columns.form]
    several: Bools = runs.end - runs.first > 1
    return several | ~empty[runs.first]


def is_nominal(role: Ints) -> Bools:
    """Tell which words may be in a run."""
    nominal: Bools = (role >= Role.ADJECTIVE) & (role <= Role.NAME)
    return nominal


def is_head(role: Ints) -> Bools:
    """Tell in which words a run may end."""
    heads: Bools = (role == Role.NOUN) | (role == Role.NAME)
    return heads


def _split(columns: Columns, compounding: bool) -> Runs:
    """Give the longest rows of adjectives and nouns, cut where a new phrase begins."""
    role = columns.role
    nominal, heads = is_nominal(role), is_head(role)
    new = ~heads[1:] | (role[1:] == Role.ADJECTIVE)
    if compounding:
        names = role == Role.NAME
        new = ~(names[:-1] & names[1:])
    begins = nominal.copy()
    begins[1:] &= ~nominal[:-1] | (heads[:-1] & new)
    stops = nominal.copy()
    stops[:-1] &= ~nominal[1:] | begins[1:]
    return Runs(np.flatnonzero(begins), np.flatnonzero(stops) + 1)
