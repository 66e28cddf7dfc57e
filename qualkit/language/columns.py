"""The words of many texts as columns of integers, so that no phrase needs a token object."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from qualkit.language.forms import Role
from qualkit.language.guessing import guessed_forms
from qualkit.language.lexicon import FILLER_BASE, Bools, Hashes, Ints, Lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc

_ATTRIBUTES = ("ORTH", "LEMMA", "POS", "MORPH", "IDX", "LENGTH")
_MIXERS = np.array(
    [0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93],
    dtype=np.uint64,
)
"""Large odd numbers, which spread hashes that are added up."""

_PLACEHOLDER = re.compile(
    r"\[[^\[\]\n]{0,60}\]"
    r"|\((?:denkt|kijkt|knikt|korte|lacht|lachend|onverstaanbaar|pauze|stilte|valt|zoekt|zucht"
    r"|inaudible|laughs|laughing|nods|pause|sighs|silence)\b[^()\n]{0,40}\)"
)
"""Something put in for the reader, such as [naam] or (lacht): not the speaker's words."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Words of several texts one after another, with a row of zeros after each text."""

    form: Ints
    """The number of each word's form in the lexicon."""
    role: Ints
    """What each word can do in a phrase (`Role`)."""
    start: Ints
    """Where it begins and ends in its passage: code points, half-open."""
    end: Ints
    passage: Ints
    """The number of its passage."""
    tagged: bool
    """A tagger has read it."""


@dataclass(frozen=True, slots=True)
class Read:
    """One `Doc`, with where it belongs."""

    doc: "Doc"
    passage: int
    offset: int
    """Where the `Doc` begins in its passage, in code points."""
    text: str
    """Its text; `Doc.text` would be put together anew from all words each time."""


def columns_of(read: Sequence[Read], lexicon: Lexicon) -> Columns:
    """Give the words of some `Doc`s, all tagged or all not, as columns."""
    rows = [_rows(one.doc) for one in read]
    table = np.concatenate(rows)
    # `Doc.has_annotation` would go through all words.
    tagged = bool(table[:, 2].any())
    sizes = np.array([len(part) for part in rows])
    offsets = np.repeat(np.array([one.offset for one in read], dtype=np.int64), sizes)
    start = table[:, 4].astype(np.int64) + offsets
    form = _forms(table, read, lexicon) if tagged else _guessed(read, lexicon)
    columns = Columns(
        form=form,
        role=lexicon.column("role")[form],
        start=start,
        end=start + table[:, 5].astype(np.int64),
        passage=np.repeat(np.array([one.passage for one in read], dtype=np.int64), sizes),
        tagged=tagged,
    )
    _blank_fillers(columns, lexicon)
    ends = np.cumsum(sizes)
    for one, last in zip(read, ends.tolist(), strict=True):
        if "[" in one.text or "(" in one.text:
            _blank_placeholders(columns, one, slice(last - len(one.doc) - 1, last))
    return columns


def _rows(doc: "Doc") -> Any:
    """Give the attributes of each word and a row of zeros, the border between two texts."""
    rows = np.zeros((len(doc) + 1, len(_ATTRIBUTES)), dtype=np.uint64)
    if len(doc):
        rows[:-1] = doc.to_array(list(_ATTRIBUTES))
    return rows


def _forms(table: Any, read: Sequence[Read], lexicon: Lexicon) -> Ints:
    tags = table[:, :4]
    keys: Hashes = (tags * _MIXERS).sum(axis=1, dtype=np.uint64)
    form = np.zeros(len(table), dtype=np.int64)
    words = keys != 0
    form[words] = lexicon.numbers(keys[words], tags[words], read[0].doc.vocab)
    return form


def _guessed(read: Sequence[Read], lexicon: Lexicon) -> Ints:
    found: list[int] = []
    for one in read:
        found.extend(guessed_forms(one.doc, lexicon))
        found.append(0)
    return np.array(found, dtype=np.int64)


def _blank_fillers(columns: Columns, lexicon: Lexicon) -> None:
    """Take filler of several words out of all phrases."""
    digits = lexicon.column("filler")[columns.form]
    codes, blank = digits, np.zeros(len(digits), dtype=np.bool_)
    listed = lexicon.filler_codes()
    for words in range(2, max(listed, default=0) + 1):
        codes = codes[:-1] * FILLER_BASE + digits[words - 1 :]
        for at in np.flatnonzero(np.isin(codes, listed.get(words, []))).tolist():
            blank[at : at + words] = True
    columns.role[blank] = Role.OTHER


def _blank_placeholders(columns: Columns, one: Read, rows: slice) -> None:
    for found in _PLACEHOLDER.finditer(one.text):
        inside: Bools = (columns.start[rows] >= found.start() + one.offset) & (
            columns.start[rows] < found.end() + one.offset
        )
        columns.role[rows][inside] = Role.OTHER
